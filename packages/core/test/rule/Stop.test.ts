/** An action that stops: what it gives back, what rules give back themselves, and when it may not stop. */
import { Credit, Estimate, Overhead, Stop } from "@grootboek/core"
import { describe, test } from "vitest"
import { adopted, declared, fees, given, goods, payment, wages } from "../Given.ts"

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

describe("an action that stops", () => {
  test("gives back line by line what was estimated after its last year, and keeps that year", () => {
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

  test("in the last year of the plan, or without estimates behind it, gives nothing back", () => {
    given(adopted, declared, post(goods, { "2028": "3.00" }))
      .when(stop("2028-01-01"))
      .records(stopped([], "2028-01-01"))
    given(adopted, declared).when(stop("2026-06-30")).records(stopped([], "2026-06-30"))
  })

  test("takes back no realisations", () => {
    given(
      adopted,
      declared,
      post(goods, { "2027": "2.00" }),
      Credit.record({ line: goods, year: 2027, date: "2027-01-01", amount: "1.00", voucher: "F" }),
    )
      .when(stop())
      .records(stopped([{ line: goods, amounts: { "2027": "-2.00" } }]))
  })

  test("leaves to the overhead rule what the rule posted, beside estimates on the same line", () => {
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

  test("that receives the overhead leaves to the rule what it was credited", () => {
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

  test("takes back whole what lies beside the charged line: another item, another account, another action's charge", () => {
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

  test("takes back whole what lies beside the credited line, and the receipts of an action that is not credited", () => {
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

  test("takes back whole the lines of a sector or an envelope, which no rule charges", () => {
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

  test("is refused when it is none, when it stopped before, and when a year to be emptied is closed", () => {
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
