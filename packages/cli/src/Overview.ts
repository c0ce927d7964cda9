/** The plan's own rules as tables: who owes what, who bears the overhead, where money comes from, how reserves walk. */
import {
  Balances,
  Contribution,
  Funding,
  type Ledger,
  Money,
  OverheadMatrix,
  type Plan,
  Reserve,
  Tables,
  Year,
} from "@grootboek/core"
import * as Result from "effect/Result"
import type { Both, Language } from "./Language.ts"

/** A cell: words, or an amount. */
export type Cell = string | Money.Money

/** A table to print. */
export interface Table {
  readonly title: string
  readonly head: ReadonlyArray<string>
  readonly rows: ReadonlyArray<ReadonlyArray<Cell>>
}

/** What a topic is read from. */
export interface Scene {
  readonly ledger: Ledger.Ledger
  readonly plan: Plan.Plan
  readonly position: number
  readonly language: Language
}

/** The topics, each with its tables. */
export const topics = {
  contributions: ({ plan, ledger, position, language }: Scene): ReadonlyArray<Table> => {
    const owed = Contribution.receivables(plan, Balances.of(ledger.columns, position))
    return [...plan.contributions].map(([contribution, { key }]) => ({
      title: `${contribution} – ${key.name}`,
      head: [say({ en: "member", nl: "deelgenoot" }, language), ...years(plan)],
      rows: key.weights.map(({ member }) => [
        member,
        ...Year.list(plan.years).map((year) =>
          sumOf(
            owed.filter(
              (one) => one.contribution === contribution && one.member === member && one.year === year,
            ),
          ),
        ),
      ]),
    }))
  },
  overhead: ({ plan, ledger, position, language }: Scene): ReadonlyArray<Table> => {
    const matrix = OverheadMatrix.of(plan, Balances.of(ledger.columns, position))
    if (matrix === undefined) return []
    const actions = [...new Set(matrix.cells.map(({ from }) => from))]
    const less = matrix.cells.filter(({ less: missing }) => !Money.isZero(missing))
    const charged = (action: string, year: number) =>
      Money.sum(
        matrix.cells.flatMap((one) => (one.from === action && one.year === year ? [one.charged] : [])),
      )
    const to = matrix.own[0]?.action ?? ""
    return [
      {
        title: say(
          { en: `Charged to ${to} (${matrix.percent} %)`, nl: `Aangerekend aan ${to} (${matrix.percent} %)` },
          language,
        ),
        head: [say({ en: "by action", nl: "door actie" }, language), ...years(plan)],
        rows: [
          ...actions.map((action) => [action, ...Year.list(plan.years).map((year) => charged(action, year))]),
          [
            say({ en: "spent by it", nl: "eigen uitgaven" }, language),
            ...matrix.own.map(({ spent }) => spent),
          ],
          [
            say({ en: "carried itself", nl: "zelf gedragen" }, language),
            ...matrix.own.map(({ carried }) => carried),
          ],
        ],
      },
      ...(less.length === 0
        ? []
        : [
            {
              title: say({ en: "Charged less, and why", nl: "Minder aangerekend, en waarom" }, language),
              head: [
                say({ en: "action", nl: "actie" }, language),
                say({ en: "year", nl: "jaar" }, language),
                say({ en: "share", nl: "aandeel" }, language),
                say({ en: "charged", nl: "aangerekend" }, language),
                say({ en: "rule", nl: "regelgeving" }, language),
              ],
              rows: less.map(({ from, year, standard, charged: amount, reference }) => [
                from,
                String(year),
                standard,
                amount,
                reference ?? "",
              ]),
            },
          ]),
    ]
  },
  funding: ({ plan, ledger, position, language }: Scene): ReadonlyArray<Table> => {
    const totals = Funding.totals(plan, Balances.of(ledger.columns, position))
    const names = [...new Set(totals.map(nameOf))]
    const table = (title: Both, amount: (total: Funding.Total) => Money.Money): Table => ({
      title: say(title, language),
      head: [say({ en: "source", nl: "financieringsbron" }, language), ...years(plan)],
      rows: names.map((name) => [
        name,
        ...Year.list(plan.years).map((year) =>
          Money.sum(totals.filter((one) => nameOf(one) === name && one.year === year).map(amount)),
        ),
      ]),
    })
    return [
      table({ en: "Receipts", nl: "Ontvangsten" }, ({ received }) => received),
      table({ en: "Expenditure", nl: "Uitgaven" }, ({ spent }) => spent),
    ]
  },
  investments: ({ plan, ledger, position, language }: Scene): ReadonlyArray<Table> => {
    const all = Tables.investments(plan, Balances.of(ledger.columns, position))
    return [
      {
        title: say({ en: "Investments per envelope", nl: "Investeringen per enveloppe" }, language),
        head: [say({ en: "envelope", nl: "enveloppe" }, language), ...years(plan)],
        rows: [...new Set(all.map(({ envelope }) => envelope))].map((envelope) => [
          `${envelope ?? "–"} ${all.find((one) => one.envelope === envelope)?.name ?? ""}`.trim(),
          ...Year.list(plan.years).map((year) =>
            Money.sum(
              all.flatMap((one) => (one.envelope === envelope && one.year === year ? [one.spent] : [])),
            ),
          ),
        ]),
      },
    ]
  },
  facts: ({ plan }: Scene): ReadonlyArray<Table> =>
    [...new Set([...plan.structure.register.facts.values()].map(({ table }) => table))].map((table) => ({
      title: table,
      head: ["", ...years(plan)],
      rows: Tables.facts(plan, table).map(({ row, values }) => [
        row,
        ...values.map(({ value }) => value ?? "/"),
      ]),
    })),
  domains: ({ plan, language }: Scene): ReadonlyArray<Table> => [
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
  ],
  financing: ({ plan, language }: Scene): ReadonlyArray<Table> => [
    {
      title: say({ en: "Financing per action", nl: "Financiering per actie" }, language),
      head: [
        say({ en: "action", nl: "actie" }, language),
        "",
        say({ en: "sources", nl: "bronnen" }, language),
      ],
      rows: Tables.financing(plan).map(({ action, name, sources, unknown }) => [
        action,
        name,
        [...sources.map((source) => Funding.dutch[source]), ...unknown.map((word) => `? ${word}`)].join("; "),
      ]),
    },
  ],
  reserve: ({ plan, ledger, position, language }: Scene): ReadonlyArray<Table> =>
    Year.list(plan.years).flatMap((year) => {
      const read = Reserve.walk(ledger, year, `position:${position}`)
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
    }),
} as const satisfies Readonly<Record<string, (scene: Scene) => ReadonlyArray<Table>>>

/** The name of a topic. */
export type Topic = keyof typeof topics

/** The names of all topics. */
export const names = Object.keys(topics) as ReadonlyArray<Topic>

const say = (words: Both, language: Language): string => words[language]

const years = ({ years: span }: Plan.Plan): ReadonlyArray<string> => Year.list(span).map(String)

const sumOf = (owed: ReadonlyArray<{ readonly amount: Money.Money }>): Money.Money =>
  Money.sum(owed.map(({ amount }) => amount))

const nameOf = ({ source, condition, met }: Funding.Total): string =>
  [
    source === undefined ? "–" : Funding.dutch[source],
    ...(condition === undefined ? [] : [`${condition}${met ? "" : " (?)"}`]),
  ].join(" · ")
