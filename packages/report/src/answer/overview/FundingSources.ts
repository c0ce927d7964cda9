/** Where money comes from, and under which condition. */
import { Balances, Funding, Money, Tables, Year } from "@grootboek/core"
import type { Table } from "../../paint/Table.ts"
import type { Both } from "../../words/Language.ts"
import { type OverviewInput, say, years } from "./OverviewInput.ts"

/** Totals per source and condition, and the conditions. */
export const funding = ({ plan, ledger, position, language }: OverviewInput): ReadonlyArray<Table> => {
  const totals = Funding.totals(plan, Balances.of(ledger.columns, position))
  const names = [...new Set(totals.map(nameOf))]
  const table = (title: Both, amount: (total: Funding.Total) => Money.Money): Table => ({
    title: say(title, language),
    head: [say({ en: "source", nl: "financieringsbron" }, language), ...years(plan)],
    rows: [
      ...names.map((name) => [
        name,
        ...Year.list(plan.years).map((year) =>
          Money.sum(totals.filter((one) => nameOf(one) === name && one.year === year).map(amount)),
        ),
      ]),
      ...(
        [
          [{ en: "together", nl: "samen" }, () => true],
          [{ en: "under a condition not met", nl: "onder een voorwaarde, niet vervuld" }, ({ met }) => !met],
          [{ en: "without it", nl: "zonder" }, ({ met }) => met],
        ] as const satisfies ReadonlyArray<readonly [Both, (total: Funding.Total) => boolean]>
      ).map(([words, isCounted]) => [
        say(words, language),
        ...Year.list(plan.years).map((year) =>
          Money.sum(totals.filter((one) => one.year === year && isCounted(one)).map(amount)),
        ),
      ]),
    ],
  })
  const { conditions } = plan.structure.register
  return [
    table({ en: "Receipts per source", nl: "Ontvangsten per bron" }, ({ received }) => received),
    table({ en: "Expenditure per source", nl: "Uitgaven per bron" }, ({ spent }) => spent),
    ...(conditions.size === 0
      ? []
      : [
          {
            title: say({ en: "Conditions", nl: "Voorwaarden" }, language),
            head: [
              say({ en: "condition", nl: "voorwaarde" }, language),
              say({ en: "state", nl: "stand" }, language),
              "",
              say({ en: "explanation", nl: "toelichting" }, language),
            ],
            rows: [...conditions.values()].map(({ code, name, text }) => [
              code,
              plan.met.has(code)
                ? say({ en: "met", nl: "vervuld" }, language)
                : say({ en: "not met", nl: "niet vervuld" }, language),
              name,
              text ?? "",
            ]),
          },
        ]),
  ]
}

/** How every action is financed. */
export const financing = ({ plan, language }: OverviewInput): ReadonlyArray<Table> => [
  {
    title: say({ en: "Financing per action", nl: "Financiering per actie" }, language),
    head: [say({ en: "action", nl: "actie" }, language), "", say({ en: "sources", nl: "bronnen" }, language)],
    rows: Tables.financing(plan).map(({ action, name, sources, unknown }) => [
      action,
      name,
      [...sources.map((source) => Funding.dutch[source]), ...unknown.map((word) => `? ${word}`)].join("; "),
    ]),
  },
]

const nameOf = ({ source, condition, met }: Funding.Total): string =>
  [
    source === undefined ? "–" : Funding.dutch[source],
    ...(condition === undefined ? [] : [`${condition}${met ? "" : " (?)"}`]),
  ].join(" · ")
