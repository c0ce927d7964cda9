/** Parsing and printing amounts. */
import { Money } from "@grootboek/core"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"

const parsed = (text: string, notation?: Money.Notation) =>
  Result.match(Money.parse(text, notation), { onFailure: ({ _tag }) => _tag, onSuccess: Money.format })

describe("Money.parse: uses the given notation", () => {
  test.each([
    ["plain", "1234.56", "1234.56"],
    ["plain", "-0", "0.00"],
    ["plain", "+1", "1.00"],
    ["plain", "0001.5", "1.50"],
    ["plain", "1000000000000.000", "1000000000000.00"],
    ["plain", "1,5", "NotAnAmount"],
    ["plain", ".5", "NotAnAmount"],
    ["plain", "5.", "NotAnAmount"],
    ["plain", "1000000000000.000001", "AmountTooLarge"],
    ["plain", "1.00000010", "AmountTooFine"],
    ["plain", "1.0000010", "1.000001"],
    ["be", "1.234,5", "1234.50"],
    ["be", "-12.345.678.901,25", "-12345678901.25"],
    ["be", "1234,5", "1234.50"],
    ["be", "12.34", "NotAnAmount"],
    ["be", "0.123", "NotAnAmount"],
    ["be", "1234.567", "NotAnAmount"],
    ["be", "1.2345", "NotAnAmount"],
    ["be", "12345.678.901", "NotAnAmount"],
    ["en", "1,234.5", "1234.50"],
    ["en", "12,345,678,901.25", "12345678901.25"],
    ["en", "1.234,5", "NotAnAmount"],
  ] as const)("%s %s is %s", (notation, text, expected) => {
    expect(parsed(text, notation)).toBe(expected)
  })

  test.each(["be", "en", "plain"] as const)("%s: reads back every text that print writes", (notation) => {
    for (let power = 0n; power < 19n; power++)
      for (const micros of [
        10n ** power,
        10n ** power - 1n,
        -7n * 10n ** (power - (power > 17n ? 1n : 0n)),
      ]) {
        const amount = Money.ofMicros(micros)
        expect(parsed(Money.print(amount, notation), notation)).toBe(Money.format(amount))
      }
  })
})

describe("Money.from: throws when the text is not an amount", () => {
  test.each([".", "+", "", "a", ":", "1..5", "1.5.", " 1", "1 "])("%j", (text) => {
    expect(() => Money.from(text)).toThrow(TypeError)
  })
})

describe("Money.print: rounds half away from zero when decimals are given", () => {
  test.each([
    ["2744734.25", "be", undefined, "2.744.734,25"],
    ["2744734.2", "be", undefined, "2.744.734,20"],
    ["2744734.123456", "en", undefined, "2,744,734.123456"],
    ["2744734.25", "plain", 0, "2744734"],
    ["-3.5", "be", 0, "-4"],
    ["-0.004", "be", 2, "0,00"],
    ["999.995", "be", 2, "1.000,00"],
    ["1", "plain", 4, "1.0000"],
    ["1.05", "plain", 1, "1.1"],
    ["999999999999.5", "en", 0, "1,000,000,000,000"],
    ["9007199253.999999", "plain", undefined, "9007199253.999999"],
  ] as const)("%s as %s with %s decimals is %s", (amount, notation, decimals, expected) => {
    expect(Money.print(Money.from(amount), notation, decimals)).toBe(expected)
  })
})

