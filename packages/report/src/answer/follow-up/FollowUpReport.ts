/** The follow-up report as sentences and tables: objectives, figures per action and holder, credits, J1, T2, risks. */
import { Money, type Statement } from "@grootboek/core"
import { type FollowUp, Realisation } from "@grootboek/core/answer"
import type * as Table from "../../paint/Table.ts"
import * as FollowUpName from "../../words/FollowUpName.ts"
import * as FollowUpText from "../../words/FollowUpText.ts"
import type { Language } from "../../words/Language.ts"
import * as TableWords from "../../words/TableWords.ts"
import * as IndicatorTables from "../overview/IndicatorTables.ts"
import * as StatementSums from "../statement/StatementSums.ts"
import * as FigureColumns from "./FigureColumns.ts"

export {
  cells,
  columnsOf,
  type FigureColumns,
  forPartners,
  head,
  partnersHead,
  sums,
} from "./FigureColumns.ts"

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
    ...FigureColumns.cells(one, FigureColumns.columnsOf(report)),
    one.holder ?? "",
    names.get(one.action ?? "") ?? "",
    ...FigureColumns.forPartners(one, FigureColumns.columnsOf(report)),
  ])
  return {
    title: TableWords.of(title, language),
    head: [
      ...TableWords.heads(language, "action", ""),
      ...FigureColumns.head(FigureColumns.columnsOf(report), language),
      ...TableWords.heads(language, "budgetHolder", ""),
      ...FigureColumns.partnersHead(FigureColumns.columnsOf(report), language),
    ],
    rows,
    sums: FigureColumns.sums(rows, 2, FigureColumns.columnsOf(report)),
  }
}

const holders = (report: FollowUp.FollowUp, language: Language): Table.Table => {
  const rows = report.holders.map((one) => [
    one.holder ?? "–",
    one.direction,
    ...FigureColumns.cells(one, FigureColumns.columnsOf(report)),
    report.holderNames.get(one.holder ?? "") ?? "",
    ...FigureColumns.forPartners(one, FigureColumns.columnsOf(report)),
  ])
  return {
    title: TableWords.of("perHolder", language),
    head: [
      ...TableWords.heads(language, "budgetHolder", ""),
      ...FigureColumns.head(FigureColumns.columnsOf(report), language),
      "",
      ...FigureColumns.partnersHead(FigureColumns.columnsOf(report), language),
    ],
    rows,
    sums: FigureColumns.sums(rows, 2, FigureColumns.columnsOf(report)),
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
    ...FigureColumns.cells(one, FigureColumns.columnsOf(report)),
    FollowUpName.alarm(one.alarm, language),
  ])
  return {
    title: TableWords.titles.limits(report.warnAt)[language],
    head: [
      TableWords.of("credit", language),
      ...FigureColumns.head(FigureColumns.columnsOf(report), language),
      TableWords.of("state", language),
    ],
    rows,
    sums: FigureColumns.sums(rows, 1, FigureColumns.columnsOf(report)),
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
    ...FigureColumns.cells(
      Realisation.figures({ estimate: planned, realised: done }),
      FigureColumns.plainColumns,
    ),
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
    head: [
      ...TableWords.heads(language, "", "", ""),
      ...FigureColumns.head(FigureColumns.plainColumns, language),
    ],
    rows,
    sums: [...added, ...FigureColumns.sums(rows, 3, FigureColumns.plainColumns)],
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
