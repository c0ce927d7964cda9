/** Facts that are not money: figures in tables, by row and year. */
import * as Schema from "effect/Schema"
import { Code, Text } from "../value/BudgetLine.ts"
import { Quantity } from "../value/Quantity.ts"
import { Year } from "../value/Year.ts"

/** A fact that is not money (staff of a level, gross wages): a row of a table, in a year. */
export const Fact = Schema.Struct({ table: Code, row: Code, year: Year, value: Quantity }).annotate({
  identifier: "Fact",
})

/** See {@link Fact:var}. */
export type Fact = typeof Fact.Type

/** A row of a table of facts, also one without figures, and whether its figures are stated by the plan or derived from it. */
export const FactRow = Schema.Struct({
  table: Code,
  row: Code,
  origin: Schema.optionalKey(Schema.Literals(["stated", "derived"])),
  text: Schema.optionalKey(Text),
}).annotate({ identifier: "FactRow" })

/** See {@link FactRow:var}. */
export type FactRow = typeof FactRow.Type

/** Returns the key of a fact. */
export const factKey = ({ table, row, year }: Omit<Fact, "value">): string =>
  `${table}\u001f${row}\u001f${year}`

/** Returns the key of a row of facts. */
export const factRowKey = ({ table, row }: Pick<FactRow, "table" | "row">): string => `${table}\u001f${row}`
