/**
 * The audit pack: every file that `grootboek report` writes, from a ledger. Nothing here writes.
 *
 * Statements in every format and all of them as one page, what changed between consecutive versions of the plan, why
 * the cells that bind are what they are, the statements without conditional money, the plan's own rules as overviews, a follow-up report of every half year in
 * which something was booked, and the checks. The journal, the interactive page and whatever else the
 * caller has to add come as `more` and stand in the table of contents like the rest.
 */
import {
  Address,
  Balances,
  Diff,
  Explain,
  FollowUp,
  type FormId,
  formIds,
  forms,
  Ledger,
  type Money,
  Norm,
  Realisation,
  type Refusal,
  type Statement,
} from "@grootboek/core"
import * as Result from "effect/Result"
import * as Csv from "../answer/Csv.ts"
import * as FollowUpReport from "../answer/follow-up/FollowUpReport.ts"
import * as Html from "../answer/Html.ts"
import * as Json from "../answer/Json.ts"
import * as Markdown from "../answer/Markdown.ts"
import * as Overview from "../answer/overview/Overview.ts"
import * as Text from "../answer/Text.ts"
import { later, type NamedText, once, slug } from "../paint/NamedText.ts"
import * as Table from "../paint/Table.ts"
import * as Resolutions from "../view/Resolutions.ts"
import type * as VerifiedJournal from "../view/VerifiedJournal.ts"
import type { Language } from "../words/Language.ts"
import * as Words from "../words/Words.ts"

/** What the pack is made for. */
export interface PackOptions {
  readonly language: Language
  /** The position of statements and explanations; the end of the journal when none is given. */
  readonly at?: number | undefined
  /** The forms to print; all of them when none are given. */
  readonly only?: ReadonlyArray<FormId>
  readonly verification?: VerifiedJournal.VerifiedJournal
  /** Files of the caller: the journal as NDJSON, the interactive page. */
  readonly more?: ReadonlyArray<NamedText>
}

/** Every file of the pack, or why a ledger has none. Each text is made when it is asked for. */
export const of = (
  ledger: Ledger.Ledger,
  options: PackOptions,
): Result.Result<ReadonlyArray<NamedText>, Refusal.Refusal> =>
  Result.gen(function* () {
    const at = yield* Ledger.checkPosition(ledger, options.at)
    const filled: Array<Filled> = []
    for (const form of options.only ?? formIds) filled.push(yield* Ledger.statement(ledger, form, { at }))
    const norms = yield* Norm.checks(ledger, { at })
    const files = [
      ...statements(filled, options),
      ...changes(ledger, at, options),
      ...explanations(ledger, filled, options),
      ...conditional(ledger, filled, options),
      ...overviews(ledger, at, options),
      ...followUps(ledger, at, options),
      ...checks(norms, options),
      ...(options.more ?? []),
    ]
    return [contents(files, filled, options), ...files]
  })

type Filled = Statement.Statement

const statements = (filled: ReadonlyArray<Filled>, { language }: PackOptions): ReadonlyArray<NamedText> => [
  later("statements.html", () => Html.statements(filled, language)),
  ...filled.flatMap((one) => {
    const file = (ending: string, make: () => string) => later(`statements/${slug(one.form)}.${ending}`, make)
    return [
      file("txt", () => Text.statement(one, { language })),
      file("md", () => Markdown.statement(one, language)),
      file("csv", () => Csv.statement(one)),
      file("json", () => Json.print(Json.statement(one))),
      file("html", () => Html.statement(one, language)),
    ]
  }),
]

/** Between each version of the plan and the next, up to the moment of the pack. */
const changes = (
  ledger: Ledger.Ledger,
  position: number,
  { language, only }: PackOptions,
): ReadonlyArray<NamedText> => {
  const versions = Ledger.planAt(ledger, position)?.versions ?? []
  return versions.slice(1).flatMap((version, turn) => {
    const before = versions[turn]
    const next = versions[turn + 2]
    const from = version.position - 1
    const to = next === undefined ? position : next.position - 1
    // The moments are positions of this very ledger, so there is nothing to refuse.
    const changed = once(() => Result.getOrThrow(Diff.between(ledger, { from, to, forms: only })))
    const deciders = (entry: number) => Resolutions.of(ledger, entry)
    const name = `changes/${turn + 1}_${slug(before?.label ?? "")}_${slug(version.label)}`
    return [
      later(`${name}.txt`, () => Text.difference(changed(), { language, deciders })),
      later(`${name}.md`, () => Markdown.difference(changed(), language)),
      later(`${name}.csv`, () => Csv.difference(changed(), language)),
      later(`${name}.json`, () => Json.print(Json.difference(changed()))),
      later(`${name}.html`, () => Html.difference(changed(), language, deciders)),
    ]
  })
}

/** How many entries an explanation in the pack lists: enough to follow it, short of a copy of the journal. */
const mostEntries = 1_000

