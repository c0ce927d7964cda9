/** The plan's own rules: the interpreter of each table. */

import type { RuleTable } from "../header/RuleLayouts.ts"
import { ruleLayouts } from "../header/RuleLayouts.ts"
import * as Closings from "./Closings.ts"
import * as Contributions from "./Contributions.ts"
import * as Fundings from "./Fundings.ts"
import * as Indexations from "./Indexations.ts"
import * as Registers from "./Registers.ts"
import type { RowContext, RowInterpreter } from "./RowInterpreter.ts"

export const interpret = (context: RowContext, table: string): RowInterpreter => {
  const name = names.find((one) => one === table)
  // An unknown header was rejected before.
  return readers[name ?? "members"](context)
}

const names = Object.values(ruleLayouts).map((layout) => layout.name)

const register = (table: Registers.RegisterTable) => (context: RowContext) =>
  Registers.interpret(context, table)

const readers: Readonly<Record<RuleTable, (context: RowContext) => RowInterpreter>> = {
  indexation: Indexations.interpret,
  contributions: Contributions.interpret,
  funding: Fundings.funding,
  judgments: Fundings.judgments,
  stops: Fundings.stops,
  exceptions: Fundings.exceptions,
  closings: Closings.closings,
  results: Closings.results,
  carryOvers: Closings.carryOvers,
  members: register("members"),
  conditions: register("conditions"),
  envelopes: register("envelopes"),
  budgetHolders: register("budgetHolders"),
  pledges: register("pledges"),
  risks: register("risks"),
  progress: register("progress"),
  facts: register("facts"),
}
