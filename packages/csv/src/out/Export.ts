/** Events as files that import again to the same events. */
import { type BudgetEvent, type BudgetLine, Money, Section, type Structure } from "@grootboek/core"
import { reasonWord } from "../cell/Words.ts"
import { headersOf, type LayoutName, layouts } from "../header/Layout.ts"
import type { CsvTable, CsvValue } from "./Table.ts"

/** Returns estimates as a file of lines. */
export const lines = (events: ReadonlyArray<BudgetEvent.Of<"EstimatePosted">>): CsvTable => {
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

/** Returns the changes of an adjustment as its file. */
export const adjustment = ({ changes }: Pick<BudgetEvent.Of<"PlanAdjusted">, "changes">): CsvTable => {
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

/** Returns realisations as a file. */
export const actuals = (events: ReadonlyArray<BudgetEvent.Of<"ActualRecorded">>): CsvTable => ({
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

/** Returns goals, policy items, sectors and accounts: a file of each that the plan has, by its table. */
export const structure = (declarations: Structure.Declarations): ReadonlyMap<string, CsvTable> => {
  const { goals = [], policyItems = [], sectors = [], accounts = [] } = declarations
  const out = new Map<string, CsvTable>()
  const add = (name: LayoutName, rows: ReadonlyArray<ReadonlyArray<CsvValue>>): void => {
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

const headers = (name: LayoutName): ReadonlyArray<string> => headersOf(layouts[name])

const place = (line: BudgetLine.BudgetLine): ReadonlyArray<CsvValue> => [
  line.action,
  line.policyItem,
  line.account,
  line.sector,
  line.envelope,
  line.direction,
]

const yearsOf = (all: ReadonlyArray<{ readonly amounts: BudgetEvent.Amounts }>): ReadonlyArray<string> =>
  [...new Set(all.flatMap(({ amounts }) => Object.keys(amounts)))].sort()

const perYear = (amounts: BudgetEvent.Amounts, years: ReadonlyArray<string>): ReadonlyArray<CsvValue> =>
  years.map((year) => (amounts[year] === undefined ? undefined : Money.from(amounts[year])))
