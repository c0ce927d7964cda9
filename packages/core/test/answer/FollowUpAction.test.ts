/** The follow-up report on pass-throughs, and on one action. */
import { Credit, Estimate, Ledger, Money, PassThrough } from "@grootboek/core"
import { FollowUp, PlaceNames } from "@grootboek/core/answer"
import { ledger } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { expect, test } from "vitest"
import { booked, planOf } from "../Association.ts"
import { adopted, declared, grant, payment } from "../SmallPlan.ts"

test("FollowUp.of: has the pass-throughs that were booked in its year, up to its last month", () => {
  const amounts = { "2026": "10.00", "2027": "10.00" }
  const posted = (line: typeof grant | typeof payment, amount: string, year: number, month: string) =>
    Credit.record({ line, year, amount, date: `${year}-${month}-01`, voucher: "F1" })
  const made = ledger(
    adopted,
    declared,
    Estimate.post({ line: grant, amounts }),
    Estimate.post({ line: payment, amounts }),
    PassThrough.passOn("A2", [{ partner: "Noord", percent: "100" }]),
    posted(grant, "4.00", 2026, "03"),
    posted(payment, "3.00", 2026, "08"),
    posted(grant, "7.00", 2027, "01"),
  )
  const passedOn = (period: { readonly year: number; readonly until?: string }) =>
    Result.getOrThrow(FollowUp.of(made, { warnAt: 80, ...period })).passedOn
  const [received, paid] = [Money.from("4.00"), Money.from("3.00")]
  const partner = { partner: "Noord", received, paid, owed: Money.from("1.00") }
  const actual = { action: "A2", phase: "actual", year: 2026, partners: [partner] }
  expect(passedOn({ year: 2026 })).toEqual([actual])
  expect(passedOn({ year: 2026, until: "2026-07" })).toEqual([
    { ...actual, partners: [{ ...partner, paid: Money.zero, owed: received }] },
  ])
  expect(passedOn({ year: 2026, until: "2026-02" })).toEqual([])
  expect(passedOn({ year: 2028 })).toEqual([])
})

test("FollowUp.each: throws when the ledger has no plan at the position of the report", () => {
  const made = booked()
  const report = Result.getOrThrow(FollowUp.of(made, { year: 2026, warnAt: 80 }))
  expect(() => FollowUp.each(Ledger.empty(), report)).toThrow()
  expect(() => FollowUp.each(ledger(adopted), report)).toThrow()
  expect(() => FollowUp.each(made, { ...report, position: 0 })).toThrow()
  expect(() => FollowUp.each(made, { ...report, position: 1 })).not.toThrow()
})

test("FollowUp.each: gives for every action the report that is asked for it alone", () => {
  const ledger = booked()
  for (const period of [{}, { from: "2026-02", until: "2026-06" }]) {
    const asked = { year: 2026, warnAt: 80, ...period }
    const whole = Result.getOrThrow(FollowUp.of(ledger, asked))
    const one = FollowUp.each(ledger, whole)
    for (const action of ["A1", "A2", "A9"]) {
      const alone = Result.getOrThrow(FollowUp.of(ledger, { ...asked, action }))
      const { lines, about, ...shared } = one(action)
      expect([lines, about]).toEqual([alone.lines, alone.about])
      expect(shared).toEqual({ ...whole, lines: undefined, about: undefined, ...shared })
    }
    expect(one("A1").lines?.length).toBeGreaterThan(0)
    const { structure } = planOf(ledger)
    expect(one("A1").lines?.map(({ names }) => names)).toEqual(
      one("A1").lines?.map(({ line }) => PlaceNames.of(structure, { ...line, phase: "estimate" })),
    )
    expect(one("A1").about?.financing).toBe("subsidies; giften.")
    expect(one("A1").about?.years).toEqual([2026, 2027, 2028])
    expect(one("unknown").lines).toEqual([])
    expect(one("unknown").about).toEqual({
      action: "unknown",
      text: undefined,
      financing: "",
      years: [2026, 2027, 2028],
      changes: [],
    })
  }
})
