/**
 * Why claims contradict each other, as something anybody can check by hand: weights under which the claimed amounts
 * cancel out, while what the figures allow for that weighted sum leaves out zero. Whole numbers only.
 */
import type { Claim } from "./Claim.ts"
import type { Model } from "./Model.ts"

/** Claims with their weights (never zero): the weighted sum must be zero, and is claimed to lie elsewhere. */
export interface Proof {
  readonly claims: ReadonlyArray<{ readonly claim: Claim; readonly weight: bigint }>
  readonly least: bigint
  readonly most: bigint
}

/** The proof that weights give; nothing when they prove nothing. The solver's weights are floats, hence only a hint. */
export const of = (
  model: Model,
  claims: ReadonlyArray<Claim>,
  hint: ReadonlyArray<number>,
): Proof | undefined => {
  const weights = whole(hint)
  const weighted = claims.flatMap((claim, index) => {
    const weight = weights[index] ?? 0n
    return weight === 0n ? [] : [{ claim, weight }]
  })
  const { least, most } = bounds(weighted)
  return (least > 0n || most < 0n) && cancels(model, weighted) ? { claims: weighted, least, most } : undefined
}

const bounds = (weighted: Proof["claims"]): { readonly least: bigint; readonly most: bigint } => {
  let least = 0n
  let most = 0n
  for (const { claim, weight } of weighted) {
    least += weight * (weight > 0n ? claim.least : claim.most)
    most += weight * (weight > 0n ? claim.most : claim.least)
  }
  return { least, most }
}

/** Whether a weighted sum is zero whatever the free parts are. */
const cancels = ({ equations, size }: Model, weighted: Proof["claims"]): boolean => {
  const weights = new Array<bigint>(size).fill(0n)
  const add = (variable: number, weight: bigint): void => {
    weights[variable] = (weights[variable] ?? 0n) + weight
  }
  for (const { claim, weight } of weighted)
    for (const { variable, times } of claim.terms) add(variable, times === 1 ? weight : -weight)
  for (const { variable, terms } of equations.toReversed()) {
    const weight = weights[variable] ?? 0n
    if (weight === 0n) continue
    weights[variable] = 0n
    for (const term of terms) add(term.variable, term.times === 1 ? weight : -weight)
  }
  return weights.every((weight) => weight === 0n)
}

/** The whole numbers that floats stand for, if any: a solver's weights are small fractions of each other. */
const whole = (hint: ReadonlyArray<number>): ReadonlyArray<bigint> => {
  const largest = hint.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const heavy = hint.map((weight) => (Math.abs(weight) > largest * 1e-7 ? weight : 0))
  const smallest = heavy.reduce(
    (least, weight) => (weight === 0 ? least : Math.min(least, Math.abs(weight))),
    largest,
  )
  if (largest === 0) return []
  const times = denominators.find((one) =>
    heavy.every((weight) => {
      const scaled = (weight / smallest) * one
      return Math.abs(scaled - Math.round(scaled)) < 1e-4
    }),
  )
  return times === undefined ? [] : heavy.map((weight) => BigInt(Math.round((weight / smallest) * times)))
}

const denominators = Array.from({ length: 60 }, (_, index) => index + 1)
