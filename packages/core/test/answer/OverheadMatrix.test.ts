/** The overhead matrix: charges per action, exceptions, and the cost that the overhead action keeps. */
import {
  Adoption,
  Balances,
  type BudgetLine,
  Contribution,
  Credit,
  Estimate,
  Funding,
  Money,
  Overhead,
} from "@grootboek/core"
import { OverheadMatrix } from "@grootboek/core/answer"
import { record } from "@grootboek/testing/Given"
import { describe, expect, test } from "vitest"
import * as Association from "../Association.ts"
import { association, contribution, goods, planOf, wages } from "../Association.ts"

const own = { ...wages, action: "A9" } as const
const rule = {
  target: "A9",
  percent: "15",
  baseAccounts: ["62", "64"],
  chargeAccount: "6170000",
  creditAccount: "7470000",
  creditPolicyItem: "0100",
  excluded: [],
} as const

const matrix = (ledger: ReturnType<typeof association>) =>
  OverheadMatrix.of(planOf(ledger), Balances.of(ledger.columns))

test("OverheadMatrix.of: returns undefined when there is no rule", () => {
  expect(matrix(association())).toBeUndefined()
})

test("OverheadMatrix.of: charges every action its share of its own wages and leaves the rest on the overhead action", () => {
  const ledger = association()
  record(
    ledger,
    Estimate.post({ line: own, amounts: { "2026": "500.00", "2027": "1.00" } }),
    Estimate.post({ line: { ...goods, action: "A9" }, amounts: { "2026": "20.00" } }),
    Estimate.post({ line: { ...wages, action: "A2" }, amounts: { "2027": "10.00" } }),
    Credit.record({ line: wages, year: 2026, date: "2026-02-01", amount: "900.00", voucher: "L" }),
    Overhead.reallocate({
      ...rule,
      exceptions: [
        { _tag: "LegalMaximum", action: "A2", amounts: { "2027": "1000.00" }, reference: "art. 2" },
        { _tag: "LegalMaximum", action: "A1", amounts: { "2026": "100.00" }, reference: "art. 3" },
      ],
    }),
  )
  const { percent, cells = [], own: carries = [] } = matrix(ledger) ?? {}
  const money = (...all: ReadonlyArray<Money.Money>) => all.map(Money.format).join(" ")
  expect(percent).toBe("15")
  expect(
    cells.map(({ from, to, year, staff, standard, charged, less, reference }) =>
      [from, to, year, money(staff, standard, charged, less), reference ?? "-"].join(" "),
    ),
  ).toEqual([
    "A1 A9 2026 1000.00 150.00 100.00 50.00 art. 3",
    "A1 A9 2027 1020.00 153.00 153.00 0.00 -",
    "A1 A9 2028 1040.40 156.06 156.06 0.00 -",
    "A2 A9 2027 10.00 1.50 1.50 0.00 -",
  ])
  expect(
    carries.map(
      ({ action, year, spent, borne, carried }) => `${action} ${year} ${money(spent, borne, carried)}`,
    ),
  ).toEqual(["A9 2026 520.00 100.00 420.00", "A9 2027 1.00 154.50 -153.50", "A9 2028 0.00 156.06 -156.06"])
})

test("OverheadMatrix.of: ignores receipts on an account of wages", () => {
  const ledger = association()
  record(
    ledger,
    Adoption.declare({
      accounts: [{ section: "operating", direction: "O", row: "II.A.5", prefixes: ["62"] }],
    }),
    Estimate.post({ line: { ...wages, direction: "O" }, amounts: { "2026": "400.00" } }),
    Overhead.reallocate(rule),
  )
  const [first] = matrix(ledger)?.cells ?? []
  expect(
    [first?.staff, first?.standard, first?.charged].map((one) => Money.format(one ?? Money.zero)),
  ).toEqual(["1000.00", "150.00", "150.00"])
})

test("OverheadMatrix.of: keeps the charge of closed years when an action is excluded later, with a share of zero", () => {
  const ledger = association()
  record(ledger, Overhead.reallocate(rule), Credit.close({ year: 2026 }))
  record(ledger, Overhead.reallocate({ ...rule, excluded: ["A1"] }))
  const reported = matrix(ledger)?.cells.map(({ from, year, staff, standard, charged, less }) =>
    [from, year, ...[staff, standard, charged, less].map(Money.format)].join(" "),
  )
  expect(reported).toEqual([
    "A1 2026 1000.00 0.00 150.00 -150.00",
    "A1 2027 1020.00 0.00 0.00 0.00",
    "A1 2028 1040.40 0.00 0.00 0.00",
  ])
})

test("OverheadMatrix.of: omits an action whose wages were reversed, unless it still has a charge", () => {
  const ledger = association()
  record(ledger, Overhead.reallocate(rule), Credit.close({ year: 2026 }))
  record(ledger, Estimate.post({ line: wages, amounts: { "2027": "-1020.00", "2028": "-1040.40" } }))
  expect(
    matrix(ledger)?.cells.map(({ from, year, charged }) => `${from} ${year} ${Money.format(charged)}`),
  ).toEqual(["A1 2026 150.00"])
})

