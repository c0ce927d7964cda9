/** Statements of a ledger at its moments. */
import { type FormId, Ledger, Money, Statement } from "@grootboek/core"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { adjusted, get, versions } from "../AdjustedPlan.ts"

const cells = (form: FormId, section: string, code: string, options = {}) =>
  get(Ledger.statement(adjusted, form, options))
    .rows.filter((row) => row.section === section && row.code === code)
    .flatMap((row) => row.cells.map(({ exact }) => Money.format(exact)))

describe("Ledger.statement", () => {
  test("returns the result of the year, the cumulated result and the earmarked funds", () => {
    const block = "Budgettair resultaat"
    expect(
      ["V", "VI", "VI.A", "VI.B.2", "VII", "VIII", "IX"].map((code) => cells("M2", block, code)),
    ).toEqual([
      ["-99.25", "-1000.40", "0.00"],
      ["45.00", "-54.25", "-1054.65"],
      ["50.00", "0.00", "0.00"],
      ["-5.00", "0.00", "0.00"],
      ["-54.25", "-1054.65", "-1054.65"],
      ["0.00", "7.00", "0.00"],
      ["-54.25", "-1061.65", "-1054.65"],
    ])
  })

  test("returns the earlier figures when an earlier moment is given", () => {
    expect(cells("T2", "EXPLOITATIE", "I.A.2.c", { at: versions.from })).toEqual(["200.00", "0.00", "0.00"])
    expect(cells("T2", "EXPLOITATIE", "I.A.2.c")).toEqual(["300.00", "0.00", "0.00"])
    expect(cells("M2", "Budgettair resultaat", "I.a", { at: 3 })).toEqual(["0.00", "0.00", "0.00"])
  })

  test("returns the credit years of the version", () => {
    const shown = (at: number) => get(Ledger.statement(adjusted, "M3", { at })).years
    expect([shown(versions.from), shown(versions.to)]).toEqual([[2026], [2026, 2027]])
    expect(cells("M3", "Investeringen", "U")).toEqual(["300.00", "0.00"])
  })

  test("returns the entity, the moment and the edition", () => {
    const { at, entity, title, edition, decimals } = get(
      Ledger.statement(adjusted, "T3", { at: versions.from }),
    )
    expect({ at, entity, title, edition, decimals }).toEqual({
      at: { position: 9, plan: "2026/0" },
      entity: "Vereniging",
      title: "Evolutie van de financiële schulden",
      edition: "bbc-3.0",
      decimals: 0,
    })
  })

  test("hides groups and optional rows when they are empty", () => {
    const statement = get(Ledger.statement(adjusted, "M1"))
    expect(Statement.shown(statement).map(({ section, code }) => `${section}/${code}`)).toEqual([
      "Dienstverlening/U",
      "Dienstverlening/O",
      "Zonder beleidsdoelstelling/U",
      "Zonder beleidsdoelstelling/O",
      "Totalen/U",
      "Totalen/O",
    ])
    const M2 = Statement.shown(get(Ledger.statement(adjusted, "M2"))).map(({ code }) => code)
    expect([M2.includes("VI.A"), M2.includes("VI.B.1"), M2.includes("VI.B.2")]).toEqual([true, false, true])
  })

  test("fails when no plan is adopted", () => {
    expect(Ledger.statement(Ledger.empty(), "M2")).toEqual(Result.fail({ _tag: "PlanNotAdopted" }))
  })
})

describe("Statement.within", () => {
  const whole = get(Ledger.statement(adjusted, "M2"))

  test("keeps the years of a span, in every row", () => {
    const some = get(Statement.within(whole, { first: 2027, last: 2028 }))
    expect(some.years).toEqual([2027, 2028])
    expect(some.rows.length).toBe(whole.rows.length)
    expect(new Set(some.rows.map(({ cells: shown }) => shown.map(({ year }) => year).join()))).toEqual(
      new Set(["2027,2028"]),
    )
    expect(get(Statement.within(whole, { first: 2026, last: 2028 }))).toStrictEqual(whole)
  })

  test("refuses a span of which the form shows no year", () => {
    expect(Statement.within(whole, { first: 2029, last: 2031 })).toEqual(
      Result.fail({ _tag: "YearNotShown", form: "M2", year: 2029, years: [2026, 2027, 2028] }),
    )
  })
})

test("Ledger.statement: says of a sum whether it adds exact or printed amounts, by the policy", () => {
  const ofSums = (policy?: Statement.Policy) => {
    const { rows } = get(Ledger.statement(adjusted, "M2", policy === undefined ? {} : { policy }))
    const sums = rows.flatMap(({ sum }) => (sum === undefined ? [] : [sum.of]))
    expect(rows.some(({ sum }) => sum === undefined)).toBe(true)
    expect(rows.every(({ sum }) => sum === undefined || sum.terms.length > 0)).toBe(true)
    return [...new Set(sums)].sort()
  }
  expect(ofSums("rows")).toEqual(["printed"])
  expect(ofSums("exact")).toEqual(["exact"])
})
