/** Years and spans of years. */
import { Year } from "@grootboek/core"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"

describe("Year", () => {
  test("from: reads a year from a number or a text of four digits", () => {
    expect([Year.from(2026), Year.from("2026")]).toEqual([2026, 2026])
  })

  test.each(["02026", "2026 ", "26", "", "20261", "x2026", 2026.5, 1899, 2201, "1899"])(
    "from: rejects %j",
    (value) => {
      expect(() => Year.from(value)).toThrow(new TypeError(`not a year: ${value}`))
    },
  )

  test("from: rejects a list, although its text is that of a year", () => {
    expect(() => Year.from(["2026"] as never)).toThrow(new TypeError("not a year: 2026"))
  })
})

describe("Years", () => {
  const span = (first: number, last: number) =>
    Schema.decodeUnknownExit(Year.Years)({ first, last })._tag === "Success"
      ? "fits"
      : String(Schema.decodeUnknownExit(Year.Years)({ first, last }))

  test("accepts one to sixty years", () => {
    expect([span(2026, 2026), span(2026, 2085)]).toEqual(["fits", "fits"])
  })

  test("rejects a wrong last year with its reason", () => {
    expect(span(2027, 2026)).toContain("the last year lies before the first")
    expect(span(2026, 2086)).toContain("a plan spans at most sixty years")
    expect(span(2027, 2026)).toContain('["last"]')
    expect(span(2026, 2086)).toContain('["last"]')
  })
})

test("list, within, format: return the years of a span, whether it has a year, and its text", () => {
  expect(Year.list({ first: 2026, last: 2028 })).toEqual([2026, 2027, 2028])
  expect([2025, 2026, 2028, 2029].map((year) => Year.within({ first: 2026, last: 2028 }, year))).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect([Year.format({ first: 2026, last: 2028 }), Year.format({ first: 2026, last: 2026 })]).toEqual([
    "2026-2028",
    "2026",
  ])
})
