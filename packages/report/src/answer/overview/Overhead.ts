/** Overhead by action and year: charged, charged less and why, and still carried by the overhead action. */
import { Balances, Money, Year } from "@grootboek/core"
import { OverheadMatrix } from "@grootboek/core/answer"
import type { Table } from "../../paint/Table.ts"
import * as TableSum from "../../paint/TableSum.ts"
import * as TableWords from "../../words/TableWords.ts"
import { type OverviewInput, years } from "./OverviewInput.ts"

export const overhead = ({ plan, ledger, position, language }: OverviewInput): ReadonlyArray<Table> => {
  const matrix = OverheadMatrix.of(plan, Balances.of(ledger.columns, position))
  if (matrix === undefined) return []
  const actions = [...new Set(matrix.cells.map(({ from }) => from))]
  const less = matrix.cells.filter(({ less: missing }) => !Money.isZero(missing))
  const charged = (action: string, year: number) =>
    Money.sum(matrix.cells.flatMap((one) => (one.from === action && one.year === year ? [one.charged] : [])))
  const to = matrix.own[0]?.action ?? ""
  const rows = [
    ...actions.map((action) => [
      action,
      to,
      ...Year.list(plan.years).map((year) => charged(action, year)),
      plan.structure.goals.get(action)?.name ?? "",
    ]),
    [
      TableWords.of("together", language),
      to,
      ...matrix.own.map(({ borne }) => borne),
      TableWords.of("borneByActions", language),
    ],
    [
      TableWords.of("spent", language),
      to,
      ...matrix.own.map(({ spent }) => spent),
      TableWords.titles.spentBy(to)[language],
    ],
    [
      TableWords.of("carried", language),
      to,
      ...matrix.own.map(({ carried }) => carried),
      TableWords.titles.carriedBy(to)[language],
    ],
  ]
  const together = actions.length
  const receipts = (["received", "byRule", "bySource", "unexplained"] as const).map((part) => [
    TableWords.receiptsOf[part][language],
    ...matrix.own.map((own) => own.receipts[part]),
  ])
  return [
    {
      title: TableWords.titles.overhead(matrix.percent, to)[language],
      head: [...TableWords.heads(language, "from", "to"), ...years(plan), ""],
      rows,
      sums: [
        ...TableSum.below(rows, together, TableSum.first(together)),
        ...TableSum.below(rows, together + 2, [
          { row: together + 1, sign: 1 },
          { row: together, sign: -1 },
        ]),
      ],
    },
    {
      title: TableWords.titles.overheadReceipts(to)[language],
      head: [...TableWords.heads(language, ""), ...years(plan)],
      rows: receipts,
      sums: TableSum.below(receipts, 3, [
        { row: 0, sign: 1 },
        { row: 1, sign: -1 },
        { row: 2, sign: -1 },
      ]),
    },
    ...(less.length === 0
      ? []
      : [
          {
            title: TableWords.of("chargedLess", language),
            head: TableWords.heads(
              language,
              "action",
              "year",
              "staffCost",
              "share",
              "charged",
              "less",
              "rule",
            ),
            rows: less.map(({ from, year, staff, standard, charged: amount, less: missing, reference }) => [
              from,
              String(year),
              staff,
              standard,
              amount,
              missing,
              reference ?? "",
            ]),
          },
        ]),
  ]
}
