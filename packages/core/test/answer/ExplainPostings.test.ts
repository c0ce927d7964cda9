/** The postings, rows and reasons behind a cell. */
import { Explain, type FormId, Ledger, Money } from "@grootboek/core"
import { UnmatchedRow } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { adjusted, get, never, versions } from "../AdjustedPlan.ts"

describe("Explain.cell", () => {
  const explain = (form: FormId, row: string, year: number, at?: number) =>
    get(Explain.cell(adjusted, { form, row, year }, { at }))
  const reported = (form: FormId, row: string, year: number, at?: number) =>
    explain(form, row, year, at).postings.map(({ entry, event, amount, rule: by, reason }) =>
      [entry, event, Money.format(amount), by?.rule, reason?.class]
        .filter((one) => one !== undefined)
        .join(" "),
    )

  test("lists the postings of a cell with rule and reason, oldest first", () => {
    expect(reported("T2", "EXPLOITATIE/I.A.1", 2026)).toEqual([
      "3 EstimatePosted 1000.40",
      "7 OverheadReallocated 30.00 overhead",
      "10 PlanAdjusted -0.40 timing",
      "11 OverheadReallocated 15.00 overhead",
    ])
    expect(reported("T2", "EXPLOITATIE/I.A.1", 2026, versions.from)).toEqual([
      "3 EstimatePosted 1000.40",
      "7 OverheadReallocated 30.00 overhead",
    ])
  })

  test("negates subtracted rows and includes the years before", () => {
    expect(reported("M2", "Budgettair resultaat/VII", 2027)).toEqual([
      "3 EstimatePosted -1000.40",
      "3 EstimatePosted -1000.40",
      "4 EstimatePosted -200.00",
      "5 EstimatePosted 1500.50",
      "6 EstimatePosted -300.00",
      "7 OverheadReallocated -30.00 overhead",
      "7 OverheadReallocated 30.00 overhead",
      "8 ResultCarriedForward 50.00",
      "8 ResultCarriedForward -5.00",
      "10 PlanAdjusted 0.40 timing",
      "10 PlanAdjusted 0.25",
      "10 PlanAdjusted -100.00 index",
      "11 OverheadReallocated -15.00 overhead",
      "11 OverheadReallocated 15.00 overhead",
    ])
  })

  test("returns the rows with their signs, and the year before", () => {
    const { rows, exact, printed, label } = explain("M2", "Budgettair resultaat/IX", 2027)
    expect([label, Money.format(exact), Money.format(printed)]).toEqual([
      "Beschikbaar budgettair resultaat (VII-VIII)",
      "-1061.65",
      "-1061.00",
    ])
    expect(rows.map(({ code, sign, year }) => `${sign} ${code} ${year}`)).toEqual([
      "1 VII 2027",
      "-1 VIII 2027",
    ])
    const VI = rows[0]?.rows[1]
    expect(VI?.rows.map(({ code, year }) => `${code} ${year}`)).toEqual([
      "VI.A 2027",
      "VI.B 2027",
      "VII 2026",
    ])
    expect(VI?.rows[2]?.rows[1]?.rows.map(({ code }) => code)).toEqual(["VI.A", "VI.B"])
    expect(rows[1]?.counts).toEqual({ section: "result", direction: "U" })
    expect(rows[0]?.counts).toBeUndefined()
  })

  test("reports a figure that differs from its own rounding", () => {
    expect(Money.format(explain("M2", "Budgettair resultaat/IX", 2027).roundsTo ?? never())).toBe("-1062.00")
    expect(explain("M2", "Budgettair resultaat/I", 2027).roundsTo).toBeUndefined()
  })

  test("returns the selectors when a cell is empty", () => {
    const why = (row: string, language: "en" | "nl" = "en") =>
      UnmatchedRow.format(explain("T2", row, 2026).nothing ?? never(), language)
    expect(why("EXPLOITATIE/II.A.4")).toBe(
      "No posting matches EXPLOITATIE/II.A.4: estimate, operating, O, row II.A.4.",
    )
    expect(why("EXPLOITATIE/II.A.4", "nl")).toBe(
      "Geen enkele mutatie past bij EXPLOITATIE/II.A.4: raming, exploitatie, O, rij II.A.4.",
    )
    expect(why("FINANCIERING/I.C.1", "nl")).toMatch(/; en nog 5\.$/)
    expect(UnmatchedRow.format([], "nl")).toBe("De rij telt hier geen rijen op.")
    expect(UnmatchedRow.format([])).toBe("The row adds no rows here.")
    expect(why("FINANCIERING/I.C.1")).toMatch(
      /^No posting matches FINANCIERING\/I\.C\.1-\d+: .*; and 5 more\.$/,
    )
    expect(explain("T2", "EXPLOITATIE/I.A.1", 2026).nothing).toBeUndefined()
  })

  test("fails on an unknown row, year or moment", () => {
    const refused = (row: string, year: number, at?: number) =>
      Result.match(Explain.cell(adjusted, { form: "M2", row, year }, { at }), {
        onFailure: ({ _tag }) => _tag,
        onSuccess: () => "",
      })
    expect([refused("XX", 2026), refused("IX", 2025), refused("IX", 2026, 999)]).toEqual([
      "UnknownRow",
      "YearNotShown",
      "UnknownMoment",
    ])
    expect(Explain.cell(Ledger.empty(), { form: "M2", row: "IX", year: 2026 })).toEqual(
      Result.fail({ _tag: "PlanNotAdopted" }),
    )
  })
})
