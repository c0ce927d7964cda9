/** An empty table to complete: the headers, a comment, and example rows. With its example it imports without a fault. */
import { Money } from "@grootboek/core"
import type { Message } from "../fault/Message.ts"
import { nameOf } from "../header/Column.ts"
import {
  type FileLayout,
  type ImportKind,
  type LayoutName,
  layoutNames,
  layouts,
  tablesOf,
} from "../header/Layout.ts"
import type { CsvValue } from "./Table.ts"
import { texts } from "./TemplateRows.ts"

/** The rows of a template. Codes and days are texts; amounts are numbers. */
export interface Template {
  readonly name: string
  readonly columns: ReadonlyArray<TemplateColumn>
  readonly comment: string
  readonly rows: ReadonlyArray<ReadonlyArray<CsvValue>>
}

/** A column: its header, and whether it holds amounts. */
export interface TemplateColumn {
  readonly header: string
  readonly isAmount: boolean
}

/** Returns the names of the tables of a kind; one when the kind is a table. */
export const tables = (kind: ImportKind): ReadonlyArray<LayoutName> => {
  const names: ReadonlyArray<string> = tablesOf(kind)?.map(({ name }) => name) ?? [kind]
  return layoutNames.filter((name) => names.includes(name))
}

/** Returns the template of a table, with a column for each year when the table has years. */
export const of = (
  table: LayoutName,
  { years, language }: { readonly years: ReadonlyArray<number>; readonly language: keyof Message },
): Template => {
  const layout: FileLayout = layouts[table]
  const { about, rows } = texts[table]
  const fields = layout.columns.filter(
    ({ field, presence }) => presence !== "optional" || rows.some(({ values }) => field in values),
  )
  const optional = fields.filter(({ presence }) => presence !== "required").map(nameOf)
  const yearColumns = layout.hasYears ? years : []
  return {
    name: table,
    columns: [
      ...fields.map((column) => ({ header: nameOf(column), isAmount: column.field === "amount" })),
      ...yearColumns.map((year) => ({ header: String(year), isAmount: true })),
    ],
    comment: comment(about[language], optional, language),
    rows: rows.map(({ values, amounts }) => [
      ...fields.map(({ field }): CsvValue => {
        const value = values[field]
        return value !== undefined && field === "amount" ? Money.from(value) : value
      }),
      ...yearColumns.map((_, index): CsvValue => {
        const amount = amounts[index]
        return amount === undefined ? undefined : Money.from(amount)
      }),
    ]),
  }
}

// Rows that begin with # are comments: the reader leaves them out.
const comment = (about: string, optional: ReadonlyArray<string>, language: keyof Message): string => {
  const list = optional.join(", ")
  const words = {
    en: {
      optional: optional.length === 0 ? "" : ` May be empty or left out: ${list}.`,
      end: " Replace the example rows; this line may stay.",
    },
    nl: {
      optional: optional.length === 0 ? "" : ` Mag leeg blijven of ontbreken: ${list}.`,
      end: " Vervang de voorbeelden; deze regel mag blijven staan.",
    },
  }[language]
  return `# ${about.charAt(0).toUpperCase()}${about.slice(1)}.${words.optional}${words.end}`
}
