/**
 * Random splits of an amount over parties: the largest remainder compared with two common rules.
 *
 * The exact share of a party is a fraction; a fair part is that fraction truncated to a cent, or one cent more (the quota).
 */
import { Allocation, Money } from "@grootboek/core"
import * as Chance from "./Chance.ts"

export const wrongs = [
  "parts that do not sum to the whole",
  "quota violations: a part a cent or more off its share",
  "another split of −x than that of x, turned",
  "another split when the parties are in another order",
] as const

export type Wrong = (typeof wrongs)[number]

/** A party, its whole weight, and its part in cents. */
interface Party {
  readonly key: string
  readonly weight: bigint
}

type Rule = (cents: bigint, parties: ReadonlyArray<Party>) => ReadonlyMap<string, bigint>

const largestRemainder: Rule = (cents, parties) => {
  const shares = parties.map(({ key, weight }) => ({ key, weight: `${weight}` }))
  const parts = Allocation.split(Money.ofMicros(cents * 10_000n), shares, 2)
  return new Map(parts.map(({ key, amount }) => [key, amount / 10_000n]))
}

/** Rounds every share half up; the last party takes the difference. */
const lastTakesTheRest: Rule = (cents, parties) => {
  const total = sumOf(parties)
  let left = cents
  return new Map(
    parties.map(({ key, weight }, turn) => {
      const part = turn === parties.length - 1 ? left : halfUp(cents * weight, total)
      left -= part
      return [key, part]
    }),
  )
}

/** Rounds the running total half up; the part of a party is the increase of the total. */
const runningTotal: Rule = (cents, parties) => {
  const total = sumOf(parties)
  let [weights, given] = [0n, 0n]
  return new Map(
    parties.map(({ key, weight }) => {
      weights += weight
      const part = halfUp(cents * weights, total) - given
      given += part
      return [key, part]
    }),
  )
}

/** The names of the rules that are compared, ours first. */
export const names = ["largest remainder", "last takes the rest", "running total"] as const

const rules: Readonly<Record<(typeof names)[number], Rule>> = {
  "largest remainder": largestRemainder,
  "last takes the rest": lastTakesTheRest,
  "running total": runningTotal,
}

/** The number of errors per rule and kind. */
export type Splits = Readonly<Record<(typeof names)[number], Readonly<Record<Wrong, number>>>>

/** Draws splits and counts the errors of each rule. */
export const run = (runs: number, seed: number): Splits => {
  const none = (): Record<Wrong, number> => ({
    [wrongs[0]]: 0,
    [wrongs[1]]: 0,
    [wrongs[2]]: 0,
    [wrongs[3]]: 0,
  })
  const counts = { "largest remainder": none(), "last takes the rest": none(), "running total": none() }
  const chance = Chance.from(seed)
  for (let index = 0; index < runs; index++) {
    const parties = partiesOf(chance)
    const cents = BigInt(chance.below(chance.of([100, 100_000, 1_000_000_000]))) * chance.of([1n, -1n])
    for (const name of names) for (const wrong of judge(rules[name], cents, parties)) counts[name][wrong]++
  }
  return counts
}

const judge = (rule: Rule, cents: bigint, parties: ReadonlyArray<Party>): ReadonlyArray<Wrong> => {
  const parts = rule(cents, parties)
  const total = sumOf(parties)
  const part = (key: string): bigint => parts.get(key) ?? 0n
  const isOff = ({ key, weight }: Party): boolean => size(part(key) * total - cents * weight) >= total
  const [turned, reversed] = [rule(-cents, parties), rule(cents, parties.toReversed())]
  const found = [
    parties.reduce((sum, { key }) => sum + part(key), 0n) !== cents,
    parties.some(isOff),
    parties.some(({ key }) => turned.get(key) !== -part(key)),
    parties.some(({ key }) => reversed.get(key) !== part(key)),
  ]
  return wrongs.filter((_, at) => found[at])
}

const partiesOf = (chance: Chance.Chance): ReadonlyArray<Party> => {
  const heaviest = chance.of([2, 10, 1_000, 100_000])
  const parties = Array.from({ length: 1 + chance.below(15) }, (_, at) => ({
    key: `party ${String(at + 1).padStart(2, "0")}`,
    weight: BigInt(chance.below(heaviest)),
  }))
  // Weights that sum to zero define no split; the ledger refuses such a key.
  return parties.some(({ weight }) => weight > 0n) ? parties : [{ key: "party 01", weight: 1n }]
}

const sumOf = (parties: ReadonlyArray<Party>): bigint => parties.reduce((sum, { weight }) => sum + weight, 0n)
const size = (value: bigint): bigint => (value < 0n ? -value : value)

/** Rounds a fraction half up to a whole number. */
const halfUp = (over: bigint, under: bigint): bigint => {
  const doubled = 2n * over + under
  const whole = doubled / (2n * under)
  return doubled < 0n && doubled % (2n * under) !== 0n ? whole - 1n : whole
}
