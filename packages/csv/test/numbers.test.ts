/** Numbers as boards write them. */
import { Money } from "@grootboek/core"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Figure from "../src/cell/YearAmount.ts"
import { Numbers } from "../src/index.ts"

const show = (text: string, known: Numbers.Known): string => {
  const read = Numbers.read(text, known)
  if (read === undefined) return "nothing"
  if (!Numbers.isDigits(read)) return read._tag
  const amount = Numbers.exactly(read)
  return amount === undefined
    ? "too large"
    : typeof amount === "number"
      ? `${amount} decimals`
      : Money.format(amount)
}

describe("a number is read in the format that is known", () => {
  test.each([
    ["€ 27.283,98", "27283.98", "OtherNumberFormat"],
    ["€ 1 235 762,40", "1235762.40", "OtherNumberFormat"],
    ["€ 43,118.42", "OtherNumberFormat", "43118.42"],
    ["1\u202f235\u00a0762,40", "1235762.40", "OtherNumberFormat"],
    ["21.000,00", "21000.00", "OtherNumberFormat"],
    ["15.095,324", "15095.324", "OtherNumberFormat"],
    ["990.000", "990000.00", "990.00"],
    ["990,000", "990.00", "990000.00"],
    ["1234", "1234.00", "1234.00"],
    ["0,5", "0.50", "OtherNumberFormat"],
    ["0.123", "OtherNumberFormat", "0.123"],
    ["-5", "-5.00", "-5.00"],
    ["\u22125,5", "-5.50", "OtherNumberFormat"],
    ["5,5-", "-5.50", "OtherNumberFormat"],
    ["(1.234,56)", "-1234.56", "OtherNumberFormat"],
    ["-€ 5,00", "-5.00", "OtherNumberFormat"],
    ["€ -5,00", "-5.00", "OtherNumberFormat"],
    ["5,00 EUR", "5.00", "OtherNumberFormat"],
    ["+5,00", "5.00", "OtherNumberFormat"],
    ["-0", "0.00", "0.00"],
    ["-0,00", "0.00", "OtherNumberFormat"],
    ["", "nothing", "nothing"],
    ["  ", "nothing", "nothing"],
    ["-", "nothing", "nothing"],
    ["€ -", "nothing", "nothing"],
    ["0,1234567", "7 decimals", "OtherNumberFormat"],
    ["0,1234560000", "0.123456", "OtherNumberFormat"],
    ["1000000000000,01", "too large", "OtherNumberFormat"],
    ["1.23.456", "NotANumber", "NotANumber"],
    ["12.34.56", "NotANumber", "NotANumber"],
    ["1 23", "NotANumber", "NotANumber"],
    ["1E+06", "NotANumber", "NotANumber"],
    ["--5", "NotANumber", "NotANumber"],
    ["()", "NotANumber", "NotANumber"],
    ["€", "NotANumber", "NotANumber"],
    ["NaN", "NotANumber", "NotANumber"],
    ["0x10", "NotANumber", "NotANumber"],
    ["١٢٣", "NotANumber", "NotANumber"],
  ])("%j is %s in Belgian and %s in English", (text, be, en) => {
    expect([show(text, "be"), show(text, "en")]).toEqual([be, en])
  })
})

describe("a number of which the format is not known speaks for itself or not at all", () => {
  test.each([
    ["990.000", "AmbiguousNumber", undefined],
    ["990,000", "AmbiguousNumber", undefined],
    ["1.234,56", "1234.56", "be"],
    ["1,234.56", "1234.56", "en"],
    ["1.234.567", "1234567.00", "be"],
    ["1,234,567", "1234567.00", "en"],
    ["12,5", "12.50", "be"],
    ["12.5", "12.50", "en"],
    ["1234.567", "1234.567", "en"],
    ["0.123", "0.123", "en"],
    ["1 234,567", "1234.567", "be"],
    ["1234", "1234.00", undefined],
    ["0", "0.00", undefined],
    ["abc", "NotANumber", undefined],
  ])("%j is %s and proves %s", (text, read, proof) => {
    expect([show(text, "unproven"), Numbers.proves(text)]).toEqual([read, proof])
  })
})

const micros = fc.bigInt({ min: -Money.limit, max: Money.limit })

const group = (whole: string, mark: string): string => whole.replace(/\B(?=(\d{3})+$)/g, mark)

describe("laws of numbers", () => {
  test("an amount written in any way of a format is read back as itself", () => {
    fc.assert(
      fc.property(
        micros,
        fc.constantFrom("be", "en"),
        fc.constantFrom("", ".", " ", "\u00a0", "\u202f"),
        fc.constantFrom("front", "back", "brackets"),
        fc.constantFrom("", "€ "),
        (value, format, mark, sign, currency) => {
          const amount = Money.ofMicros(value)
          const [whole = "", fraction = ""] = Money.format(amount).replace("-", "").split(".")
          const thousands = mark === "." && format === "en" ? "," : mark
          const size = `${group(whole, thousands)}${format === "be" ? "," : "."}${fraction}`
          const signed = { front: `-${size}`, back: `${size}-`, brackets: `(${size})` }[sign]
          expect(show(currency + (value < 0n ? signed : size), format as Numbers.Format)).toBe(
            Money.format(amount),
          )
        },
      ),
    )
  })

  test("no text is read in two ways: whatever is read unproven is read the same in the format that allows it", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[-(]?[\d., ]{1,14}[-)]?$/), (text) => {
        const [free, be, en] = [show(text, "unproven"), show(text, "be"), show(text, "en")]
        if (/^-?\d+\.\d{2}/.test(free)) expect([be, en]).toContain(free)
        if (/^-?\d+\.\d{2}/.test(be) && /^-?\d+\.\d{2}/.test(en) && be !== en)
          expect(free).toBe("AmbiguousNumber")
      }),
    )
  })

  test("the quick way reads nothing but what the long way reads, and the same", () => {
    const text = fc.oneof(
      fc.stringMatching(/^-?[\d.,]{1,16}$/),
      fc.stringMatching(/^-?\d{1,3}(?:[.,]\d{3}){0,3}(?:[.,]\d{1,7})?$/),
    )
    fc.assert(
      fc.property(text, fc.constantFrom("be", "en"), (text, format) => {
        const micros = Figure.quick(text, format as Numbers.Format)
        if (!Number.isNaN(micros))
          expect(Figure.ofMicros(2026, micros).text).toBe(show(text, format as Numbers.Format))
      }),
      { numRuns: 5_000 },
    )
    expect(Figure.quick("123.456.789,123456", "be")).toBe(123456789123456)
  })

  test("rounding is half away from zero, from all the digits", () => {
    const round = (text: string, decimals: number) => {
      const read = Numbers.read(text, "be")
      return Numbers.isDigits(read) ? Money.format(Numbers.rounded(read, decimals) ?? Money.zero) : "?"
    }
    expect([round("0,1234565", 6), round("-3,5", 0), round("2,4999999", 0), round("-0,005", 2)]).toEqual([
      "0.123457",
      "-4.00",
      "2.00",
      "-0.01",
    ])
  })
})
