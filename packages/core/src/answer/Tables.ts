/**
 * The explanatory tables (toelichting): investments per envelope, facts per row and year, policy domains, financing per action.
 *
 * ```ts
 * Tables.facts(plan, "personeel").map(({ row, values }) => [row, values[0]?.value]) // => [["VTE", "2.5"]]
 * Tables.domains(plan).map(({ domain }) => domain) // => ["Bestuur"]
 * Tables.investments(plan, balances) // => []
 * Tables.financing(plan) // => []
 * Tables.factTables(plan) // => ["personeel"]
 * ```
 */

import type { FundingSource } from "../event/BudgetEvent.ts"
import { type FactRow, factRowKey } from "../event/Register.ts"
import type { PolicyItem } from "../event/Structure.ts"
import * as Balances from "../fold/Balances.ts"
import * as Dimension from "../form/Dimension.ts"
import * as Funding from "../rule/Funding.ts"
import type { Plan } from "../rule/Plan.ts"
import * as Money from "../value/Money.ts"
import { type Year, list as yearsOf } from "../value/Year.ts"

/** An investment envelope in a year (investeringsenveloppe). */
export interface Investment {
  readonly envelope: string | undefined
  readonly name: string | undefined
  readonly year: Year
  readonly spent: Money.Money
  readonly received: Money.Money
  /** Whether all of it has a condition that is not met. */
  readonly conditional: boolean
}

/** Returns investments per envelope and year; those without an envelope are last. */
export const investments = (plan: Plan, balances: Balances.Balances): ReadonlyArray<Investment> => {
  const out = new Map<string, Investment>()
  for (const { place, year, amount } of Balances.list(balances)) {
    const dimensions = place.phase === "estimate" ? Dimension.of(plan.structure, place) : undefined
    if (dimensions === undefined || Dimension.isUnplaced(dimensions) || dimensions.section !== "investment")
      continue
    const id = `${place.envelope ?? "\uffff"}\u001f${year}`
    const known = out.get(id) ?? {
      envelope: place.envelope,
      name: plan.structure.register.envelopes.get(place.envelope ?? "")?.name,
      year,
      spent: Money.zero,
      received: Money.zero,
      conditional: true,
    }
    const conditional = known.conditional && Funding.unmet(plan, place) !== undefined
    out.set(
      id,
      place.direction === "U"
        ? { ...known, conditional, spent: Money.add(known.spent, amount) }
        : { ...known, conditional, received: Money.add(known.received, amount) },
    )
  }
  return [...out].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, investment]) => investment)
}

/** A row of declared facts with its value per year; a year without a fact has none. */
export interface ListedFacts {
  readonly row: string
  /** Whether the plan states its figures or they were derived from it, and how. */
  readonly origin: FactRow["origin"]
  readonly text: string | undefined
  readonly values: ReadonlyArray<{ readonly year: Year; readonly value: string | undefined }>
}

/** The names of the tables of facts, in the order of declaration. */
export const factTables = ({ structure: { register } }: Plan): ReadonlyArray<string> => [
  ...new Set([...register.facts.values(), ...register.factRows.values()].map(({ table }) => table)),
]

/** A table of declared facts (personeelsinzet), in the order of declaration. */
export const facts = ({ structure, years }: Plan, table: string): ReadonlyArray<ListedFacts> => {
  const { facts, factRows } = structure.register
  const own = [...facts.values()].filter((fact) => fact.table === table)
  const rows = [...own, ...[...factRows.values()].filter((one) => one.table === table)].map(({ row }) => row)
  return [...new Set(rows)].map((row) => ({
    row,
    origin: factRows.get(factRowKey({ table, row }))?.origin,
    text: factRows.get(factRowKey({ table, row }))?.text,
    values: yearsOf(years).map((year) => ({
      year,
      value: own.find((fact) => fact.row === row && fact.year === year)?.value,
    })),
  }))
}

/** The policy domains (samenstelling beleidsdomeinen) with their fields and items, in the order of declaration. */
export const domains = ({
  structure,
}: Plan): ReadonlyArray<{ readonly domain: string; readonly items: ReadonlyArray<PolicyItem> }> => {
  const items = [...structure.policyItems.values()]
  return [...new Set(items.map(({ domain }) => domain))].map((domain) => ({
    domain,
    items: items.filter((item) => item.domain === domain),
  }))
}

/** The financing of an action as the local authority states it, and the words that are not sources of the legend. */
export interface ActionFinancing {
  readonly action: string
  readonly name: string
  readonly sources: ReadonlyArray<FundingSource>
  readonly unknown: ReadonlyArray<string>
}

/** Returns the financing per action, in the order of the objectives tree, without actions that state none. */
export const financing = ({ structure }: Plan): ReadonlyArray<ActionFinancing> =>
  [...structure.goals.values()].flatMap(({ code, level, name, financing: text }) =>
    level !== "action" || text === undefined || text.trim() === ""
      ? []
      : [{ action: code, name, ...Funding.sourcesOf(text) }],
  )