describe("Money.parse and Money.from", () => {
  const read = (text: string) =>
    Result.match(Money.parse(text), { onFailure: ({ _tag }) => _tag, onSuccess: Money.format })

  test.each([
    ["12", "12.00"],
    ["+12.5", "12.50"],
    ["-12.5", "-12.50"],
    ["0.1234560", "0.123456"],
    ["0.123456", "0.123456"],
    ["-0.000001", "-0.000001"],
    ["1.050", "1.05"],
    ["0.12345600", "0.123456"],
    ["-0", "0.00"],
    ["0.1234567", "AmountTooFine"],
    ["1000000000000", "1000000000000.00"],
    ["1000000000000.000001", "AmountTooLarge"],
    ["-1000000000000.000001", "AmountTooLarge"],
    ["", "NotAnAmount"],
    ["x1", "NotAnAmount"],
    ["1x", "NotAnAmount"],
    ["1.", "NotAnAmount"],
    [".1", "NotAnAmount"],
    ["1.2.3", "NotAnAmount"],
  ])("parse: reads %j as %s", (text, outcome) => {
    expect(read(text)).toBe(outcome)
  })

  test("parse: returns the facts when a text is not an amount", () => {
    expect(Money.parse("0.12345678")).toEqual(
      Result.fail({ _tag: "AmountTooFine", text: "0.12345678", decimals: 8 }),
    )
    expect(Money.parse("2000000000000")).toEqual(
      Result.fail({ _tag: "AmountTooLarge", text: "2000000000000" }),
    )
  })

  test.each([
    ["-12.5", "-12.50"],
    ["+1", "1.00"],
    ["0", "0.00"],
    ["9007199254.740992", "9007199254.740992"],
    ["999999999999.999999", "999999999999.999999"],
    ["-999999999999.999999", "-999999999999.999999"],
    ["1000000000000", "1000000000000.00"],
    ["0.0000010", "0.000001"],
  ])("from: reads %s as %s", (text, amount) => {
    expect(Money.format(Money.from(text))).toBe(amount)
  })

  test.each([
    "-",
    "--",
    "..",
    "1.",
    ".1",
    "1..5",
    "1,5",
    "1.2.3",
    "0.1234567",
    "1e3",
    "x",
    "- 1",
    "1000000000001",
  ])("from: throws on %j", (text) => {
    expect(() => Money.from(text)).toThrow(TypeError)
    expect(() => Money.from(text)).toThrow(text)
  })
})

describe("Money.round", () => {
  test.each([
    ["0.5", 0, "1.00"],
    ["-0.5", 0, "-1.00"],
    ["0.499999", 0, "0.00"],
    ["0.005", 2, "0.01"],
    ["-0.005", 2, "-0.01"],
    ["0", 0, "0.00"],
    ["999999999999.5", 0, "1000000000000.00"],
    ["-999999999999.5", 0, "-1000000000000.00"],
    ["999999999999.499999", 0, "999999999999.00"],
    ["7.123456", 6, "7.123456"],
  ] as const)("rounds %s to %i decimals as %s", (text, decimals, rounded) => {
    expect(Money.format(Money.round(Money.from(text), decimals))).toBe(rounded)
  })
})

describe("Money.roundAll", () => {
  const edges = [2n ** 52n, -(2n ** 52n), 2n ** 53n, 2n ** 63n - 1_000_000n, -(2n ** 63n) + 1_000_000n]
  const amount = fc.oneof(
    fc.constantFrom(...edges),
    fc.integer({ min: -9, max: 9 }).map((halves) => BigInt(halves) * 500_000n),
    fc.bigInt({ min: -(2n ** 54n), max: 2n ** 54n }),
  )

  test.each([
    ["a typed list", BigInt64Array.from.bind(BigInt64Array)],
    ["a list", Array.from<bigint>],
  ] as const)("rounds each amount of %s as Money.round does", (_, listOf) => {
    fc.assert(
      fc.property(fc.array(amount), fc.nat(6), (amounts, decimals) => {
        const list = listOf(amounts)
        Money.roundAll(list, decimals)
        const alone = amounts.map((one) => BigInt(Money.round(Money.ofMicros(one), decimals)))
        expect([...list]).toEqual(alone)
      }),
    )
  })
})

test("Money.compare: orders amounts, also negative and equal ones", () => {
  const [two, minusOne] = [Money.from("2"), Money.from("-1")]
  expect([Money.compare(two, minusOne), Money.compare(minusOne, two), Money.compare(two, two)]).toEqual([
    1, -1, 0,
  ])
})

test("Money.toDecimal: is the amount in millionths", () => {
  expect(Money.toDecimal(Money.from("-12.5"))).toEqual({ value: -12_500_000n, scale: 6 })
})
