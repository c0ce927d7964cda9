/** The plan's own rules as files: which reader reads which table. */
import type { Context, Interpreter } from "./RowInterpreter.ts"
import * as Closings from "./Closings.ts"
import * as Contributions from "./Contributions.ts"
import * as Fundings from "./Fundings.ts"
import * as Indexations from "./Indexations.ts"
import type { RuleTable } from "../header/RuleLayouts.ts"
import { ruleLayouts } from "../header/RuleLayouts.ts"
import * as Registers from "./Registers.ts"

export const interpret = (context: Context, table: string): Interpreter => {
  const name = names.find((one) => one === table)
  // A header that no table knows has been refused before.
  return readers[name ?? "members"](context)
}

const names = Object.values(ruleLayouts).map((layout) => layout.name)

const register = (table: Registers.RegisterTable) => (context: Context) => Registers.interpret(context, table)

const readers: Readonly<Record<RuleTable, (context: Context) => Interpreter>> = {
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
