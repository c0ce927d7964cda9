/** Files of the audit pack about the plan: its own rules, follow-up reports, and a page for each action. */
import { Balances, Ledger } from "@grootboek/core"
import { FollowUp, Realisation } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import * as ActionReport from "../answer/follow-up/ActionReport.ts"
import * as FollowUpReport from "../answer/follow-up/FollowUpReport.ts"
import * as Json from "../answer/Json.ts"
import * as Overview from "../answer/overview/Overview.ts"
import { type NamedText, once, slug, written } from "../paint/NamedText.ts"
import * as Table from "../paint/Table.ts"
import * as TableBook from "../paint/TableBook.ts"
import type { NamedBook } from "./NamedBook.ts"
import type { PackLanguage } from "./StatementFiles.ts"

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
