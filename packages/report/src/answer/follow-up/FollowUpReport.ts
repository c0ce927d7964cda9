/** The follow-up report as sentences and tables: objectives, figures per action and holder, credits, J1, T2, risks. */
import { Money, type Statement } from "@grootboek/core"
import { type FollowUp, ForPartners, Realisation } from "@grootboek/core/answer"
import * as Table from "../../paint/Table.ts"
import * as TableSum from "../../paint/TableSum.ts"
import * as FollowUpName from "../../words/FollowUpName.ts"
import * as FollowUpText from "../../words/FollowUpText.ts"
import type { Language } from "../../words/Language.ts"
import * as TableWords from "../../words/TableWords.ts"
import * as IndicatorTables from "../overview/IndicatorTables.ts"
import * as StatementSums from "../statement/StatementSums.ts"

/** Returns the whole report. */
export const of = (report: FollowUp.FollowUp, language: Language): Table.TableReport => ({
  title: FollowUpText.title(report, language),
  sentences: [...FollowUpText.summary(report, language), ...FollowUpText.partners(report, language)],
  tables: [
    objectives(report, language),
    realised(report, "perAction", language),
    holders(report, language),
    limits(report, language),
    beside(report.J1, report.M1, language),
    beside(report.T2, report.estimatedT2, language),
    risks(report, language),
    IndicatorTables.perAction(report.indicators, language),
    passedOn(report, language),
  ].filter(({ rows }) => rows.length > 0),
})

/** The columns that some tables of figures have: realisations of the period, open commitments, the part for partners. */
export interface FigureColumns {
  readonly isPartial: boolean
  readonly isCommitted: boolean
  /** The report whose partners have a part of what is available; none without it. */
  readonly passing?: ForPartners.PartnerMoney | undefined
}

/** Returns the column heads of figures. */
export const head = (
  { isPartial, isCommitted }: FigureColumns,
  language: Language,
): ReadonlyArray<string> => [
  TableWords.of("estimate", language),
  ...(isCommitted ? [TableWords.of("committed", language)] : []),
  ...(isPartial ? [TableWords.of("inPeriod", language)] : []),
  TableWords.of("realised", language),
  TableWords.of("available", language),
  "%",
]

/** Returns the sums of figures that begin at a column: what is available is the estimate less what is committed and realised. */
export const sums = (
  rows: Table.Table["rows"],
  first: number,
  { isPartial, isCommitted }: FigureColumns,
): ReadonlyArray<TableSum.TableSum> => {
  const realised = first + 1 + (isCommitted ? 1 : 0) + (isPartial ? 1 : 0)
  return TableSum.across(rows, realised + 1, [
    { column: first, sign: 1 },
    ...(isCommitted ? [{ column: first + 1, sign: -1 } as const] : []),
    { column: realised, sign: -1 },
  ])
}

/** Returns figures as cells. */
export const cells = (
  one: Realisation.Figures,
  { isPartial, isCommitted }: FigureColumns,
): ReadonlyArray<Table.TableCell> => [
  one.estimate,
  ...(isCommitted ? [one.committed] : []),
  ...(isPartial ? [one.during] : []),
  one.realised,
  one.available,
  one.percent === undefined ? "" : Table.percent(one.percent),
]

/** Returns the head of the last column of a table: the part of what is available that is for partners; none without partners. */
export const partnersHead = ({ passing }: FigureColumns, language: Language): ReadonlyArray<string> =>
  passing === undefined ? [] : [TableWords.of("ofWhichForPartners", language)]

/** Returns the cell of that column. */
export const forPartners = (
  one: ForPartners.PartedFigures,
  { passing }: FigureColumns,
): ReadonlyArray<Table.TableCell> => (passing === undefined ? [] : [ForPartners.part(passing, one)])

/** Figures without columns that only some tables have. */
const plainColumns: FigureColumns = { isPartial: false, isCommitted: false }

/** Returns which columns the figures of a report have: commitments have one when there are any. */
export const columnsOf = (report: FollowUp.FollowUp): FigureColumns => ({
  isPartial: report.from !== undefined && !report.from.endsWith("-01"),
  isCommitted: report.whole.some(({ committed }) => !Money.isZero(committed)),
  passing: report.forPartners.size === 0 ? undefined : report,
})

// Actions are listed when they declared a state; the objectives above them count them.
const objectives = (report: FollowUp.FollowUp, language: Language): Table.Table => ({
  title: TableWords.of("stateOfObjectives", language),
  head: TableWords.heads(language, "", "objective", "state", "on", "explanation"),
  rows: report.goals
    .filter(({ goal, progress }) => progress !== undefined || goal.level === "policyObjective")
    .map(({ goal, progress, actions }) => [
      goal.code,
      goal.name,
      [
        ...(progress === undefined ? [] : [FollowUpName.state(progress.state, language)]),
        ...(goal.level === "action" ? [] : [FollowUpName.count(actions, language)]),
      ].join(" · "),
      progress?.on ?? "",
      progress?.text ?? "",
    ]),
})

