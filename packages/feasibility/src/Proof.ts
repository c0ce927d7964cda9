/**
 * A proof that claims contradict each other, which can be checked by hand: weights in whole numbers for which the
 * amounts cancel out, while the bounds of the weighted sum do not include zero.
 */
import type { Claim } from "./Claim.ts"
import type { Model } from "./Model.ts"

/** Claims with their weights (never zero). The weighted sum must be zero, but its bounds do not include zero. */
export interface Proof {
  readonly claims: ReadonlyArray<{ readonly claim: Claim; readonly weight: bigint }>
  readonly least: bigint
  readonly most: bigint
}

/** Returns the proof that weights give, if any. The weights of the solver are floats, so they are only a hint. */
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

/** Returns whether a weighted sum is zero for all values of the free parts. */
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

/** Returns whole numbers in the proportions of floats, if any: the weights of a solver are small fractions of each other. */
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

/** The denominators that are tried for the proportions of weights. */
const denominators = Array.from({ length: 60 }, (_, index) => index + 1)
