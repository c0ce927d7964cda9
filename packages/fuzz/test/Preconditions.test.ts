/** Entries with right hashes that every version of the decisions refused: each is found, with its field. */
import type { BudgetEvent } from "@grootboek/core"
import { Audit } from "@grootboek/core/ledger"
import { expect, test } from "vitest"
import * as KindEvents from "../src/KindEvents.ts"
import * as KindJournals from "../src/KindJournals.ts"
import { sha256 } from "../src/Sha256.ts"

type Event = BudgetEvent.BudgetEvent

const line = { direction: "U", account: "6140000", policyItem: "0100", action: "A1" } as const
const building = { direction: "U", account: "2210000", policyItem: "0100" } as const
const received = { direction: "O", account: "7000000", policyItem: "0100" } as const
const reason = { class: "correction" } as const

const estimate: Event = { _tag: "EstimatePosted", line, amounts: { 2026: "100.00", 2027: "100.00" } }
const credit: Event = { _tag: "EstimatePosted", line: building, amounts: { 2026: "500.00" } }
const stop: Event = {
  _tag: "ActionStopped",
  action: "A1",
  lastDay: "2026-12-31",
  reason,
  taken: [{ line, amounts: { 2027: "-100.00" } }],
}
const commitment = {
  _tag: "CommitmentRecorded",
  line,
  year: 2026,
  date: "2026-03-01",
  reference: "B-1",
  amount: "50.00",
} as const
const rule = {
  target: "A3",
  percent: "10",
  baseAccounts: ["61"],
  chargeAccount: "6170000",
  creditAccount: "7000000",
  creditPolicyItem: "0100",
  excluded: ["A1"],
} as const
const charge = { action: "A1", policyItem: "0100", year: 2026, base: "100.00", due: "10.00", amount: "10.00" }
const contribution = (
  weights: ReadonlyArray<readonly [member: string, weight: string]>,
  contribution = "werking",
): Event => ({
  _tag: "ContributionsApportioned",
  contribution,
  line: received,
  key: { name: "S", by: "shares", weights: weights.map(([member, weight]) => ({ member, weight })) },
  years: [],
})
const indicator: Event = {
  _tag: "StructureDeclared",
  declarations: { indicators: [{ code: "I1", name: "Klaar", goal: "A1", kind: "deed", total: "last" }] },
}
const repayment: Event = {
  _tag: "RepaymentStated",
  year: 2026,
  rule: { _tag: "StatedAmount", amount: "5.00" },
  due: "5.00",
  amount: "5.00",
}

const findings = (...more: ReadonlyArray<Event>) => {
  const [, events = []] = KindEvents.all.find(([kind]) => kind === "PlanAdopted") ?? []
  return Audit.all(KindJournals.sealed([...events, ...more]), { sha256 }).findings.map(({ field, facts }) => [
    field,
    facts._tag === "InvalidEntry" ? facts.reason._tag : facts._tag,
  ])
}

