/** Posting estimates that are written before they are recorded. */
import {
  type BudgetEvent,
  type BudgetLine,
  Credit,
  Estimate,
  EstimateWriter,
  Ledger,
  PreparedEvent,
  Stop,
} from "@grootboek/core"
import { ledger, record } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { adopted, declared, goods, payment } from "../SmallPlan.ts"

describe("Estimate.post: an estimate that is written ahead, as files are read", () => {
  const written = (
    line: BudgetLine.BudgetLine,
    stated: ReadonlyArray<number> = [2026],
    description?: string,
  ) => EstimateWriter.event({ line, years: stated, micros: stated.map(() => 1_000_000), description })
  const frozen = (line: BudgetLine.BudgetLine): BudgetLine.BudgetLine => Object.freeze({ ...line })
  const recorded = (event: BudgetEvent.Of<"EstimatePosted">, state: ReturnType<typeof Ledger.state>) =>
    Result.match(Estimate.post(event)(state), {
      onFailure: (refusals) => refusals.map(({ _tag }) => _tag),
      onSuccess: ([one]) => (one === event ? "as written" : one),
    })

  test("is recorded as it is, again and again", () => {
    const state = Ledger.state(ledger(adopted, declared))
    const line = frozen(goods)
    const events = [written(line), written(line, [2026, 2027]), written(line, [2028], "papier")]
    expect(events.map((event) => recorded(event, state))).toEqual(["as written", "as written", "as written"])
    expect(recorded(written({ ...goods }), state)).toBe("as written")
  })

  test("is refused like any other, also when its line was accepted before", () => {
    const made = ledger(adopted, declared)
    const [line, unknown] = [frozen(goods), frozen({ ...goods, account: "9990000" })]
    const seen = (event: BudgetEvent.Of<"EstimatePosted">) => recorded(event, Ledger.state(made))
    expect(seen(written(line))).toBe("as written")
    expect([seen(written(unknown)), seen(written(unknown))]).toEqual([["UnknownAccount"], ["UnknownAccount"]])
    expect([seen(written(line, [2029])), seen(written(line, [2025, 2026]))]).toEqual([
      ["YearOutsidePlan"],
      ["YearOutsidePlan"],
    ])
    expect(seen(written({ ...goods, account: "9990000" }))).toEqual(["UnknownAccount"])
    record(made, Credit.close({ year: 2026 }))
    expect([seen(written(line)), seen(written(line, [2027])), seen(written(line, [2027, 2026]))]).toEqual([
      ["YearIsClosed"],
      "as written",
      ["YearIsClosed"],
    ])
  })

  test("is refused for a stopped action, and accepted for another", () => {
    const made = ledger(adopted, declared)
    const [line, other] = [frozen(goods), frozen(payment)]
    const seen = (event: BudgetEvent.Of<"EstimatePosted">) => recorded(event, Ledger.state(made))
    expect(seen(written(line))).toBe("as written")
    record(made, Stop.after("A1", "2026-12-31", { class: "timing", text: "afgelopen" }))
    expect([seen(written(line)), seen(written(line, [2027])), seen(written(other))]).toEqual([
      "as written",
      ["ActionHasStopped"],
      "as written",
    ])
  })

  test("is recorded as it is when only its bytes were written", () => {
    const event = { _tag: "EstimatePosted", line: goods, amounts: { "2026": "1.00" } } as const
    const outside = { ...event, amounts: { "2026": "1.00", "2029": "1.00" } }
    const state = Ledger.state(ledger(adopted, declared))
    expect([event, outside].map((one) => Result.isSuccess(PreparedEvent.prepare(one)))).toEqual([true, true])
    expect([event, outside].map((one) => recorded(one, state))).toEqual(["as written", ["YearOutsidePlan"]])
  })

  test("is refused by a structure that does not know its line", () => {
    const line = frozen(goods)
    expect(recorded(written(line), Ledger.state(ledger(adopted, declared)))).toBe("as written")
    expect(recorded(written(line), Ledger.state(ledger(adopted)))).toContain("UnknownAccount")
  })
})