/** Returns the figures per action of a report. */
export const realised = (
  report: FollowUp.FollowUp,
  title: TableWords.TableWord,
  language: Language,
): Table.Table => {
  const names = new Map(report.goals.map(({ goal }) => [goal.code, goal.name]))
  const rows = report.actions.map((one) => [
    one.action ?? "–",
    one.direction,
    ...cells(one, columnsOf(report)),
    one.holder ?? "",
    names.get(one.action ?? "") ?? "",
    ...forPartners(one, columnsOf(report)),
  ])
  return {
    title: TableWords.of(title, language),
    head: [
      ...TableWords.heads(language, "action", ""),
      ...head(columnsOf(report), language),
      ...TableWords.heads(language, "budgetHolder", ""),
      ...partnersHead(columnsOf(report), language),
    ],
    rows,
    sums: sums(rows, 2, columnsOf(report)),
  }
}

const holders = (report: FollowUp.FollowUp, language: Language): Table.Table => {
  const rows = report.holders.map((one) => [
    one.holder ?? "–",
    one.direction,
    ...cells(one, columnsOf(report)),
    report.holderNames.get(one.holder ?? "") ?? "",
    ...forPartners(one, columnsOf(report)),
  ])
  return {
    title: TableWords.of("perHolder", language),
    head: [
      ...TableWords.heads(language, "budgetHolder", ""),
      ...head(columnsOf(report), language),
      "",
      ...partnersHead(columnsOf(report), language),
    ],
    rows,
    sums: sums(rows, 2, columnsOf(report)),
  }
}

/** Returns what was received for the partners of each pass-through, paid on and is still owed. */
export const passedOn = (report: FollowUp.FollowUp, language: Language): Table.Table => ({
  title: TableWords.of("paidOnToPartners", language),
  head: TableWords.heads(language, "action", "partner", "received", "paidOn", "owed"),
  rows: report.passedOn.flatMap(({ action, partners }) =>
    partners.map(({ partner, received, paid, owed }) => [action, partner, received, paid, owed]),
  ),
})

const limits = (report: FollowUp.FollowUp, language: Language): Table.Table => {
  const rows = report.limits.map((one) => [
    one.row,
    ...cells(one, columnsOf(report)),
    FollowUpName.alarm(one.alarm, language),
  ])
  return {
    title: TableWords.titles.limits(report.warnAt)[language],
    head: [
      TableWords.of("credit", language),
      ...head(columnsOf(report), language),
      TableWords.of("state", language),
    ],
    rows,
    sums: sums(rows, 1, columnsOf(report)),
  }
}

/** Returns a form on realisations with the estimates beside it. Both have the same rows; empty rows are left out. */
const beside = (
  realised: Statement.Statement,
  estimated: Statement.Statement,
  language: Language,
): Table.Table => {
  const kept = realised.rows.flatMap((row, at) => {
    const planned = estimated.rows[at]?.cells[0]?.exact ?? Money.zero
    const done = row.cells[0]?.exact ?? Money.zero
    return Money.isZero(planned) && Money.isZero(done) ? [] : [{ row, at, planned, done }]
  })
  const rows = kept.map(({ row, planned, done }) => [
    row.section,
    row.code,
    row.label,
    ...cells(Realisation.figures({ estimate: planned, realised: done }), plainColumns),
  ])
  const places = new Map(kept.map(({ at }, row) => [at, row]))
  const added = kept.flatMap(({ at }, row) =>
    [3, 4].map((column) => ({
      row,
      column,
      terms: StatementSums.kept(realised, places, at).map((term) => ({ ...term, column })),
    })),
  )
  return {
    title: `${realised.form} ${realised.title}`,
    head: [...TableWords.heads(language, "", "", ""), ...head(plainColumns, language)],
    rows,
    sums: [...added, ...sums(rows, 3, plainColumns)],
  }
}

const risks = (report: FollowUp.FollowUp, language: Language): Table.Table => ({
  title: TableWords.of("risks", language),
  head: TableWords.heads(language, "risk", "before", "now", "explanation"),
  rows: report.risks.map(({ risk, before }) => [
    risk.name,
    before === undefined ? "–" : FollowUpName.trend(before.trend, language),
    FollowUpName.trend(risk.trend, language),
    risk.text ?? "",
  ]),
})
