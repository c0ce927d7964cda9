/** Files of the audit pack about the plan: changes between versions, the plan's own rules, and follow-up reports. */
import { Balances, Diff, FollowUp, type FormId, Ledger, Realisation } from "@grootboek/core"
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
import type { PackLanguage } from "./StatementFiles.ts"

/** Returns the changes between each version of the plan and the next, up to the moment of the pack. */
export const changes = (
  ledger: Ledger.Ledger,
  position: number,
  { language, csv = "be", only }: PackLanguage & { readonly only?: ReadonlyArray<FormId> },
): ReadonlyArray<NamedText> => {
  const versions = Ledger.planAt(ledger, position)?.versions ?? []
  return versions.slice(1).flatMap((version, turn) => {
    const before = versions[turn]
    const next = versions[turn + 2]
    const from = version.position - 1
    const to = next === undefined ? position : next.position - 1
    // The moments are positions of this ledger, so this cannot fail.
    const changed = once(() => Result.getOrThrow(Diff.between(ledger, { from, to, forms: only })))
    const deciders = (entry: number) => Resolutions.of(ledger, entry)
    const name = `changes/${turn + 1}_${slug(before?.label ?? "")}_${slug(version.label)}`
    return [
      later(`${name}.txt`, () => Text.difference(changed(), { language, deciders })),
      later(`${name}.md`, () => Markdown.difference(changed(), language)),
      later(`${name}.csv`, () => Csv.difference(changed(), language, csv)),
      later(`${name}.json`, () => Json.print(Json.difference(changed()))),
      later(`${name}.html`, () => Html.difference(changed(), language, deciders)),
    ]
  })
}

/** Returns the plan's own rules, one file per topic and format. */
export const overviews = (
  ledger: Ledger.Ledger,
  position: number,
  options: PackLanguage,
): ReadonlyArray<NamedText> => {
  const { language } = options
  const plan = Ledger.planAt(ledger, position)
  if (plan === undefined) return []
  return Overview.all({ ledger, plan, position, language }).flatMap(({ topic, tables }) => {
    const report = { title: Overview.title(topic, language), sentences: [], tables }
    const about = { topic, plan: plan.versions.at(-1)?.label ?? "", position }
    return [
      ...formats(`overviews/${topic}`, report, options),
      later(`overviews/${topic}.json`, () => Json.print(Json.overview(about, tables))),
    ]
  })
}

/** Returns a follow-up report of every half year with bookings, at its end. */
export const followUps = (
  ledger: Ledger.Ledger,
  position: number,
  options: PackLanguage,
): ReadonlyArray<NamedText> => {
  const { language } = options
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
        ...formats(name, FollowUpReport.of(report, language), options),
        later(`${name}.json`, () => Json.print(Json.followUp(report, language))),
      ]
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
  later(`${name}.txt`, () => Table.text(report)),
  later(`${name}.md`, () => Table.markdown(report)),
  later(`${name}.html`, () => Table.page(report, language)),
  ...report.tables.map((table, at) =>
    later(`${name}${report.tables.length === 1 ? "" : `_${at + 1}_${slug(table.title)}`}.csv`, () =>
      Table.csv(table, csv),
    ),
  ),
]
