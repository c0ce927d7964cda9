/** Conditional money and sources of financing. */
import { Adoption, Balances, Credit, Estimate, Funding, Ledger, Money } from "@grootboek/core"
import { record, refusals } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { association, goods, planOf, subsidy, van, wages } from "../Association.ts"

const investments = (ledger: Ledger.Ledger, conditional: Funding.Conditional): string => {
  const read = Ledger.statement(ledger, "M2", { conditional })
  const row = Result.isSuccess(read) ? read.success.rows.find(({ code }) => code === "II.b") : undefined
  return Money.format(row?.cells[0]?.exact ?? Money.zero)
}

describe("Funding.judge", () => {
  test("excludes the lines from a statement until the condition is met", () => {
    const ledger = association()
    record(ledger, Funding.assign([{ line: van, condition: "V1", source: "toBeFinanced" }]))
    expect((["with", "without", "only"] as const).map((reach) => investments(ledger, reach))).toEqual([
      "300.00",
      "0.00",
      "300.00",
    ])
    record(ledger, Funding.judge({ condition: "V1", met: true, date: "2026-03-01" }))
    expect((["with", "without", "only"] as const).map((reach) => investments(ledger, reach))).toEqual([
      "300.00",
      "300.00",
      "0.00",
    ])
  })

  test("replaces an earlier judgement", () => {
    const ledger = association()
    record(
      ledger,
      Funding.assign([{ line: van, condition: "V1" }]),
      Funding.judge({ condition: "V1", met: true, date: "2026-03-01" }),
      Funding.judge({ condition: "V1", met: false, date: "2026-04-01" }),
    )
    expect(investments(ledger, "without")).toBe("0.00")
  })

  test("refuses a condition that is not declared", () => {
    expect(refusals(association(), Funding.assign([{ line: van, condition: "V9" }]))).toEqual([
      "UnknownCondition",
    ])
    expect(
      refusals(association(), Funding.judge({ condition: "V9", met: true, date: "2026-03-01" })),
    ).toEqual(["UnknownCondition"])
  })
})

describe("Funding.assign", () => {
  test("totals: sums per source and year, lines without a source included", () => {
    const ledger = association()
    record(ledger, Funding.assign([{ line: subsidy, source: "subsidies" }]))
    const received = Funding.totals(planOf(ledger), Balances.of(ledger.columns))
      .filter(({ year, received: amount }) => year === 2026 && amount !== 0n)
      .map(({ source, received: amount }) => `${source ?? "none"} ${Money.format(amount)}`)
    expect(received).toEqual(["subsidies 1400.00", "none 100.10"])
  })

  test("sourcesOf: parses the words of a plan and returns unknown words", () => {
    expect(Funding.sourcesOf("in natura bijdrage deelgenoten; Subsidies; crowdfunding.")).toEqual({
      sources: ["inKind", "subsidies"],
      unknown: ["crowdfunding"],
    })
  })

  test("refuses when a line occurs twice", () => {
    const named = { line: subsidy, source: "subsidies" } as const
    expect(refusals(association(), Funding.assign([named, named]))).toEqual(["LineTwice"])
  })
})

