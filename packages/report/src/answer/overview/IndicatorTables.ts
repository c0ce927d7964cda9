/** Indicators with their targets, measurements and verdicts, and whether every active action has one. */
import { Structure } from "@grootboek/core"
import { IndicatorName, Indicators, Judgment } from "@grootboek/core/answer"
import * as Table from "../../paint/Table.ts"
import * as IndicatorText from "../../words/IndicatorText.ts"
import type { Language } from "../../words/Language.ts"
import * as TableWords from "../../words/TableWords.ts"
import type { OverviewInput } from "./OverviewInput.ts"

/** Returns the verdicts per objective, every indicator, the values of parts, and the actions without an indicator. */
export const indicators = (input: OverviewInput): ReadonlyArray<Table.Table> => {
  const { plan, ledger, position, language } = input
  if (plan.structure.register.indicators.size === 0) return []
  const on = input.on ?? Indicators.dayOf(ledger, position)
  const all = Indicators.of(plan, on)
  return [
    perObjective(input, all),
    perAction(all, language),
    parts(all, language),
    coverage(input, on),
  ].filter(({ rows }) => rows.length > 0)
}

/** Returns a row per judged period: every year, and of shorter periods the last two. */
export const perAction = (
  all: ReadonlyArray<Indicators.JudgedIndicator>,
  language: Language,
): Table.Table => ({
  title: TableWords.of("indicatorsPerAction", language),
  head: [
    ...TableWords.heads(language, "action", "indicator", "name", "period", "target", "measured"),
    "%",
    TableWords.of("verdict", language),
    TableWords.of("explanation", language),
  ],
  rows: all.flatMap((one) =>
    shown(one).map((judged) => [
      one.indicator.goal,
      one.indicator.code,
      one.indicator.name,
      IndicatorText.period(judged.period, language),
      IndicatorText.target(one.indicator, judged.target, language),
      IndicatorText.measured(one.indicator, judged, language),
      judged.share === undefined ? "" : Table.percent(judged.share),
      IndicatorName.verdicts[judged.verdict][language],
      judged.text ?? judged.target?.text ?? "",
    ]),
  ),
})

const shown = ({ indicator, judgments }: Indicators.JudgedIndicator): ReadonlyArray<Judgment.Judgment> =>
  indicator.every === "week" || indicator.every === "month" ? judgments.slice(-2) : judgments

const perObjective = (
  { plan, language }: OverviewInput,
  all: ReadonlyArray<Indicators.JudgedIndicator>,
): Table.Table => ({
  title: TableWords.of("verdictsPerObjective", language),
  head: [
    ...TableWords.heads(language, "objective", "name", "indicators"),
    ...Judgment.verdicts.map((verdict) => IndicatorName.verdicts[verdict][language]),
  ],
  rows: [...plan.structure.goals.values()].flatMap((goal) => {
    const own = all.filter(
      ({ indicator }) => Structure.ancestor(plan.structure, indicator.goal, goal.level)?.code === goal.code,
    )
    if (goal.level === "action" || own.length === 0) return []
    const found = own.map((one) => Indicators.latest(one)?.verdict)
    return [
      [
        goal.code,
        goal.name,
        String(own.length),
        ...Judgment.verdicts.map((verdict) => String(found.filter((one) => one === verdict).length)),
      ],
    ]
  }),
})

const parts = (all: ReadonlyArray<Indicators.JudgedIndicator>, language: Language): Table.Table => ({
  title: TableWords.of("measuredParts", language),
  head: TableWords.heads(language, "indicator", "period", "part", "measured"),
  rows: all.flatMap((one) =>
    shown(one).flatMap((judged) =>
      judged.parts.map(({ part, value }) => [
        one.indicator.code,
        IndicatorText.period(judged.period, language),
        part,
        IndicatorText.value(one.indicator, value, language),
      ]),
    ),
  ),
})

const coverage = ({ plan, language }: OverviewInput, on: string): Table.Table => {
  const { active, covered, missing } = Indicators.coverage(plan, on)
  return {
    title: TableWords.of("coverage", language),
    head: TableWords.heads(language, "action", "name", "printedInstead"),
    rows: [
      ["", TableWords.titles.coverage(covered, active)[language], ""],
      ...missing.map(({ action, words }) => [action.code, action.name, words ?? "–"]),
    ],
  }
}
