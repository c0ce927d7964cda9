/** Transfers, realisations, carry-overs and the closing of a year. */
import { Commitment, Credit, Estimate } from "@grootboek/core"
import { given } from "@grootboek/testing/Given"
import { describe, test } from "vitest"
import { adopted, declared, fees, goods, type grant, payment, van, wages } from "../SmallPlan.ts"

const posted = (
  line: typeof goods | typeof wages | typeof fees | typeof grant | typeof payment | typeof van,
  amount: string,
  year = 2026,
) => Estimate.post({ line, amounts: { [year]: amount } })

const years = { first: 2026, last: 2028 }

describe("Credit", () => {
  const before = [
    adopted,
    declared,
    posted(goods, "100.00"),
    posted(van, "500.00"),
    posted(payment, "7.00"),
  ] as const
  const moved = { year: 2026, amount: "30.00", reason: { class: "transfer" } } as const

  test("transfer: records a transfer within one total of M3", () => {
    const transfer = { from: goods, to: payment, ...moved }
    given(...before)
      .when(Credit.transfer(transfer))
      .records({ _tag: "CreditTransferred", ...transfer })
  })

  test("transfer: refuses with the credit and the shortage when the totals of M3 differ", () => {
    given(...before)
      .when(Credit.transfer({ from: van, to: goods, ...moved }))
      .refuses({
        _tag: "CreditExceeded",
        source: "Investeringen/U",
        row: "Exploitatie/U",
        year: 2026,
        credit: "107.00",
        short: "30.00",
      })
    given(...before, posted(wages, "3.00", 2027))
      .when(Credit.transfer({ from: goods, to: van, ...moved }))
      .refuses({
        _tag: "CreditExceeded",
        source: "Exploitatie/U",
        row: "Investeringen/U",
        year: 2026,
        credit: "500.00",
        short: "30.00",
      })
  })

  test("transfer: refuses when expenditure would become receipts of the same section, and the reverse", () => {
    const row = { year: 2026, short: "30.00" }
    given(...before)
      .when(Credit.transfer({ from: goods, to: fees, ...moved }))
      .refuses({
        _tag: "CreditExceeded",
        source: "Exploitatie/U",
        row: "Exploitatie/O",
        credit: "0.00",
        ...row,
      })
    given(...before, posted(fees, "40.00"))
      .when(Credit.transfer({ from: fees, to: goods, ...moved }))
      .refuses({
        _tag: "CreditExceeded",
        source: "Exploitatie/O",
        row: "Exploitatie/U",
        credit: "107.00",
        ...row,
      })
  })

  test("transfer: refuses when the year is closed or a line is unknown", () => {
    given(...before, Credit.close({ year: 2026 }))
      .when(
        Credit.transfer({ from: { ...goods, policyItem: "9" }, to: { ...goods, action: "A404" }, ...moved }),
      )
      .refuses(
        { _tag: "UnknownPolicyItem", policyItem: "9" },
        { _tag: "UnknownAction", action: "A404" },
        { _tag: "YearIsClosed", year: 2026 },
      )
  })

  test("transfer: refuses zero or less, the same line, and more than the estimate of the line", () => {
    const transfer = (amount: string, to: typeof goods | typeof payment = payment) =>
      given(...before).when(Credit.transfer({ from: goods, to, ...moved, amount }))
    transfer("100.00").records({
      _tag: "CreditTransferred",
      from: goods,
      to: payment,
      ...moved,
      amount: "100.00",
    })
    transfer("0.00").refuses({ _tag: "TransferNotPositive", asked: "0.00" })
    transfer("-1.00").refuses({ _tag: "TransferNotPositive", asked: "-1.00" })
    transfer("1.00", goods).refuses({ _tag: "TransferToSameLine", place: "A1 · 0900 · 6140000 · U" })
    transfer("100.000001").refuses({
      _tag: "TransferTooLarge",
      place: "A1 · 0900 · 6140000 · U",
      year: 2026,
      left: "100.00",
      asked: "100.000001",
    })
  })

  test("carryOver: moves unused investment credit to the next year", () => {
    const used = Credit.record({ line: van, year: 2026, date: "2026-05-01", amount: "120.00", voucher: "F1" })
    const over = { line: van, from: 2026, to: 2027, amount: "380.00" } as const
    given(...before, used)
      .when(Credit.carryOver(over))
      .records({ _tag: "CarriedOver", ...over })
    given(...before, used)
      .when(Credit.carryOver({ ...over, amount: "380.000001" }))
      .refuses({
        _tag: "CarryOverTooLarge",
        place: "A1 · 0900 · 2400000 · U",
        left: "380.00",
        asked: "380.000001",
      })
  })

  test("carryOver: accepts a closed source year and refuses a closed target, a later target and other sections", () => {
    const over = { line: van, from: 2026, to: 2027, amount: "1.00" } as const
    given(...before, Credit.close({ year: 2026 }))
      .when(Credit.carryOver(over))
      .records({ _tag: "CarriedOver", ...over })
    given(...before, Credit.close({ year: 2027 }))
      .when(Credit.carryOver(over))
      .refuses({ _tag: "YearIsClosed", year: 2027 })
    given(...before)
      .when(Credit.carryOver({ ...over, line: goods, to: 2028 }))
      .refuses(
        { _tag: "NotAnInvestment", place: "A1 · 0900 · 6140000 · U" },
        { _tag: "NextYearOnly", from: 2026, to: 2028 },
      )
    given(...before)
      .when(Credit.carryOver({ ...over, from: 2025, to: 2026, amount: "0.01" }))
      .refuses(
        { _tag: "YearOutsidePlan", year: 2025, years },
        { _tag: "CarryOverTooLarge", place: "A1 · 0900 · 2400000 · U", left: "0.00", asked: "0.01" },
      )
    given(...before)
      .when(Credit.carryOver({ ...over, line: { ...van, account: "9" }, amount: "0.00" }))
      .refuses(
        { _tag: "UnknownAccount", account: "9", direction: "U" },
        { _tag: "NothingToCarry", place: "A1 · 0900 · 9 · U", asked: "0.00" },
      )
  })

  test("record: records a realisation in an open year on a known line", () => {
    const actual = { line: goods, year: 2026, date: "2026-05-01", amount: "9.99", voucher: "F2" } as const
    given(...before)
      .when(Credit.record(actual))
      .records({ _tag: "ActualRecorded", ...actual })
    given(...before)
      .when(Credit.record({ ...actual, line: { ...goods, policyItem: "9" }, year: 2030 }))
      .refuses({ _tag: "UnknownPolicyItem", policyItem: "9" }, { _tag: "YearOutsidePlan", year: 2030, years })
    given(...before, Credit.close({ year: 2026 }))
      .when(Credit.record(actual))
      .refuses({ _tag: "YearIsClosed", year: 2026 })
  })

  test("close: closes a year once", () => {
    given(...before)
      .when(Credit.close({ year: 2026 }))
      .records({ _tag: "YearClosed", year: 2026 })
    given(...before, Credit.close({ year: 2026 }))
      .when(Credit.close({ year: 2026 }))
      .refuses({ _tag: "YearIsClosed", year: 2026 })
  })
})

