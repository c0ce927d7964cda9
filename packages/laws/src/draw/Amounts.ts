/** Generators of amounts and years. Round amounts come first, because samples shrink towards the front. */
import { Money } from "@grootboek/core"
import * as fc from "fast-check"

const euros = (most: number): fc.Arbitrary<Money.Money> =>
  fc.integer({ min: -most, max: most }).map((whole) => Money.ofMicros(BigInt(whole) * Money.scale))

const cents: fc.Arbitrary<Money.Money> = fc
  .integer({ min: -10_000_000, max: 10_000_000 })
  .map((whole) => Money.ofMicros(BigInt(whole) * 10_000n))

const micros: fc.Arbitrary<Money.Money> = fc
  .bigInt({ min: -(10n ** 13n), max: 10n ** 13n })
  .map((whole) => Money.ofMicros(whole))

/** Values at which rounding, signs and ranges change. */
const edges: fc.Arbitrary<Money.Money> = fc
  .constantFrom(
    "0",
    "0.000001",
    "-0.000001",
    "0.005",
    "-0.005",
    "0.1",
    "0.2",
    "0.499999",
    "0.5",
    "-0.5",
    "1.5",
    "2.5",
    "-3.5",
    "-3.508",
    "999999.995",
    // The largest amounts at which a double still holds every micro-euro.
    "9007199254.740959",
    "-9007199254.740991",
  )
  .map(Money.from)

/** Generates amounts that occur in budgets, up to ten million euro, and the edge values. */
export const everyday: fc.Arbitrary<Money.Money> = fc.oneof(
  { withCrossShrink: true },
  { weight: 3, arbitrary: euros(100_000) },
  { weight: 2, arbitrary: cents },
  { weight: 2, arbitrary: micros },
  { weight: 1, arbitrary: edges },
)

/** Generates any amount that one posting may hold, up to 10^12 euro. */
export const amount: fc.Arbitrary<Money.Money> = fc.oneof(
  { withCrossShrink: true },
  { weight: 4, arbitrary: everyday },
  {
    weight: 1,
    arbitrary: fc.bigInt({ min: -Money.limit, max: Money.limit }).map((whole) => Money.ofMicros(whole)),
  },
  { weight: 1, arbitrary: fc.constantFrom(Money.limit, -Money.limit).map(Money.ofMicros) },
)

/** Generates percentages as rules state them: `15`, `2.5`, `33.333333`. */
export const percent: fc.Arbitrary<string> = fc.oneof(
  { withCrossShrink: true },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 100 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom("15", "2.5", "0.5", "33.333333", "66.666667", "12.345678901234") },
)

/** Generates the years of a plan: one to six years, starting in 2020 to 2030. */
export const years: fc.Arbitrary<{ readonly first: number; readonly last: number }> = fc
  .record({ first: fc.integer({ min: 2020, max: 2030 }), more: fc.nat(5) })
  .map(({ first, more }) => ({ first, last: first + more }))
