/** The tolerance of a sum of rounded figures. */
import { Money } from "@grootboek/core"
import { IdentityCheck } from "@grootboek/core/answer"
import { describe, expect, test } from "vitest"

describe("IdentityCheck.toleranceOf", () => {
  test.each([
    [0, "0.00"],
    [1, "1.00"],
    [2, "1.00"],
    [3, "2.00"],
    [7, "4.00"],
  ])("a sum of %i rounded figures: is %s", (count, most) => {
    const units = new Array<bigint>(count).fill(Money.scale)
    expect(Money.format(IdentityCheck.toleranceOf(Money.scale, units))).toBe(most)
  })
})

describe("IdentityCheck.toleranceOf: between forms", () => {
  const [euro, cent] = [1_000_000n, 10_000n]
  test.each<readonly [string, bigint, ReadonlyArray<bigint>, string]>([
    ["of a figure that adds nothing", euro, [], "0.00"],
    ["of cents in cents", cent, [cent, cent, cent], "0.02"],
    ["of euro in cents", euro, [cent, cent], "1.00"],
    ["of cents in euro", cent, [euro, euro, euro], "1.50"],
    ["of a cent in a euro", cent, [euro], "1.00"],
  ])("%s", (_, unit, units, most) => {
    expect(Money.format(IdentityCheck.toleranceOf(unit, units))).toBe(most)
  })
})

test("IdentityCheck.toleranceOf: does not depend on the order of the figures", () => {
  const units = [1_000_000n, 10_000n, 1_000_000n, 10_000n]
  const orders = units.map((_, first) => [...units.slice(first), ...units.slice(0, first)])
  const swapped = orders.map(([a = 0n, b = 0n, ...others]) => [b, a, ...others])
  const sizes = [...orders, ...swapped].map(([unit = 0n, ...others]) =>
    IdentityCheck.toleranceOf(unit, others),
  )
  expect(new Set(sizes)).toEqual(new Set([1_010_000n]))
})
