/** Splitting an amount. */
import { Allocation, Money } from "@grootboek/core"
import { expect, test } from "vitest"

const split = (amount: string, decimals: number, shares: Readonly<Record<string, string>>) =>
  Allocation.split(
    Money.from(amount),
    Object.entries(shares).map(([key, weight]) => ({ key, weight })),
    decimals,
  ).map(({ key, amount: part, order }) => `${key} ${Money.format(part)} (${order})`)

test("split: gives what is finer than the unit to the first part in turn, for both signs", () => {
  expect(split("100.000001", 2, { a: "1", b: "2" })).toEqual(["a 33.33 (0)", "b 66.670001 (1)"])
  expect(split("-100.000001", 2, { a: "1", b: "2" })).toEqual(["a -33.33 (0)", "b -66.670001 (1)"])
  expect(split("0.004", 2, { b: "1", a: "1" })).toEqual(["b 0.00 (0)", "a 0.004 (0)"])
  expect(split("0", 2, { a: "1", b: "1" })).toEqual(["a 0.00 (0)", "b 0.00 (0)"])
})

test("split: ignores zeros after the decimals of a weight", () => {
  expect(split("10", 2, { a: "1.500", b: "1.5" })).toEqual(["a 5.00 (0)", "b 5.00 (0)"])
  expect(split("10", 2, { a: "3.00", b: "1" })).toEqual(["a 7.50 (0)", "b 2.50 (0)"])
})
