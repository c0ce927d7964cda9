/** Quick tests of shapes, at the bounds of each: the schema knows the same bounds, and a law holds the two together. */
import { describe, expect, test } from "vitest"
import * as Shape from "../../src/codec/Shape.ts"
import * as Shortcut from "../../src/codec/Shortcut.ts"

const rows = (
  is: (value: unknown) => boolean,
  right: ReadonlyArray<unknown>,
  wrong: ReadonlyArray<unknown>,
) => {
  for (const value of right) expect(is(value), JSON.stringify(value)).toBe(true)
  for (const value of wrong) expect(is(value), JSON.stringify(value)).toBe(false)
}

describe("the shape of", () => {
  test("a record is that of a plain object alone", () => {
    rows(
      Shape.isRecord,
      [{}, { a: 1 }],
      [null, undefined, "{}", 7, [], Object.create(null), new Map(), { [Symbol("x")]: 1 }, () => 1],
    )
  })

  test("a record of some keys is that of one with all of the first, and no others but the second", () => {
    const is = (value: unknown) => Shape.isRecordOf(value, ["a", "b"], ["c"])
    rows(
      is,
      [
        { a: 1, b: 2 },
        { b: 2, a: undefined },
        { a: 1, b: 2, c: 3 },
      ],
      [null, {}, { a: 1 }, { a: 1, c: 3 }, { a: 1, b: 2, d: 4 }, { a: 1, b: 2, c: undefined }, ["a", "b"]],
    )
  })

  test("a code is 1 to 200 letters of plain ASCII without blanks around it", () => {
    rows(
      Shape.isCode,
      ["!", "~", "a b", "a  b", "x".repeat(200)],
      ["", " ", " a", "a ", "x".repeat(201), "a\u001fb", "a\u007fb", "é", 7, null, ["a"]],
    )
  })

  test("a text is 1 to 4,000 letters of plain ASCII, line ends and tabs", () => {
    rows(
      Shape.isText,
      [" ", "a\nb", "\t", "~", "x".repeat(4_000)],
      ["", "x".repeat(4_001), "a\rb", "a\u0008", "a\u000b", "\u001f", "\u007f", "é", 7, null, ["a"]],
    )
  })

  test("digits is digits alone, of a length between two", () => {
    const is = (value: unknown) => Shape.isDigits(value, 2, 4)
    rows(is, ["00", "09", "1234"], ["", "1", "12345", "1a", "a1", "1/", "1:", "１２", 12, null, ["12"]])
  })

  test("an amount is canonical, with two to six decimals and at most twelve digits before them", () => {
    rows(
      Shape.isAmount,
      ["0.00", "-0.01", "9.99", "10.10", "0.001", "1.000001", "123456789012.12", "-999999999999.999999"],
      [
        "-0.00",
        "00.10",
        "01.00",
        "-01.00",
        "1",
        "1.",
        "1.5",
        "1.0",
        ".10",
        "-.10",
        "1.100",
        "1.1234567",
        "1234567890123.00",
        "+1.00",
        "--1.00",
        "1..00",
        "1.0a",
        "a.00",
        "1:.00",
        "1,00",
        "1.00 ",
        "",
        "-",
        "-1.000",
        1,
        null,
        ["1.00"],
      ],
    )
  })

  test("the year of an amount is four digits from 1900 to 2199", () => {
    rows(
      (value) => Shape.isYearKey(String(value)),
      ["1900", "1999", "2000", "2099", "2100", "2199"],
      ["1899", "2200", "19", "02026", "20261", "20a6", "x2026", ""],
    )
  })

  test("a year is a whole number from 1900 to 2200", () => {
    rows(Shape.isYear, [1900, 2026, 2200], [1899, 2201, 2026.5, Number.NaN, "2026", null])
  })

  test("a day is one of a month of a year", () => {
    rows(
      Shape.isDay,
      ["2026-01-01", "2026-12-31", "2026-10-09", "2026-09-10", "2026-11-20", "2026-02-29"],
      [
        "2026-00-01",
        "2026-13-01",
        "2026-01-00",
        "2026-01-32",
        "2026-1-01",
        "2026-01-1",
        "x2026-01-01",
        "2026-01-01x",
        "2026-20-01",
        "2026-01-40",
        "026-01-01",
        20260101,
        ["2026-01-01"],
        null,
      ],
    )
  })
})

