/**
 * The address of a row in a form: a code that is unique in the form, or `SECTION/CODE`.
 *
 * ```ts
 * const layout = Ledger.layout(ledger, "M2", plan)
 * const row = Result.getOrThrow(Address.find(layout, "Budgettair resultaat/VII"))
 * Address.format(row) // => "Budgettair resultaat/VII"
 * Result.isFailure(Address.find(layout, "XX")) // => true
 * ```
 */
import * as Result from "effect/Result"
import type { Refusal } from "../value/Refusal.ts"
import type { Layout, LayoutRow } from "./Layout.ts"

/** Finds the row that a text names: first by the whole text as a code, then by section and code, ignoring case. */
export const find = (layout: Layout, text: string): Result.Result<LayoutRow, Refusal> => {
  const wanted = text.toLowerCase()
  const codes = layout.rows.filter((row) => row.code.toLowerCase() === wanted)
  const named = codes.length > 0 ? codes : layout.rows.filter((row) => format(row).toLowerCase() === wanted)
  const [row, ...others] = named
  const form = layout.form.id
  if (row === undefined)
    return Result.fail({ _tag: "UnknownRow", form, row: text, near: near(layout, wanted) })
  return others.length === 0
    ? Result.succeed(row)
    : Result.fail({ _tag: "AmbiguousRow", form, row: text, candidates: named.map(format) })
}

/** Formats the address of a row: rows of `T2` read `EXPLOITATIE/I.A.1`. */
export const format = ({ section, code }: Pick<LayoutRow, "section" | "code">): string =>
  section === "" ? code : `${section}/${code}`

const near = (layout: Layout, wanted: string): ReadonlyArray<string> => {
  const tail = wanted.split("/").at(-1) ?? wanted
  return layout.rows
    .map(format)
    .filter((address) => address.toLowerCase().includes(tail))
    .slice(0, 5)
}