/** The cells that bind: credits of the credit years, and what the norms of equilibrium read. */
const explanations = (
  ledger: Ledger.Ledger,
  filled: ReadonlyArray<Filled>,
  { language }: PackOptions,
): ReadonlyArray<NamedText> =>
  filled.flatMap((one) =>
    one.rows.flatMap((row) =>
      row.cells
        .filter((cell) => isBinding(one, row, cell))
        .map(({ year }) => {
          const name = [one.form, row.section, row.code, `${year}`].filter((part) => part !== "").map(slug)
          return later(`explanations/${name.join("_")}.txt`, () => {
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

/** Each statement once more without the money whose condition is not met, where a plan has such money. */
const conditional = (
  ledger: Ledger.Ledger,
  filled: ReadonlyArray<Filled>,
  { language }: PackOptions,
): ReadonlyArray<NamedText> => {
  const position = filled[0]?.at.position ?? 0
  const plan = Ledger.planAt(ledger, position)
  const isHeld = [...(plan?.funding.values() ?? [])].some(
    ({ condition }) => condition !== undefined && plan?.met.has(condition) === false,
  )
  if (!isHeld) return []
  return filled.flatMap(({ form }) => {
    const id = formIds.find((one) => one === form)
    if (id === undefined) return []
    // The form and the moment are those of a statement that was filled in.
    const read = once(() =>
      Result.getOrThrow(Ledger.statement(ledger, id, { at: position, conditional: "without" })),
    )
    return [
      later(`without-conditional/${slug(form)}.txt`, () => Text.statement(read(), { language })),
      later(`without-conditional/${slug(form)}.csv`, () => Csv.statement(read())),
      later(`without-conditional/${slug(form)}.json`, () => Json.print(Json.statement(read()))),
    ]
  })
}

/** The plan's own rules, a topic at a time. */
const overviews = (
  ledger: Ledger.Ledger,
  position: number,
  { language }: PackOptions,
): ReadonlyArray<NamedText> => {
  const plan = Ledger.planAt(ledger, position)
  if (plan === undefined) return []
  return Overview.all({ ledger, plan, position, language }).flatMap(({ topic, tables }) => {
    const told = { title: Overview.title(topic, language), sentences: [], tables }
    const about = { topic, plan: plan.versions.at(-1)?.label ?? "", position }
    return [
      ...tellings(`overviews/${topic}`, told, language),
      later(`overviews/${topic}.json`, () => Json.print(Json.overview(about, tables))),
    ]
  })
}

/** A follow-up report of every half year in which something was booked, at its end. */
const followUps = (
  ledger: Ledger.Ledger,
  position: number,
  { language }: PackOptions,
): ReadonlyArray<NamedText> => {
  const months = Balances.list(Balances.of(ledger.columns, position))
    .filter(({ place }) => place.phase === "actual")
    .map(({ place, year }) => ({ year, month: place.part ?? "" }))
  const years = [...new Set(months.map(({ year }) => year))].sort((a, b) => a - b)
  return years.flatMap((year) =>
    ([1, 2] as const).flatMap((half) => {
      const period = Realisation.semester(year, half)
      const isBooked = months.some((one) => one.year === year && one.month > `${year}-06` === (half === 2))
      if (!isBooked) return []
      const read = FollowUp.of(ledger, { ...period, warnAt }, { at: position })
      if (Result.isFailure(read)) return []
      const name = `follow-up/${year}-S${half}`
      const report = read.success
      return [
        ...tellings(name, FollowUpReport.of(report, language), language),
        later(`${name}.json`, () => Json.print(Json.followUp(report, language))),
      ]
    }),
  )
}

/** From which percentage on a credit warns. */
const warnAt = 80

/** Sentences and tables as text, Markdown, a page to print, and each table as CSV. */
const tellings = (name: string, told: Table.TableReport, language: Language): ReadonlyArray<NamedText> => [
  later(`${name}.txt`, () => Table.text(told)),
  later(`${name}.md`, () => Table.markdown(told)),
  later(`${name}.html`, () => Table.page(told, language)),
  ...told.tables.map((table, at) =>
    later(`${name}${told.tables.length === 1 ? "" : `_${at + 1}_${slug(table.title)}`}.csv`, () =>
      Table.csv(table),
    ),
  ),
]

const checks = (
  norms: ReadonlyArray<Norm.NormCheck>,
  { language, verification }: PackOptions,
): ReadonlyArray<NamedText> => [
  later("checks/norms.txt", () => Text.norms(norms, { language })),
  later("checks/norms.json", () => Json.print(Json.norms(norms))),
  ...(verification === undefined
    ? []
    : [
        later("checks/verification.txt", () => Text.verification(verification, { language })),
        later("checks/verification.json", () => Json.print(Json.verification(verification, language))),
      ]),
]

const contents = (
  files: ReadonlyArray<NamedText>,
  [first]: ReadonlyArray<Filled>,
  { language }: PackOptions,
): NamedText => {
  const words = Words.of(language)
  const where = first === undefined ? "" : `${first.entity}, ${words.plan} ${first.at.plan}`
  return later("README.txt", () =>
    [
      `${where} (${words.position} ${first?.at.position ?? 0})`,
      "",
      words.footer,
      "",
      ...files.map(({ path }) => path),
      "",
    ].join("\n"),
  )
}
