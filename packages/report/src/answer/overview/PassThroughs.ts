/** What is passed on to partners: received, paid on and still owed, per partner and year. */
import { Balances, Money, Year } from "@grootboek/core"
import { PassThroughState } from "@grootboek/core/answer"
import type { Table } from "../../paint/Table.ts"
import * as TableWords from "../../words/TableWords.ts"
import { type OverviewInput, years } from "./OverviewInput.ts"

/** Returns for each pass-through a table of estimates and, when there are bookings, one of realisations. */
export const passThroughs = ({ plan, ledger, position, language }: OverviewInput): ReadonlyArray<Table> => {
  const states = PassThroughState.of(plan, Balances.of(ledger.columns, position))
  return [...new Set(states.map(({ action }) => action))].flatMap((action) =>
    (["estimate", "actual"] as const).flatMap((phase) => {
      const own = states.filter((one) => one.action === action && one.phase === phase)
      return own.length === 0 ? [] : [table(own, { action, plan, language })]
    }),
  )
}

const columns = ["received", "paid", "owed"] as const

const table = (
  states: ReadonlyArray<PassThroughState.PassThroughYear>,
  { action, plan, language }: { readonly action: string } & Pick<OverviewInput, "plan" | "language">,
): Table => {
  const [first] = states
  const partners = first?.partners.map(({ partner }) => partner) ?? []
  const sumOf = (year: number, column: (typeof columns)[number], partner?: string): Money.Money =>
    Money.sum(
      states
        .filter((one) => one.year === year)
        .flatMap((one) => one.partners)
        .filter((part) => partner === undefined || part.partner === partner)
        .map((part) => part[column]),
    )
  const rows = (name: string, partner?: string) =>
    columns.map((column) => [
      name,
      TableWords.of(words[column], language),
      ...Year.list(plan.years).map((year) => sumOf(year, column, partner)),
    ])
  const name = plan.structure.goals.get(action)?.name ?? ""
  return {
    title: TableWords.titles.passedOn(`${action} ${name}`.trim(), first?.phase ?? "estimate")[language],
    head: [...TableWords.heads(language, "partner", ""), ...years(plan)],
    rows: [
      ...partners.flatMap((partner) => rows(partner, partner)),
      ...rows(TableWords.of("together", language)),
    ],
  }
}

const words = { received: "received", paid: "paidOn", owed: "owed" } as const
