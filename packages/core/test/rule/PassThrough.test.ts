/** Whose money is passed on, and when the rule follows, waits, or refuses. */
import { Credit, type Decision, Estimate, Intake, PassThrough, Reversal } from "@grootboek/core"
import { expect, test } from "vitest"
import { digest } from "../Digest.ts"
import { adopted, declared, fees, given, goods, grant, ledger, payment } from "../Given.ts"

const halves = [
  { partner: "Noord", percent: "50" },
  { partner: "Zuid", percent: "50" },
] as const
const whole = [{ partner: "Noord", percent: "100" }] as const
const posted = (line: typeof grant | typeof payment | typeof goods | typeof fees, amount: string) =>
  Estimate.post({ line, amounts: { "2026": amount } })
const both = (amount: string) => [posted(grant, amount), posted(payment, amount)] as const
const event = {
  _tag: "PassedThrough",
  line: payment,
  shares: whole,
  years: [
    {
      year: 2026,
      received: "10.00",
      amount: "10.00",
      parts: [{ partner: "Noord", amount: "10.00", order: 0 }],
    },
  ],
} as const
const passed = [adopted, declared, ...both("10.00"), PassThrough.passOn("A2", whole)] as const

const decide = (story: ReadonlyArray<Decision.Decision>, ...requests: ReadonlyArray<Decision.Decision>) =>
  Intake.decide(
    ledger(...story),
    requests.map((decision, at) => ({ id: `then:${at}`, decide: decision })),
    { actor: "tests", sha256: digest, recorded: new Map() },
  )

test("what another action estimates, and what was realised, is not passed on", () => {
  given(
    adopted,
    declared,
    ...both("10.00"),
    posted(goods, "3.00"),
    posted(fees, "4.00"),
    Credit.record({ line: grant, year: 2026, date: "2026-02-01", amount: "6.00", voucher: "F1" }),
  )
    .when(PassThrough.passOn("A2", whole))
    .records(event)
})

test("a cent that one partner gets and the other does not is passed on", () => {
  const parts = [
    { partner: "Noord", amount: "0.01", order: 1 },
    { partner: "Zuid", amount: "0.00", order: 0 },
  ]
  given(adopted, declared, ...both("0.01"))
    .when(PassThrough.passOn("A2", halves))
    .records({
      _tag: "PassedThrough",
      line: payment,
      shares: halves,
      years: [{ year: 2026, received: "0.01", amount: "0.01", parts }],
    })
})

test("new shares are stated even when they move nothing any more", () => {
  given(...passed, Credit.close({ year: 2026 }))
    .when(PassThrough.passOn("A2", halves))
    .records({ _tag: "PassedThrough", line: payment, shares: halves, years: [] })
})

test("every pass-through of the plan follows what its own action receives", () => {
  const { proposals, refused } = decide(
    [...passed, posted(fees, "5.00"), posted(goods, "5.00"), PassThrough.passOn("A1", halves)],
    ...both("2.00"),
    posted(fees, "1.00"),
    posted(goods, "1.00"),
  )
  expect(refused).toEqual([])
  expect(proposals.slice(4).map((proposal) => proposal.event)).toMatchObject([
    { _tag: "PassedThrough", line: payment, years: [{ amount: "2.00" }] },
    { _tag: "PassedThrough", line: goods, years: [{ amount: "1.00" }] },
  ])
})

test("a receipt that is not paid on is refused by the rule that follows, and by no request", () => {
  expect(decide(passed, posted(grant, "1.00")).refused).toEqual([
    {
      request: undefined,
      refusal: { _tag: "NotPassedOn", action: "A2", year: 2026, received: "11.00", paid: "10.00" },
    },
  ])
})

test("a pass-through that was reversed waits: receipts may come in before they are paid on", () => {
  const back = Reversal.of({ position: 5, event }, { class: "correction" })
  const { proposals, refused } = decide([...passed, back], posted(grant, "1.00"))
  expect(refused).toEqual([])
  expect(proposals.map((proposal) => proposal.event._tag)).toEqual(["EstimatePosted"])
})
