/** The line on which a pass-through is paid. */
import {
  Balances,
  type BudgetLine,
  Credit,
  type Decision,
  Estimate,
  Intake,
  Ledger,
  PassThrough,
} from "@grootboek/core"
import { ledger } from "@grootboek/testing/Given"
import { sha256 } from "@grootboek/testing/Ledgers"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { adopted, declared, grant, payment } from "../SmallPlan.ts"

describe("PassThrough.passOn: lines that pay", () => {
  const shares = [{ partner: "Noord", percent: "100" }]
  const moved: BudgetLine.BudgetLine = { ...payment, account: "6150000" }
  const post = (line: BudgetLine.BudgetLine, amount: string, year = 2026) =>
    Estimate.post({ line, amounts: { [year]: amount } })
  const passed = (line: BudgetLine.BudgetLine, year: number, amount: string) => ({
    _tag: "PassedThrough" as const,
    line,
    shares,
    years: [
      {
        year,
        received: amount,
        amount,
        parts: [{ partner: "Noord", amount, order: 0 }],
      },
    ],
  })

  const followed = (
    before: ReadonlyArray<Decision.Decision>,
    ...requests: ReadonlyArray<Decision.Decision>
  ) => {
    const { proposals, refused } = Intake.decideInto(
      ledger(...before),
      requests.map((decide, at) => ({ id: `then:${at}`, decide })),
      { actor: "tests", sha256, recorded: new Map() },
    )
    return {
      events: proposals.slice(requests.length).map(({ event }) => event),
      refusals: refused.map(({ refusal }) => refusal),
    }
  }
  const began = [adopted, declared, post(grant, "5.00"), post(payment, "5.00")] as const

  test("are the line that paid before when nothing is paid any more", () => {
    const state = Ledger.state(ledger(...began, PassThrough.passOn("A2", shares)))
    const empty = Balances.of(ledger(adopted, declared).columns)
    const decided = PassThrough.passOn("A2", shares)({ ...state, balances: () => empty })
    expect(
      Result.map(decided, (events) => events.map((one) => one._tag === "PassedThrough" && one.line)),
    ).toEqual(Result.succeed([payment]))
  })

  test("are another line, of which nothing is taken back, when the first paid in closed years only", () => {
    const before = [...began, PassThrough.passOn("A2", shares), Credit.close({ year: 2026 })]
    expect(followed(before, post(grant, "6.00", 2027), post(moved, "6.00", 2027))).toEqual({
      events: [passed(moved, 2027, "6.00")],
      refusals: [],
    })
  })

  test("are refused when the payments of only some years move to another line", () => {
    const before = [
      ...began,
      post(grant, "6.00", 2027),
      post(payment, "6.00", 2027),
      PassThrough.passOn("A2", shares),
    ]
    expect(followed(before, post(payment, "-5.00"), post(moved, "5.00")).refusals).toEqual([
      {
        _tag: "ManyPaymentLines",
        action: "A2",
        lines: ["A2 · 0900 · 6140000 · U", "A2 · 0900 · 6150000 · U"],
      },
    ])
  })

  test("do not include a line that paid in a closed year", () => {
    const before = [
      ...began,
      post(grant, "6.00", 2028),
      post(payment, "6.00", 2028),
      PassThrough.passOn("A2", shares),
      Credit.close({ year: 2026 }),
      Credit.close({ year: 2027 }),
    ]
    expect(followed(before, post(payment, "-6.00", 2028), post(moved, "6.00", 2028))).toEqual({
      events: [
        {
          ...passed(payment, 2028, "-6.00"),
          years: [{ ...passed(payment, 2028, "-6.00").years[0], received: "0.00" }],
        },
        passed(moved, 2028, "6.00"),
      ],
      refusals: [],
    })
  })
})
