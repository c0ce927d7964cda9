/** Who bears the overhead: from × to, who is charged less and why, and what the overhead action still carries. */
import { Balances, Money, OverheadMatrix, Year } from "@grootboek/core"
import type { Table } from "../../paint/Table.ts"
import { type OverviewInput, say, years } from "./OverviewInput.ts"

/** The overhead of every year. */
export const overhead = ({ plan, ledger, position, language }: OverviewInput): ReadonlyArray<Table> => {
  const matrix = OverheadMatrix.of(plan, Balances.of(ledger.columns, position))
  if (matrix === undefined) return []
  const actions = [...new Set(matrix.cells.map(({ from }) => from))]
  const less = matrix.cells.filter(({ less: missing }) => !Money.isZero(missing))
  const charged = (action: string, year: number) =>
    Money.sum(matrix.cells.flatMap((one) => (one.from === action && one.year === year ? [one.charged] : [])))
  const to = matrix.own[0]?.action ?? ""
  return [
    {
      title: say(
        {
          en: `Overhead, from × to: ${matrix.percent} % of staff cost, charged by ${to}`,
          nl: `Overhead, van × naar: ${matrix.percent} % van de loonkosten, aangerekend door ${to}`,
        },
        language,
      ),
      head: [
        say({ en: "from", nl: "van" }, language),
        say({ en: "to", nl: "naar" }, language),
        ...years(plan),
        "",
      ],
      rows: [
        ...actions.map((action) => [
          action,
          to,
          ...Year.list(plan.years).map((year) => charged(action, year)),
          plan.structure.goals.get(action)?.name ?? "",
        ]),
        [
          say({ en: "together", nl: "samen" }, language),
          to,
          ...matrix.own.map(({ borne }) => borne),
          say({ en: "what the actions bear", nl: "wat de acties dragen" }, language),
        ],
        [
          say({ en: "spent", nl: "uitgegeven" }, language),
          to,
          ...matrix.own.map(({ spent }) => spent),
          say({ en: `what ${to} spends`, nl: `wat ${to} uitgeeft` }, language),
        ],
        [
          say({ en: "carried itself", nl: "zelf gedragen" }, language),
          to,
          ...matrix.own.map(({ carried }) => carried),
          say({ en: `what ${to} still carries`, nl: `wat ${to} zelf blijft dragen` }, language),
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
              say({ en: "staff cost", nl: "loonkosten" }, language),
              say({ en: "share", nl: "aandeel" }, language),
              say({ en: "charged", nl: "aangerekend" }, language),
              say({ en: "less", nl: "minder" }, language),
              say({ en: "rule", nl: "regelgeving" }, language),
            ],
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
