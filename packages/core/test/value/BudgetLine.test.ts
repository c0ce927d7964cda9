/** Budget lines and places: keys, texts, and lines of places. */
import { BudgetLine, CommitmentPart } from "@grootboek/core"
import * as Schema from "effect/Schema"
import { expect, test } from "vitest"

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

test("from: names the field that is wrong", () => {
  const line = { direction: "U", account: "6140000", policyItem: "0101" }
  expect(BudgetLine.from(line)).toEqual(line)
  expect(() => BudgetLine.from({ ...line, account: "6" })).toThrow(TypeError)
  expect(() => BudgetLine.from({ ...line, account: "6" })).toThrow("account")
  expect(() => BudgetLine.from({ ...line, unknown: "" })).toThrow("unknown")
})

test("committed: is the place of a movement of a commitment", () => {
  const line = { direction: "U", account: "6140000", policyItem: "0900" } as const
  const part = { month: "2026-03", movement: "recorded", reference: "B-1" } as const
  expect(BudgetLine.committed(line, part)).toStrictEqual({
    phase: "commitment",
    ...line,
    part: CommitmentPart.of(part),
  })
})

test("print: parts of debts and results have Dutch names, other parts keep theirs", () => {
  const debt: BudgetLine.Place = { phase: "debt", direction: "O", account: "1740000", part: "leasing" }
  const bonds: BudgetLine.Place = { ...debt, part: "bonds" }
  expect(BudgetLine.print(bonds, "nl")).toBe("1740000 · obligatieleningen · O")
  expect(BudgetLine.print(bonds, "en")).toBe("1740000 · bonds · O")
  expect(BudgetLine.format(bonds)).toBe("1740000 · bonds · O")
  expect(BudgetLine.print({ ...bonds, policyItem: "0100" }, "nl")).toBe(
    "0100 · 1740000 · obligatieleningen · O",
  )
  const result: BudgetLine.Place = { ...debt, phase: "actual", part: "B.1.accounts" }
  expect(BudgetLine.print(result, "nl")).toBe("1740000 · B.1 jaarrekening · O")
  expect(BudgetLine.print({ ...result, part: "B.9" }, "nl")).toBe("1740000 · B.9 · O")
  expect(BudgetLine.print({ ...full, part: "other" }, "nl")).toBe(
    "A5 · 0100 · 7402000 · OCMW · IE1 · other · O",
  )
  const { part: _, ...whole } = debt
  expect(BudgetLine.print(whole, "nl")).toBe("1740000 · O")
})
