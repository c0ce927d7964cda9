/** Budget lines and places: keys, texts, lines of places, and spans of years. */
import { BudgetLine, Year } from "@grootboek/core"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"

const full: BudgetLine.Place = {
  phase: "estimate",
  direction: "O",
  account: "7402000",
  policyItem: "0100",
  action: "A5",
  sector: "OCMW",
  envelope: "IE1",
  part: "Noord",
}

test("key: is equal only when every field is equal", () => {
  const { part: _, ...whole } = full
  const { envelope: __, ...open } = whole
  const { sector: ___, ...bare } = open
  const { action: ____, ...loose } = bare
  const { policyItem: _____, ...result } = loose
  const places: ReadonlyArray<BudgetLine.Place> = [
    full,
    whole,
    open,
    bare,
    loose,
    result,
    { ...full, phase: "actual" },
    { ...full, direction: "U" },
    { ...full, account: "7402001" },
    { ...bare, envelope: "OCMW" },
    { ...loose, sector: "A5" },
    { ...result, part: "0100" },
    { ...result, action: "0100" },
  ]
  expect(new Set(places.map(BudgetLine.key)).size).toBe(places.length)
  expect(BudgetLine.key({ ...result })).toBe(BudgetLine.key(result))
  expect(BudgetLine.key(full).split("\u001f")).toEqual(Object.values(full))
})

test("key: has an empty text for a missing code", () => {
  const key = BudgetLine.key({ phase: "estimate", direction: "O", account: "0930000" })
  expect(key.split("\u001f")).toEqual(["estimate", "O", "0930000", "", "", "", "", ""])
  expect(Schema.decodeUnknownExit(BudgetLine.Code)("")._tag).toBe("Failure")
})

test("lineOf: returns the line of its estimated and realised places", () => {
  const line = { direction: "U", account: "6140000", policyItem: "0900", action: "A1" } as const
  expect(BudgetLine.estimated(line)).toStrictEqual({ phase: "estimate", ...line })
  expect(BudgetLine.realised(line, "2026-06")).toStrictEqual({ phase: "actual", ...line, part: "2026-06" })
  expect(BudgetLine.lineOf(BudgetLine.estimated(line))).toStrictEqual(line)
  expect(BudgetLine.lineOf(BudgetLine.realised(line, "2026-06"))).toStrictEqual(line)
  expect(BudgetLine.lineOf({ phase: "estimate", direction: "O", account: "0930000" })).toBeUndefined()
})

test("format: lists the codes that are present, from action to direction", () => {
  expect(BudgetLine.format(full)).toBe("A5 · 0100 · 7402000 · OCMW · IE1 · Noord · O")
  expect(BudgetLine.format({ direction: "U", account: "6140000", policyItem: "0900" })).toBe(
    "0900 · 6140000 · U",
  )
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
