/** Overhead exceptions: legal maxima and real costs. */
import { Credit, Estimate, Overhead } from "@grootboek/core"
import { given } from "@grootboek/testing/Given"
import { describe, test } from "vitest"
import { adopted, declared, rule, wages } from "../SmallPlan.ts"

describe("an overhead exception", () => {
  const other = { ...wages, action: "A2" } as const
  const before = [
    adopted,
    declared,
    Estimate.post({ line: wages, amounts: { "2026": "1000.00" } }),
    Estimate.post({ line: { ...wages, policyItem: "0110" }, amounts: { "2026": "1000.00" } }),
    Estimate.post({ line: other, amounts: { "2026": "100.00" } }),
  ] as const
  const charge = (action: string, policyItem: string, base: string, due: string, more = {}) => ({
    action,
    policyItem,
    year: 2026,
    base,
    due,
    amount: due,
    ...more,
  })
  const plain = [
    charge("A1", "0900", "1000.00", "150.00"),
    charge("A1", "0110", "1000.00", "150.00"),
    charge("A2", "0900", "100.00", "15.00"),
  ]
  const reference = "reglement"
  const split = (due: string) => [
    charge("A1", "0900", "1000.00", due, { standard: "150.00", reference }),
    charge("A1", "0110", "1000.00", due, { standard: "150.00", reference }),
    plain[2] ?? charge("", "", "", ""),
  ]
  const under = (exception: object) =>
    ({ ...rule, exceptions: [{ action: "A1", reference, ...exception }] }) as typeof rule

  test.each([
    ["a maximum in percent", { _tag: "LegalMaximum", percent: "7" }, split("70.00")],
    ["a maximum in euro", { _tag: "LegalMaximum", amounts: { "2026": "100.00" } }, split("50.00")],
    [
      "the lower of two maxima",
      { _tag: "LegalMaximum", percent: "7", amounts: { "2026": "160.00" } },
      split("70.00"),
    ],
    ["the real cost", { _tag: "RealCost", amounts: { "2026": "401.00" } }, split("200.50")],
    [
      "the real cost of a year that has none",
      { _tag: "RealCost", amounts: { "2027": "400.00" } },
      split("0.00"),
    ],
    [
      "a maximum above the share",
      { _tag: "LegalMaximum", percent: "20", amounts: { "2026": "999.00" } },
      plain,
    ],
    ["a higher share in percent", { _tag: "HigherShare", percent: "20" }, split("200.00")],
    ["a higher share in euro", { _tag: "HigherShare", amounts: { "2026": "401.00" } }, split("200.50")],
    ["a higher share below the share", { _tag: "HigherShare", percent: "7" }, plain],
    ["a maximum in another year", { _tag: "LegalMaximum", amounts: { "2027": "1.00" } }, plain],
  ])("charges %s", (_, exception, charges) => {
    const excepted = under(exception)
    given(...before)
      .when(Overhead.reallocate(excepted))
      .records({
        _tag: "OverheadReallocated",
        rule: excepted,
        charges: charges.filter(({ amount }) => amount !== "0.00"),
      })
  })

  test("extends the rule of the plan and refuses when there is none", () => {
    const exceptions = [{ _tag: "LegalMaximum", action: "A1", percent: "7", reference }] as const
    given(...before)
      .when(Overhead.except(exceptions))
      .refuses({ _tag: "NoOverheadRule" })
    const less = {
      year: 2026,
      base: "1000.00",
      due: "70.00",
      amount: "-80.00",
      standard: "150.00",
      reference,
    }
    given(...before, Overhead.reallocate(rule))
      .when(Overhead.except(exceptions))
      .records({
        _tag: "OverheadReallocated",
        rule: { ...rule, exceptions },
        charges: [
          { action: "A1", policyItem: "0900", ...less },
          { action: "A1", policyItem: "0110", ...less },
        ],
      })
  })

  test("refuses when it is repeated, has no limit or names an unknown action", () => {
    const maximum = { _tag: "LegalMaximum", reference } as const
    given(...before)
      .when(
        Overhead.reallocate({
          ...rule,
          exceptions: [
            { ...maximum, action: "A1" },
            { ...maximum, action: "A1", percent: "1" },
            { _tag: "RealCost", action: "A404", amounts: {}, reference },
          ],
        }),
      )
      .refuses(
        { _tag: "UnknownAction", action: "A404" },
        { _tag: "ExceptionTwice", action: "A1" },
        { _tag: "ExceptionWithoutLimit", action: "A1" },
      )
  })

  test("splits a real cost equally when the staff cost is zero and by staff cost otherwise", () => {
    const items = (a: string, b: string) => [
      adopted,
      declared,
      Estimate.post({ line: wages, amounts: { "2026": a } }),
      Estimate.post({ line: { ...wages, policyItem: "0110" }, amounts: { "2026": b } }),
    ]
    const real = under({ _tag: "RealCost", amounts: { "2026": "30.00" } })
    const dues = (a: string, b: string, ...due: ReadonlyArray<string>) =>
      given(...items(a, b))
        .when(Overhead.reallocate(real))
        .records({
          _tag: "OverheadReallocated",
          rule: real,
          charges: [
            charge("A1", "0900", a, due[0] ?? "", { standard: due[2], reference }),
            charge("A1", "0110", b, due[1] ?? "", { standard: due[3], reference }),
          ],
        })
    dues("200.00", "100.00", "20.00", "10.00", "30.00", "15.00")
    dues("-200.00", "-100.00", "15.00", "15.00", "-30.00", "-15.00")
    dues("100.00", "-100.00", "29.999998", "0.000002", "15.00", "-15.00")
  })

  test("accepts a maximum in one unit only", () => {
    const euro = under({ _tag: "LegalMaximum", amounts: {} })
    given(...before)
      .when(Overhead.reallocate(euro))
      .records({ _tag: "OverheadReallocated", rule: euro, charges: plain })
  })

  test("takes a charge back when no staff cost is left", () => {
    const gone = Estimate.post({ line: other, amounts: { "2026": "-100.00" } })
    const history = [...before, Overhead.reallocate(rule)] as const
    // The rule is applied automatically, so that recording it again changes nothing.
    given(...history, gone)
      .when(Overhead.reallocate(rule))
      .records()
  })

  test("keeps what an earlier rule posted in closed years and records no empty entry", () => {
    const elsewhere = { ...rule, chargeAccount: "6180000" } as const
    given(...before, Overhead.reallocate(rule), Credit.close({ year: 2026 }))
      .when(Overhead.reallocate(elsewhere))
      .records({ _tag: "OverheadReallocated", rule: elsewhere, charges: [] })
  })
})