describe("Funding", () => {
  const named = () => {
    const ledger = association()
    record(
      ledger,
      Funding.assign([
        { line: goods, source: "toBeFinanced", condition: "V1" },
        { line: subsidy, source: "subsidies" },
        { line: van, condition: "V1" },
      ]),
      Credit.record({ line: goods, year: 2026, date: "2026-02-01", amount: "5.00", voucher: "V1" }),
      Estimate.carryResult({ account: "0930000", year: 2026, adopted: "50.00" }),
    )
    return ledger
  }
  const reported = (ledger: Ledger.Ledger) =>
    Funding.totals(planOf(ledger), Balances.of(ledger.columns)).map(
      ({ source, condition, met, year, received, spent }) =>
        [source, condition, met, year, Money.format(received), Money.format(spent)].join(" "),
    )

  test("totals: sums per source, condition and year in the order of the legend, no source last", () => {
    expect(reported(named())).toEqual([
      "subsidies  true 2026 1400.00 0.00",
      "subsidies  true 2027 1420.00 0.00",
      "subsidies  true 2028 1440.40 0.00",
      "toBeFinanced V1 false 2026 0.00 400.00",
      "toBeFinanced V1 false 2027 0.00 400.00",
      "toBeFinanced V1 false 2028 0.00 400.00",
      "  true 2026 100.10 1000.00",
      " V1 false 2026 0.00 300.00",
      "  true 2027 0.00 1020.00",
      "  true 2028 0.00 1040.40",
    ])
    const met = named()
    record(met, Funding.judge({ condition: "V1", met: true, date: "2026-03-01" }))
    expect(reported(met).filter((total) => total.includes("V1 true 2026"))).toHaveLength(2)
  })

  test("totals: separates every source and every condition", () => {
    const ledger = association()
    record(
      ledger,
      Adoption.declare({ conditions: [{ code: "V2", name: "Tweede subsidie" }] }),
      Funding.assign([
        { line: goods, source: "gifts", condition: "V1" },
        { line: wages, source: "gifts", condition: "V2" },
        { line: van, source: "cofinancing", condition: "V2" },
        { line: subsidy, source: "subsidies", condition: "V2" },
      ]),
    )
    expect(reported(ledger).filter((total) => total.includes(" 2026 "))).toEqual([
      "subsidies V2 false 2026 1400.00 0.00",
      "cofinancing V2 false 2026 0.00 300.00",
      "gifts V2 false 2026 0.00 1000.00",
      "gifts V1 false 2026 0.00 400.00",
      "  true 2026 100.10 0.00",
    ])
  })

  test("certain, conditional, reads and reach: split all balances in two parts", () => {
    const ledger = named()
    const [plan, balances] = [planOf(ledger), Balances.of(ledger.columns)]
    const [certain, conditional] = [Funding.certain(plan, balances), Funding.conditional(plan, balances)]
    expect(certain.amounts.map((amount, cell) => amount + (conditional.amounts[cell] ?? 0n))).toEqual(
      balances.amounts,
    )
    expect(
      Balances.list(conditional).map(({ place, year }) => `${place.phase} ${place.account} ${year}`),
    ).toEqual([
      "estimate 6140000 2026",
      "estimate 6140000 2027",
      "estimate 6140000 2028",
      "estimate 2400000 2026",
      "actual 6140000 2026",
    ])
    expect(Funding.reach(plan, "with")(balances)).toBe(balances)
    expect(Funding.reads(plan, "with")).toBeUndefined()
    expect(Funding.reach(plan, "without")(balances)).toEqual(certain)
    expect(Funding.reach(plan, "only")(balances)).toEqual(conditional)
  })

  test("assign and judge: record the facts as given", () => {
    const ledger = association()
    const lines = [{ line: van, condition: "V1" }] as const
    const judged = { condition: "V1", met: true, date: "2026-03-01", text: "toegekend" } as const
    expect(Funding.assign(lines)(Ledger.state(ledger))).toEqual(
      Result.succeed([{ _tag: "FundingAssigned", lines }]),
    )
    expect(Funding.judge(judged)(Ledger.state(ledger))).toEqual(
      Result.succeed([{ _tag: "ConditionJudged", ...judged }]),
    )
  })

  test("assign: refuses no lines, unknown lines, repeated lines and unknown conditions", () => {
    const of = (lines: Parameters<typeof Funding.assign>[0]) =>
      Funding.assign(lines)(Ledger.state(association()))
    expect(of([])).toEqual(Result.fail([{ _tag: "NothingSelected" }]))
    expect(
      of([
        { line: { ...van, account: "9990000" } },
        { line: goods, condition: "V9" },
        { line: van },
        { line: goods },
      ]),
    ).toEqual(
      Result.fail([
        { _tag: "UnknownAccount", account: "9990000", direction: "U" },
        { _tag: "LineTwice", line: "A1 · 9090 · 6140000 · U" },
        { _tag: "UnknownCondition", condition: "V9" },
      ]),
    )
  })

  test.each([
    ["subsidies", ["subsidies"]],
    ["cofinanciering", ["cofinancing"]],
    ["Giften.", ["gifts"]],
    ["inbreng in natura deelgenoten", ["inKind"]],
    ["in natura bijdrage deelgenoten", ["inKind"]],
    ["inbreng in natura", ["inKind"]],
    ["bijdrageregeling deelgenoten (werkingskosten)", ["memberOperating"]],
    ["bijdrageregeling (werkingskosten)", ["memberOperating"]],
    ["bijdrageregeling deelgenoten (VTE-tijd)", ["memberTime"]],
    ["bijdrageregeling (VTE-tijd)", ["memberTime"]],
    ["betaalde dienstverlening", ["paidServices"]],
    ["te financieren", ["toBeFinanced"]],
    ["giften; inbreng in natura; ;giften. ; inbreng in natura deelgenoten", ["gifts", "inKind"]],
    ["", []],
  ])("sourcesOf: parses %j", (text, sources) => {
    expect(Funding.sourcesOf(text)).toEqual({ sources, unknown: [] })
  })

  test("dutch: sourcesOf parses every name of the legend", () => {
    for (const [source, word] of Object.entries(Funding.dutch))
      expect(Funding.sourcesOf(word).sources).toEqual([source])
    expect(Funding.sourcesOf("Giften.nl;St. Vincent").unknown).toEqual(["giften.nl", "st. vincent"])
  })
})
