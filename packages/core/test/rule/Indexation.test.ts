/** Indexation of a small budget that can be checked by hand. */
import {
  Adoption,
  Balances,
  type BudgetEvent,
  BudgetLine,
  Contribution,
  Credit,
  Estimate,
  Indexation,
  Ledger,
  Money,
  Overhead,
  Rate,
  Stop,
  Year,
} from "@grootboek/core"
import { estimates, ledger, record, refusals } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import {
  association,
  contribution,
  declared,
  goods,
  perYear,
  planOf,
  rule,
  subsidy,
  wages,
} from "../Association.ts"
import { plan } from "../SmallPlan.ts"

const fixed: BudgetEvent.IndexRule = { _tag: "FixedRate", percent: "2.5", baseYear: 2026 }
const series = (values: Readonly<Record<string, string>>): BudgetEvent.IndexRule => ({
  _tag: "IndexSeries",
  series: "consumptieprijzen",
  baseMonth: "2025-12",
  baseYear: 2026,
  values,
})
const prices = { "2025-12": "120.00", "2026-12": "123.00", "2027-12": "125.10" }

describe("Indexation.apply", () => {
  test("computes from the unrounded base and replaces the earlier estimates", () => {
    const ledger = association()
    record(ledger, Indexation.apply({ rule: fixed, lines: { accounts: ["620"] } }))
    expect(estimates(ledger, wages)).toEqual(["1000.00", "1025.00", "1050.625"])
    expect(estimates(ledger, goods)).toEqual(["400.00", "400.00", "400.00"])
  })

  test("computes along a series from the base month", () => {
    const ledger = association()
    record(ledger, Indexation.apply({ rule: series(prices), lines: { accounts: ["614"] } }))
    expect(estimates(ledger, goods)).toEqual(["400.00", "410.00", "417.00"])
  })

  test("counts the years from the base year in every year of a long plan", () => {
    const years = { first: 2026, last: 2033 }
    const wide = ledger(
      Adoption.adopt({ ...plan, years }),
      declared,
      Estimate.post({ line: wages, amounts: { "2026": "1000.00", "2027": "1000.00", "2030": "7.00" } }),
    )
    const apply = Indexation.apply({ rule: { ...fixed, percent: "2" }, lines: {} })
    record(wide, apply)
    const dues = ["1020.00", "1040.40", "1061.208", "1082.43216", "1104.080803", "1126.162419", "1148.685668"]
    expect(estimates(wide, wages, Year.list(years))).toEqual(["1000.00", ...dues])
    const values = Object.fromEntries(Year.list(years).map((year, at) => [`${year - 1}-12`, `${100 + at}`]))
    const along = Indexation.apply({ rule: { ...series(values) }, lines: {} })
    record(wide, along)
    const moved = ["1010.00", "1020.00", "1030.00", "1040.00", "1050.00", "1060.00", "1070.00"]
    expect(estimates(wide, wages, Year.list(years))).toEqual(["1000.00", ...moved])
  })

  test("records nothing when it is applied again", () => {
    const ledger = association()
    const apply = Indexation.apply({ rule: fixed, lines: { accounts: ["620"] } })
    record(ledger, apply)
    const before = ledger.columns.entries
    record(ledger, apply)
    expect(ledger.columns.entries).toBe(before)
  })

  test.each([
    ["a series with a gap", series({ "2025-12": "120.00", "2027-12": "125.10" }), ["IndexGap"]],
    ["an index of zero", series({ ...prices, "2026-12": "0" }), ["IndexNotPositive"]],
    ["a base year without later years", { ...fixed, baseYear: 2028 }, ["BaseYearNotBefore"]],
    ["a base year in which the line has no estimate", { ...fixed, baseYear: 2027 }, ["NothingSelected"]],
  ] as const)("refuses %s and records nothing", (_, rule, reasons) => {
    const ledger = association()
    const accounts = rule.baseYear === 2027 ? ["7451"] : ["620"]
    expect(refusals(ledger, Indexation.apply({ rule, lines: { accounts } }))).toEqual(reasons)
  })

  test("refuses a closed year", () => {
    const ledger = association()
    record(ledger, Credit.close({ year: 2027 }))
    expect(refusals(ledger, Indexation.apply({ rule: fixed, lines: { accounts: ["620"] } }))).toEqual([
      "YearIsClosed",
    ])
  })

  test("basesBehind: returns the bases that print as given figures", () => {
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

describe("Indexation: lines and events", () => {
  const decided = (asked: Indexation.Indexation, ledger = association()) =>
    Indexation.apply(asked)(Ledger.state(ledger))
  const bare = { direction: "U", account: "6140000", policyItem: "0100", sector: "OCMW" } as const
  const selected = (lines: Indexation.LineSelection, ledger = association(), year = 2026) =>
    Indexation.select(planOf(ledger), Balances.of(ledger.columns), lines, year).map(BudgetLine.format)
  const all = {
    wages: "A1 · 9090 · 6203000 · U",
    goods: "A1 · 9090 · 6140000 · U",
    subsidy: "A1 · 9090 · 7450000 · O",
    contribution: "A9 · 0100 · 7451000 · O",
    van: "A2 · 9090 · 2400000 · IE1 · U",
    bare: "0100 · 6140000 · OCMW · U",
  }
  const wide = () => {
    const ledger = association()
    record(
      ledger,
      Adoption.declare({ sectors: [{ code: "OCMW", counterparty: "OCMW" }] }),
      Estimate.post({ line: bare, amounts: { "2026": "8.00" } }),
      Credit.record({
        line: { ...goods, action: "A9" },
        year: 2026,
        date: "2026-02-01",
        amount: "1.00",
        voucher: "V1",
      }),
      Estimate.carryResult({ account: "0930000", year: 2026, adopted: "50.00" }),
    )
    return ledger
  }

  test.each<readonly [string, Indexation.LineSelection, ReadonlyArray<string>]>([
    ["all lines", {}, Object.values(all)],
    ["lines of a direction", { direction: "O" }, [all.subsidy, all.contribution]],
    ["lines whose account begins with one of these", { accounts: ["620", "24"] }, [all.wages, all.van]],
    ["no lines whose account only ends with this", { accounts: ["000"] }, []],
    ["lines of policy items", { policyItems: ["0100", "0101"] }, [all.contribution, all.bare]],
    ["lines of actions", { actions: ["A2", "A9"] }, [all.contribution, all.van]],
    ["lines without an action", { actions: [""] }, [all.bare]],
    ["lines of sectors", { sectors: ["OCMW", "FIN"] }, [all.bare]],
    ["expenditure without a sector", { sectors: [""], direction: "U" }, [all.wages, all.goods, all.van]],
    [
      "lines that meet all conditions",
      { direction: "U", accounts: ["6"], policyItems: ["9090"], actions: ["A1"] },
      [all.wages, all.goods],
    ],
  ])("select: returns %s", (_, lines, taken) => {
    expect(selected(lines, wide())).toEqual(taken)
  })

  test("select: returns lines with an estimate in the base year only", () => {
    expect(selected({}, association(), 2027)).toEqual([all.wages, all.goods, all.subsidy])
    const ledger = association()
    record(ledger, Estimate.post({ line: goods, amounts: { "2026": "-400.00" } }))
    expect(selected({}, ledger)).toEqual([all.wages, all.subsidy, all.contribution, all.van])
  })

  test("select: orders lines by their first posting and omits lines whose parts sum to zero", () => {
    const ledger = association()
    const [first, second] = [
      { ...goods, action: "A2" },
      { ...wages, action: "A2" },
    ]
    record(
      ledger,
      Estimate.post({ line: first, amounts: { "2027": "1.00" } }),
      Credit.record({ line: first, year: 2026, date: "2026-02-01", amount: "1.00", voucher: "V1" }),
      Estimate.post({ line: second, amounts: { "2026": "1.00" } }),
      Estimate.post({ line: first, amounts: { "2026": "1.00" } }),
    )
    expect(selected({ actions: ["A2"] }, ledger)).toEqual([
      all.van,
      BudgetLine.format(second),
      BudgetLine.format(first),
    ])
    record(
      ledger,
      Contribution.apportion("basis", contribution, {
        name: "sleutel",
        by: "equal",
        weights: [{ member: "M1", weight: "1" }],
      }),
    )
    expect(selected({ actions: ["A9"] }, ledger)).toEqual([all.contribution])
    Ledger.append(ledger, {
      event: { _tag: "EstimatePosted", line: contribution, amounts: { "2026": "-100.10" } },
      time: "2026-06-30T00:00:00.000Z",
    })
    expect(selected({ actions: ["A9"] }, ledger)).toEqual([])
  })

  test("records all years when one of them changes", () => {
    const ledger = association()
    record(ledger, Estimate.post({ line: goods, amounts: { "2027": "10.00" } }))
    expect(decided({ rule: fixed, lines: { accounts: ["614"] } }, ledger)).toMatchObject(
      Result.succeed([
        {
          lines: [
            {
              years: [
                { year: 2027, due: "410.00", amount: "0.00" },
                { year: 2028, due: "420.25", amount: "20.25" },
              ],
            },
          ],
        },
      ]),
    )
  })

  test("select: omits the lines of the overhead rule", () => {
    const ledger = association()
    record(
      ledger,
      Overhead.reallocate(rule),
      Estimate.post({ line: { ...goods, account: "6170000", action: "A9" }, amounts: { "2026": "1.00" } }),
      Estimate.post({ line: { ...subsidy, account: "7470000" }, amounts: { "2026": "1.00" } }),
    )
    const { bare: _, ...own } = all
    expect(selected({}, ledger)).toEqual([
      ...Object.values(own),
      "A9 · 9090 · 6170000 · U",
      "A1 · 9090 · 7470000 · O",
    ])
  })

  test("records rule, base, reason and the index of every year", () => {
    const rule = series(prices)
    const reason = { class: "index", text: "omzendbrief" } as const
    const year = { times: 1, year: 2027, month: "2026-12", index: "123.00", due: "410.00", amount: "10.00" }
    expect(decided({ rule, lines: { accounts: ["614"] }, reason })).toEqual(
      Result.succeed([
        {
          _tag: "EstimatesIndexed",
          rule,
          lines: [
            {
              line: goods,
              base: "400.00",
              years: [
                year,
                { times: 2, year: 2028, month: "2027-12", index: "125.10", due: "417.00", amount: "17.00" },
              ],
            },
          ],
          reason,
        },
      ]),
    )
    expect(decided({ rule: fixed, lines: { accounts: ["620"] }, until: 2027 })).toStrictEqual(
      Result.succeed([
        {
          _tag: "EstimatesIndexed",
          rule: fixed,
          lines: [
            {
              line: wages,
              base: "1000.00",
              years: [{ year: 2027, times: 1, due: "1025.00", amount: "5.00" }],
            },
          ],
        },
      ]),
    )
  })

  test("omits lines that are up to date", () => {
    const still = { ...fixed, percent: "2" }
    const decide = decided({ rule: still, lines: { accounts: ["620", "614"] } })
    expect(decide).toMatchObject(Result.succeed([{ lines: [{ line: goods }] }]))
    const lines = Result.match(decide, {
      onFailure: () => 0,
      onSuccess: ([event]) => (event?._tag === "EstimatesIndexed" ? event.lines.length : 0),
    })
    expect(lines).toBe(1)
  })

  test("refuses when an amount due or a change exceeds the limit", () => {
    const ledger = association()
    record(ledger, Estimate.post({ line: goods, amounts: { "2026": "900000000000.00" } }))
    const place = BudgetLine.format(goods)
    const lines = { accounts: ["614"] }
    const beyond = (...years: ReadonlyArray<number>) =>
      years.map((year) => ({ _tag: "AmountOverflow", place, year }))
    const asked = (percent: string) =>
      Indexation.apply({ rule: { _tag: "FixedRate", percent, baseYear: 2026 }, lines })(Ledger.state(ledger))
    expect(Result.isSuccess(asked("5"))).toBe(true)
    // 900 thousand million grown by 6 % is 954, and then 1011; by 12 % it is 1008 at once.
    expect(asked("6")).toEqual(Result.fail(beyond(2028)))
    expect(asked("12")).toEqual(Result.fail(beyond(2027, 2028)))
    record(ledger, Estimate.post({ line: goods, amounts: { "2027": "-900000000000.00" } }))
    expect(asked("5")).toEqual(Result.fail(beyond(2027)))
    record(ledger, Estimate.post({ line: goods, amounts: { "2026": "900000000000.00" } }))
    expect(asked("-90")).toEqual(Result.fail(beyond(2027, 2028)))
  })

  test("accepts amounts up to the limit, positive and negative", () => {
    for (const [first, second] of [
      ["499999999800.00", "499999999800.00"],
      ["-500000000200.00", "-500000000200.00"],
    ] as const) {
      const ledger = association()
      // The earlier amount of the line is taken back, and in the base year made up to the largest amount.
      record(
        ledger,
        Estimate.post({ line: goods, amounts: { "2026": first, "2027": "-400.00", "2028": "-400.00" } }),
      )
      record(ledger, Estimate.post({ line: goods, amounts: { "2026": second } }))
      const asked = (percent: string) =>
        Indexation.apply({
          rule: { _tag: "FixedRate", percent, baseYear: 2026 },
          lines: { accounts: ["614"] },
        })(Ledger.state(ledger))
      expect(Result.isSuccess(asked("0"))).toBe(true)
      const place = BudgetLine.format(goods)
      expect(asked("0.000001")).toEqual(
        Result.fail([2027, 2028].map((year) => ({ _tag: "AmountOverflow", place, year }))),
      )
    }
  })

  test("due: returns the amount by rate or series", () => {
    expect(Indexation.due(fixed, Money.from("1000"), 2028)).toEqual({ year: 2028, times: 2, due: "1050.625" })
    expect(Indexation.due(series(prices), Money.from("400"), 2028)).toEqual({
      year: 2028,
      times: 2,
      month: "2027-12",
      index: "125.10",
      due: "417.00",
    })
  })

  test("refuses with all facts: missing months, index values, years", () => {
    expect(decided({ rule: series({ "2025-12": "120.00", "2026-12": "-1.5" }), lines: {} })).toEqual(
      Result.fail([
        { _tag: "IndexGap", series: "consumptieprijzen", missing: ["2027-12"] },
        { _tag: "IndexNotPositive", series: "consumptieprijzen", month: "2026-12", value: "-1.5" },
      ]),
    )
    const zeros = { "2025-12": "0", "2026-12": "0.00", "2027-12": "0.", "2028-12": "0.01", "2029-12": "100" }
    expect(decided({ rule: series(zeros), lines: {} })).toEqual(
      Result.fail(
        [
          ["2025-12", "0"],
          ["2026-12", "0.00"],
          ["2027-12", "0."],
        ].map(([month, value]) => ({
          _tag: "IndexNotPositive",
          series: "consumptieprijzen",
          month,
          value,
        })),
      ),
    )
    expect(decided({ rule: { ...fixed, baseYear: 2028 }, lines: { accounts: ["999"] } })).toEqual(
      Result.fail([{ _tag: "BaseYearNotBefore", baseYear: 2028, year: 2028 }, { _tag: "NothingSelected" }]),
    )
    const late = { ...series({ "2025-12": "120.00" }), baseYear: 2028 }
    expect(decided({ rule: late, lines: {} })).toEqual(
      Result.fail([
        { _tag: "BaseYearNotBefore", baseYear: 2028, year: 2028 },
        { _tag: "IndexGap", series: "consumptieprijzen", missing: ["2026-12"] },
      ]),
    )
    expect(decided({ rule: fixed, lines: { accounts: ["620"] }, until: 2029 })).toEqual(
      Result.fail([{ _tag: "YearOutsidePlan", year: 2029, years: { first: 2026, last: 2028 } }]),
    )
    const stopped = association()
    record(stopped, Stop.after("A1", "2027-06-30", { class: "timing" }))
    expect(decided({ rule: fixed, lines: { accounts: ["620"] } }, stopped)).toMatchObject(
      Result.fail([{ _tag: "ActionHasStopped" }]),
    )
  })
})

const perYearOf = (figures: ReadonlyArray<string>) => Object.values(perYear(figures)).map(Money.from)
