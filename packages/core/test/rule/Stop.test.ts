/** Stopping an action. */
import { Adjustment, Credit, Estimate, Explain, Money, Overhead, Stop } from "@grootboek/core"
import { estimates, given, ledger, record, refusals } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Association from "../Association.ts"
import { adopted, declared, fees, goods, payment, van, wages } from "../SmallPlan.ts"

const reason = { class: "timing", text: "afgelopen" } as const
const stop = (lastDay = "2026-12-31") => Stop.after("A1", lastDay, reason)
const post = (
  line: typeof goods | typeof fees | typeof payment | typeof wages,
  amounts: Record<string, string>,
) => Estimate.post({ line, amounts })
const rule = {
  target: "A9",
  percent: "15",
  baseAccounts: ["62"],
  chargeAccount: "6140000",
  creditAccount: "7450000",
  creditPolicyItem: "0900",
  excluded: ["A9"],
} as const
const stopped = (taken: ReadonlyArray<object>, lastDay = "2026-12-31") =>
  ({ _tag: "ActionStopped", action: "A1", lastDay, reason, taken }) as never

describe("Stop.after", () => {
  test("takes back the estimates after the last year, line by line", () => {
    given(
      adopted,
      declared,
      post(goods, { "2026": "1.00", "2027": "2.00", "2028": "3.00" }),
      post(fees, { "2026": "4.00", "2028": "-5.00" }),
      post(payment, { "2027": "6.00" }),
      post(wages, { "2026": "7.00" }),
    )
      .when(stop())
      .records(
        stopped([
          { line: goods, amounts: { "2027": "-2.00", "2028": "-3.00" } },
          { line: fees, amounts: { "2028": "5.00" } },
        ]),
      )
  })

  test("takes back nothing when no estimates follow the last year", () => {
    given(adopted, declared, post(goods, { "2028": "3.00" }))
      .when(stop("2028-01-01"))
      .records(stopped([], "2028-01-01"))
    given(adopted, declared).when(stop("2026-06-30")).records(stopped([], "2026-06-30"))
  })

  test("keeps realisations", () => {
    given(
      adopted,
      declared,
      post(goods, { "2027": "2.00" }),
      Credit.record({ line: goods, year: 2027, date: "2027-01-01", amount: "1.00", voucher: "F" }),
    )
      .when(stop())
      .records(stopped([{ line: goods, amounts: { "2027": "-2.00" } }]))
  })

  test("keeps what the overhead rule charged when estimates are on the same line", () => {
    given(
      adopted,
      declared,
      post(wages, { "2027": "100.00" }),
      post(goods, { "2027": "2.00" }),
      Overhead.reallocate(rule),
    )
      .when(stop())
      .records(
        stopped([
          { line: wages, amounts: { "2027": "-100.00" } },
          { line: goods, amounts: { "2027": "-2.00" } },
        ]),
      )
  })

  test("keeps what the overhead rule credited when the overhead action stops", () => {
    given(
      adopted,
      declared,
      post({ ...wages, action: "A2" } as never, { "2027": "100.00" }),
      post(fees, { "2027": "3.00" }),
      Overhead.reallocate({ ...rule, target: "A1" }),
    )
      .when(stop())
      .records(stopped([{ line: fees, amounts: { "2027": "-3.00" } }]))
  })

  test("takes back whole lines when they differ from the charged line in item, account or action", () => {
    const elsewhere = { ...goods, policyItem: "0110" } as const
    const other = { ...goods, account: "6150000" } as const
    given(
      adopted,
      declared,
      post(wages, { "2027": "100.00" }),
      post({ ...wages, action: "A2" } as never, { "2027": "200.00" }),
      Overhead.reallocate(rule),
      Estimate.post({ line: elsewhere, amounts: { "2027": "5.00" } }),
      Estimate.post({ line: other, amounts: { "2027": "6.00" } }),
    )
      .when(stop())
      .records(
        stopped([
          { line: wages, amounts: { "2027": "-100.00" } },
          { line: elsewhere, amounts: { "2027": "-5.00" } },
          { line: other, amounts: { "2027": "-6.00" } },
        ]),
      )
  })

  test("takes back whole lines when they differ from the credited line or the action is not credited", () => {
    const elsewhere = { ...fees, policyItem: "0110" } as const
    const other = { ...fees, account: "7470000" } as const
    const beside = [
      post({ ...wages, action: "A2" } as never, { "2027": "100.00" }),
      Estimate.post({ line: elsewhere, amounts: { "2027": "5.00" } }),
      Estimate.post({ line: other, amounts: { "2027": "6.00" } }),
      post(fees, { "2027": "7.00" }),
    ]
    const taken = [
      { line: elsewhere, amounts: { "2027": "-5.00" } },
      { line: other, amounts: { "2027": "-6.00" } },
      { line: fees, amounts: { "2027": "-7.00" } },
    ]
    for (const target of ["A1", "A9"])
      given(adopted, declared, ...beside, Overhead.reallocate({ ...rule, target, excluded: [target] }))
        .when(stop())
        .records(stopped(taken))
  })

  test("takes back whole lines when they have a sector or an envelope", () => {
    const ofSector = { ...goods, sector: "FIN" } as const
    const ofEnvelope = { ...goods, envelope: "E" } as const
    given(
      adopted,
      declared,
      post(wages, { "2027": "100.00" }),
      Overhead.reallocate(rule),
      Estimate.post({ line: ofSector, amounts: { "2027": "20.00" } }),
      Estimate.post({ line: ofEnvelope, amounts: { "2027": "30.00" } }),
    )
      .when(stop())
      .records(
        stopped([
          { line: wages, amounts: { "2027": "-100.00" } },
          { line: ofSector, amounts: { "2027": "-20.00" } },
          { line: ofEnvelope, amounts: { "2027": "-30.00" } },
        ]),
      )
  })

  test("refuses an unknown action, a stopped action and a closed year", () => {
    given(adopted, declared)
      .when(Stop.after("A404", "2026-12-31", reason))
      .refuses({ _tag: "UnknownAction", action: "A404" })
    given(adopted, declared, stop("2026-12-31"))
      .when(stop("2027-12-31"))
      .refuses({ _tag: "ActionHasStopped", action: "A1", lastDay: "2026-12-31", year: 2027 })
    given(adopted, declared, Credit.close({ year: 2026 }), Credit.close({ year: 2027 }))
      .when(stop())
      .refuses({ _tag: "YearIsClosed", year: 2027 })
    given(adopted, declared, Credit.close({ year: 2026 }), Credit.close({ year: 2027 }))
      .when(stop("2027-12-31"))
      .records(stopped([], "2027-12-31"))
  })
})

