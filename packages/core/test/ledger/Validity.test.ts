/** Entries of one line, whose changes are read without their event, are checked as all others are. */
import { type BudgetEvent, Verify } from "@grootboek/core"
import { Audit, Validity } from "@grootboek/core/ledger"
import { sha256 } from "@grootboek/testing/Ledgers"
import { expect, test } from "vitest"
import { found, ledgerOf, opening, sealed } from "../Forged.ts"
import { goods, plan, wages } from "../SmallPlan.ts"

type Event = BudgetEvent.BudgetEvent

const years = { first: 2026, last: 2028 }
const estimate = (amounts: Record<string, string>): Event => ({
  _tag: "EstimatePosted",
  line: goods,
  amounts,
})
const booked = { _tag: "ActualRecorded", line: goods, amount: "1.00", voucher: "F-1" } as const
const close: Event = { _tag: "YearClosed", year: 2027 }
const stop: Event = {
  _tag: "ActionStopped",
  action: "A1",
  lastDay: "2026-12-31",
  reason: { class: "timing" },
  taken: [],
}

/** The findings of whole journals, each as its position, field and reason. */
const audited = (...events: ReadonlyArray<Event>) =>
  Audit.all(sealed(events), { sha256 }).findings.map(({ position, field, facts }) => [
    position,
    field,
    facts._tag === "InvalidEntry" ? facts.reason : facts,
  ])

test("audit: everything that is wrong with an estimate is found, in the order of its checks", () => {
  const wrong: Event = {
    _tag: "EstimatePosted",
    line: { ...goods, policyItem: "8888" },
    amounts: { 2025: "1.00", 2026: "1.00", 2027: "1.00", 2028: "1.00" },
  }
  expect(found(stop, close, wrong)).toEqual([
    ["event.line.policyItem", { _tag: "UnknownPolicyItem", policyItem: "8888" }],
    ["event.amounts.2025", { _tag: "YearOutsidePlan", year: 2025, years }],
    ["event.amounts.2027", { _tag: "YearIsClosed", year: 2027 }],
    ["event.line.action", { _tag: "ActionHasStopped", action: "A1", lastDay: "2026-12-31", year: 2027 }],
    ["event.line.action", { _tag: "ActionHasStopped", action: "A1", lastDay: "2026-12-31", year: 2028 }],
  ])
})

test("audit: a stopped action keeps its last year, and other lines theirs", () => {
  expect(found(stop, estimate({ 2026: "1.00" }))).toEqual([])
  const { action: _, ...line } = wages
  expect(found(stop, { _tag: "EstimatePosted", line, amounts: { 2028: "1.00" } })).toEqual([])
})

test("audit: everything that is wrong with a booking is found", () => {
  expect(audited(...opening, stop, close, { ...booked, year: 2027, date: "2027-02-29" })).toEqual([
    [6, "event.year", { _tag: "YearIsClosed", year: 2027 }],
    [6, "event.line.action", { _tag: "ActionHasStopped", action: "A1", lastDay: "2026-12-31", year: 2027 }],
    [6, "event.date", { _tag: "ImpossibleDay", day: "2027-02-29" }],
  ])
  expect(found({ ...booked, year: 2026, date: "2026-02-28" })).toEqual([])
})

test("audit: a line that is not declared is found in each of its entries", () => {
  const line = { ...goods, action: "A7" }
  const wrong: Event = { _tag: "EstimatePosted", line, amounts: { 2026: "1.00" } }
  const reason = { _tag: "UnknownAction", action: "A7" }
  const goals = [{ code: "A7", level: "action", name: "Nieuw", priority: false }] as const
  const declared: Event = { _tag: "StructureDeclared", declarations: { goals } }
  expect(audited(...opening, wrong, estimate({ 2026: "1.00" }), wrong, declared, wrong)).toEqual([
    [4, "event.line.action", reason],
    [6, "event.line.action", reason],
  ])
})

test("audit: every entry before the plan is found, and a second plan", () => {
  const adopted: Event = { _tag: "PlanAdopted", ...plan }
  expect(
    audited(
      close,
      estimate({ 2026: "1.00" }),
      { ...booked, year: 2026, date: "2026-02-30" },
      { _tag: "StructureDeclared", declarations: {} },
      {
        _tag: "PlanAdjusted",
        plan: "2026/1",
        creditYears: [],
        structure: {},
        neutrality: "year",
        changes: [{ line: goods, amounts: { 2026: "1.00" } }],
      },
      { _tag: "FundingAssigned", lines: [{ line: goods, condition: "V1" }] },
      adopted,
      { ...adopted, plan: "2026/1" },
    ),
  ).toEqual([
    [1, "event", { _tag: "PlanNotAdopted" }],
    [2, "event", { _tag: "PlanNotAdopted" }],
    [3, "event", { _tag: "PlanNotAdopted" }],
    [4, "event", { _tag: "PlanNotAdopted" }],
    [5, "event", { _tag: "PlanNotAdopted" }],
    [6, "event", { _tag: "PlanNotAdopted" }],
    [8, "event", { _tag: "PlanAlreadyAdopted", entity: "Vereniging", plan: "2026/0" }],
  ])
})

test("check: a record time that does not exist is found once in a row, also of an estimate", () => {
  const { check } = Validity.begin()
  const ledger = ledgerOf()
  const at = (time: string, event: Event) =>
    check(ledger, { kind: event._tag, content: { event }, source: undefined, time }).map(
      ({ field, reason }) => [field, reason],
    )
  const impossible = (time: string) => ["time", { _tag: "ImpossibleTime", time }]
  expect(at("2026-02-30T09:00:00.000Z", close)).toEqual([impossible("2026-02-30T09:00:00.000Z")])
  expect(at("2026-02-30T09:00:00.000Z", close)).toEqual([])
  expect(at("2026-02-28T09:00:00.000Z", close)).toEqual([])
  expect(at("2026-02-28T24:00:00.000Z", close)).toEqual([impossible("2026-02-28T24:00:00.000Z")])
})

test("check: a record time that does not exist is found before what is wrong with an estimate", () => {
  const verification = Verify.begin(sha256)
  const entries = sealed([...opening, estimate({ 2025: "1.00" })]).map(verification.read)
  const folded = entries.at(-1)?.folded
  expect(folded?.content).toHaveProperty("changes")
  if (folded === undefined) return
  const time = "2026-13-01T09:00:00.000Z"
  expect(Validity.begin().check(ledgerOf(), { ...folded, time })).toEqual([
    { field: "time", reason: { _tag: "ImpossibleTime", time } },
    { field: "event.amounts.2025", reason: { _tag: "YearOutsidePlan", year: 2025, years } },
  ])
})

test("checks: have a code and a note each", () => {
  expect(Validity.checks.map(({ code, note }) => `${code}: ${note}`)).toMatchInlineSnapshot(`
    [
      "planFirst: The plan is adopted once, by the first event.",
      "mentions: Lines, accounts, actions, years and days are declared, in the plan, open, and in the calendar.",
      "references: Parents, goals, members, conditions, rows and exceptions are declared, codes once; a label and a reversal occur once.",
      "preconditions: Transfers, carry-overs, keys, exceptions, commitments, indicators and stopped actions are as every decision demanded.",
      "neutrality: An adjustment that is declared neutral is neutral.",
      "ruleAmounts: Amounts of a rule follow from the base, the rate and the rounding that the event records.",
      "reversal: A reversal negates the amounts of the entry that it names.",
      "indicators: A target or a measurement names an indicator that is declared before it, or with it.",
      "commitments: A booking or a release names a commitment of its line and year, and a release takes at most what is open.",
    ]
  `)
})
