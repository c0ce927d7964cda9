/** The synthesis per action of a policy report: actions without amounts are named below the table. */
import type { Document } from "@grootboek/cells"
import type { Statement } from "@grootboek/core"
import * as PolicyWords from "../../words/PolicyWords.ts"
import type { OverviewInput } from "../overview/OverviewInput.ts"
import * as DocumentTables from "./DocumentTables.ts"

/** Returns the table of the actions that have an amount in some year, and the names of the others. */
export const of = (
  synthesis: Statement.Statement,
  { plan, language }: OverviewInput,
): ReadonlyArray<Document.DocumentBlock> => {
  const filled = new Set(
    synthesis.rows.filter(({ cells }) => cells.some(({ printed }) => printed !== 0n)).map(actionOf),
  )
  const rows = synthesis.rows.filter((row) => filled.has(actionOf(row)) || !row.code.includes("/"))
  const empty = synthesis.rows
    .filter((row) => !rows.includes(row) && plan.structure.goals.has(actionOf(row)))
    .map(({ label }) => label.slice(0, label.lastIndexOf(" – ")))
  const table = DocumentTables.statement(
    { ...synthesis, rows },
    { title: PolicyWords.of("synthesis", language), language },
  )
  const others = `${PolicyWords.of("withoutAmounts", language)}: ${[...new Set(empty)].join("; ")}.`
  return [table, ...(empty.length === 0 ? [] : [{ _tag: "Paragraph", text: others } as const])]
}

// The code of a row of an action begins with the code of the action: `A10101/net`.
const actionOf = ({ code }: Statement.StatementRow): string => code.split("/")[0] ?? ""