test("OverheadMatrix.of: states which receipts of the overhead action the rule, a source or nothing explains", () => {
  const ledger = association()
  const receipt = { direction: "O", policyItem: "0100", action: "A9" } as const
  record(
    ledger,
    Estimate.post({ line: { ...receipt, account: "7450000" }, amounts: { "2026": "80.00" } }),
    Estimate.post({
      line: { ...receipt, account: "7450000", policyItem: "9090" },
      amounts: { "2026": "9.00" },
    }),
    Funding.assign([{ line: { ...receipt, account: "7450000" }, source: "gifts" }]),
    Overhead.reallocate(rule),
  )
  const { received, byRule, bySource, unexplained } = matrix(ledger)?.own[0]?.receipts ?? {}
  // The association receives 100,10 on the overhead action without a source.
  expect(
    [received, byRule, bySource, unexplained].map((amount) => Money.format(amount ?? Money.zero)),
  ).toEqual(["339.10", "150.00", "80.00", "109.10"])
})

describe("OverheadMatrix.of with exceptions", () => {
  const cells = (ledger: ReturnType<typeof association>) =>
    matrix(ledger)?.cells.map(({ from, year, standard, charged, less, reference }) =>
      [from, year, ...[standard, charged, less].map(Money.format), reference ?? ""].join(" "),
    )

  test("charges at most the legal maximum, with its reference", () => {
    const ledger = association()
    const exceptions = [
      { _tag: "LegalMaximum", action: "A1", percent: "7", reference: "besluit, art. 3" },
    ] as const
    record(ledger, Overhead.reallocate({ ...Association.rule, exceptions }))
    expect(cells(ledger)).toEqual([
      "A1 2026 150.00 70.00 80.00 besluit, art. 3",
      "A1 2027 153.00 71.40 81.60 besluit, art. 3",
      "A1 2028 156.06 72.828 83.232 besluit, art. 3",
    ])
  })

  test("charges the real cost, and nothing in a year without one", () => {
    const ledger = association()
    const exceptions = [
      { _tag: "RealCost", action: "A1", amounts: { "2026": "12.34" }, reference: "besluit, art. 4" },
    ] as const
    record(ledger, Overhead.reallocate({ ...Association.rule, exceptions }))
    expect(cells(ledger)?.[0]).toBe("A1 2026 150.00 12.34 137.66 besluit, art. 4")
    expect(cells(ledger)?.[1]).toBe("A1 2027 153.00 0.00 153.00 besluit, art. 4")
  })
})

test("OverheadMatrix.of: only the receipt on the line of a contribution has a source", () => {
  const ledger = association()
  const key = { name: "sleutel", by: "equal", weights: [{ member: "M1", weight: "1" }] } as const
  record(
    ledger,
    Contribution.apportion("basis", contribution, key),
    Estimate.post({ line: { ...contribution, account: "7450000" }, amounts: { "2026": "7.00" } }),
    Overhead.reallocate(rule),
  )
  const { received, byRule, bySource, unexplained } = matrix(ledger)?.own[0]?.receipts ?? {}
  expect(
    [received, byRule, bySource, unexplained].map((amount) => Money.format(amount ?? Money.zero)),
  ).toEqual(["257.10", "150.00", "100.10", "7.00"])
})

test("OverheadMatrix.of: counts only receipts of the overhead action, each with its explanation", () => {
  const ledger = association()
  const receipt = { direction: "O", policyItem: "0100", action: "A9" } as const
  const post = (line: BudgetLine.BudgetLine, amount: string) =>
    Estimate.post({ line, amounts: { "2026": amount } })
  record(
    ledger,
    Adoption.declare({
      accounts: [
        { section: "operating", direction: "O", row: "II.B", prefixes: ["75"] },
        { section: "investment", direction: "O", row: "II.B.1.a", prefixes: ["15"] },
        { section: "operating", direction: "U", row: "I.A.1", prefixes: ["747"] },
      ],
    }),
    // Financial income and an investment grant explain themselves, and the account of the rule on another item does not.
    post({ ...receipt, account: "7500000" }, "1.00"),
    post({ ...receipt, account: "1500000" }, "2.00"),
    post({ ...receipt, account: "7470000", policyItem: "9090" }, "4.00"),
    post({ ...receipt, account: "7470000", direction: "U" }, "8.00"),
    post({ ...receipt, account: "2400000", direction: "U" }, "64.00"),
    // These are of other actions.
    post({ ...receipt, account: "7500000", action: "A1" }, "16.00"),
    post({ ...receipt, account: "7470000", action: "A1" }, "32.00"),
    Overhead.reallocate(rule),
  )
  const [first] = matrix(ledger)?.own ?? []
  const { received, byRule, bySource, unexplained } = first?.receipts ?? {}
  expect(
    [received, byRule, bySource, unexplained, first?.spent].map((one) => Money.format(one ?? Money.zero)),
  ).toEqual(["257.10", "150.00", "3.00", "104.10", "72.00"])
})
