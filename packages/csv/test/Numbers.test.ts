/** Numbers as files write them. */
import { Money } from "@grootboek/core"
import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Dialect, Numbers } from "../src/index.ts"

const show = (text: string, numbers: Dialect.FileNumbers): string => {
  const decimal = Numbers.parse(text, numbers)
  if (typeof decimal !== "string") return decimal?._tag ?? "blank"
  return Result.match(Numbers.amount(decimal, text), {
    onSuccess: Money.format,
    onFailure: (problem) =>
      problem._tag === "AmountTooFine" ? `${problem.decimals} decimals` : problem._tag,
  })
}

describe("Numbers.parse: uses the format of the file", () => {
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
    ["", "blank", "blank"],
    ["  ", "blank", "blank"],
    ["-", "blank", "blank"],
    ["€ -", "blank", "blank"],
    ["0,1234567", "7 decimals", "OtherNumberFormat"],
    ["0,1234560000", "0.123456", "OtherNumberFormat"],
    ["1000000000000,01", "AmountTooLarge", "OtherNumberFormat"],
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
    ["1.000,-", "1000.00", "OtherNumberFormat"],
    ["1.000,--", "1000.00", "OtherNumberFormat"],
    ["€ 1.000,—", "1000.00", "OtherNumberFormat"],
    ["-1.000,-", "-1000.00", "OtherNumberFormat"],
    ["(1.000,-)", "-1000.00", "OtherNumberFormat"],
    ["1'000.-", "OtherNumberFormat", "1000.00"],
    ["5,-", "5.00", "OtherNumberFormat"],
    [",5", "0.50", "OtherNumberFormat"],
    [".5", "OtherNumberFormat", "0.50"],
    ["-,5", "-0.50", "OtherNumberFormat"],
    ["—", "blank", "blank"],
    ["€ —", "blank", "blank"],
    ["–", "blank", "blank"],
    ["1'000,50", "1000.50", "OtherNumberFormat"],
    ["1\u2019000\u2019000.50", "OtherNumberFormat", "1000000.50"],
    ["1'000'00", "NotANumber", "NotANumber"],
    ["EUR 5", "5.00", "5.00"],
    ["5 euro", "5.00", "5.00"],
    ["5,00 CR", "MarkedNumber", "MarkedNumber"],
    ["5,00D", "MarkedNumber", "MarkedNumber"],
    ["5 Dr.", "MarkedNumber", "MarkedNumber"],
    ["5 %", "MarkedNumber", "MarkedNumber"],
    ["12,5%", "MarkedNumber", "MarkedNumber"],
    ["5 k€", "MarkedNumber", "MarkedNumber"],
    ["1,5 mln", "MarkedNumber", "MarkedNumber"],
    ["$ 5", "MarkedNumber", "MarkedNumber"],
    ["5 CHF", "MarkedNumber", "MarkedNumber"],
    [",", "NotANumber", "NotANumber"],
    ["—5", "NotANumber", "NotANumber"],
    ["5,", "NotANumber", "NotANumber"],
  ])("%j is %s in be and %s in en", (text, be, en) => {
    expect([show(text, "be"), show(text, "en")]).toEqual([be, en])
  })
})

describe("Numbers.parse: accepts only numbers with one reading when the format is not known", () => {
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
    ["1.000,-", "1000.00", "be"],
    [",5", "0.50", "be"],
    [",500", "0.50", "be"],
    [".500", "0.50", "en"],
    ["1'000", "1000.00", undefined],
    ["1'000,500", "1000.50", "be"],
  ])("%j is %s and proves %s", (text, read, proof) => {
    expect([show(text, "unproven"), Numbers.proves(text)]).toEqual([read, proof])
  })
})

const micros = fc.bigInt({ min: -Money.limit, max: Money.limit })

const group = (whole: string, mark: string): string => whole.replace(/\B(?=(\d{3})+$)/g, mark)

