/** Rows that would be added to an amount of an earlier import, and rows that repeat one with other texts. */
import { type BudgetEvent, type BudgetLine, Ledger, Reversal } from "@grootboek/core"
import { ledger, record } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Additions from "../../src/ledger/Additions.ts"
import * as EarlierImports from "../../src/ledger/EarlierImports.ts"
import type { Request } from "../../src/rule/Decision.ts"
import { adopted, declared, goods, rule, wages } from "../SmallPlan.ts"

type Posted = BudgetEvent.Of<"EstimatePosted">

const posted = (line: BudgetLine.BudgetLine, amounts: Posted["amounts"], description?: string): Posted => ({
  _tag: "EstimatePosted",
  line,
  amounts,
  ...(description === undefined ? {} : { description }),
})
const file = { name: "lines.csv", sha256: "a".repeat(64) }

/** A ledger whose entries from 3 on came from a file, one a line; `null` is an entry by hand. */
const imported = (...events: ReadonlyArray<BudgetEvent.BudgetEvent | null>): Ledger.Ledger => {
  const made = ledger(adopted, declared)
  for (const [index, event] of events.entries())
    Ledger.append(made, {
      event: event ?? posted(goods, { "2026": "3.00" }),
      time: "",
      ...(event === null ? {} : { source: { ...file, line: index + 2 } }),
    })
  return made
}
const first = posted(goods, { "2026": "100.00", "2027": "50.00" }, "papier")

describe("EarlierImports.under", () => {
  const found = { _tag: "AmountRecorded", place: "A1 · 0900 · 6140000 · U", what: "line", file: "lines.csv" }

  test("names the first entry on the place and year, and its amount there", () => {
    const made = imported(first, posted(goods, { "2026": "-1.00" }), posted(wages, { "2026": "9.00" }))
    const earlier = EarlierImports.begin(made)
    const under = (year: string) => earlier.under(posted(goods, { [year]: "1.00" }))
    expect(under("2026")).toStrictEqual({ ...found, year: 2026, amount: "100.00", entry: 3, line: 2 })
    expect(under("2027")).toStrictEqual({ ...found, year: 2027, amount: "50.00", entry: 3, line: 2 })
    expect(under("2028")).toBeUndefined()
    expect(earlier.under(posted(goods, { "2027": "1.00", "2028": "1.00", "2026": "1.00" }))).toMatchObject({
      year: 2026,
    })
    earlier.repeat(3)
    expect(under("2026")).toStrictEqual({ ...found, year: 2026, amount: "-1.00", entry: 4, line: 3 })
    expect(under("2027")).toBeUndefined()
    earlier.repeat(4)
    expect(under("2026")).toBeUndefined()
  })

  test("leaves out entries by hand, of rules, reversed ones, and amounts that sum to zero", () => {
    const zero = imported(first, posted(goods, { "2026": "-100.00", "2027": "-50.00" }))
    const charge = { action: "A1", policyItem: "0900", base: "0.00", due: "5.00", amount: "5.00", year: 2026 }
    const overhead = imported({ _tag: "OverheadReallocated", rule, charges: [charge] })
    const charged = { ...goods, account: rule.chargeAccount }
    const reversed = imported(first)
    record(reversed, Reversal.of({ position: 3, event: first }, { class: "correction" }))
    expect(
      [imported(null), zero, reversed].map((made) =>
        EarlierImports.begin(made).under(posted(goods, { "2026": "1.00" })),
      ),
    ).toEqual([undefined, undefined, undefined])
    expect(EarlierImports.begin(overhead).under(posted(charged, { "2026": "1.00" }))).toBeUndefined()
  })

  test("leaves out entries that are appended after the import began", () => {
    const made = imported(null)
    const earlier = EarlierImports.begin(made)
    Ledger.append(made, { event: posted(wages, { "2026": "1.00" }), time: "", source: file })
    Ledger.append(made, { event: posted(goods, { "2026": "1.00" }), time: "", source: file })
    expect(earlier.under(posted(wages, { "2026": "1.00" }))).toBeUndefined()
    expect(earlier.under(posted(goods, { "2026": "1.00" }))).toBeUndefined()
    const later = EarlierImports.begin(made).under(posted(wages, { "2026": "1.00" }))
    expect(later).toStrictEqual({
      ...{ _tag: "AmountRecorded", what: "line", place: "A1 · 0900 · 6203000 · U", year: 2026 },
      ...{ amount: "1.00", entry: 4, file: "lines.csv" },
    })
  })

  test.each<readonly [BudgetEvent.BudgetEvent, string]>([
    [{ _tag: "ResultCarriedForward", account: "0930000", year: 2026, adopted: "5.00" }, "result"],
    [{ _tag: "FundsEarmarked", account: "0900000", amounts: { "2026": "5.00" } }, "funds"],
    [{ _tag: "DebtOpened", account: "1730000", kind: "bonds", year: 2026, amount: "5.00" }, "debt"],
    [first, "line"],
  ])("names what is recorded: %j is a %s", (event, what) => {
    expect(EarlierImports.begin(imported(event)).under(event)).toMatchObject({ what, entry: 3 })
  })
})

describe("EarlierImports.rewritten", () => {
  test("finds an entry with the same amounts once", () => {
    const earlier = EarlierImports.begin(imported(first, posted(wages, { "2026": "9.00" }), first))
    const other = posted(goods, { "2026": "100.00", "2027": "50.00" }, "inkt")
    expect([1, 2, 3].map(() => earlier.rewritten(other))).toEqual([3, 5, undefined])
    expect(earlier.rewritten(posted(wages, { "2026": "9.00" }))).toBe(4)
  })

  test.each<readonly [string, BudgetEvent.BudgetEvent]>([
    ["another amount", posted(goods, { "2026": "100.00", "2027": "50.01" })],
    ["a year less", posted(goods, { "2026": "100.00" })],
    ["a year more", posted(goods, { "2026": "100.00", "2027": "50.00", "2028": "0.01" })],
    ["another line", posted(wages, { "2026": "100.00", "2027": "50.00" })],
    ["another kind", { _tag: "PlanAdjusted", plan: "2026/1", creditYears: [], changes: [first] }],
  ])("finds nothing for %s", (_, event) => {
    expect(EarlierImports.begin(imported(first)).rewritten(event)).toBeUndefined()
  })
})

describe("Additions.check", () => {
  const request = (id: string, event?: BudgetEvent.BudgetEvent): Request => ({
    id,
    decide: () => Result.succeed([]),
    ...(event === undefined ? {} : { event }),
  })
  const corrected = request("corrected", posted(goods, { "2026": "99.00" }))

  test("refuses a row on an amount that no row repeats, and returns all when each is repeated", () => {
    const made = imported(first)
    const known = new Map([["papier", 3]])
    expect(Additions.check(made, [corrected, request("bare")], known)).toMatchObject({
      failure: [{ request: corrected, refusal: { _tag: "AmountRecorded", entry: 3, amount: "100.00" } }],
    })
    const both = [request("papier", first), corrected]
    expect(Additions.check(made, both, known)).toEqual(Result.succeed(both))
  })

  test("leaves out a row that repeats an earlier one with other texts", () => {
    const made = imported(first)
    const rewritten = request("inkt", { ...first, description: "inkt" })
    expect(Additions.check(made, [rewritten, request("bare")], new Map())).toMatchObject({
      success: [{ id: "bare" }],
    })
    expect(Additions.check(made, [rewritten, corrected], new Map())).toMatchObject({
      success: [{ id: "corrected" }],
    })
  })
})
