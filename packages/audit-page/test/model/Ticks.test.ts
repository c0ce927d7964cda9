/** The numbers of an axis. */
import { Money } from "@grootboek/core"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import * as Ticks from "../../src/model/Ticks.ts"
import * as Figures from "../../src/words/Figures.ts"

const amount = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }).map(Money.ofMicros)

test("ticks: cover the range in few equal steps of 1, 2 or 5 times a power of ten", () => {
  fc.assert(
    fc.property(amount, amount, fc.integer({ min: 1, max: 8 }), (a, b, most) => {
      const [low, high] = a < b ? [a, b] : [b, a]
      const ticks = Ticks.of(low, high, most)
      const [first = 0n, second = first] = ticks
      const last = ticks.at(-1) ?? 0n
      expect(first <= low && high <= last).toBe(true)
      expect(ticks.length).toBeLessThanOrEqual(most + 2)
      if (ticks.length < 2) return
      const step = second - first
      expect(String(step)).toMatch(/^[125]0*$/)
      ticks.forEach((tick, index) => {
        expect(tick).toBe(first + step * BigInt(index))
        expect(tick % step).toBe(0n)
      })
    }),
  )
})

test("tick: is written as Belgians do, with decimals only below a euro", () => {
  expect(["-20000", "0", "1500000", "0.5"].map((text) => Figures.tick(Money.from(text)))).toEqual([
    "\u221220.000",
    "0",
    "1.500.000",
    "0,50",
  ])
})
