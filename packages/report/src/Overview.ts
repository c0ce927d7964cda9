/**
 * The plan's own rules as tables: who owes what, who bears the overhead, what was promised, where money comes from and
 * under which condition, how far the years have come, and the explanatory tables.
 */
import {
  Balances,
  Contribution,
  Funding,
  type Ledger,
  Money,
  Norm,
  OverheadMatrix,
  type Plan,
  Realisation,
  Reserve,
  Tables,
  Year,
} from "@grootboek/core"
import * as Result from "effect/Result"
import * as FollowUpReport from "./FollowUpReport.ts"
import type { Both, Language } from "./Language.ts"
import * as NormText from "./messages/NormText.ts"
import type { Table } from "./Table.ts"

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
    return [...plan.contributions].map(([contribution, { key }]) => {
      const own = owed.filter((one) => one.contribution === contribution)
      return {
        title: `${contribution} – ${key.name}`,
        head: [
          say({ en: "member", nl: "deelgenoot" }, language),
          say({ en: "weight", nl: "gewicht" }, language),
          ...years(plan),
        ],
        rows: [
          ...key.weights.map(({ member, weight }) => [
            member,
            weight,
            ...Year.list(plan.years).map((year) =>
              sumOf(own.filter((one) => one.member === member && one.year === year)),
            ),
          ]),
          [
            say({ en: "together", nl: "samen" }, language),
            "",
            ...Year.list(plan.years).map((year) => sumOf(own.filter((one) => one.year === year))),
          ],
        ],
      }
    })
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
  },
  norms: ({ ledger, position, language }: Scene): ReadonlyArray<Table> => {
    const read = Norm.checks(ledger, `position:${position}`)
    const all = Result.isSuccess(read) ? read.success : []
    return [...new Set(all.map(({ norm }) => norm))].map((norm) => ({
      title: NormText.name(norm, language),
      head: [
        say({ en: "year", nl: "jaar" }, language),
        say({ en: "action", nl: "actie" }, language),
        say({ en: "binds as", nl: "geldt als" }, language),
        say({ en: "base", nl: "grondslag" }, language),
        say({ en: "amount", nl: "bedrag" }, language),
        say({ en: "against", nl: "tegenover" }, language),
        say({ en: "short", nl: "te kort" }, language),
        "",
        say({ en: "where it is promised", nl: "waar het beloofd is" }, language),
      ],
      rows: all
        .filter((one) => one.norm === norm)
        .map((one) => [
          String(one.year),
          one.action ?? "",
          NormText.level(one.level, language),
          one.base ?? "",
          one.amount,
          one.bound,
          one.short,
          one.holds
            ? say({ en: "holds", nl: "gehaald" }, language)
            : say({ en: "missed", nl: "niet gehaald" }, language),
          one.reference ?? "",
        ]),
    }))
  },
  funding: ({ plan, ledger, position, language }: Scene): ReadonlyArray<Table> => {
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
            [
              { en: "under a condition not met", nl: "onder een voorwaarde, niet vervuld" },
              ({ met }) => !met,
            ],
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
  },
  realisation: ({ plan, ledger, position, language }: Scene): ReadonlyArray<Table> => {
    const balances = Balances.of(ledger.columns, position)
    const isBooked = (year: number) =>
      Balances.list(balances).some(({ place, year: other }) => place.phase === "actual" && other === year)
    const all = Year.list(plan.years)
    const booked = all.filter(isBooked)
    // What is booked late for a year belongs to its last quarter.
    const quarters = [
      { until: "03" },
      { from: "04", until: "06" },
      { from: "07", until: "09" },
      { from: "10" },
    ]
    const head = (what: Both): ReadonlyArray<string> => [
      say(what, language),
      "",
      say({ en: "year", nl: "jaar" }, language),
      ...FollowUpReport.head(false, language),
    ]
    return booked.length === 0
      ? []
      : [
          {
            title: say({ en: "Per budget holder and year", nl: "Per budgethouder en jaar" }, language),
            head: head({ en: "budget holder", nl: "budgethouder" }),
            rows: all
              .flatMap((year) => Realisation.byHolder(plan, balances, { year }).map((one) => ({ year, one })))
              .map(({ year, one }) => [
                one.holder ?? "–",
                one.direction,
                String(year),
                ...FollowUpReport.cells(one, false),
              ]),
          },
          {
            title: say({ en: "Per action and year", nl: "Per actie en jaar" }, language),
            head: head({ en: "action", nl: "actie" }),
            rows: booked
              .flatMap((year) => Realisation.byAction(plan, balances, { year }).map((one) => ({ year, one })))
              .map(({ year, one }) => [
                one.action ?? "–",
                one.direction,
                String(year),
                ...FollowUpReport.cells(one, false),
              ]),
          },
          ...booked.map((year) => ({
            title: say(
              {
                en: `Realised per action and quarter of ${year}`,
                nl: `Gerealiseerd per actie en kwartaal van ${year}`,
              },
              language,
            ),
            head: [
              say({ en: "action", nl: "actie" }, language),
              "",
              ...quarters.map((_, at) => (language === "nl" ? `K${at + 1}` : `Q${at + 1}`)),
              say({ en: "together", nl: "samen" }, language),
            ],
            rows: quartersOf(
              quarters.map(({ from, until }) =>
                Realisation.byAction(plan, balances, {
                  year,
                  ...(from === undefined ? {} : { from: `${year}-${from}` }),
                  ...(until === undefined ? {} : { until: `${year}-${until}` }),
                }),
              ),
            ),
          })),
        ]
  },
  investments: ({ plan, ledger, position, language }: Scene): ReadonlyArray<Table> => {
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

/** Every topic that has something to say, with its tables. */
export const all = (
  scene: Scene,
): ReadonlyArray<{ readonly topic: Topic; readonly tables: ReadonlyArray<Table> }> =>
  names
    .map((topic) => ({ topic, tables: topics[topic](scene).filter(({ rows }) => rows.length > 0) }))
    .filter(({ tables }) => tables.length > 0)

/** What a topic is called. */
export const title = (topic: Topic, language: Language): string => say(titles[topic], language)

const titles: Readonly<Record<Topic, Both>> = {
  contributions: { en: "Contributions of the members", nl: "Bijdragen van de deelgenoten" },
  overhead: { en: "Overhead", nl: "Overhead" },
  norms: { en: "Norms and promises", nl: "Normen en engagementen" },
  funding: { en: "Sources of financing and conditions", nl: "Financieringsbronnen en voorwaarden" },
  realisation: { en: "Realisation", nl: "Realisatie" },
  investments: { en: "Investments", nl: "Investeringen" },
  facts: { en: "Declared facts", nl: "Opgegeven feiten" },
  domains: { en: "Policy domains", nl: "Beleidsdomeinen" },
  financing: { en: "Financing per action", nl: "Financiering per actie" },
  reserve: { en: "From one reserve to the next", nl: "Van de ene reserve naar de volgende" },
}

/** What every action realised in each quarter; those that realised nothing are left out. */
const quartersOf = (
  quarters: ReadonlyArray<ReadonlyArray<Realisation.ActionFigures>>,
): ReadonlyArray<ReadonlyArray<string | Money.Money>> =>
  (quarters[0] ?? []).flatMap(({ action, direction }, at) => {
    const amounts = quarters.map((quarter) => quarter[at]?.during ?? Money.zero)
    return amounts.every(Money.isZero) ? [] : [[action ?? "–", direction, ...amounts, Money.sum(amounts)]]
  })

const say = (words: Both, language: Language): string => words[language]

const years = ({ years: span }: Plan.Plan): ReadonlyArray<string> => Year.list(span).map(String)

const sumOf = (owed: ReadonlyArray<{ readonly amount: Money.Money }>): Money.Money =>
  Money.sum(owed.map(({ amount }) => amount))

const nameOf = ({ source, condition, met }: Funding.Total): string =>
  [
    source === undefined ? "–" : Funding.dutch[source],
    ...(condition === undefined ? [] : [`${condition}${met ? "" : " (?)"}`]),
  ].join(" · ")
