/** The postings of an event: every property, and no others. */
import {
  Adjustment,
  type BudgetEvent,
  BudgetLine,
  Credit,
  Estimate,
  Explain,
  Money,
  PassThrough,
  Posting,
  RulePosting,
} from "@grootboek/core"
import { given, ledger } from "@grootboek/testing/Given"
import { expect, test } from "vitest"
import { get } from "../AdjustedPlan.ts"
import { adopted, declared, goods, grant, payment } from "../SmallPlan.ts"

const euro = Money.from("1")
const one = { "2026": "1.00" } as const
const place = { phase: "estimate", ...goods } as const
const result = { phase: "estimate", direction: "O", account: "0930000" } as const

test.each([
  [
    "a change without a reason has no reason and no source line",
    { _tag: "PlanAdjusted", plan: "2026/1", creditYears: [], changes: [{ line: goods, amounts: one }] },
    [{ place: { phase: "estimate", ...goods }, year: 2026, amount: euro }],
  ],
  [
    "earmarked funds are estimates of expenditure on their account",
    { _tag: "FundsEarmarked", account: "0900000", amounts: one },
    [{ place: { phase: "estimate", direction: "U", account: "0900000" }, year: 2026, amount: euro }],
  ],
  [
    "a carried result has a posting per part",
    {
      _tag: "ResultCarriedForward",
      account: "0930000",
      year: 2026,
      adopted: "1.00",
      unprocessed: { investment: "1.00" },
    },
    [
      { place: { ...result, part: "A" }, year: 2026, amount: euro },
      { place: { ...result, part: "B.2" }, year: 2026, amount: euro },
    ],
  ],
  [
    "a result of processed accounts has parts of its own",
    {
      _tag: "ResultCarriedForward",
      account: "0930000",
      year: 2026,
      unprocessed: { operating: "1.00", financing: "1.00" },
      accountsOf: 2025,
    },
    [
      { place: { ...result, part: "B.1.accounts" }, year: 2026, amount: euro },
      { place: { ...result, part: "B.3.accounts" }, year: 2026, amount: euro },
    ],
  ],
  [
    "an adjustment, with the reason and the line of the file",
    {
      _tag: "PlanAdjusted",
      plan: "x",
      creditYears: [],
      changes: [{ line: goods, amounts: { "2026": "1.00" }, reason: { class: "timing" }, row: 7 }],
    },
    [{ place, year: 2026, amount: 1_000_000n, reason: { class: "timing" }, row: 7 }],
  ],
  [
    "a transfer, both ways",
    {
      _tag: "CreditTransferred",
      from: goods,
      to: { ...goods, action: "A2" },
      year: 2026,
      amount: "2.00",
      reason: { class: "transfer" },
    },
    [
      { place, year: 2026, amount: -2_000_000n, reason: { class: "transfer" } },
      { place: { ...place, action: "A2" }, year: 2026, amount: 2_000_000n, reason: { class: "transfer" } },
    ],
  ],
  [
    "a carry-over, out of a year and into the next",
    {
      _tag: "CarriedOver",
      line: goods,
      from: 2026,
      to: 2027,
      amount: "3.00",
    },
    [
      { place, year: 2026, amount: -3_000_000n },
      { place, year: 2027, amount: 3_000_000n },
    ],
  ],
  [
    "a debt, on its account and kind",
    {
      _tag: "DebtOpened",
      account: "173",
      kind: "bonds",
      year: 2026,
      amount: "4.00",
    },
    [
      {
        place: { phase: "debt", direction: "O", account: "173", part: "bonds" },
        year: 2026,
        amount: 4_000_000n,
      },
    ],
  ],
  [
    "a reversal, with what it reverses",
    {
      _tag: "Reversed",
      entry: 3,
      reason: { class: "correction" },
      turned: [{ place, year: 2026, amount: "-1.00" }],
    },
    [
      {
        place,
        year: 2026,
        amount: -1_000_000n,
        rule: { rule: "reversal", of: 3 },
        reason: { class: "correction" },
      },
    ],
  ],
  [
    "a closed year releases commitments in its last month",
    { _tag: "YearClosed", year: 2026, released: [{ line: goods, reference: "B-1", amount: "-1.00" }] },
    [
      {
        place: BudgetLine.committed(goods, { month: "2026-12", movement: "released", reference: "B-1" }),
        year: 2026,
        amount: Money.from("-1"),
      },
    ],
  ],
  [
    "a commitment is recorded in its month, and released by a negative amount",
    {
      _tag: "CommitmentRecorded",
      line: goods,
      year: 2026,
      date: "2026-03-05",
      reference: "B-1",
      amount: "1.00",
    },
    [
      {
        place: BudgetLine.committed(goods, { month: "2026-03", movement: "recorded", reference: "B-1" }),
        year: 2026,
        amount: euro,
      },
    ],
  ],
  [
    "a release of a commitment has its own movement",
    {
      _tag: "CommitmentRecorded",
      line: goods,
      year: 2026,
      date: "2026-04-05",
      reference: "B-1",
      amount: "-1.00",
    },
    [
      {
        place: BudgetLine.committed(goods, { month: "2026-04", movement: "released", reference: "B-1" }),
        year: 2026,
        amount: Money.from("-1"),
      },
    ],
  ],
  [
    "a realisation uses the commitment that it names",
    {
      _tag: "ActualRecorded",
      line: goods,
      year: 2026,
      date: "2026-05-05",
      amount: "1.00",
      voucher: "F1",
      commitment: "B-1",
    },
    [
      { place: BudgetLine.realised(goods, "2026-05"), year: 2026, amount: euro },
      {
        place: BudgetLine.committed(goods, { month: "2026-05", movement: "realised", reference: "B-1" }),
        year: 2026,
        amount: Money.from("-1"),
      },
    ],
  ],
  [
    "a realisation without a commitment is one posting",
    { _tag: "ActualRecorded", line: goods, year: 2026, date: "2026-05-05", amount: "1.00", voucher: "F1" },
    [{ place: BudgetLine.realised(goods, "2026-05"), year: 2026, amount: euro }],
  ],
  [
    "a stated repayment names what is due",
    {
      _tag: "RepaymentStated",
      year: 2026,
      rule: { _tag: "StatedAmount", amount: "5.00" },
      due: "5.00",
      amount: "1.00",
    },
    [{ place: RulePosting.notional, year: 2026, amount: euro, rule: { rule: "repayment", due: "5.00" } }],
  ],
  [
    "a repayment at a rate names its rate and base",
    {
      _tag: "RepaymentStated",
      year: 2026,
      rule: { _tag: "DebtRate", percent: "8" },
      base: "100.00",
      due: "8.00",
      amount: "1.00",
    },
    [
      {
        place: RulePosting.notional,
        year: 2026,
        amount: euro,
        rule: { rule: "repayment", due: "8.00", percent: "8", base: "100.00" },
      },
    ],
  ],
  ["a closed year without commitments moves nothing", { _tag: "YearClosed", year: 2026 }, []],
] as ReadonlyArray<readonly [string, BudgetEvent.BudgetEvent, ReadonlyArray<unknown>]>)(
  "Posting.of: %s",
  (_, reported, moved) => {
    expect(Posting.of(reported)).toStrictEqual(moved)
  },
)

