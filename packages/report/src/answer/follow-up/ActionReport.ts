/** The report on one action, for its budget holder: its texts, figures, budget lines, indicators, and what decisions changed. */
import { BudgetLine, type Indicator, Money } from "@grootboek/core"
import {
  type ActionChange,
  DeclaredName,
  type FollowUp,
  IndicatorName,
  type Indicators,
} from "@grootboek/core/answer"
import * as Table from "../../paint/Table.ts"
import * as Resolutions from "../../view/Resolutions.ts"
import * as DeclaredText from "../../words/DeclaredText.ts"
import * as Figure from "../../words/Figure.ts"
import * as FollowUpText from "../../words/FollowUpText.ts"
import * as IndicatorText from "../../words/IndicatorText.ts"
import type { Language } from "../../words/Language.ts"
import * as PolicyWords from "../../words/PolicyWords.ts"
import * as TableWords from "../../words/TableWords.ts"
import * as TermText from "../../words/TermText.ts"
import * as FigureColumns from "./FigureColumns.ts"
import * as FollowUpReport from "./FollowUpReport.ts"

/** Returns the report on an action. */
export const of = (report: FollowUp.FollowUp, code: string, language: Language): Table.TableReport => {
  const [title = "", ...sentences] = FollowUpText.action(report, code, language)
  const passing = report.forPartners.has(code) ? report.forPartners : new Map<string, Money.Money>()
  const own = {
    ...report,
    actions: report.actions.filter((one) => one.action === code),
    passedOn: report.passedOn.filter(({ action }) => action === code),
    forPartners: passing,
  }
  const judged = report.indicators.filter(({ indicator }) => indicator.goal === code)
  const changes = report.about?.changes ?? []
  return {
    title,
    sentences: [
      ...sentences,
      ...FollowUpText.passedOn(report, code, language),
      ...(changes.length > 0 ? [] : [FollowUpText.unchanged[language]]),
      ...(judged.length === 0 ? [] : [FollowUpText.judgedOn(report, language)]),
    ],
    tables: [
      texts(report, language),
      FollowUpReport.realised(own, "figures", language),
      lines(own, language),
      FollowUpReport.passedOn(own, language),
      indicators(judged, language),
      decisions(report, language),
    ].filter(({ rows }) => rows.length > 0),
  }
}

const texts = ({ about }: FollowUp.FollowUp, language: Language): Table.Table => {
  const { text, financing } = about ?? {}
  const declared = [
    ["description", text?.description],
    ["commentary", text?.commentary],
    ["term", text?.term === undefined ? undefined : TermText.of(text.term)],
    ["status", text?.status],
    ["staffInKind", text?.staffInKind === undefined ? undefined : Figure.decimal(text.staffInKind)],
    ["financing", financing],
    ["indicators", text?.indicators],
  ] as const
  return {
    title: TableWords.of("inThePlan", language),
    head: ["", ""],
    rows: declared.flatMap(([name, value]) =>
      value === undefined || value.trim() === "" ? [] : [[PolicyWords.of(name, language), value]],
    ),
  }
}

// A budget holder reads what is committed on each line, also where that is nothing.
const lines = (report: FollowUp.FollowUp, language: Language): Table.Table => {
  const columns = { ...FigureColumns.columnsOf(report), isCommitted: true }
  const rows = (report.lines ?? []).map(({ line, names, ...one }) => {
    const { action: _, ...rest } = line
    return [
      BudgetLine.format(rest),
      line.direction,
      names.account ?? "",
      ...FigureColumns.cells(one, columns),
      ...FigureColumns.forPartners({ ...one, line, direction: line.direction }, columns),
    ]
  })
  return {
    title: TableWords.of("perLine", language),
    head: [
      ...TableWords.heads(language, "line", "", ""),
      ...FigureColumns.head(columns, language),
      ...FigureColumns.partnersHead(columns, language),
    ],
    rows,
    sums: FigureColumns.sums(rows, 3, columns),
  }
}

// An indicator of which no period has begun is shown with its first target.
const indicators = (all: ReadonlyArray<Indicators.JudgedIndicator>, language: Language): Table.Table => ({
  title: TableWords.of("indicatorsOfAction", language),
  head: [
    ...TableWords.heads(language, "indicator", "period", "target", "measured"),
    "%",
    TableWords.of("verdict", language),
  ],
  rows: all.flatMap(({ indicator, targets, judgments }) =>
    judgments.length === 0
      ? [[indicator.name, "", IndicatorText.target(indicator, targets[0], language), "", "", "–"]]
      : judgments
          .slice(-most(indicator))
          .map((judged, at) => [
            at === 0 ? indicator.name : "",
            IndicatorText.period(judged.period, language),
            IndicatorText.target(indicator, judged.target, language),
            IndicatorText.measured(indicator, judged, language),
            judged.share === undefined ? "" : Table.percent(judged.share),
            IndicatorName.verdicts[judged.verdict][language],
          ]),
  ),
})

// The latest periods are shown, so that the page stays short: every year, and of shorter periods the last two.
const most = ({ every }: Indicator.Indicator): number => (every === "week" || every === "month" ? 2 : 6)

const decisions = ({ about }: FollowUp.FollowUp, language: Language): Table.Table => {
  const { years = [], changes = [] } = about ?? {}
  const blank = years.map(() => "")
  return {
    title: TableWords.of("changedByDecision", language),
    head: [...TableWords.heads(language, "decided", "change"), ...years.map(String)],
    rows: changes.flatMap(({ decision, receipts, expenditure, declared }) => [
      [
        Resolutions.format(decision),
        decision.motivation ?? PolicyWords.of("notDeclared", language),
        ...blank,
      ],
      ...(
        [
          ["estimatedExpenditure", expenditure],
          ["estimatedReceipts", receipts],
        ] as const
      ).flatMap(([name, amounts]) =>
        amounts.every(Money.isZero) ? [] : [["", TableWords.of(name, language), ...amounts]],
      ),
      ...declared.map((one) => ["", declaredText(one, language), ...blank]),
    ]),
  }
}

const declaredText = (
  { list, code, number, field, old, new: now }: ActionChange.ActionChange["declared"][number],
  language: Language,
): string => {
  const shown = (text: string | undefined): string => DeclaredText.value(field, text, language)
  const where = [DeclaredName.lists[list][language], code, ...(number === undefined ? [] : [String(number)])]
  return `${where.join(" ")}, ${DeclaredText.field(field, language)}: ${shown(old)} → ${shown(now)}`
}
