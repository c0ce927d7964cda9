/** The explanatory tables: investments, declared facts, policy domains, and the change of the reserve. */
import { Balances, Money, Year } from "@grootboek/core"
import { Reserve, Tables } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import * as Table from "../../paint/Table.ts"
import type * as TableSum from "../../paint/TableSum.ts"
import * as TableWords from "../../words/TableWords.ts"
import { type OverviewInput, years } from "./OverviewInput.ts"

/** Returns investments per envelope. */
export const investments = ({
  plan,
  ledger,
  position,
  language,
}: OverviewInput): ReadonlyArray<Table.Table> => {
  const all = Tables.investments(plan, Balances.of(ledger.columns, position))
  return [
    {
      title: TableWords.of("investments", language),
      head: [
        ...TableWords.heads(language, "envelope", ""),
        ...years(plan),
        TableWords.of("condition", language),
      ],
      rows: [...new Set(all.map(({ envelope }) => envelope))].flatMap((envelope) => {
        const own = all.filter((one) => one.envelope === envelope)
        const name = `${envelope ?? "–"} ${own[0]?.name ?? ""}`.trim()
        const isUnmet = own.every(({ conditional }) => conditional)
        return (["U", "O"] as const)
          .map((direction) => ({
            direction,
            amounts: Year.list(plan.years).map((year) =>
              Money.sum(
                own
                  .filter((one) => one.year === year)
                  .map((one) => (direction === "U" ? one.spent : one.received)),
              ),
            ),
          }))
          .filter(({ amounts }) => amounts.some((amount) => !Money.isZero(amount)))
          .map(({ direction, amounts }) => [
            name,
            direction,
            ...amounts,
            isUnmet ? TableWords.of("notFulfilledYet", language) : "",
          ])
      }),
    },
  ]
}

/** Returns facts declared beside amounts, such as staff per level. */
export const facts = ({ plan, language }: OverviewInput): ReadonlyArray<Table.Table> =>
  Tables.factTables(plan).map((table) => {
    const rows = Tables.facts(plan, table)
    const isMarked = rows.some(({ origin, text }) => origin !== undefined || text !== undefined)
    return {
      title: table,
      head: ["", ...years(plan), ...(isMarked ? TableWords.heads(language, "origin") : [])],
      rows: rows.map(({ row, values, origin, text }) => [
        row,
        ...values.map(({ value }) => Table.textOrNumber(value ?? "/")),
        ...(isMarked
          ? [
              [origin === undefined ? "" : TableWords.of(origin, language), text ?? ""]
                .filter((part) => part !== "")
                .join(": "),
            ]
          : []),
      ]),
    }
  })

/** Returns the policy domains. */
export const domains = ({ plan, language }: OverviewInput): ReadonlyArray<Table.Table> => [
  {
    title: TableWords.of("domains", language),
    head: TableWords.heads(language, "domain", "field", "", "item", ""),
    rows: Tables.domains(plan).flatMap(({ domain, items }) =>
      items.map((item) => [domain, item.field, item.fieldName, item.code, item.name]),
    ),
  },
]

/** Returns the steps from one reserve to the next. */
export const reserve = ({ plan, ledger, position, language }: OverviewInput): ReadonlyArray<Table.Table> =>
  Year.list(plan.years).flatMap((year) => {
    const read = Reserve.walk(ledger, year, { at: position })
    if (Result.isFailure(read)) return []
    const { opening, steps, closing } = read.success
    const rows = [
      [TableWords.of("january", language), "", opening],
      ...steps.map(({ label, amount, reserve }) => [label, amount, reserve]),
      [TableWords.of("december", language), "", closing],
    ]
    const added = rows.slice(1).map((_, before): TableSum.TableSum => {
      const row = before + 1
      const terms = [
        { row: before, column: 2, sign: 1 },
        { row, column: 1, sign: 1 },
      ] as const
      return { row, column: 2, terms: row === rows.length - 1 ? terms.slice(0, 1) : terms }
    })
    return [
      {
        title: TableWords.titles.reserve(year)[language],
        head: TableWords.heads(language, "", "change", "reserve"),
        rows,
        sums: added,
      },
    ]
  })