test("Adjustment.adopt: reports only the unknown line when neutrality cannot be checked", () => {
  given(adopted, declared)
    .when(
      Adjustment.adopt({
        plan: "2026/1",
        creditYears: [],
        neutrality: "section",
        changes: [{ line: { ...goods, account: "9990000" }, amounts: one }],
      }),
    )
    .refuses({ _tag: "UnknownAccount", account: "9990000", direction: "U" })
})

test("PassThrough: posts to one part per partner", () => {
  const passed = ledger(
    adopted,
    declared,
    Estimate.post({ line: grant, amounts: { "2026": "10.00" } }),
    Estimate.post({ line: payment, amounts: { "2026": "10.00" } }),
    PassThrough.passOn("A2", [{ partner: "Noord", percent: "100" }]),
    Credit.close({ year: 2028 }),
  )
  const { postings } = get(Explain.cell(passed, { form: "T2", row: "EXPLOITATIE/I.A.1", year: 2026 }))
  expect(postings.map(({ place, amount, rule: by }) => [place.part, Money.format(amount), by])).toEqual([
    [undefined, "10.00", undefined],
    [undefined, "-10.00", undefined],
    [
      "Noord",
      "10.00",
      { rule: "passThrough", percent: "100", received: "10.00", partner: "Noord", order: 0 },
    ],
  ])
})
