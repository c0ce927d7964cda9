/** The explanatory tables: investments, declared facts, policy domains, and the change of the reserve. */
import { Balances, Money, Quantity, Year } from "@grootboek/core"
import { Reserve, Tables } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import * as Table from "../../paint/Table.ts"
import type * as TableSum from "../../paint/TableSum.ts"
import type { Language } from "../../words/Language.ts"
import * as TableWords from "../../words/TableWords.ts"
import { type OverviewInput, years } from "./OverviewInput.ts"

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
        ...values.map(({ value }) => {
          const cell = Table.textOrNumber(value ?? "/")
          const isExact = origin !== "derived" || values.every((one) => !one.value?.includes("."))
          return typeof cell === "string" || isExact ? cell : { ...cell, printed: inCents(cell.decimal) }
        }),
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

// A derived figure may have more decimals than the figures from which it was derived.
const inCents = (decimal: string): string => {
  const [exact, cent] = [Quantity.exact(decimal), 10n ** 10n]
  const half = exact < 0n ? -cent / 2n : cent / 2n
  const [whole = "", fraction = ""] = Quantity.format(((exact + half) / cent) * cent).split(".")
  return `${whole}.${fraction.padEnd(2, "0")}`
}

export const domains = ({ plan, language }: OverviewInput): ReadonlyArray<Table.Table> => [
  {
    title: TableWords.of("domains", language),
    head: TableWords.heads(language, "domain", "field", "", "item", ""),
    rows: Tables.domains(plan).flatMap(({ domain, items }) =>
      items.map((item) => [domain, item.field, item.fieldName, item.code, item.name]),
    ),
  },
]

/** Returns the steps from one reserve to the next: per year those of the plan, and of a closed year those of its accounts. */
export const reserve = ({ plan, ledger, position, language }: OverviewInput): ReadonlyArray<Table.Table> =>
  Year.list(plan.years).flatMap((year) => {
    const planned = Result.getOrUndefined(Reserve.walk(ledger, year, { at: position }))
    const realised = Result.getOrUndefined(Reserve.accounts(ledger, year, { at: position }))
    return [
      ...(planned === undefined
        ? []
        : [walked(TableWords.titles.reserve(year)[language], planned, language)]),
      ...(realised === undefined
        ? []
        : [walked(TableWords.titles.accountsReserve(year)[language], realised, language)]),
    ]
  })

const walked = (title: string, walk: Reserve.Walk, language: Language): Table.Table => {
  const { year, before, carried, opening, steps, closing } = walk
  const earlier: ReadonlyArray<ReadonlyArray<Table.TableCell>> =
    Money.isZero(before) || Money.isZero(carried)
      ? []
      : [
          [TableWords.titles.december(year - 1)[language], "", before],
          [TableWords.of("carriedResults", language), carried, opening],
        ]
  const rows = [
    ...earlier,
    [TableWords.of("january", language), "", opening],
    ...steps.map(({ label, amount, reserve }) => [label, amount, reserve]),
    [TableWords.of("december", language), "", closing],
  ]
  return {
    title,
    head: TableWords.heads(language, "", "change", "reserve"),
    rows,
    sums: rows.slice(1).map((cells, above): TableSum.TableSum => {
      const row = above + 1
      const reserveAbove = { row: above, column: 2, sign: 1 } as const
      const isMovement = typeof cells[1] === "bigint"
      return {
        row,
        column: 2,
        terms: isMovement ? [reserveAbove, { row, column: 1, sign: 1 }] : [reserveAbove],
      }
    }),
  }
}
