/** Forms of the annual accounts with the plan beside them. */
import { Adjustment, Credit, type Ledger, Money } from "@grootboek/core"
import { ShownStatement } from "@grootboek/core/answer"
import { record } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { booked, goods } from "../Association.ts"

describe("ShownStatement", () => {
  const shown = (ledger: Ledger.Ledger, options: ShownStatement.ShownOptions = {}) => {
    const { years, rows, accounts } = Result.getOrThrow(ShownStatement.of(ledger, "J1", options))
    const row = rows.findIndex(({ section, code }) => section === "Dienstverlening" && code === "U")
    const [cell] = rows[row]?.cells ?? []
    const columns = (accounts?.beside ?? []).map(
      ({ name, at, cells }) => `${name} ${at.plan} ${Money.format(cells[row]?.exact ?? Money.zero)}`,
    )
    return [years, accounts?.isClosed, Money.format(cell?.exact ?? Money.zero), ...columns]
  }

  test("of: shows the last closed year with the plan in force and the initial plan", () => {
    const ledger = booked()
    record(
      ledger,
      Adjustment.adopt({
        plan: "2026/1",
        creditYears: [2027],
        motivation: "Meer goederen",
        changes: [{ line: goods, reason: { class: "correction" }, amounts: { 2026: "50.00" } }],
      }),
    )
    const columns = ["plan 2026/1 1750.00", "initial 2026/0 1700.00"]
    expect(shown(ledger)).toEqual([[2026], false, "840.00", ...columns])
    record(ledger, Credit.close({ year: 2026 }))
    expect(shown(ledger)).toEqual([[2026], true, "840.00", ...columns])
    expect(shown(ledger, { year: 2027 })).toEqual([
      [2027],
      false,
      "0.00",
      "plan 2026/1 1420.00",
      "initial 2026/1 1420.00",
    ])
    // No version at that moment sets the credits of 2027.
    expect(shown(ledger, { year: 2027, at: 2 })).toEqual([[2027], false, "0.00", "plan 2026/0 0.00"])
  })

  test("of: refuses a year outside the plan", () => {
    const found = ShownStatement.of(booked(), "J3", { year: 2040 })
    expect(Result.isFailure(found) && found.failure).toMatchObject({ _tag: "YearNotShown", year: 2040 })
  })
})