describe("Numbers: laws", () => {
  test("parse: returns the amount that was written, in any notation of a format", () => {
    fc.assert(
      fc.property(
        micros,
        fc.constantFrom("be", "en"),
        fc.constantFrom("", ".", " ", "\u00a0", "\u202f", "'", "\u2019"),
        fc.constantFrom("front", "back", "brackets", "minus sign", "dash"),
        fc.constantFrom(["", ""], ["€ ", ""], ["", " EUR"], ["EUR ", ""], ["", "\u00a0€"]),
        fc.constantFrom("all", "dash", "no zero"),
        (value, format, mark, sign, [before = "", after = ""], cents) => {
          const amount = Money.ofMicros(value)
          const [whole = "", fraction = ""] = Money.format(amount).replace("-", "").split(".")
          const thousands = mark === "." && format === "en" ? "," : mark
          const point = format === "be" ? "," : "."
          const digits = cents === "dash" && /^0+$/.test(fraction) ? "-" : fraction
          const bare = cents === "no zero" && whole === "0" ? "" : whole
          const size = `${group(bare, thousands)}${point}${digits}`
          const back = digits === "-" ? `-${size}` : `${size}-`
          const signed = {
            front: `-${size}`,
            back,
            brackets: `(${size})`,
            "minus sign": `\u2212${size}`,
            dash: `\u2013${size}`,
          }[sign]
          const text = before + (value < 0n ? signed : size) + after
          expect(show(text, format as Dialect.NumberFormat)).toBe(Money.format(amount))
          // Without a known format the same amount, or the two readings: never another amount.
          expect([Money.format(amount), "AmbiguousNumber"]).toContain(show(text, "unproven"))
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test("parse: gives the same amount with and without a known format, or finds it ambiguous", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[-(]?[\d., ]{1,14}[-)]?$/), (text) => {
        const [free, be, en] = [show(text, "unproven"), show(text, "be"), show(text, "en")]
        if (/^-?\d+\.\d{2}/.test(free)) expect([be, en]).toContain(free)
        if (/^-?\d+\.\d{2}/.test(be) && /^-?\d+\.\d{2}/.test(en) && be !== en)
          expect(free).toBe("AmbiguousNumber")
      }),
    )
  })

  test("parse: agrees with Money.parseMicros, which rows use first", () => {
    const text = fc.oneof(
      fc.stringMatching(/^-?[\d.,]{1,16}$/),
      fc.stringMatching(/^-?\d{1,3}(?:[.,]\d{3}){0,3}(?:[.,]\d{1,7})?$/),
    )
    fc.assert(
      fc.property(text, fc.constantFrom("be", "en"), (text, format) => {
        const micros = Money.parseMicros(text, format as Dialect.NumberFormat)
        if (!Number.isNaN(micros))
          expect(Money.formatMicros(micros)).toBe(show(text, format as Dialect.NumberFormat))
      }),
      { numRuns: 5_000 },
    )
    expect(Money.parseMicros("123.456.789,123456", "be")).toBe(123456789123456)
  })

  test.each([
    ["0,1234565", 6, "0.123457"],
    ["-3,5", 0, "-4.00"],
    ["2,4999999", 0, "2.00"],
    ["-0,005", 2, "-0.01"],
    ["-0,0049", 2, "0.00"],
    ["7", 2, "7.00"],
    ["1000000000000,4", 0, "1000000000000.00"],
    ["1000000000000,5", 0, "AmountTooLarge"],
    ["-1000000000000,0000005", 6, "AmountTooLarge"],
  ])("rounded: %s to %i decimals is %s, half away from zero from all digits", (text, decimals, expected) => {
    const decimal = Numbers.parse(text, "be")
    const amount = typeof decimal === "string" ? Numbers.rounded(decimal, decimals, text) : undefined
    const shown =
      amount !== undefined && Result.match(amount, { onSuccess: Money.format, onFailure: ({ _tag }) => _tag })
    expect(shown).toBe(expected)
  })

  test.each([
    ["03,50", "3.5", "3.5"],
    ["15", "15", "15"],
    ["33,333333", "33.333333", "33.333333"],
    ["-1.20", "-1.2", undefined],
    ["1234567", "1234567", undefined],
    ["7 %", undefined, "7"],
    ["1.234,5", undefined, undefined],
    ["", undefined, undefined],
  ])("quantity, percent: %j is %s and %s", (text, quantity, percent) => {
    expect([Numbers.quantity(text), Numbers.percent(text)]).toEqual([quantity, percent])
  })

  test.each([
    ["77.109", "77109", "77.109", "AmbiguousNumber"],
    ["77,109", "77.109", "77109", "AmbiguousNumber"],
    ["0,109", "0.109", "0.109", "0.109"],
    ["1,5", "1.5", "1.5", "1.5"],
    ["1.234,5", "1234.5", "OtherNumberFormat", "1234.5"],
    ["1.234.567", "1234567", "OtherNumberFormat", "1234567"],
    ["-1 234,25", "-1234.25", "OtherNumberFormat", "-1234.25"],
    ["12.34.567", "NotANumber", "NotANumber", "NotANumber"],
    ["1.234,5 kg", "NotANumber", "NotANumber", "NotANumber"],
  ])("quantityIn: %s is %s in be, %s in en and %s without a format", (text, be, en, free) => {
    const found = (["be", "en", "unproven"] as const).map((numbers) => Numbers.quantityIn(text, numbers))
    expect(found.map((one) => (typeof one === "string" ? one : one._tag))).toEqual([be, en, free])
  })
})
