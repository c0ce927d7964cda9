/** Laws of splits: the parts sum to the whole, each part is within a unit of its share, and the order of the parties has no effect. */
import { Allocation, Money } from "@grootboek/core"
import * as fc from "fast-check"
import { amount } from "../draw/Amounts.ts"
import { amountsDiffer, type Breach, differs, firstOf, law } from "../kit/Law.ts"
import * as TextTable from "../kit/TextTable.ts"

/** An amount, the weights of the parties and the decimals of the unit. */
interface Case {
  readonly amount: Money.Money
  readonly weights: ReadonlyArray<string>
  readonly decimals: number
}

const weight: fc.Arbitrary<string> = fc.oneof(
  { withCrossShrink: true },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 100 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom("1", "0.5", "33.333333", "12.25", "1000000", "0.000001") },
)

const cases: fc.Arbitrary<Case> = fc
  .record({
    amount,
    weights: fc.array(weight, { minLength: 1, maxLength: 12 }),
    decimals: fc.constantFrom(2, 0, 6),
  })
  .filter(({ weights }) => weights.some((one) => Number(one) > 0))

const shares = ({ weights }: Case): ReadonlyArray<Allocation.Share> =>
  weights.map((one, at) => ({ key: `party ${String(at + 1).padStart(2, "0")}`, weight: one }))

const split = (one: Case): ReadonlyArray<Allocation.AllocatedPart> =>
  Allocation.split(one.amount, shares(one), one.decimals)

const show = (one: Case): string =>
  `${Money.format(one.amount)} in units of ${one.decimals} decimals\n${TextTable.format({
    head: ["party", "weight", "part", "order"],
    rows: split(one).map(({ key, amount, order }, at) => [
      key,
      one.weights[at] ?? "",
      Money.format(amount),
      String(order),
    ]),
  })}`

const recorded = (parts: ReadonlyArray<Allocation.AllocatedPart>): string =>
  parts.map(({ key, amount, order }) => `${key} ${Money.format(amount)} (${order})`).join(", ")

export const allocation = [
  law("split: parts sum to the whole", "No cent is lost or added.", {
    arbitrary: cases,
    show,
    breaks: (one) =>
      amountsDiffer("sum of the parts", Money.sum(split(one).map((part) => part.amount)), one.amount),
  }),
  law("split: follows the largest remainder rule", "Recomputed in whole numbers, party by party.", {
    arbitrary: cases,
    show,
    breaks: (one) => differs("parts", recorded(split(one)), recorded(recomputed(one))),
  }),
  law("split: no part is a unit or more away from its exact share", "The quota rule.", {
    arbitrary: cases,
    show,
    breaks: (one) => {
      const unit = 10n ** BigInt(6 - one.decimals)
      const weights = scaled(one.weights)
      const total = weights.reduce((sum, each) => sum + each, 0n)
      return firstOf(split(one).entries(), ([at, { key, amount }]): Breach | undefined => {
        const off = amount * total - one.amount * (weights[at] ?? 0n)
        // The fraction below the unit goes to one part as a whole, so the bound is two units.
        const bound = (one.amount % unit === 0n ? 1n : 2n) * unit * total
        return (off < 0n ? -off : off) < bound ? undefined : { what: `${key} is a unit or more off` }
      })
    },
  }),
  law("split: splitting −x gives the opposite of splitting x", "A reversal undoes a split exactly.", {
    arbitrary: cases,
    show,
    breaks: (one) =>
      differs(
        "opposite parts",
        recorded(split({ ...one, amount: Money.negate(one.amount) })),
        recorded(split(one).map((part) => ({ ...part, amount: Money.negate(part.amount) }))),
      ),
  }),
  law("split: does not depend on the order of the parties", "Ties are broken by key, not by order.", {
    arbitrary: cases,
    show,
    breaks: (one) => {
      const reordered = Allocation.split(one.amount, [...shares(one)].reverse(), one.decimals)
      return differs("parts", recorded([...reordered].reverse()), recorded(split(one)))
    },
  }),
]

// Largest remainder in whole numbers: truncate every share, then distribute the rest unit by unit.
const recomputed = ({ amount, weights, decimals }: Case): ReadonlyArray<Allocation.AllocatedPart> => {
  const unit = 10n ** BigInt(6 - decimals)
  const size = amount < 0n ? -amount : amount
  const integers = scaled(weights)
  const total = integers.reduce((sum, each) => sum + each, 0n)
  const parts = shares({ amount, weights, decimals }).map(({ key }, at) => ({
    key,
    units: ((size / unit) * (integers[at] ?? 0n)) / total,
    rest: ((size / unit) * (integers[at] ?? 0n)) % total,
    order: 0,
  }))
  const waiting = [...parts]
  waiting.sort((a, b) => Number(b.rest > a.rest) - Number(b.rest < a.rest) || a.key.localeCompare(b.key))
  const first = waiting[0]
  let left = size / unit - parts.reduce((sum, part) => sum + part.units, 0n)
  for (let turn = 1; left > 0n; turn++, left--) {
    const next = waiting.shift()
    if (next === undefined) break
    next.units += 1n
    next.order = turn
  }
  return parts.map((part) => {
    const whole = part.units * unit + (part === first ? size % unit : 0n)
    return { key: part.key, amount: Money.ofMicros(amount < 0n ? -whole : whole), order: part.order }
  })
}

const scaled = (weights: ReadonlyArray<string>): ReadonlyArray<bigint> =>
  weights.map((one) => {
    const [whole = "0", decimals = ""] = one.split(".")
    return BigInt(`${whole}${decimals.padEnd(12, "0")}`)
  })
