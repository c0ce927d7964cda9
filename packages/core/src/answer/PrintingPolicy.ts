/**
 * The ways in which tables may have been printed, and the one that breaks the fewest identities.
 *
 * A publication does not state how it was rounded. A table is only wrong if no known way of printing gives its figures.
 *
 * ```ts
 * PrintingPolicy.of([], [], { nothing: [], differences: [], by: "tolerance" }).chosen // => []
 * ```
 */

import type * as Identity from "../form/Identity.ts"
import * as Statement from "../ledger/Statement.ts"
import { type Allowance, allowances, type PrintingSetup } from "./Allowance.ts"
import type * as Published from "./Published.ts"

export type { Allowance, PrintingSetup } from "./Allowance.ts"

/** The policy of each table with the fewest broken identities, and the policies that fit. */
export interface PrintingPolicy {
  /** By table. */
  readonly chosen: ReadonlyArray<Statement.Policy>
  /** By identity, under the chosen policies. */
  readonly allowances: ReadonlyArray<Allowance>
  /** By table: the least number of broken identities with each policy; a policy with 0 fits. */
  readonly broken: ReadonlyArray<Readonly<Record<Statement.Policy, number>>>
}

/** How published figures are interpreted. */
export interface ReadingOptions {
  readonly unprinted?: Published.Unprinted
  /**
   * `tolerance`: a sum of *n* figures may differ by ⌊(n + 1) / 2⌋ units, and printed zeros are exactly zero. `range`: exact
   * amounts must exist that are within the range of every figure of the sum, a printed zero may be a rounded amount, and a
   * row that was not printed follows from the rows that it adds.
   */
  readonly by?: "tolerance" | "range"
}

/** Tries every combination of policies. */
export const of = (
  tables: ReadonlyArray<Published.LaidTable>,
  identities: ReadonlyArray<Identity.Identity>,
  setup: PrintingSetup,
): PrintingPolicy => {
  const candidates = tables.map(distinct)
  const allowanceOf = allowances(tables, setup)
  const touched = identities.map(({ cell, terms }) => [
    ...new Set([cell, ...terms.map((term) => term.cell)].map(({ table }) => table)),
  ])
  const own = tables.map((_, table) =>
    identities.flatMap((_, index) => (touched[index]?.every((one) => one === table) ? [index] : [])),
  )
  const between = identities.flatMap((_, index) => ((touched[index]?.length ?? 0) > 1 ? [index] : []))
  const count = (indexes: ReadonlyArray<number>, policies: ReadonlyArray<Statement.Policy>): Score => {
    const score = { broken: 0, hidden: 0 }
    for (const index of indexes) {
      const identity = identities[index]
      const found =
        identity === undefined ? "unknown" : allowanceOf(index, identity, policies, touched[index] ?? [])
      if (found === "broken") score.broken += 1
      else if (found === "hidden") score.hidden += 1
    }
    return score
  }
  const alone = tables.map((_, table) =>
    (candidates[table] ?? []).map((policy) => ({
      policy,
      ...count(
        own[table] ?? [],
        tables.map(() => policy),
      ),
    })),
  )
  // Tables are tried with each other only under the policies that break the fewest of their own sums, if there are many.
  const open = alone.map((scores) => (product(candidates) <= mostCombinations ? scores : fewest(scores)))
  let best: { readonly policies: ReadonlyArray<Statement.Policy>; readonly score: Score } | undefined
  const least = tables.map(() => new Map<Statement.Policy, number>())
  for (const combination of combinations(open)) {
    const policies = combination.map(({ policy }) => policy)
    const score = [...combination, count(between, policies)].reduce<Score>(
      (total, one) => ({ broken: total.broken + one.broken, hidden: total.hidden + one.hidden }),
      { broken: 0, hidden: 0 },
    )
    policies.forEach((policy, table) => {
      const before = least[table]?.get(policy)
      if (before === undefined || score.broken < before) least[table]?.set(policy, score.broken)
    })
    if (
      best === undefined ||
      score.broken < best.score.broken ||
      (score.broken === best.score.broken && score.hidden < best.score.hidden)
    )
      best = { policies, score }
  }
  const chosen = best?.policies ?? []
  return {
    chosen,
    allowances: identities.map((identity, index) =>
      allowanceOf(index, identity, chosen, touched[index] ?? []),
    ),
    broken: tables.map((_, table) => {
      const brokenBy = (policy: Statement.Policy): number =>
        least[table]?.get(policy) ??
        least[table]?.get(policy === "form" ? "exact" : "form") ??
        alone[table]?.find((one) => one.policy === policy)?.broken ??
        0
      return { form: brokenBy("form"), exact: brokenBy("exact"), rows: brokenBy("rows") }
    }),
  }
}

interface Score {
  readonly broken: number
  readonly hidden: number
}

const mostCombinations = 729

/** Returns the policies that print a table differently; a form without sums of printed rows is printed exactly. */
const distinct = ({ layout }: Published.LaidTable): ReadonlyArray<Statement.Policy> =>
  layout.rows.some(({ printed }) => printed === "rows") ? Statement.policies : ["form", "rows"]

const product = (lists: ReadonlyArray<ReadonlyArray<unknown>>): number =>
  lists.reduce((size, list) => size * list.length, 1)

const fewest = <A extends Score>(scores: ReadonlyArray<A>): ReadonlyArray<A> => {
  const least = Math.min(...scores.map(({ broken }) => broken))
  const all = scores.filter(({ broken }) => broken === least)
  return all.length > 0 ? all : scores
}

function* combinations<A>(lists: ReadonlyArray<ReadonlyArray<A>>): Generator<ReadonlyArray<A>> {
  if (product(lists) > mostCombinations) {
    yield lists.flatMap((list) => list.slice(0, 1))
    return
  }
  const [first, ...others] = lists
  if (first === undefined) {
    yield []
    return
  }
  for (const one of first) for (const rest of combinations(others)) yield [one, ...rest]
}
