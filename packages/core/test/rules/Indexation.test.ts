/** Indexation, on a budget small enough to check with a pencil. */
import { type BudgetEvent, Credit, Indexation, Money, Rate } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import { board, given, goods, holds, perYear, refuses, wages } from "./Board.ts"

const fixed: BudgetEvent.IndexRule = { _tag: "FixedRate", percent: "2.5", baseYear: 2026 }
const series = (values: Readonly<Record<string, string>>): BudgetEvent.IndexRule => ({
  _tag: "IndexSeries",
  series: "consumptieprijzen",
  baseMonth: "2025-12",
  baseYear: 2026,
  values,
})
const prices = { "2025-12": "120.00", "2026-12": "123.00", "2027-12": "125.10" }

describe("indexation", () => {
  test("grows from the unrounded base, and replaces what stood there", () => {
    const ledger = board()
    given(ledger, Indexation.apply({ rule: fixed, lines: { accounts: ["620"] } }))
    expect(holds(ledger, wages)).toEqual(["1000.00", "1025.00", "1050.625"])
    expect(holds(ledger, goods)).toEqual(["400.00", "400.00", "400.00"])
  })

  test("follows an index series whose base month belongs to the base year", () => {
    const ledger = board()
    given(ledger, Indexation.apply({ rule: series(prices), lines: { accounts: ["614"] } }))
    expect(holds(ledger, goods)).toEqual(["400.00", "410.00", "417.00"])
  })

  test("changes nothing the second time", () => {
    const ledger = board()
    const apply = Indexation.apply({ rule: fixed, lines: { accounts: ["620"] } })
    given(ledger, apply)
    const before = ledger.columns.entries
    given(ledger, apply)
    expect(ledger.columns.entries).toBe(before)
  })

  test.each([
    ["a series with a gap", series({ "2025-12": "120.00", "2027-12": "125.10" }), ["IndexGap"]],
    ["an index of zero", series({ ...prices, "2026-12": "0" }), ["IndexNotPositive"]],
    ["a base year without later years", { ...fixed, baseYear: 2028 }, ["BaseYearNotBefore"]],
    ["a base year in which the line holds nothing", { ...fixed, baseYear: 2027 }, ["NothingSelected"]],
  ] as const)("refuses %s, and writes nothing", (_, rule, reasons) => {
    const ledger = board()
    const accounts = rule.baseYear === 2027 ? ["7451"] : ["620"]
    expect(refuses(ledger, Indexation.apply({ rule, lines: { accounts } }))).toEqual(reasons)
  })

  test("refuses a closed year", () => {
    const ledger = board()
    given(ledger, Credit.close({ year: 2027 }))
    expect(refuses(ledger, Indexation.apply({ rule: fixed, lines: { accounts: ["620"] } }))).toEqual([
      "YearIsClosed",
    ])
  })

  test("knows which bases lie behind printed figures", () => {
    const bases = Rate.basesBehind(
      "2",
      perYearOf(["801391", "817419", "833767", "850443", "867452", "884801"]),
      0,
    )
    expect([bases?.least, bases?.below].map((bound) => bound && Money.format(bound))).toEqual([
      "801391.100575",
      "801391.291811",
    ])
    expect(Rate.basesBehind("2", perYearOf(["100", "120"]), 0)).toBeUndefined()
    expect(Rate.basesBehind("2", [], 0)).toBeUndefined()
  })
})

const perYearOf = (figures: ReadonlyArray<string>) => Object.values(perYear(figures)).map(Money.from)
