/** The explanatory tables: investments, declared facts, policy domains, and the walk from one reserve to the next. */
import { Balances, Money, Reserve, Tables, Year } from "@grootboek/core"
import * as Result from "effect/Result"
import type { Table } from "../../paint/Table.ts"
import { type OverviewInput, say, years } from "./OverviewInput.ts"

/** Investments per envelope. */
export const investments = ({ plan, ledger, position, language }: OverviewInput): ReadonlyArray<Table> => {
  const all = Tables.investments(plan, Balances.of(ledger.columns, position))
  return [
    {
      title: say({ en: "Investments per envelope", nl: "Investeringen per enveloppe" }, language),
      head: [
        say({ en: "envelope", nl: "enveloppe" }, language),
        "",
        ...years(plan),
        say({ en: "condition", nl: "voorwaarde" }, language),
      ],
      rows: [...new Set(all.map(({ envelope }) => envelope))].flatMap((envelope) => {
        const own = all.filter((one) => one.envelope === envelope)
        const name = `${envelope ?? "–"} ${own[0]?.name ?? ""}`.trim()
        const isHeld = own.every(({ conditional }) => conditional)
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
            isHeld ? say({ en: "not met yet", nl: "nog niet vervuld" }, language) : "",
          ])
      }),
    },
  ]
}

/** What was declared beside the money, such as staff per level. */
export const facts = ({ plan }: OverviewInput): ReadonlyArray<Table> =>
  [...new Set([...plan.structure.register.facts.values()].map(({ table }) => table))].map((table) => ({
    title: table,
    head: ["", ...years(plan)],
    rows: Tables.facts(plan, table).map(({ row, values }) => [
      row,
      ...values.map(({ value }) => value ?? "/"),
    ]),
  }))

/** Policy domains. */
export const domains = ({ plan, language }: OverviewInput): ReadonlyArray<Table> => [
  {
    title: say({ en: "Policy domains", nl: "Beleidsdomeinen" }, language),
    head: [
      say({ en: "domain", nl: "domein" }, language),
      say({ en: "field", nl: "veld" }, language),
      "",
      say({ en: "item", nl: "item" }, language),
      "",
    ],
    rows: Tables.domains(plan).flatMap(({ domain, items }) =>
      items.map((item) => [domain, item.field, item.fieldName, item.code, item.name]),
    ),
  },
]

/** From one reserve to the next. */
export const reserve = ({ plan, ledger, position, language }: OverviewInput): ReadonlyArray<Table> =>
  Year.list(plan.years).flatMap((year) => {
    const read = Reserve.walk(ledger, year, { at: position })
    if (Result.isFailure(read)) return []
    const { opening, steps, closing } = read.success
    return [
      {
        title: say({ en: `The reserve in ${year}`, nl: `De reserve in ${year}` }, language),
        head: [
          "",
          say({ en: "change", nl: "wijziging" }, language),
          say({ en: "reserve", nl: "reserve" }, language),
        ],
        rows: [
          [say({ en: "1 January", nl: "1 januari" }, language), "", opening],
          ...steps.map(({ label, amount, reserve }) => [label, amount, reserve]),
          [say({ en: "31 December", nl: "31 december" }, language), "", closing],
        ],
      },
    ]
  })