test.each<readonly [string, string, string, ReadonlyArray<Event>]>([
  [
    "a transfer between two totals of M3",
    "event.to",
    "CreditExceeded",
    [
      estimate,
      credit,
      { _tag: "CreditTransferred", from: line, to: building, year: 2026, amount: "10.00", reason },
    ],
  ],
  [
    "a carry-over that is not of an investment",
    "event.line",
    "NotAnInvestment",
    [estimate, { _tag: "CarriedOver", line, from: 2026, to: 2027, amount: "10.00" }],
  ],
  [
    "a carry-over of more than was left",
    "event.amount",
    "CarryOverTooLarge",
    [credit, { _tag: "CarriedOver", line: building, from: 2026, to: 2027, amount: "500.01" }],
  ],
  [
    "an estimate of a stopped action",
    "event.line.action",
    "ActionHasStopped",
    [estimate, stop, { _tag: "EstimatePosted", line, amounts: { 2026: "1.00", 2027: "1.00" } }],
  ],
  [
    "a booking on a stopped action",
    "event.line.action",
    "ActionHasStopped",
    [
      estimate,
      stop,
      { _tag: "ActualRecorded", line, year: 2027, date: "2027-01-01", amount: "1.00", voucher: "F" },
    ],
  ],
  [
    "an adjustment of a stopped action",
    "event.changes.line.action",
    "ActionHasStopped",
    [
      estimate,
      stop,
      {
        _tag: "PlanAdjusted",
        plan: "2026/1",
        creditYears: [2026],
        changes: [{ line, amounts: { 2027: "1.00" } }],
      },
    ],
  ],
  [
    "a commitment on a stopped action",
    "event.line.action",
    "ActionHasStopped",
    [estimate, stop, { ...commitment, year: 2027, date: "2027-01-01" }],
  ],
  [
    "a stop before a closed year",
    "event.lastDay",
    "YearIsClosed",
    [
      { _tag: "YearClosed", year: 2027 },
      { ...stop, taken: [] },
    ],
  ],
  ["a commitment of receipts", "event.line", "CommitmentOfReceipts", [{ ...commitment, line: received }]],
  ["a commitment of zero", "event.reference", "CommitmentOfZero", [{ ...commitment, amount: "0.00" }]],
  ["a commitment twice", "event.reference", "CommitmentTwice", [estimate, commitment, commitment]],
  [
    "a charge of an excluded action",
    "event.charges.due",
    "AmountNotDue",
    [estimate, { _tag: "OverheadReallocated", rule, charges: [charge] }],
  ],
  [
    "an exception without a limit",
    "event.rule.exceptions",
    "ExceptionWithoutLimit",
    [
      {
        _tag: "OverheadReallocated",
        rule: { ...rule, exceptions: [{ _tag: "LegalMaximum", action: "A1", reference: "Decreet" }] },
        charges: [],
      },
    ],
  ],
  [
    "a pass-through by receipts",
    "event.line",
    "NoPaymentLine",
    [
      {
        _tag: "PassedThrough",
        line: { ...received, action: "A1" },
        shares: [{ partner: "P", percent: "100" }],
        years: [],
      },
    ],
  ],
  [
    "a member twice in a key",
    "event.key",
    "MemberTwice",
    [
      contribution([
        ["M1", "1"],
        ["M1", "2"],
      ]),
    ],
  ],
  [
    "a negative weight",
    "event.key",
    "NegativeWeight",
    [
      contribution([
        ["M1", "-1"],
        ["M2", "2"],
      ]),
    ],
  ],
  ["a key of zero", "event.key", "KeySumsToZero", [contribution([["M1", "0"]])]],
  [
    "a line with two contributions",
    "event.key",
    "LineApportioned",
    [contribution([["M1", "1"]]), contribution([["M1", "1"]], "andere")],
  ],
  [
    "a reversal of an entry without effect",
    "event.entry",
    "NotReversible",
    [{ _tag: "Reversed", entry: 2, reason, turned: [] }],
  ],
  [
    "an empty declaration",
    "event.declarations",
    "NothingDeclared",
    [{ _tag: "StructureDeclared", declarations: { goals: [] } }],
  ],
  [
    "an empty adjustment",
    "event.changes",
    "NothingChanges",
    [{ _tag: "PlanAdjusted", plan: "2026/1", creditYears: [], changes: [] }],
  ],
  [
    "repayments below zero",
    "event.rule",
    "RepaymentNotPositive",
    [
      {
        _tag: "RepaymentStated",
        year: 2026,
        rule: { _tag: "StatedAmount", amount: "-5.00" },
        due: "-5.00",
        amount: "-5.00",
      },
    ],
  ],
  [
    "repayments by an amount and a rate",
    "event.rule",
    "RepaymentTwice",
    [
      repayment,
      {
        _tag: "RepaymentStated",
        year: 2026,
        rule: { _tag: "DebtRate", percent: "5" },
        base: "0.00",
        due: "0.00",
        amount: "-5.00",
      },
    ],
  ],
  [
    "a deed that is done five times",
    "event.declarations",
    "NotADeed",
    [
      indicator,
      {
        _tag: "StructureDeclared",
        declarations: { targets: [{ indicator: "I1", year: 2026, aim: "atLeast", value: "5" }] },
      },
    ],
  ],
])("audit: finds %s", (_, field, code, events) => {
  expect(findings(...events)).toEqual([[field, code]])
})

test("audit: takes what a later version refuses, such as a carry-over below zero and an opening of debts in a later year", () => {
  expect(
    findings(
      credit,
      { _tag: "CarriedOver", line: building, from: 2026, to: 2027, amount: "-10.00" },
      { _tag: "DebtOpened", kind: "bonds", account: "1700000", year: 2027, amount: "5.00" },
    ),
  ).toEqual([])
})
