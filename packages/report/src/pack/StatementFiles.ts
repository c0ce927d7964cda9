/** Files of the audit pack about statements: every format, explanations of binding cells, and statements without conditional money. */
import type { CsvNotation } from "@grootboek/cells"
import { Address, Explain, formIds, forms, Ledger, type Money, type Statement } from "@grootboek/core"
import { ShownStatement } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import * as Csv from "../answer/Csv.ts"
import * as Html from "../answer/Html.ts"
import * as Json from "../answer/Json.ts"
import * as Markdown from "../answer/Markdown.ts"
import * as Text from "../answer/Text.ts"
import { type NamedText, once, slug, written } from "../paint/NamedText.ts"
import type { Language } from "../words/Language.ts"

/** The language of the pack, and the notation of its CSV files (`be` when it is left out). */
export interface PackLanguage {
  readonly language: Language
  readonly csv?: CsvNotation.CsvNotation
}

type Filled = Statement.Statement

/** Returns every statement in every format, and all of them as one page. */
export const statements = (
  filled: ReadonlyArray<Filled>,
  { language, csv = "be" }: PackLanguage,
): ReadonlyArray<NamedText> => [
  written("statements.html", () => Html.statements(filled, language)),
  ...filled.flatMap((one) => {
    const file = (ending: string, make: () => string) =>
      written(`statements/${slug(one.form)}.${ending}`, make)
    return [
      file("txt", () => Text.statement(one, { language })),
      file("md", () => Markdown.statement(one, language)),
      file("csv", () => Csv.statement(one, { notation: csv })),
      file("json", () => Json.print(Json.statement(one))),
      file("html", () => Html.statement(one, language)),
    ]
  }),
]

/** The number of entries that an explanation lists: enough to follow it, less than a copy of the journal. */
const mostEntries = 200

/** Returns explanations of binding cells: credits of the credit years, and cells of the norms of equilibrium. */
export const explanations = (
  ledger: Ledger.Ledger,
  filled: ReadonlyArray<Filled>,
  { language }: PackLanguage,
): ReadonlyArray<NamedText> =>
  filled.flatMap((one) =>
    one.rows.flatMap((row) =>
      row.cells
        .filter((cell) => isBinding(one, row, cell))
        .map(({ year }) => {
          const name = [one.form, row.section, row.code, `${year}`].filter((part) => part !== "").map(slug)
          return written(`explanations/${name.join("_")}.txt`, () => {
            const form = formIds.find((id) => id === one.form) ?? "M2"
            const cell = { form, row: Address.format(row), year }
            const explained = Explain.cell(ledger, cell, { at: one.at.position })
            return Text.explanation(Result.getOrThrow(explained), { language, mostEntries })
          })
        }),
    ),
  )

const isBinding = (
  { form, years }: Filled,
  { section, code }: Filled["rows"][number],
  { year, printed }: { readonly year: number; readonly printed: Money.Money },
): boolean => {
  const isCredit = Object.values(forms).some(({ id, years }) => id === form && years === "credit")
  if (isCredit) return printed !== 0n
  if (form !== "M2") return false
  return section === "Budgettair resultaat"
    ? code === "IX"
    : section === "Autofinancieringsmarge" && code === "III" && year === years.at(-1)
}

/** Returns each statement without the money whose condition is not met, where a plan has such money. */
export const conditional = (
  ledger: Ledger.Ledger,
  filled: ReadonlyArray<Filled>,
  { language, csv = "be" }: PackLanguage,
): ReadonlyArray<NamedText> => {
  const position = filled[0]?.at.position ?? 0
  const plan = Ledger.planAt(ledger, position)
  const isConditional = [...(plan?.funding.values() ?? [])].some(
    ({ condition }) => condition !== undefined && plan?.met.has(condition) === false,
  )
  if (!isConditional) return []
  return filled.flatMap(({ form }) => {
    const id = formIds.find((one) => one === form)
    if (id === undefined) return []
    // The form and the moment are those of an existing statement, so this cannot fail.
    const read = once(() =>
      Result.getOrThrow(ShownStatement.of(ledger, id, { at: position, conditional: "without" })),
    )
    return [
      written(`without-conditional/${slug(form)}.txt`, () => Text.statement(read(), { language })),
      written(`without-conditional/${slug(form)}.csv`, () => Csv.statement(read(), { notation: csv })),
      written(`without-conditional/${slug(form)}.json`, () => Json.print(Json.statement(read()))),
    ]
  })
}