describe("Credit.transfer", () => {
  test("reports the credit of estimates of that row and year only", () => {
    const moved = { year: 2026, amount: "1.00", reason: { class: "transfer" } } as const
    given(
      adopted,
      declared,
      Estimate.post({ line: goods, amounts: { "2026": "100.00", "2027": "7.00" } }),
      Estimate.post({ line: van, amounts: { "2026": "30.00" } }),
      Estimate.earmark({ account: "0900000", amounts: { "2026": "5.00" } }),
      Credit.record({ line: goods, year: 2026, date: "2026-01-01", amount: "11.00", voucher: "F" }),
    )
      .when(Credit.transfer({ from: van, to: goods, ...moved }))
      .refuses({
        _tag: "CreditExceeded",
        source: "Investeringen/U",
        row: "Exploitatie/U",
        year: 2026,
        credit: "100.00",
        short: "1.00",
      })
  })
})

test("carryOver: refuses when the investment was overspent", () => {
  const overspent = [
    adopted,
    declared,
    Estimate.post({ line: van, amounts: { "2026": "10.00" } }),
    Credit.record({ line: van, year: 2026, date: "2026-03-31", amount: "12.00", voucher: "F1" }),
  ] as const
  const place = "A1 · 0900 · 2400000 · U"
  const carry = (amount: string) => Credit.carryOver({ line: van, from: 2026, to: 2027, amount })
  for (const asked of ["0.00", "-1.00"])
    given(...overspent)
      .when(carry(asked))
      .refuses({ _tag: "NothingToCarry", place, asked })
  given(...overspent)
    .when(carry("0.000001"))
    .refuses({ _tag: "CarryOverTooLarge", place, left: "-2.00", asked: "0.000001" })
})

describe("Credit: realisations and the closing of a year with commitments", () => {
  const before = [
    adopted,
    declared,
    posted(goods, "100.00"),
    Commitment.record({ line: goods, year: 2026, date: "2026-03-01", reference: "B-1", amount: "40.00" }),
  ] as const
  const fact = { line: goods, year: 2026, date: "2026-04-01", amount: "15.00", voucher: "F1" } as const

  test("record: names a commitment of its line, and no other", () => {
    const named = { ...fact, commitment: "B-1" }
    given(...before)
      .when(Credit.record(named))
      .records({ _tag: "ActualRecorded", ...named })
    given(...before)
      .when(Credit.record({ ...fact, commitment: "B-2" }))
      .refuses("UnknownCommitment")
    given(...before)
      .when(Credit.record(fact))
      .records({ _tag: "ActualRecorded", ...fact })
  })

  test("record: refuses more than the estimate only when it is asked to be strict", () => {
    const much = { ...fact, amount: "900.00" }
    given(...before)
      .when(Credit.record(much))
      .records({ _tag: "ActualRecorded", ...much })
    given(...before)
      .when((state) => Credit.record(much)({ ...state, isStrict: true }))
      .refuses("EstimatePassed")
    given(...before)
      .when((state) => Credit.record(fact)({ ...state, isStrict: true }))
      .records({ _tag: "ActualRecorded", ...fact })
  })

  test("close: releases what is open of each commitment", () => {
    given(...before, Credit.record({ ...fact, commitment: "B-1" }))
      .when(Credit.close({ year: 2026 }))
      .records({
        _tag: "YearClosed",
        year: 2026,
        released: [{ line: goods, reference: "B-1", amount: "-25.00" }],
      })
    given(...before)
      .when(Credit.close({ year: 2027 }))
      .records({ _tag: "YearClosed", year: 2027 })
  })
})
