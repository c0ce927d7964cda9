/** Conditional money, sources of financing, and actions that stop. */
import { Balances, Credit, Estimate, Funding, Ledger, Money, Overhead, Stop } from "@grootboek/core"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { board, given, goods, holds, planOf, refuses, subsidy, van, wages } from "./Board.ts"

const investments = (ledger: Ledger.Ledger, conditional: Funding.Reach): string => {
  const read = Ledger.statement(ledger, "M2", { conditional })
  const row = Result.isSuccess(read) ? read.success.rows.find(({ code }) => code === "II.b") : undefined
  return Money.format(row?.cells[0]?.exact ?? Money.zero)
}

describe("a condition", () => {
  test("keeps its lines out of a statement until it is met", () => {
    const ledger = board()
    given(ledger, Funding.assign([{ line: van, condition: "V1", source: "toBeFinanced" }]))
    expect((["with", "without", "only"] as const).map((reach) => investments(ledger, reach))).toEqual([
      "300.00",
      "0.00",
      "300.00",
    ])
    given(ledger, Funding.judge({ condition: "V1", met: true, date: "2026-03-01" }))
    expect((["with", "without", "only"] as const).map((reach) => investments(ledger, reach))).toEqual([
      "300.00",
      "300.00",
      "0.00",
    ])
  })

  test("can be judged otherwise later", () => {
    const ledger = board()
    given(
      ledger,
      Funding.assign([{ line: van, condition: "V1" }]),
      Funding.judge({ condition: "V1", met: true, date: "2026-03-01" }),
      Funding.judge({ condition: "V1", met: false, date: "2026-04-01" }),
    )
    expect(investments(ledger, "without")).toBe("0.00")
  })

  test("that is never declared is refused, on a line and when judged", () => {
    expect(refuses(board(), Funding.assign([{ line: van, condition: "V9" }]))).toEqual(["UnknownCondition"])
    expect(refuses(board(), Funding.judge({ condition: "V9", met: true, date: "2026-03-01" }))).toEqual([
      "UnknownCondition",
    ])
  })
})

describe("a source of financing", () => {
  test("is totalled per year, and what names none is counted too", () => {
    const ledger = board()
    given(ledger, Funding.assign([{ line: subsidy, source: "subsidies" }]))
    const received = Funding.totals(planOf(ledger), Balances.of(ledger.columns))
      .filter(({ year, received: amount }) => year === 2026 && amount !== 0n)
      .map(({ source, received: amount }) => `${source ?? "none"} ${Money.format(amount)}`)
    expect(received).toEqual(["subsidies 1400.00", "none 100.10"])
  })

  test("is read from the words of the plan, in either order, and unknown words are told", () => {
    expect(Funding.sourcesOf("in natura bijdrage deelgenoten; Subsidies; crowdfunding.")).toEqual({
      sources: ["inKind", "subsidies"],
      unknown: ["crowdfunding"],
    })
  })

  test("is refused for a line that is named twice", () => {
    const named = { line: subsidy, source: "subsidies" } as const
    expect(refuses(board(), Funding.assign([named, named]))).toEqual(["LineTwice"])
  })
})

describe("an action that stops", () => {
  test("keeps the years until its last day and gives up the others, overhead included", () => {
    const ledger = board()
    given(
      ledger,
      Overhead.reallocate({
        target: "A9",
        percent: "15",
        baseAccounts: ["62"],
        chargeAccount: "6170000",
        creditAccount: "7470000",
        creditPolicyItem: "9090",
        excluded: ["A9"],
      }),
    )
    const charged = { ...goods, account: "6170000" }
    expect(holds(ledger, charged)).toEqual(["150.00", "153.00", "156.06"])
    given(ledger, Stop.after("A1", "2027-06-30", { class: "subsidy", text: "oproep loopt af" }))
    expect(holds(ledger, wages)).toEqual(["1000.00", "1020.00", "0.00"])
    expect(holds(ledger, charged)).toEqual(["150.00", "153.00", "0.00"])
  })

  test("is estimated and booked no more after its last day", () => {
    const ledger = board()
    given(ledger, Stop.after("A1", "2026-09-30", { class: "timing" }))
    const booked = { year: 2027, date: "2027-01-05", amount: "5.00", voucher: "V1" }
    expect(refuses(ledger, Estimate.post({ line: goods, amounts: { "2027": "1.00" } }))).toEqual([
      "ActionHasStopped",
    ])
    expect(refuses(ledger, Credit.record({ line: goods, ...booked }))).toEqual(["ActionHasStopped"])
    expect(refuses(ledger, Stop.after("A1", "2027-09-30", { class: "timing" }))).toEqual(["ActionHasStopped"])
  })
})
