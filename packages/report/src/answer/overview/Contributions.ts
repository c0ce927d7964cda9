/** The contributions of the members, per year. */
import { Balances, Contribution, Year } from "@grootboek/core"
import * as Table from "../../paint/Table.ts"
import * as TableSum from "../../paint/TableSum.ts"
import * as TableWords from "../../words/TableWords.ts"
import { type OverviewInput, sumOf, years } from "./OverviewInput.ts"

/** Returns a table per contribution: members by years. */
export const contributions = ({
  plan,
  ledger,
  position,
  language,
}: OverviewInput): ReadonlyArray<Table.Table> => {
  const owed = Contribution.receivables(plan, Balances.of(ledger.columns, position))
  return [...plan.contributions].map(([contribution, { key }]) => {
    const own = owed.filter((one) => one.contribution === contribution)
    const rows = [
      ...key.weights.map(({ member, weight }) => [
        member,
        Table.textOrNumber(weight),
        ...Year.list(plan.years).map((year) =>
          sumOf(own.filter((one) => one.member === member && one.year === year)),
        ),
      ]),
      [
        ...TableWords.heads(language, "together", ""),
        ...Year.list(plan.years).map((year) => sumOf(own.filter((one) => one.year === year))),
      ],
    ]
    const members = key.weights.length
    return {
      title: `${contribution} – ${key.name}`,
      head: [...TableWords.heads(language, "member", "weight"), ...years(plan)],
      rows,
      sums: TableSum.below(rows, members, TableSum.first(members)),
    }
  })
}
