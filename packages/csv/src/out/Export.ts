/** Events as files that import again to the same events. */
import { type BudgetEvent, type BudgetLine, Money, Section, type Structure } from "@grootboek/core"
import { reasonWord } from "../kind/Adjustments.ts"
import { headersOf, layouts, type Name } from "../header/Layout.ts"
import type * as Table from "./Table.ts"

type Value = Table.Value

/** Estimates as budget lines. */
export const lines = (events: ReadonlyArray<BudgetEvent.Of<"EstimatePosted">>): Table.Table => {
  const years = yearsOf(events)
  return {
    header: [...headers("lines"), ...years],
    rows: events.map(({ line, description, amounts }) => [
      ...place(line),
      description,
      ...perYear(amounts, years),
    ]),
  }
}

/** An adjustment's changes. */
export const adjustment = ({ changes }: Pick<BudgetEvent.Of<"PlanAdjusted">, "changes">): Table.Table => {
  const years = yearsOf(changes)
  return {
    header: [...headers("adjustment"), ...years],
    rows: changes.map(({ line, description, reason, amounts }) => [
      ...place(line),
      description,
      reason === undefined ? undefined : reasonWord(reason.class),
      reason?.text,
      ...perYear(amounts, years),
    ]),
  }
}

/** Realisations. */
export const actuals = (events: ReadonlyArray<BudgetEvent.Of<"ActualRecorded">>): Table.Table => ({
  header: [...headers("actuals"), "Jaar"],
  rows: events.map(({ line, description, date, voucher, amount, year }) => [
    ...place(line),
    description,
    date,
    voucher,
    Money.from(amount),
    String(year),
  ]),
})

/** Goals, policy items, sectors and accounts, each a table. */
export const structure = (declarations: Structure.Declarations): ReadonlyMap<string, Table.Table> => {
  const { goals = [], policyItems = [], sectors = [], accounts = [] } = declarations
  const out = new Map<string, Table.Table>()
  const add = (name: Name, rows: ReadonlyArray<ReadonlyArray<Value>>): void => {
    if (rows.length > 0) out.set(name, { header: headers(name), rows })
  }
  add(
    "goals",
    goals.map(({ code, level, parent, name, priority, financing }) => [
      code,
      levels[level],
      parent,
      name,
      priority ? "prioritair" : undefined,
      financing,
    ]),
  )
  add(
    "policyItems",
    policyItems.map(({ code, name, field, fieldName, domain }) => [domain, field, fieldName, code, name]),
  )
  add(
    "sectors",
    sectors.map(({ code, counterparty, origin, operatingGrant, investmentGrant, loan, interest }) => [
      code,
      counterparty,
      ...[origin, operatingGrant, investmentGrant, loan, interest].map((row) => row?.toString()),
    ]),
  )
  add(
    "accounts",
    accounts.map(({ section, direction, row, title, prefixes, description }) => [
      Section.dutch[section],
      direction,
      row,
      title,
      prefixes.join(" "),
      description,
    ]),
  )
  return out
}

const levels: Readonly<Record<Structure.GoalLevel, string>> = {
  strategicObjective: "SD",
  policyObjective: "BD",
  actionPlan: "AP",
  action: "A",
}

const headers = (name: Name): ReadonlyArray<string> => headersOf(layouts[name])

const place = (line: BudgetLine.BudgetLine): ReadonlyArray<Value> => [
  line.action,
  line.policyItem,
  line.account,
  line.sector,
  line.envelope,
  line.direction,
]

const yearsOf = (all: ReadonlyArray<{ readonly amounts: BudgetEvent.Amounts }>): ReadonlyArray<string> =>
  [...new Set(all.flatMap(({ amounts }) => Object.keys(amounts)))].sort()

const perYear = (amounts: BudgetEvent.Amounts, years: ReadonlyArray<string>): ReadonlyArray<Value> =>
  years.map((year) => (amounts[year] === undefined ? undefined : Money.from(amounts[year])))
