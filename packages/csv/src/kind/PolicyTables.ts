/**
 * Indicators, targets, measurements, and the texts of a policy report. A table is one request: it declares the rows that
 * differ from what is in force, or adjusts the plan with them.
 */
import { Adjustment, Adoption, type Register } from "@grootboek/core"
import * as Row from "../cell/Row.ts"
import type { PolicyTable } from "../header/PolicyLayouts.ts"
import * as DeclaredLists from "./DeclaredLists.ts"
import * as IndicatorRow from "./IndicatorRow.ts"
import * as PolicyTextRow from "./PolicyTextRow.ts"
import { onceEach, perFile, type RowContext, type RowInterpreter } from "./RowInterpreter.ts"

type Lists = { readonly [K in PolicyTable]: NonNullable<Register.Lists[K]>[number] }

/** How the rows of a table are read, and the fields that identify a row. */
interface TableReader<A> {
  readonly key: ReadonlyArray<string>
  readonly read: (row: Row.DecodedRow) => A | undefined
}

export const interpret = (context: RowContext, table: string): RowInterpreter => {
  const name = names.find((one) => one === table) ?? "indicators"
  return interpretTable(context, name, readers[name])
}

const interpretTable = (
  context: RowContext,
  table: PolicyTable,
  { key, read }: TableReader<Lists[PolicyTable]>,
): RowInterpreter => {
  const isFirst = onceEach()
  return perFile(
    context,
    (row) => {
      const code = key
        .map((field) => Row.value(row, field))
        .join(" ")
        .trim()
      return isFirst(row, code, row.header.cells[0]) ? read(row) : undefined
    },
    (rows, lines) => {
      const declarations = { [table]: rows }
      const { adjustment, plan } = context
      if (!context.isAdjusting)
        return {
          decide: Adoption.update(declarations, lines),
          identity: { request: table, declarations },
          former: () => [],
        }
      const structure = DeclaredLists.concat([adjustment.structure ?? {}, declarations])
      const facts = { ...adjustment, plan, structure, changes: [] }
      return {
        decide: Adjustment.adopt(facts),
        event: { _tag: "PlanAdjusted", ...facts },
        identity: { request: "adjustment", plan },
        former: () => [],
      }
    },
  )
}

const readers: { readonly [K in PolicyTable]: TableReader<Lists[K]> } = {
  indicators: { key: ["code"], read: IndicatorRow.indicator },
  targets: { key: ["code", "year"], read: IndicatorRow.target },
  measurements: { key: ["code", "on", "part"], read: IndicatorRow.measurement },
  goalTexts: { key: ["goal"], read: PolicyTextRow.goalText },
  chapterTexts: { key: ["chapter", "number"], read: PolicyTextRow.chapterText },
  headings: { key: ["name"], read: PolicyTextRow.heading },
}

const names = Object.keys(readers) as ReadonlyArray<PolicyTable>
