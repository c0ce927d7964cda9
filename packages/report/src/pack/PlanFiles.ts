/** Files of the audit pack about the plan: changes between versions, the plan's own rules, and follow-up reports. */
import { Balances, Diff, type FormId, formIds, Ledger, type Plan, planForms } from "@grootboek/core"
import { DecisionFile, FollowUp, Realisation } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import * as Csv from "../answer/Csv.ts"
import * as DecisionReport from "../answer/decision/DecisionReport.ts"
import { most } from "../answer/difference/ChangesDocument.ts"
import * as ActionReport from "../answer/follow-up/ActionReport.ts"
import * as FollowUpReport from "../answer/follow-up/FollowUpReport.ts"
import * as Html from "../answer/Html.ts"
import * as Json from "../answer/Json.ts"
import * as Markdown from "../answer/Markdown.ts"
import * as Overview from "../answer/overview/Overview.ts"
import * as Text from "../answer/Text.ts"
import { type NamedText, once, slug, written } from "../paint/NamedText.ts"
import * as Table from "../paint/Table.ts"
import * as TableBook from "../paint/TableBook.ts"
import type { NamedBook } from "./NamedBook.ts"
import type { NamedDocument } from "./NamedDocument.ts"
import type { PackLanguage } from "./StatementFiles.ts"

/** The width of a text of changes, in characters: fits a sheet of A4. */
const sheetWidth = 96

/**
 * Returns the changes between each decision on the plan and the next, up to the moment of the pack, in the forms of the
 * plan. What was realised or posted after a decision is not a change of it.
 */
export const changes = (
  ledger: Ledger.Ledger,
  position: number,
  { language, csv = "be", only = formIds }: PackLanguage & { readonly only?: ReadonlyArray<FormId> },
): ReadonlyArray<NamedText> => {
  const forms = planForms.filter((form) => only.includes(form))
  const versions = Ledger.planAt(ledger, position)?.versions ?? []
  return versions.slice(1).flatMap((version, turn) => {
    const before = versions[turn]
    const named = { from: `decision:${before?.label}`, to: `decision:${version.label}` }
    // The moments are decisions of this ledger, so this cannot fail.
    const changed = once(() =>
      Result.getOrThrow(
        Result.gen(function* () {
          const from = yield* Ledger.moment(ledger, named.from)
          const to = Math.min(yield* Ledger.moment(ledger, named.to), position)
          // Only the largest causes are kept: a large adjustment has hundreds in thousands of cells.
          return Diff.shorten(yield* Diff.between(ledger, { from, to, forms, named }), most)
        }),
      ),
    )
    const name = `changes/${turn + 1}_${slug(before?.label ?? "")}_${slug(version.label)}`
    return [
      written(`${name}.txt`, () => Text.difference(changed(), { language, width: sheetWidth })),
      written(`${name}.md`, () => Markdown.difference(changed(), language)),
      written(`${name}.csv`, () => Csv.difference(changed(), language, csv)),
      written(`${name}.json`, () => Json.printLines(Json.changes(changed()))),
      written(`${name}.html`, () => Html.difference(changed(), language)),
    ]
  })
}

/** The language of a pack, and the hash of each entry. */
export type DecisionPack = Pick<PackLanguage, "language"> & {
  readonly headAt?: ((position: number) => string | undefined) | undefined
}

/** Returns a file of one sheet for each decision on the plan, up to the moment of the pack. */
export const decisions = (
  ledger: Ledger.Ledger,
  position: number,
  options: DecisionPack,
): ReadonlyArray<NamedText> =>
  decided(ledger, position, options).flatMap(({ name, file }) => {
    const { language } = options
    const report = once(() => DecisionReport.of(...file()))
    return [
      written(`${name}.html`, () => Table.sheet(report(), language)),
      written(`${name}.md`, () => Table.markdown(report())),
      written(`${name}.txt`, () => Table.text(report())),
    ]
  })

export const decisionDocuments = (
  ledger: Ledger.Ledger,
  position: number,
  options: DecisionPack,
): ReadonlyArray<NamedDocument> =>
  decided(ledger, position, options).map(({ name, file }) => ({
    path: `${name}.docx`,
    make: () => DecisionReport.document(...file()),
  }))

/** A decision: the path of its files, and what it is printed from. */
interface Decided {
  readonly name: string
  readonly file: () => Parameters<typeof DecisionReport.of>
}

const decided = (
  ledger: Ledger.Ledger,
  position: number,
  { language, headAt }: DecisionPack,
): ReadonlyArray<Decided> =>
  (Ledger.planAt(ledger, position)?.versions ?? []).map(({ label }, turn) => ({
    name: `decisions/${turn}_${slug(label)}`,
    file: () => {
      // The version is one of this ledger, so this cannot fail.
      const file = Result.getOrThrow(DecisionFile.of(ledger, label))
      const plan = Ledger.planAt(ledger, file.position) as Plan.Plan
      return [file, { language, plan, head: headAt?.(file.position) }]
    },
  }))

/** Returns the plan's own rules, one file per topic and format. */
export const overviews = (
  ledger: Ledger.Ledger,
  position: number,
  options: PackLanguage,
): ReadonlyArray<NamedText> => {
  const plan = Ledger.planAt(ledger, position)?.versions.at(-1)?.label ?? ""
  return overviewReports(ledger, position, options).flatMap(({ topic, ...report }) => [
    ...formats(`overviews/${topic}`, report, options),
    written(`overviews/${topic}.json`, () =>
      Json.print(Json.overview({ topic, plan, position }, report.tables)),
    ),
  ])
}

