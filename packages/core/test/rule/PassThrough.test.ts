/** Passing receipts on to partners. */
import {
  Balances,
  type BudgetLine,
  Credit,
  type Decision,
  Estimate,
  Intake,
  Ledger,
  PassThrough,
  Reversal,
} from "@grootboek/core"
import { estimates, given, ledger } from "@grootboek/testing/Given"
import { sha256 } from "@grootboek/testing/Ledgers"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { adopted, declared, fees, goods, grant, payment, type van, type wages } from "../SmallPlan.ts"

const posted = (
  line: typeof goods | typeof wages | typeof fees | typeof grant | typeof payment | typeof van,
  amount: string,
  year = 2026,
) => Estimate.post({ line, amounts: { [year]: amount } })

const never = (): never => {
  throw new Error("there is no plan")
}

describe("PassThrough.passOn", () => {
  const shares = [
    { partner: "Noord", percent: "50" },
    { partner: "Oost", percent: "25" },
    { partner: "West", percent: "25" },
  ]
  const before = [adopted, declared, posted(grant, "100.01"), posted(payment, "100.01")] as const
  const passed = (received: string, ...parts: ReadonlyArray<readonly [string, string, number]>) => ({
    year: 2026,
    received,
    amount: received,
    parts: parts.map(([partner, amount, order]) => ({ partner, amount, order })),
  })
  const first = passed("100.01", ["Noord", "50.01", 1], ["Oost", "25.00", 0], ["West", "25.00", 0])

  test("splits receipts over the partners and gives the left-over cent to the largest remainder", () => {
    given(...before)
      .when(PassThrough.passOn("A2", shares))
      .records({ _tag: "PassedThrough", line: payment, shares, years: [first] })
  })

  test("records nothing when it is applied again", () => {
    given(...before, PassThrough.passOn("A2", shares))
      .when(PassThrough.passOn("A2", shares))
      .records()
  })

  test("takes back the amounts of a partner when it has no share any more", () => {
    const fewer = [{ partner: "Noord", percent: "100" }]
    given(...before, PassThrough.passOn("A2", shares))
      .when(PassThrough.passOn("A2", fewer))
      .records({
        _tag: "PassedThrough",
        line: payment,
        shares: fewer,
        years: [
          {
            ...passed("100.01", ["Noord", "50.00", 0], ["Oost", "-25.00", 0], ["West", "-25.00", 0]),
            amount: "0.00",
          },
        ],
      })
  })

  test("changes nothing in closed years", () => {
    given(...before, Credit.close({ year: 2026 }))
      .when(PassThrough.passOn("A2", shares))
      .records({ _tag: "PassedThrough", line: payment, shares, years: [] })
  })

  test("refuses when receipts and payments differ", () => {
    given(...before, posted(grant, "0.000001", 2027))
      .when(PassThrough.passOn("A2", shares))
      .refuses({ _tag: "NotPassedOn", action: "A2", year: 2027, received: "0.000001", paid: "0.00" })
  })

  test("refuses when shares do not sum to 100, a partner occurs twice or the action is unknown", () => {
    given(...before)
      .when(
        PassThrough.passOn("A404", [
          { partner: "Noord", percent: "50" },
          { partner: "Noord", percent: "49.9" },
        ]),
      )
      .refuses(
        { _tag: "UnknownAction", action: "A404" },
        { _tag: "PartnerTwice", partner: "Noord" },
        { _tag: "SharesDoNotSum", sum: "99.9" },
      )
  })

  test("refuses when there is no payment line or more than one", () => {
    given(adopted, declared)
      .when(PassThrough.passOn("A2", shares))
      .refuses({ _tag: "NoPaymentLine", action: "A2" })
    given(...before, Estimate.post({ line: { ...payment, account: "6150000" }, amounts: { "2026": "5.00" } }))
      .when(PassThrough.passOn("A2", shares))
      .refuses({
        _tag: "ManyPaymentLines",
        action: "A2",
        lines: ["A2 · 0900 · 6140000 · U", "A2 · 0900 · 6150000 · U"],
      })
  })
})

