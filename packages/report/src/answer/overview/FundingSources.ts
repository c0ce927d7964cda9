/** Sources of financing, and their conditions. */
import { Balances, Funding, Money, type Plan, Year } from "@grootboek/core"
import { Tables } from "@grootboek/core/answer"
import { SourceAccount } from "@grootboek/core/rule"
import type { Table } from "../../paint/Table.ts"
import * as TableSum from "../../paint/TableSum.ts"
import type { Language } from "../../words/Language.ts"
import * as SourceText from "../../words/SourceText.ts"
import * as TableWords from "../../words/TableWords.ts"
import { type OverviewInput, years } from "./OverviewInput.ts"

/** Returns totals per source and condition, and the conditions. */
export const funding = ({ plan, ledger, position, language }: OverviewInput): ReadonlyArray<Table> => {
  const totals = Funding.totals(plan, Balances.of(ledger.columns, position))
  const nameOf = named(language)
  const names = [...new Set(totals.map(nameOf))]
  const unmet = new Set(totals.filter(({ met }) => !met).map(nameOf))
  const table = (
    title: TableWords.TableWord,
    amount: (total: Funding.FundingTotal) => Money.Money,
  ): Table => {
    const rows = [
      ...names.map((name) => [
        name,
        ...Year.list(plan.years).map((year) =>
          Money.sum(totals.filter((one) => nameOf(one) === name && one.year === year).map(amount)),
        ),
      ]),
      ...(
        [
          ["together", () => true],
          ["unmet", ({ met }) => !met],
          ["without", ({ met }) => met],
        ] as const satisfies ReadonlyArray<
          readonly [TableWords.TableWord, (total: Funding.FundingTotal) => boolean]
        >
      ).map(([word, isCounted]) => [
        TableWords.of(word, language),
        ...Year.list(plan.years).map((year) =>
          Money.sum(totals.filter((one) => one.year === year && isCounted(one)).map(amount)),
        ),
      ]),
    ]
    const together = names.length
    return {
      title: TableWords.of(title, language),
      head: [TableWords.of("source", language), ...years(plan)],
      rows,
      sums: [
        ...TableSum.below(rows, together, TableSum.first(together)),
        ...TableSum.below(
          rows,
          together + 1,
          TableSum.first(together).filter(({ row }) => unmet.has(names[row] ?? "")),
        ),
        ...TableSum.below(rows, together + 2, [
          { row: together, sign: 1 },
          { row: together + 1, sign: -1 },
        ]),
      ],
    }
  }
  const { conditions } = plan.structure.register
  return [
    table("receiptsPerSource", ({ received }) => received),
    table("expenditurePerSource", ({ spent }) => spent),
    ...(conditions.size === 0
      ? []
      : [
          {
            title: TableWords.of("conditions", language),
            head: TableWords.heads(language, "condition", "state", "", "explanation", "waiting"),
            rows: [...conditions.values()].map(({ code, name, text, goals = [] }) => [
              code,
              plan.met.has(code)
                ? TableWords.of("fulfilled", language)
                : TableWords.of("notFulfilled", language),
              name,
              text ?? "",
              goals.map((goal) => goalName(plan, goal)).join("; "),
            ]),
          },
        ]),
  ]
}

export const financing = ({ plan, ledger, position, language }: OverviewInput): ReadonlyArray<Table> => {
  const balances = Balances.list(Balances.of(ledger.columns, position))
  const notes = new Map<string, Set<string>>()
  for (const { place } of balances) {
    const found = SourceAccount.of(plan, place)
    if (found === undefined) continue
    const own = notes.get(found.action) ?? new Set()
    notes.set(found.action, own.add(SourceText.note(found)[language]))
  }
  const isNoted = notes.size > 0
  return [
    {
      title: TableWords.of("financing", language),
      head: TableWords.heads(
        language,
        "action",
        "",
        "sources",
        ...(isNoted ? (["doesNotFit"] as const) : []),
      ),
      rows: Tables.financing(plan).map(({ action, name, sources, unknown }) => [
        action,
        name,
        [...sources.map((source) => Funding.dutch[source]), ...unknown.map((word) => `? ${word}`)].join("; "),
        ...(isNoted ? [[...(notes.get(action) ?? [])].join(" ")] : []),
      ]),
    },
  ]
}

const goalName = (plan: Plan.Plan, code: string): string =>
  `${code} ${plan.structure.goals.get(code)?.name ?? ""}`.trim()

const named =
  (language: Language) =>
  ({ source, condition, met }: Funding.FundingTotal): string =>
    [
      source === undefined ? TableWords.of("notDeclared", language) : Funding.dutch[source],
      ...(condition === undefined ? [] : [`${condition}${met ? "" : " (?)"}`]),
    ].join(" · ")