describe("the shortcut writes", () => {
  const line = { account: "6140000", direction: "U", policyItem: "0900" } as const
  const estimate = { _tag: "EstimatePosted", amounts: { "2026": "1.00" }, line } as const
  const actual = {
    _tag: "ActualRecorded",
    amount: "1.00",
    date: "2026-01-31",
    line,
    voucher: "F 1",
    year: 2026,
  } as const

  test("an estimate and a realisation, with what they may have", () => {
    const full = { ...line, action: "A1", sector: "S", envelope: "E" }
    expect([
      Shortcut.write(estimate),
      Shortcut.write({
        ...estimate,
        amounts: { "2027": "-2.00", "2026": "1.00" },
        description: 'a "b"',
        line: full,
      }),
      Shortcut.write({ ...estimate, amounts: {} }),
      Shortcut.write(actual),
      Shortcut.write({ ...actual, description: "d", line: { ...full, direction: "O" } }),
    ]).toMatchInlineSnapshot(`
      [
        "{"_tag":"EstimatePosted","amounts":{"2026":"1.00"},"line":{"account":"6140000","direction":"U","policyItem":"0900"}}",
        "{"_tag":"EstimatePosted","amounts":{"2026":"1.00","2027":"-2.00"},"description":"a \\"b\\"","line":{"account":"6140000","action":"A1","direction":"U","envelope":"E","policyItem":"0900","sector":"S"}}",
        "{"_tag":"EstimatePosted","amounts":{},"line":{"account":"6140000","direction":"U","policyItem":"0900"}}",
        "{"_tag":"ActualRecorded","amount":"1.00","date":"2026-01-31","line":{"account":"6140000","direction":"U","policyItem":"0900"},"voucher":"F 1","year":2026}",
        "{"_tag":"ActualRecorded","amount":"1.00","date":"2026-01-31","description":"d","line":{"account":"6140000","action":"A1","direction":"O","envelope":"E","policyItem":"0900","sector":"S"},"voucher":"F 1","year":2026}",
      ]
    `)
  })

  test("nothing of what is out of shape", () => {
    for (const value of [
      null,
      undefined,
      "EstimatePosted",
      {},
      { ...estimate, _tag: "YearClosed" },
      { ...actual, _tag: "YearClosed" },
      { ...estimate, extra: 1 },
      { ...actual, extra: 1 },
      { _tag: "EstimatePosted", amounts: {} },
      { ...estimate, amounts: null },
      { ...estimate, amounts: { "2026": 1 } },
      { ...estimate, amounts: { "2026": "1" } },
      { ...estimate, amounts: { "26": "1.00" } },
      { ...estimate, description: "" },
      { ...estimate, description: undefined },
      { ...estimate, line: null },
      { ...estimate, line: { ...line, direction: "X" } },
      { ...estimate, line: { ...line, account: "6" } },
      { ...estimate, line: { ...line, account: "61400000000" } },
      { ...estimate, line: { ...line, policyItem: "" } },
      { ...estimate, line: { ...line, action: "" } },
      { ...estimate, line: { ...line, envelope: " E" } },
      { ...estimate, line: { ...line, sector: "S " } },
      { ...estimate, line: { ...line, sector: undefined } },
      { ...estimate, line: { ...line, other: "x" } },
      { ...actual, amount: "1" },
      { ...actual, date: "2026" },
      { ...actual, voucher: "" },
      { ...actual, year: "2026" },
      { ...actual, description: 7 },
      { ...actual, line: {} },
      { ...actual, voucher: undefined },
    ])
      expect(Shortcut.write(value), JSON.stringify(value)).toBeUndefined()
  })
})
