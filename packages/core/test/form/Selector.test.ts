/** Selectors: a place is counted when every condition is met. */
import { type BudgetLine, type Dimension, Selector } from "@grootboek/core"
import { describe, expect, test } from "vitest"

const place: BudgetLine.Place = {
  phase: "actual",
  direction: "U",
  account: "6203000",
  policyItem: "0900",
  part: "2026-01",
}
const dimensions: Dimension.Dimensions = {
  section: "operating",
  row: "I.A.2-1",
  domain: "Zorg",
  action: undefined,
  policyObjective: undefined,
}
const whole: Selector.Selector = {
  phase: "actual",
  section: "operating",
  direction: "U",
  row: "I.A.2-1",
  under: ["II", "I.A.2"],
  accounts: ["61", "62"],
  notAccounts: ["63", "621"],
  part: "2026-01",
  parts: ["2026-02", "2026-01"],
}
const counts = (selector: Selector.Selector, at = place, where = dimensions) =>
  Selector.matches(selector, at, where)

describe("Selector.matches", () => {
  test("accepts a place when all conditions are met, and when only the phase is set", () => {
    expect(counts(whole)).toBe(true)
    expect(counts({ phase: "actual" })).toBe(true)
    expect(counts({}, { ...place, phase: "estimate" })).toBe(true)
  })

  test("accepts a row at or below a given row, not one that only has the same prefix", () => {
    const under = (row: string) => counts({ phase: "actual", under: [row] })
    expect(["I.A.2-1", "I.A.2", "I.A", "I"].map(under)).toEqual([true, true, true, true])
    expect(["I.A.2-", "I.", "II", "A.2", "I.A.2-12"].map(under)).toEqual([false, false, false, false, false])
  })

  test("accepts every section but results when no section is set", () => {
    const sections = ["operating", "investment", "financing", "result"] as const
    expect(sections.map((section) => counts({ phase: "actual" }, place, { ...dimensions, section }))).toEqual(
      [true, true, true, false],
    )
    expect(counts({ phase: "actual", section: "result" }, place, { ...dimensions, section: "result" })).toBe(
      true,
    )
  })

  test.each<readonly [string, Selector.Selector]>([
    ["phase", { phase: "debt" }],
    ["section", { section: "investment" }],
    ["direction", { direction: "O" }],
    ["row", { row: "I.A.2" }],
    ["rows", { under: ["II", "III"] }],
    ["accounts", { accounts: ["61", "203"] }],
    ["accounts left out", { notAccounts: ["63", "62"] }],
    ["part", { part: "2026-02" }],
    ["parts", { parts: ["2026-02", "2026-03"] }],
  ])("rejects a place with another %s", (_, other) => {
    expect(counts({ ...whole, ...other })).toBe(false)
  })

  test("rejects a place without a part when parts are set", () => {
    const { part: _, ...apart } = place
    expect(counts({ phase: "actual", parts: ["2026-01"] }, apart)).toBe(false)
    expect(counts({ phase: "actual", part: "2026-01" }, apart)).toBe(false)
  })
})

describe("Selector.format", () => {
  test("returns every condition in English", () => {
    expect(Selector.format(whole)).toBe(
      "actual, operating, U, row I.A.2-1, rows under II, I.A.2, accounts 61…, 62…, no accounts 63…, 621…, part 2026-01, parts 2026-02, 2026-01",
    )
  })

  test("returns every condition in Dutch", () => {
    expect(Selector.format(whole, "nl")).toBe(
      "aanrekening, exploitatie, U, rij I.A.2-1, rijen onder II, I.A.2, rekeningen 61…, 62…, geen rekeningen 63…, 621…, deel 2026-01, delen 2026-02, 2026-01",
    )
    expect(Selector.format({}, "nl")).toBe("raming, alle secties")
    expect(Selector.format({ phase: "debt", part: "notional" }, "nl")).toBe(
      "schuld, alle secties, deel aangewezen",
    )
  })
})

test("Selector.format: lists every condition", () => {
  expect(Selector.format({ phase: "actual", section: "result", under: ["II"] }, "nl")).toBe(
    "aanrekening, budgettaire resultaten, rijen onder II",
  )
  expect(Selector.format({})).toBe("estimate, all sections")
  expect(
    Selector.format({
      phase: "debt",
      section: "financing",
      direction: "O",
      row: "I",
      under: ["II.A", "II.B"],
      accounts: ["171"],
      notAccounts: ["172", "173"],
      part: "bonds",
    }),
  ).toBe(
    "debt, financing, O, row I, rows under II.A, II.B, accounts 171…, no accounts 172…, 173…, part bonds",
  )
})
