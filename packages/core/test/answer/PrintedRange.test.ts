/** The bounds of a printed figure match rounding half away from zero, to the micro-euro. */
import { Money } from "@grootboek/core"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { rounded as range } from "../../src/answer/PrintedRange.ts"

test("PrintedRange.rounded: contains exactly the amounts that print as the figure", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 7n), max: 10n ** 7n }),
      fc.constantFrom(0, 2),
      (units, decimals) => {
        const unit = 10n ** BigInt(6 - decimals)
        const printed = units * unit
        const print = (micros: bigint) => Money.round(Money.ofMicros(micros), decimals) as bigint
        const { least, most } = range(printed, unit)
        expect([print(least), print(most)]).toEqual([printed, printed])
        expect(print(least - 1n)).not.toBe(printed)
        expect(print(most + 1n)).not.toBe(printed)
      },
    ),
  )
})

test.each([
  ["-4", "-4.499999", "-3.50"],
  ["-3", "-3.499999", "-2.50"],
  ["0", "-0.499999", "0.499999"],
  ["9", "8.50", "9.499999"],
])("PrintedRange.rounded: returns the bounds when %s is printed: %s to %s", (printed, least, most) => {
  const found = range(Money.from(printed), Money.scale)
  expect([Money.format(Money.ofMicros(found.least)), Money.format(Money.ofMicros(found.most))]).toEqual([
    least,
    most,
  ])
})