/** Returns a follow-up report of every half year with bookings, at its end. */
export const followUps = (
  ledger: Ledger.Ledger,
  position: number,
  options: PackLanguage,
): ReadonlyArray<NamedText> =>
  halves(ledger, position).flatMap(({ name, report }) => [
    ...formats(name, FollowUpReport.of(report, options.language), options),
    written(`${name}.json`, () => Json.print(Json.followUp(report, options.language))),
  ])

/**
 * Returns a page for each action, for its budget holder: over the last half year with bookings, or else over the first year of the
 * plan.
 */
export const actions = (
  ledger: Ledger.Ledger,
  position: number,
  { language }: PackLanguage,
): ReadonlyArray<NamedText> => {
  const plan = Ledger.planAt(ledger, position)
  if (plan === undefined) return []
  // The year is one of the plan, so this cannot fail.
  const each = once(() => {
    const year = plan.years.first
    const report =
      halves(ledger, position).at(-1)?.report ??
      Result.getOrThrow(FollowUp.of(ledger, { year, warnAt }, { at: position }))
    return FollowUp.each(ledger, report)
  })
  return [...actionPages(ledger, position)].map(([code, path]) =>
    written(path, () => Table.sheet(ActionReport.of(each()(code), code, language), language)),
  )
}

/** Returns the path of the page of each action, by its code. */
export const actionPages = (ledger: Ledger.Ledger, position: number): ReadonlyMap<string, string> => {
  const taken = new Set<string>()
  const goals = [...(Ledger.planAt(ledger, position)?.structure.goals.values() ?? [])]
  return new Map(
    goals.flatMap(({ code, level }) =>
      level === "action" ? [[code, `actions/${free(slug(code), taken)}.html`] as const] : [],
    ),
  )
}

// Two codes may have the same slug, and some file systems ignore case.
const free = (name: string, taken: Set<string>): string => {
  let found = name
  for (let turn = 2; taken.has(found.toLowerCase()); turn++) found = `${name}-${turn}`
  taken.add(found.toLowerCase())
  return found
}

/** Returns the overviews as one workbook, and a workbook for each follow-up report. */
export const books = (
  ledger: Ledger.Ledger,
  position: number,
  options: PackLanguage,
): ReadonlyArray<NamedBook> => {
  const { language } = options
  const reports = overviewReports(ledger, position, options)
  const title = Ledger.planAt(ledger, position)?.entity.name ?? ""
  return [
    ...(reports.length === 0
      ? []
      : [{ path: "overviews.xlsx", make: () => TableBook.all(title, reports, language) }]),
    ...halves(ledger, position).map(({ name, report }) => ({
      path: `${name}.xlsx`,
      make: () => TableBook.of(FollowUpReport.of(report, language), language),
    })),
  ]
}

const overviewReports = (
  ledger: Ledger.Ledger,
  position: number,
  { language }: PackLanguage,
): ReadonlyArray<Table.TableReport & { readonly topic: Overview.Topic }> => {
  const plan = Ledger.planAt(ledger, position)
  if (plan === undefined) return []
  return Overview.all({ ledger, plan, position, language }).map(({ topic, tables }) => ({
    topic,
    title: Overview.title(topic, language),
    sentences: [],
    tables,
  }))
}

/** A half year with bookings: the path of its files, and its report. */
interface HalfYear {
  readonly name: string
  readonly report: FollowUp.FollowUp
}

const halves = (ledger: Ledger.Ledger, position: number): ReadonlyArray<HalfYear> => {
  const months = Balances.list(Balances.of(ledger.columns, position))
    .filter(({ place }) => place.phase === "actual")
    .map(({ place, year }) => ({ year, month: place.part ?? "" }))
  const years = [...new Set(months.map(({ year }) => year))].sort((a, b) => a - b)
  return years.flatMap((year) =>
    ([1, 2] as const).flatMap((half): ReadonlyArray<HalfYear> => {
      const period = Realisation.semester(year, half)
      const isBooked = months.some((one) => one.year === year && one.month > `${year}-06` === (half === 2))
      if (!isBooked) return []
      const read = FollowUp.of(ledger, { ...period, warnAt }, { at: position })
      return Result.isFailure(read) ? [] : [{ name: `follow-up/${year}-S${half}`, report: read.success }]
    }),
  )
}

/** The percentage from which a credit warns. */
const warnAt = 80

/** Returns sentences and tables as text, Markdown, a printable page, and each table as CSV. */
const formats = (
  name: string,
  report: Table.TableReport,
  { language, csv = "be" }: PackLanguage,
): ReadonlyArray<NamedText> => [
  written(`${name}.txt`, () => Table.text(report)),
  written(`${name}.md`, () => Table.markdown(report)),
  written(`${name}.html`, () => Table.page(report, language)),
  ...report.tables.map((table, at) =>
    written(`${name}${report.tables.length === 1 ? "" : `_${at + 1}_${slug(table.title)}`}.csv`, () =>
      Table.csv(table, csv),
    ),
  ),
]
