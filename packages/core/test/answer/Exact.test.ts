/** Exactness: what core computes equals decimal.js at six decimals, and its canonical text that of another library. */
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

describe("exact like decimal.js", () => {
  test("0.1 and 0.2 are 0.3", () => {
    expect(Money.format(Money.add(Money.from("0.1"), Money.from("0.2")))).toBe("0.30")
  })

  test("−3.5 prints as −4, 2.5 as 3 and −3.508 as −4", () => {
    const printed = ["-3.5", "2.5", "-3.508", "-0.4", "0.5"].map((text) => Money.round(Money.from(text), 0))
    expect(printed.map(Money.format)).toEqual(["-4.00", "3.00", "-4.00", "0.00", "1.00"])
  })

  test("sums", () => {
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

  test("fifteen per cent", () => {
    fc.assert(
      fc.property(amount, (one) =>
        same(Rate.of("15", one), decimal(one).mul(15).div(100).toDecimalPlaces(6)),
      ),
      trial,
    )
  })

  test("two per cent, compounded on the unrounded base", () => {
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

  test("roundings to any number of decimals", () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 6 }), (one, decimals) =>
        same(Money.round(one, decimals), decimal(one).toDecimalPlaces(decimals)),
      ),
      trial,
    )
  })
})

describe("canonical like RFC 8785", () => {
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

  test("its text is that of another library", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(Canonical.stringify(value)).toBe(canonicalize(value))
      }),
      trial,
    )
  })

  test("every character of ASCII is escaped as JSON does, or not at all", () => {
    for (let unit = 0; unit < 0x80; unit++) {
      const one = String.fromCharCode(unit)
      expect([Canonical.text(one), Canonical.text(`a${one}b`)]).toEqual(
        [one, `a${one}b`].map((text) => JSON.stringify(text)),
      )
    }
  })

  test("its bytes are the text in UTF-8", () => {
    expect(Canonical.bytes({ é: "€" })).toEqual(new TextEncoder().encode('{"é":"€"}'))
  })

  test("what is left out is left out, and −0 is 0", () => {
    expect(Canonical.stringify({ b: undefined, a: -0 })).toBe('{"a":0}')
  })

  test.each([
    ["a fraction", 0.5],
    ["a number beyond what is safe", 2 ** 53],
    ["not a number", Number.NaN],
    ["a function", () => 1],
    ["a bigint", 1n],
    ["nothing at all", undefined],
    ["a lone surrogate", "\ud800"],
    ["a lone surrogate in a key", { "\udc00": 1 }],
  ])("%s has no canonical text", (_, value) => {
    expect(() => Canonical.stringify(value)).toThrow(TypeError)
  })

  test("what has no canonical text is told by its kind, and a fraction what to do instead", () => {
    expect(() => Canonical.stringify({ a: [0.5] })).toThrow(
      "no canonical text for the number 0.5: amounts are texts",
    )
    expect(() => Canonical.stringify(1n)).toThrow("no canonical text for a bigint")
    expect(() => Canonical.stringify("a\udc00")).toThrow("no canonical text for a lone surrogate")
  })
})
