/** The explanation of a cell: its rows, its postings, and their entries. */
import {
  type BudgetEvent,
  Estimate,
  Explain,
  type FormId,
  Funding,
  formIds,
  Layout,
  Ledger,
  LinearForm,
  Money,
  type Statement,
  Structure,
  Trail,
} from "@grootboek/core"
import { UnmatchedRow } from "@grootboek/core/answer"
import { ledger, record } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { association, van } from "../Association.ts"
import { adopted, declared, fees, goods, wages } from "../SmallPlan.ts"

const get = <A, E>(result: Result.Result<A, E>): A =>
  Result.getOrThrowWith(result, (failure) => new Error(JSON.stringify(failure)))

const story = ledger(
  adopted,
  declared,
  Estimate.post({ line: goods, amounts: { "2026": "10.60", "2027": "2.00" } }),
  Estimate.post({ line: wages, amounts: { "2026": "4.30" } }),
  Estimate.post({ line: fees, amounts: { "2027": "7.00" } }),
  Estimate.carryResult({ account: "0930000", year: 2026, adopted: "5.00" }),
)
const cell = (form: FormId, row: string, year: number, more: object = {}) =>
  get(Explain.cell(story, { form, row, year }, more))

describe("Explain.cell", () => {
  test("returns postings that sum to the statement, for every form, row and year", () => {
    for (const form of formIds) {
      const statement = get(Ledger.statement(story, form))
      for (const { section, code, cells } of statement.rows)
        for (const { year, exact, printed } of cells) {
          if (exact === 0n) continue
          const row = section === "" ? code : `${section}/${code}`
          const reported = cell(form, row, year)
          expect([reported.form, reported.section, reported.code, reported.exact, reported.printed]).toEqual([
            form,
            section,
            code,
            exact,
            printed,
          ])
          expect(
            reported.postings.reduce((sum, { amount }) => sum + amount, 0n),
            `${form} ${row} ${year}`,
          ).toBe(exact)
          expect(reported.nothing).toBeUndefined()
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
      const reported = get(Explain.cell(cents, where, { policy }))
      return [reported.printed, reported.roundsTo].map((one) => (one === undefined ? "-" : Money.format(one)))
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
    const refused = (year: number) => Explain.cell(story, { form: "M3", row: "Exploitatie/U", year })
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
    expect(refused(story, "Exploitatie/U")).toBe("explained")
    expect(refused(story, "Exploitatie/U", 9999)).toBe("UnknownMoment")
    expect(refused(story, "Exploitatie/X")).toBe("UnknownRow")
    expect(refused(Ledger.empty(), "Exploitatie/U")).toBe("PlanNotAdopted")
  })

  test("includes, omits or selects conditional money", () => {
    const out = association()
    record(out, Funding.assign([{ line: van, condition: "V1" }]))
    const spent = (conditional?: Funding.Conditional) => {
      const reported = get(
        Explain.cell(out, { form: "T2", row: "INVESTERINGEN/I", year: 2026 }, { conditional }),
      )
      return [Money.format(reported.exact), reported.postings.length]
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
    const out = Ledger.copy(story)
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
    const reported = get(
      Explain.cell(out, { form: "T2", row: "EXPLOITATIE/I.A.1", year: 2026 }),
    ).postings.slice(1)
    expect(
      reported.map(({ amount, reason, source: from }) => [Money.format(amount), reason?.class, from]),
    ).toEqual([
      ["1.00", "timing", { ...source, line: 12 }],
      ["2.00", "timing", source],
      ["3.00", "timing", undefined],
      ["4.00", undefined, source],
    ])
  })
})

describe("UnmatchedRow.format", () => {
  const silences = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      row: `R${at}`,
      counts: { section: "operating", row: `${at}` } as const,
    }))
  test.each([1, 5, 6, 7])("names at most five of %i rows", (count) => {
    const more = count - 5
    const rows = (language: "en" | "nl") =>
      silences(Math.min(count, 5))
        .map(({ row }, at) =>
          language === "nl"
            ? `${row}: raming, exploitatie, rij ${at}`
            : `${row}: estimate, operating, row ${at}`,
        )
        .join("; ")
    expect(UnmatchedRow.format(silences(count))).toBe(
      `No posting matches ${rows("en")}${more > 0 ? `; and ${more} more` : ""}.`,
    )
    expect(UnmatchedRow.format(silences(count), "nl")).toBe(
      `Geen enkele mutatie past bij ${rows("nl")}${more > 0 ? `; en nog ${more}` : ""}.`,
    )
  })

  test("reports a row that adds no rows", () => {
    expect(UnmatchedRow.format([])).toBe("The row adds no rows here.")
    expect(UnmatchedRow.format([], "nl")).toBe("De rij telt hier geen rijen op.")
  })

  test("names rows with equal selectors once", () => {
    expect(UnmatchedRow.format([...silences(2), ...silences(2)])).toBe(UnmatchedRow.format(silences(2)))
  })
})

const face = { title: "X", edition: "bbc-3.0", decimals: 0, years: "plan", kind: "fixed", id: "X" } as const

describe("Trail.leaves", () => {
  const count = { direction: "U" } as const
  const layout = Layout.of(
    {
      ...face,
      rows: {
        out: { label: "", count },
        in: { label: "", count: { direction: "O" } },
        sum: { label: "", plus: ["out", "out", "in"] },
        gone: { label: "", plus: ["sum"], minus: ["out", "out"] },
        run: { label: "", plus: ["gone"], previousYear: "run" },
        twice: { label: "", plus: ["run"], minus: ["sum"], previousYear: "run" },
      },
    },
    Structure.empty,
  )
  const reported = (row: number, year: number) =>
    Trail.leaves(LinearForm.of(layout, 3), row, { year, first: 2026 })
      .map((leaf) => `${leaf.row} ${leaf.year} ${leaf.factor}`)
      .toSorted()

  test("returns each leaf row with its factor, without those that cancel", () => {
    expect(reported(0, 2026)).toEqual(["0 2026 1"])
    expect(reported(2, 2027)).toEqual(["0 2027 2", "1 2027 1"])
    expect(reported(3, 2026)).toEqual(["1 2026 1"])
  })

  test("goes back to the first year when a row is carried forward", () => {
    expect(reported(4, 2028)).toEqual(["1 2026 1", "1 2027 1", "1 2028 1"])
    expect(reported(4, 2026)).toEqual(["1 2026 1"])
    expect(reported(5, 2027)).toEqual(["0 2027 -2", "1 2026 2"])
    expect(reported(5, 2025)).toEqual([])
  })
})

describe("Trail.steps", () => {
  test("lists the postings of each leaf row times its factor, oldest first", () => {
    const { columns } = story
    const layout = Layout.of(
      {
        ...face,
        rows: {
          spent: { label: "", count: { accounts: [goods.account, wages.account] } },
          none: { label: "", count: { accounts: ["1"] } },
        },
      },
      Ledger.planAt(story)?.structure ?? never(),
    )
    const leaves = [
      { row: 0, year: 2026, factor: 2n },
      { row: 0, year: 2027, factor: -3n },
      { row: 1, year: 2026, factor: 1n },
    ]
    const steps = Trail.steps(LinearForm.of(layout, 3), columns, { leaves, after: 0, until: 4 })
    expect(
      steps.map(({ posting, entry, turn, amount }) => [posting, entry, turn, Money.format(amount)]),
    ).toEqual([
      [0, 3, 0, "21.20"],
      [1, 3, 1, "-6.00"],
      [2, 4, 0, "8.60"],
    ])
  })
})

const never = (): never => {
  throw new Error("this is there")
}
