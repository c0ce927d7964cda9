/** The explanation of a cell: its rows, its postings, and their entries. */
import {
  type BudgetEvent,
  Estimate,
  Explain,
  type FormId,
  Funding,
  formIds,
  Ledger,
  Money,
  type Statement,
} from "@grootboek/core"
import { ledger, record } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { get } from "../AdjustedPlan.ts"
import { association, van } from "../Association.ts"
import { adopted, declared, fees, goods, wages } from "../SmallPlan.ts"

const history = ledger(
  adopted,
  declared,
  Estimate.post({ line: goods, amounts: { "2026": "10.60", "2027": "2.00" } }),
  Estimate.post({ line: wages, amounts: { "2026": "4.30" } }),
  Estimate.post({ line: fees, amounts: { "2027": "7.00" } }),
  Estimate.carryResult({ account: "0930000", year: 2026, adopted: "5.00" }),
)
const cell = (form: FormId, row: string, year: number, more: object = {}) =>
  get(Explain.cell(history, { form, row, year }, more))

describe("Explain.cell", () => {
  test("returns postings that sum to the statement, for every form, row and year", () => {
    for (const form of formIds) {
      const statement = get(Ledger.statement(history, form))
      for (const { section, code, cells } of statement.rows)
        for (const { year, exact, printed } of cells) {
          if (exact === 0n) continue
          const row = section === "" ? code : `${section}/${code}`
          const explained = cell(form, row, year)
          expect([
            explained.form,
            explained.section,
            explained.code,
            explained.exact,
            explained.printed,
          ]).toEqual([form, section, code, exact, printed])
          expect(
            explained.postings.reduce((sum, { amount }) => sum + amount, 0n),
            `${form} ${row} ${year}`,
          ).toBe(exact)
          expect(explained.nothing).toBeUndefined()
        }
    }
  })

  test("returns all properties of the cell, its rows and its postings", () => {
    const { postings, rows, ...own } = cell("M2", "Budgettair resultaat/I", 2026)
    expect(own).toStrictEqual({
      form: "M2",
      section: "Budgettair resultaat",
      code: "I",
      label: "Exploitatiesaldo (a-b)",
      year: 2026,
      exact: Money.from("-14.90"),
      printed: Money.from("-15.00"),
      roundsTo: undefined,
      counts: undefined,
      nothing: undefined,
      decisions: [
        { decision: { plan: "2026/0", resolution: undefined, motivation: undefined }, entries: [3, 4] },
      ],
    })
    expect(rows).toStrictEqual([
      {
        section: "Budgettair resultaat",
        code: "I.a",
        label: "Ontvangsten",
        year: 2026,
        sign: 1,
        exact: 0n,
        printed: 0n,
        counts: { section: "operating", direction: "O" },
        rows: [],
      },
      {
        section: "Budgettair resultaat",
        code: "I.b",
        label: "Uitgaven",
        year: 2026,
        sign: -1,
        exact: Money.from("14.90"),
        printed: Money.from("15.00"),
        counts: { section: "operating", direction: "U" },
        rows: [],
      },
    ])
    expect(postings).toStrictEqual([
      {
        entry: 3,
        event: "EstimatePosted",
        amount: Money.from("-10.60"),
        place: { phase: "estimate", ...goods },
        year: 2026,
        rule: undefined,
        reason: undefined,
        owed: undefined,
        names: { action: "Woonloket", policyItem: "Zorg", account: "Goederen en diensten" },
        source: undefined,
      },
      {
        entry: 4,
        event: "EstimatePosted",
        amount: Money.from("-4.30"),
        place: { phase: "estimate", ...wages },
        year: 2026,
        rule: undefined,
        reason: undefined,
        owed: undefined,
        names: {
          action: "Woonloket",
          policyItem: "Zorg",
          account: "Niet vast benoemd niet-onderwijzend personeel",
        },
        source: undefined,
      },
    ])
  })

  test("returns the figure rounded alone when the policy prints another one", () => {
    const cents = ledger(
      adopted,
      declared,
      Estimate.post({ line: goods, amounts: { "2026": "50.30" } }),
      Estimate.post({ line: fees, amounts: { "2026": "100.60" } }),
    )
    const roundsTo = (policy?: Statement.Policy) => {
      const where = { form: "M2", row: "Budgettair resultaat/I", year: 2026 } as const
      const explained = get(Explain.cell(cents, where, { policy }))
      return [explained.printed, explained.roundsTo].map((one) =>
        one === undefined ? "-" : Money.format(one),
      )
    }
    expect([roundsTo(), roundsTo("form"), roundsTo("exact"), roundsTo("rows")]).toEqual([
      ["50.00", "-"],
      ["50.00", "-"],
      ["50.00", "-"],
      ["51.00", "50.00"],
    ])
  })

  test("goes back to the first year of the plan when a row is carried forward", () => {
    const VII = (year: number) => cell("M2", "Budgettair resultaat/VII", year)
    const before = ({ rows }: Explain.Explanation) =>
      rows.find(({ code }) => code === "VI")?.rows.map(({ code, year, sign }) => `${sign} ${code} ${year}`)
    expect(before(VII(2026))).toEqual(["1 VI.A 2026", "1 VI.B 2026"])
    expect(before(VII(2028))).toEqual(["1 VI.A 2028", "1 VI.B 2028", "1 VII 2027"])
    expect(VII(2028).postings.map(({ entry, year }) => [entry, year])).toEqual([
      [3, 2026],
      [3, 2027],
      [4, 2026],
      [5, 2027],
      [6, 2026],
    ])
    expect(VII(2026).postings.map(({ entry, year }) => [entry, year])).toEqual([
      [3, 2026],
      [4, 2026],
      [6, 2026],
    ])
  })

  test("lists the leaf rows without postings once when the cell is empty", () => {
    const none = cell("T2", "INVESTERINGEN/I.B.1", 2026)
    expect(none.postings).toEqual([])
    expect(none.nothing?.map(({ row }) => row)).toEqual([...new Set(none.nothing?.map(({ row }) => row))])
    expect(none.nothing).toContainEqual({
      row: "INVESTERINGEN/I.B.1.a",
      counts: expect.objectContaining({ section: "investment", direction: "U" }),
    })
    // A row is reached more than once over the years.
    const II = cell("M2", "Budgettair resultaat/II", 2028)
    expect(II.nothing?.map(({ row }) => row).toSorted()).toEqual([
      "Budgettair resultaat/II.a",
      "Budgettair resultaat/II.b",
    ])
  })

  test("fails with the years of the plan when the year is not shown", () => {
    const refused = (year: number) => Explain.cell(history, { form: "M3", row: "Exploitatie/U", year })
    const years = [2026, 2027, 2028]
    expect([refused(2025), refused(2029)]).toEqual([
      Result.fail({ _tag: "YearNotShown", form: "M3", year: 2025, years }),
      Result.fail({ _tag: "YearNotShown", form: "M3", year: 2029, years }),
    ])
    expect(Result.isSuccess(refused(2028))).toBe(true)
  })

  test("fails when the moment or the row is unknown, or no plan is adopted", () => {
    const refused = (of: Ledger.Ledger, row: string, at?: number) =>
      Result.match(Explain.cell(of, { form: "M3", row, year: 2026 }, { at }), {
        onFailure: ({ _tag }) => _tag,
        onSuccess: () => "explained",
      })
    expect(refused(history, "Exploitatie/U")).toBe("explained")
    expect(refused(history, "Exploitatie/U", 9999)).toBe("UnknownMoment")
    expect(refused(history, "Exploitatie/X")).toBe("UnknownRow")
    expect(refused(Ledger.empty(), "Exploitatie/U")).toBe("PlanNotAdopted")
  })

  test("includes, omits or selects conditional money", () => {
    const out = association()
    record(out, Funding.assign([{ line: van, condition: "V1" }]))
    const spent = (conditional?: Funding.Conditional) => {
      const explained = get(
        Explain.cell(out, { form: "T2", row: "INVESTERINGEN/I", year: 2026 }, { conditional }),
      )
      return [Money.format(explained.exact), explained.postings.length]
    }
    expect([spent(), spent("with"), spent("without"), spent("only")]).toEqual([
      ["300.00", 1],
      ["300.00", 1],
      ["0.00", 0],
      ["300.00", 1],
    ])
    const operating = get(
      Explain.cell(out, { form: "T2", row: "EXPLOITATIE/I", year: 2026 }, { conditional: "only" }),
    )
    expect([operating.exact, operating.postings]).toEqual([0n, []])
  })
})