describe("a stopped action", () => {
  const before = [adopted, declared, Stop.after("A1", "2026-12-31", { class: "timing" })] as const
  const stopped = (year: number) =>
    ({ _tag: "ActionHasStopped", action: "A1", lastDay: "2026-12-31", year }) as const

  test("refuses estimates after its last year and accepts them in it", () => {
    given(...before)
      .when(Estimate.post({ line: goods, amounts: { "2026": "1.00", "2027": "1.00", "2028": "1.00" } }))
      .refuses(stopped(2027), stopped(2028))
    given(...before)
      .when(Estimate.post({ line: goods, amounts: { "2026": "1.00" } }))
      .records({ _tag: "EstimatePosted", line: goods, amounts: { "2026": "1.00" } })
    given(...before)
      .when(Estimate.post({ line: payment, amounts: { "2027": "1.00" } }))
      .records({ _tag: "EstimatePosted", line: payment, amounts: { "2027": "1.00" } })
  })

  test("returns its estimates with the rule and the reason", () => {
    const history = ledger(
      adopted,
      declared,
      Estimate.post({ line: goods, amounts: { "2026": "1.00", "2027": "2.00" } }),
      Stop.after("A1", "2026-12-31", { class: "timing", text: "afgelopen" }),
    )
    const explained = Result.getOrThrow(
      Explain.cell(history, { form: "T2", row: "EXPLOITATIE/I.A.1", year: 2027 }),
    )
    expect(
      explained.postings.map(({ amount, rule, reason }) => [Money.format(amount), rule, reason]),
    ).toEqual([
      ["2.00", undefined, undefined],
      [
        "-2.00",
        { rule: "stop", action: "A1", lastDay: "2026-12-31" },
        { class: "timing", text: "afgelopen" },
      ],
    ])
  })

  test("refuses credit, realisations and changes of an adjustment", () => {
    const reason = { class: "transfer" } as const
    given(...before)
      .when(Credit.transfer({ from: payment, to: goods, year: 2027, amount: "1.00", reason }))
      .refuses(stopped(2027))
    given(...before)
      .when(Credit.carryOver({ line: van, from: 2026, to: 2027, amount: "0.00" }))
      .refuses(stopped(2027), { _tag: "NothingToCarry", place: "A1 · 0900 · 2400000 · U", asked: "0.00" })
    given(...before)
      .when(Credit.record({ line: goods, year: 2027, date: "2027-01-01", amount: "1.00", voucher: "F" }))
      .refuses(stopped(2027))
    given(...before)
      .when(
        Adjustment.adopt({
          plan: "2026/1",
          creditYears: [],
          changes: [{ line: goods, amounts: { "2028": "1.00" } }],
        }),
      )
      .refuses(stopped(2028))
  })
})

describe("Stop.after with rules and later entries", () => {
  test("keeps the years until the last day and takes back later ones, overhead included", () => {
    const history = Association.association()
    record(history, Overhead.reallocate(Association.rule))
    const charged = { ...Association.goods, account: "6170000" }
    expect(estimates(history, charged)).toEqual(["150.00", "153.00", "156.06"])
    record(history, Stop.after("A1", "2027-06-30", { class: "subsidy", text: "oproep loopt af" }))
    expect(estimates(history, Association.wages)).toEqual(["1000.00", "1020.00", "0.00"])
    expect(estimates(history, charged)).toEqual(["150.00", "153.00", "0.00"])
  })

  test("refuses later estimates and bookings", () => {
    const history = Association.association()
    record(history, Stop.after("A1", "2026-09-30", { class: "timing" }))
    const booked = { year: 2027, date: "2027-01-05", amount: "5.00", voucher: "V1" }
    expect(
      refusals(history, Estimate.post({ line: Association.goods, amounts: { "2027": "1.00" } })),
    ).toEqual(["ActionHasStopped"])
    expect(refusals(history, Credit.record({ line: Association.goods, ...booked }))).toEqual([
      "ActionHasStopped",
    ])
    expect(refusals(history, Stop.after("A1", "2027-09-30", { class: "timing" }))).toEqual([
      "ActionHasStopped",
    ])
  })
})