describe("PassThrough.follow", () => {
  const halves = [
    { partner: "Noord", percent: "50" },
    { partner: "Zuid", percent: "50" },
  ] as const
  const whole = [{ partner: "Noord", percent: "100" }] as const
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

  const decide = (history: ReadonlyArray<Decision.Decision>, ...requests: ReadonlyArray<Decision.Decision>) =>
    Intake.decideInto(
      ledger(...history),
      requests.map((decision, at) => ({ id: `then:${at}`, decide: decision })),
      { actor: "tests", sha256, recorded: new Map() },
    )

  test("ignores other actions and realisations", () => {
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

  test("records a part of zero when the other partner gets the cent", () => {
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

  test("records new shares when no amount changes", () => {
    given(...passed, Credit.close({ year: 2026 }))
      .when(PassThrough.passOn("A2", halves))
      .records({ _tag: "PassedThrough", line: payment, shares: halves, years: [] })
  })

  test("takes the parts back from the old line when the payments move to another", () => {
    const moved: BudgetLine.BudgetLine = { ...payment, account: "6150000" }
    const move = [posted(payment, "-10.00"), Estimate.post({ line: moved, amounts: { "2026": "10.00" } })]
    const { proposals, refused } = decide(passed, ...move)
    expect(refused).toEqual([])
    expect(proposals.slice(2).map((proposal) => proposal.event)).toEqual([
      {
        ...event,
        years: [
          {
            year: 2026,
            received: "0.00",
            amount: "-10.00",
            parts: [{ partner: "Noord", amount: "-10.00", order: 0 }],
          },
        ],
      },
      { ...event, line: moved },
    ])
    const made = ledger(...passed)
    const working = Intake.decideInto(
      made,
      move.map((decide, at) => ({ id: `move:${at}`, decide })),
      { actor: "tests", sha256, recorded: new Map() },
    )
    expect(working.refused).toEqual([])
    expect(estimates(made, payment, [2026])).toEqual(["0.00"])
    expect(estimates(made, moved, [2026])).toEqual(["10.00"])
    expect(PassThrough.follow(Ledger.planAt(made) ?? never(), Balances.of(made.columns))).toEqual(
      Result.succeed([]),
    )
  })

  test("passes on the receipts of each action separately", () => {
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

  test("refuses without a request when receipts are not paid on", () => {
    expect(decide(passed, posted(grant, "1.00")).refused).toEqual([
      {
        request: undefined,
        refusal: { _tag: "NotPassedOn", action: "A2", year: 2026, received: "11.00", paid: "10.00" },
      },
    ])
  })

  test("refuses for every action whose receipts are not paid on", () => {
    const second = [posted(fees, "5.00"), posted(goods, "5.00"), PassThrough.passOn("A1", halves)]
    const { refused } = decide([...passed, ...second], posted(grant, "1.00"), posted(fees, "1.00"))
    expect(refused.map(({ refusal }) => "action" in refusal && refusal.action)).toEqual(["A2", "A1"])
  })

  test("does nothing when the pass-through was reversed", () => {
    const back = Reversal.of({ position: 5, event }, { class: "correction" })
    const { proposals, refused } = decide([...passed, back], posted(grant, "1.00"))
    expect(refused).toEqual([])
    expect(proposals.map((proposal) => proposal.event._tag)).toEqual(["EstimatePosted"])
  })

  test("records nothing when all receipts were taken back", () => {
    const shares = [{ partner: "Noord", percent: "100" }]
    const both = (amount: string) => [
      Estimate.post({ line: grant, amounts: { "2026": amount } }),
      Estimate.post({ line: payment, amounts: { "2026": amount } }),
    ]
    given(adopted, declared, ...both("10.00"), PassThrough.passOn("A2", shares))
      .when(PassThrough.passOn("A2", shares))
      .records()
    // The rule follows the receipts and the payment, taken back in one batch, down to nothing.
    const context = { actor: "tests", sha256, recorded: new Map() }
    const working = ledger(adopted, declared, ...both("10.00"), PassThrough.passOn("A2", shares))
    const batch = both("-10.00").map((decide, at) => ({ id: `back:${at}`, decide }))
    const { proposals, refused } = Intake.decideInto(working, batch, context)
    expect(refused).toEqual([])
    expect(proposals.at(-1)?.event).toMatchObject({ _tag: "PassedThrough" })
    const after = PassThrough.passOn("A2", shares)(Ledger.state(working))
    expect(after).toEqual(Result.succeed([]))
  })
})
