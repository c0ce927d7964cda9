/** Realisations per budget holder, action and quarter. */
import { Balances, Commitment, Money, Year } from "@grootboek/core"
import { Realisation } from "@grootboek/core/answer"
import type { Table } from "../../paint/Table.ts"
import * as TableSum from "../../paint/TableSum.ts"
import * as TableWords from "../../words/TableWords.ts"
import * as FigureColumns from "../follow-up/FigureColumns.ts"
import type { OverviewInput } from "./OverviewInput.ts"

/**
 * Returns estimate, realised, available and percent per holder and action, and the quarters. The table by holder has every
 * year of the plan, the others the years with a realisation: programs rely on these rows since 0.1.0.
 */
export const realisation = ({ plan, ledger, position, language }: OverviewInput): ReadonlyArray<Table> => {
  const balances = Balances.of(ledger.columns, position)
  const isBooked = (year: number) =>
    Balances.list(balances).some(({ place, year: other }) => place.phase === "actual" && other === year)
  const all = Year.list(plan.years)
  const booked = all.filter(isBooked)
  const isCommitted = all.some((year) => Commitment.open(balances, { year }).length > 0)
  const columns = { isPartial: false, isCommitted }
  // Late bookings of a year belong to its last quarter.
  const quarters = [{ until: "03" }, { from: "04", until: "06" }, { from: "07", until: "09" }, { from: "10" }]
  const head = (what: TableWords.TableWord): ReadonlyArray<string> => [
    TableWords.of(what, language),
    ...TableWords.heads(language, "", "year"),
    ...FigureColumns.head(columns, language),
  ]
  const figures = (title: string, head: ReadonlyArray<string>, rows: Table["rows"]): Table => ({
    title,
    head,
    rows,
    sums: FigureColumns.sums(rows, 3, columns),
  })
  return booked.length === 0
    ? []
    : [
        figures(
          TableWords.of("perHolderAndYear", language),
          head("budgetHolder"),
          all
            .flatMap((year) => Realisation.byHolder(plan, balances, { year }).map((one) => ({ year, one })))
            .map(({ year, one }) => [
              one.holder ?? "–",
              one.direction,
              String(year),
              ...FigureColumns.cells(one, columns),
            ]),
        ),
        figures(
          TableWords.of("perActionAndYear", language),
          head("action"),
          booked
            .flatMap((year) => Realisation.byAction(plan, balances, { year }).map((one) => ({ year, one })))
            .map(({ year, one }) => [
              one.action ?? "–",
              one.direction,
              String(year),
              ...FigureColumns.cells(one, columns),
            ]),
        ),
        ...booked.map((year) => {
          const rows = quartersOf(
            quarters.map(({ from, until }) =>
              Realisation.byAction(plan, balances, {
                year,
                ...(from === undefined ? {} : { from: `${year}-${from}` }),
                ...(until === undefined ? {} : { until: `${year}-${until}` }),
              }),
            ),
          )
          return {
            title: TableWords.titles.quarters(year)[language],
            head: [
              ...TableWords.heads(language, "action", ""),
              ...TableWords.quarters(language),
              TableWords.of("together", language),
            ],
            rows,
            sums: TableSum.across(
              rows,
              6,
              [2, 3, 4, 5].map((column) => ({ column, sign: 1 })),
            ),
          }
        }),
      ]
}

/** Returns the realisations of every action per quarter; actions without any are left out. */
const quartersOf = (
  quarters: ReadonlyArray<ReadonlyArray<Realisation.ActionFigures>>,
): ReadonlyArray<ReadonlyArray<string | Money.Money>> =>
  (quarters[0] ?? []).flatMap(({ action, direction }, at) => {
    const amounts = quarters.map((quarter) => quarter[at]?.during ?? Money.zero)
    return amounts.every(Money.isZero) ? [] : [[action ?? "–", direction, ...amounts, Money.sum(amounts)]]
  })
