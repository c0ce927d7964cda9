/** Exactness: amounts equal decimal.js at six decimals, and canonical text equals another library. */
import { Canonical, Money, Rate } from "@grootboek/core"
import canonicalize from "canonicalize"
import { Decimal } from "decimal.js"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"

const D = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP })
const amount = fc.bigInt({ min: -Money.limit, max: Money.limit }).map(Money.ofMicros)
const decimal = (one: Money.Money) => new D(Money.format(one))
const same = (found: Money.Money, expected: Decimal): void => {
  expect(decimal(found).toFixed(6)).toBe(expected.toFixed(6))
}
const trial = { numRuns: 1_000, seed: 20_260_101 }

describe("Money and Rate compared with decimal.js", () => {
  test("add: 0.1 and 0.2 are 0.3", () => {
    expect(Money.format(Money.add(Money.from("0.1"), Money.from("0.2")))).toBe("0.30")
  })

  test("round: −3.5 prints as −4, 2.5 as 3 and −3.508 as −4", () => {
    const printed = ["-3.5", "2.5", "-3.508", "-0.4", "0.5"].map((text) => Money.round(Money.from(text), 0))
    expect(printed.map(Money.format)).toEqual(["-4.00", "3.00", "-4.00", "0.00", "1.00"])
  })

  test("sum: equals decimal.js", () => {
    fc.assert(
      fc.property(fc.array(amount), (list) => {
        same(
          Money.sum(list),
          list.reduce((sum, one) => sum.add(decimal(one)), new D(0)),
        )
      }),
      trial,
    )
  })

  test("of: fifteen per cent equals decimal.js", () => {
    fc.assert(
      fc.property(amount, (one) =>
        same(Rate.of("15", one), decimal(one).mul(15).div(100).toDecimalPlaces(6)),
      ),
      trial,
    )
  })

  test("compound: two per cent on the unrounded base equals decimal.js", () => {
    fc.assert(
      fc.property(amount, fc.nat(40), (one, times) =>
        same(Rate.compound("2", one, times), decimal(one).mul(new D("1.02").pow(times)).toDecimalPlaces(6)),
      ),
      trial,
    )
    const grown = [0, 1, 2, 3, 4, 5].map((times) => Rate.compound("2", Money.from("250"), times))
    expect(grown.map((one) => Money.format(Money.round(one, 0)))).toEqual(
      ["250", "255", "260", "265", "271", "276"].map((euro) => `${euro}.00`),
    )
  })

  test("round: equals decimal.js for any number of decimals", () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 6 }), (one, decimals) =>
        same(Money.round(one, decimals), decimal(one).toDecimalPlaces(decimals)),
      ),
      trial,
    )
  })
})

describe("Canonical, RFC 8785", () => {
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme" }),
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(fc.string({ unit: "binary", maxLength: 4 }), tie("value"), { maxKeys: 5 }),
    ),
  })).value

  test("text: equals that of another library", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(Canonical.stringify(value)).toBe(canonicalize(value))
      }),
      trial,
    )
  })

  test("text: escapes every ASCII character as JSON does", () => {
    for (let unit = 0; unit < 0x80; unit++) {
      const one = String.fromCharCode(unit)
      expect([Canonical.text(one), Canonical.text(`a${one}b`)]).toEqual(
        [one, `a${one}b`].map((text) => JSON.stringify(text)),
      )
    }
  })

  test("bytes: are the text in UTF-8", () => {
    expect(Canonical.bytes({ é: "€" })).toEqual(new TextEncoder().encode('{"é":"€"}'))
  })

  test("text: omits undefined fields, and writes −0 as 0", () => {
    expect(Canonical.stringify({ b: undefined, a: -0 })).toBe('{"a":0}')
  })

  test.each([
    ["a fraction", 0.5],
    ["an unsafe integer", 2 ** 53],
    ["not a number", Number.NaN],
    ["a function", () => 1],
    ["a bigint", 1n],
    ["undefined", undefined],
    ["a lone surrogate", "\ud800"],
    ["a lone surrogate in a key", { "\udc00": 1 }],
  ])("text: throws for %s", (_, value) => {
    expect(() => Canonical.stringify(value)).toThrow(TypeError)
  })

  test("text: reports the kind of a value without canonical text, and the alternative to a fraction", () => {
    expect(() => Canonical.stringify({ a: [0.5] })).toThrow(
      "no canonical text for the number 0.5: amounts are texts",
    )
    expect(() => Canonical.stringify(1n)).toThrow("no canonical text for a bigint")
    expect(() => Canonical.stringify("a\udc00")).toThrow("no canonical text for a lone surrogate")
  })
})
