/** The follow-up report as sentences and tables: objectives, figures per action, holder and quarter, limits, J1, T2, risks. */
import { type FollowUp, Money, Realisation, type Statement } from "@grootboek/core"
import type { Table, TableCell, TableReport } from "../../paint/Table.ts"
import * as FollowUpText from "../../words/FollowUpText.ts"
import type { Both, Language } from "../../words/Language.ts"

/** The whole report. */
export const of = (report: FollowUp.FollowUp, language: Language): TableReport => ({
  title: FollowUpText.title(report, language),
  sentences: FollowUpText.summary(report, language),
  tables: [
    objectives(report, language),
    realised(report, { en: "Per action", nl: "Per actie" }, language),
    holders(report, language),
    limits(report, language),
    beside(report.J1, report.M1, language),
    beside(report.T2, report.estimatedT2, language),
    risks(report, language),
  ].filter(({ rows }) => rows.length > 0),
})

/** The report on one action: a page for its budget holder. */
export const action = (report: FollowUp.FollowUp, code: string, language: Language): TableReport => {
  const [name = "", ...sentences] = FollowUpText.action(report, code, language)
  const own = { ...report, actions: report.actions.filter((one) => one.action === code) }
  const figures = realised(own, { en: "Figures", nl: "Cijfers" }, language)
  return { title: name, sentences, tables: figures.rows.length === 0 ? [] : [figures] }
}

/** The names of the columns of figures; what was realised during the period only where that is less than all. */
export const head = (isPartial: boolean, language: Language): ReadonlyArray<string> => [
  say({ en: "estimate", nl: "raming" }, language),
  ...(isPartial ? [say({ en: "in the period", nl: "in de periode" }, language)] : []),
  say({ en: "realised", nl: "gerealiseerd" }, language),
  say({ en: "available", nl: "beschikbaar" }, language),
  "%",
]

/** Figures as cells. */
export const cells = (one: Realisation.Figures, isPartial: boolean): ReadonlyArray<TableCell> => [
  one.estimate,
  ...(isPartial ? [one.during] : []),
  one.realised,
  one.available,
  one.percent?.replace(".", ",") ?? "",
]

const isPartial = ({ from }: FollowUp.FollowUp): boolean => from !== undefined && !from.endsWith("-01")

// Actions stand in the table when they declared a state themselves; what lies above them counts them.
const objectives = (report: FollowUp.FollowUp, language: Language): Table => ({
  title: say({ en: "State of the objectives", nl: "Stand van de doelstellingen" }, language),
  head: [
    "",
    say({ en: "objective", nl: "doelstelling" }, language),
    say({ en: "state", nl: "stand" }, language),
    say({ en: "on", nl: "op" }, language),
    say({ en: "explanation", nl: "toelichting" }, language),
  ],
  rows: report.goals
    .filter(({ goal, progress }) => progress !== undefined || goal.level === "policyObjective")
    .map(({ goal, progress, actions }) => [
      goal.code,
      goal.name,
      [
        ...(progress === undefined ? [] : [FollowUpText.state(progress.state, language)]),
        ...(goal.level === "action" ? [] : [FollowUpText.count(actions, language)]),
      ].join(" · "),
      progress?.on ?? "",
      progress?.text ?? "",
    ]),
})

const realised = (report: FollowUp.FollowUp, title: Both, language: Language): Table => {
  const names = new Map(report.goals.map(({ goal }) => [goal.code, goal.name]))
  return {
    title: say(title, language),
    head: [
      say({ en: "action", nl: "actie" }, language),
      "",
      ...head(isPartial(report), language),
      say({ en: "budget holder", nl: "budgethouder" }, language),
      "",
    ],
    rows: report.actions.map((one) => [
      one.action ?? "–",
      one.direction,
      ...cells(one, isPartial(report)),
      one.holder ?? "",
      names.get(one.action ?? "") ?? "",
    ]),
  }
}

const holders = (report: FollowUp.FollowUp, language: Language): Table => ({
  title: say({ en: "Per budget holder", nl: "Per budgethouder" }, language),
  head: [
    say({ en: "budget holder", nl: "budgethouder" }, language),
    "",
    ...head(isPartial(report), language),
    "",
  ],
  rows: report.holders.map((one) => [
    one.holder ?? "–",
    one.direction,
    ...cells(one, isPartial(report)),
    report.holderNames.get(one.holder ?? "") ?? "",
  ]),
})

const limits = (report: FollowUp.FollowUp, language: Language): Table => ({
  title: say(
    {
      en: `Limits of M3, warning from ${report.warnAt} %`,
      nl: `Limieten van M3, verwittigd vanaf ${report.warnAt} %`,
    },
    language,
  ),
  head: [
    say({ en: "credit", nl: "krediet" }, language),
    ...head(isPartial(report), language),
    say({ en: "state", nl: "stand" }, language),
  ],
  rows: report.limits.map((one) => [
    one.row,
    ...cells(one, isPartial(report)),
    FollowUpText.alarm(one.alarm, language),
  ]),
})

/** A form on realisations with the estimates beside it: both have the same rows. Those in which nothing stands are left out. */
const beside = (
  realised: Statement.Statement,
  estimated: Statement.Statement,
  language: Language,
): Table => ({
  title: `${realised.form} ${realised.title}`,
  head: ["", "", "", ...head(false, language)],
  rows: realised.rows.flatMap((row, at) => {
    const planned = estimated.rows[at]?.cells[0]?.exact ?? Money.zero
    const done = row.cells[0]?.exact ?? Money.zero
    if (Money.isZero(planned) && Money.isZero(done)) return []
    const told = Realisation.figures(planned, done)
    return [[row.section, row.code, row.label, ...cells(told, false)]]
  }),
})

const risks = (report: FollowUp.FollowUp, language: Language): Table => ({
  title: say({ en: "Risks", nl: "Risico's" }, language),
  head: [
    say({ en: "risk", nl: "risico" }, language),
    say({ en: "before", nl: "vroeger" }, language),
    say({ en: "now", nl: "nu" }, language),
    say({ en: "explanation", nl: "toelichting" }, language),
  ],
  rows: report.risks.map(({ risk, before }) => [
    risk.name,
    before === undefined ? "–" : FollowUpText.trend(before.trend, language),
    FollowUpText.trend(risk.trend, language),
    risk.text ?? "",
  ]),
})

const say = (words: Both, language: Language): string => words[language]