describe("Explain.posting", () => {
  const source = { name: "aanpassing.csv", sha256: "d".repeat(64), line: 2 }
  const time = "2026-01-01T00:00:00.000Z"

  test("returns the source line of the change when an adjustment has one, else that of the entry", () => {
    const out = Ledger.copy(history)
    const change = (amount: string, row?: number) =>
      ({
        line: goods,
        amounts: { "2026": amount },
        reason: { class: "timing" },
        ...(row === undefined ? {} : { row }),
      }) as const
    const event: BudgetEvent.BudgetEvent = {
      _tag: "PlanAdjusted",
      plan: "2026/1",
      creditYears: [],
      changes: [change("1.00", 12), change("2.00")],
    }
    get(Ledger.append(out, { event, time, source }))
    get(Ledger.append(out, { event: { ...event, plan: "2026/2", changes: [change("3.00", 9)] }, time }))
    get(
      Ledger.append(out, {
        event: { _tag: "EstimatePosted", line: goods, amounts: { "2026": "4.00" } },
        time,
        source,
      }),
    )
    const explained = get(
      Explain.cell(out, { form: "T2", row: "EXPLOITATIE/I.A.1", year: 2026 }),
    ).postings.slice(1)
    expect(
      explained.map(({ amount, reason, source: from }) => [Money.format(amount), reason?.class, from]),
    ).toEqual([
      ["1.00", "timing", { ...source, line: 12 }],
      ["2.00", "timing", source],
      ["3.00", "timing", undefined],
      ["4.00", undefined, source],
    ])
  })
})
