/** Posting estimates, results, earmarked funds and opening debts. */
import { Credit, Estimate } from "@grootboek/core"
import { given } from "@grootboek/testing/Given"
import { describe, test } from "vitest"
import {
  adopted,
  declared,
  fees,
  goods,
  type grant,
  type payment,
  type van,
  type wages,
} from "../SmallPlan.ts"

const posted = (
  line: typeof goods | typeof wages | typeof fees | typeof grant | typeof payment | typeof van,
  amount: string,
  year = 2026,
) => Estimate.post({ line, amounts: { [year]: amount } })

const years = { first: 2026, last: 2028 }

describe("Estimate.post", () => {
  const before = [adopted, declared] as const

  test("refuses when no plan is adopted", () => {
    given().when(posted(goods, "1.00")).refuses({ _tag: "PlanNotAdopted" })
  })

  test("records the change of one line, year by year", () => {
    const amounts = { "2026": "100.00", "2028": "-0.000001" }
    given(...before)
      .when(Estimate.post({ line: goods, amounts, description: "papier" }))
      .records({ _tag: "EstimatePosted", line: goods, amounts, description: "papier" })
  })

  test("reports every unknown code and year at once", () => {
    const line = {
      direction: "U",
      account: "9990000",
      policyItem: "9999",
      action: "A404",
      sector: "S",
    } as const
    given(...before)
      .when(Estimate.post({ line, amounts: { "2025": "1.00", "2026": "1.00", "2029": "1.00" } }))
      .refuses(
        { _tag: "UnknownPolicyItem", policyItem: "9999" },
        { _tag: "UnknownAction", action: "A404" },
        { _tag: "UnknownSector", sector: "S" },
        { _tag: "UnknownAccount", account: "9990000", direction: "U" },
        { _tag: "YearOutsidePlan", year: 2025, years },
        { _tag: "YearOutsidePlan", year: 2029, years },
      )
  })

  test("refuses when the goal is not an action", () => {
    given(...before)
      .when(Estimate.post({ line: { ...goods, action: "AP1" }, amounts: {} }))
      .refuses({ _tag: "NotAnAction", action: "AP1", level: "actionPlan" })
  })

  test("accepts a line without an action", () => {
    const { action: _, ...line } = goods
    given(...before)
      .when(Estimate.post({ line, amounts: {} }))
      .records({ _tag: "EstimatePosted", line, amounts: {} })
  })

  test("refuses when the row splits by sector and the sector is missing, unknown or without a row", () => {
    const line = { direction: "O", account: "7402000", policyItem: "0900" } as const
    given(...before)
      .when(Estimate.post({ line, amounts: {} }))
      .refuses({ _tag: "SectorRequired", account: "7402000", row: "II.A.3.a" })
    given(...before)
      .when(Estimate.post({ line: { ...line, sector: "FIN" }, amounts: {} }))
      .refuses({ _tag: "SectorWithoutRow", sector: "FIN", purpose: "origin", row: "II.A.3.a" })
    given(...before)
      .when(Estimate.post({ line: { ...line, sector: "S" }, amounts: {} }))
      .refuses({ _tag: "UnknownSector", sector: "S" })
    given(...before)
      .when(Estimate.post({ line: { ...line, sector: "OCMW" }, amounts: {} }))
      .records({ _tag: "EstimatePosted", line: { ...line, sector: "OCMW" }, amounts: {} })
  })

  test("refuses when the account is one of results", () => {
    given(...before)
      .when(Estimate.post({ line: { ...fees, account: "0930000" }, amounts: {} }))
      .refuses({ _tag: "ResultAccount", account: "0930000" })
  })

  test("refuses in a closed year and accepts in an open one", () => {
    const closed = [...before, Credit.close({ year: 2026 })]
    given(...closed)
      .when(posted(goods, "1.00"))
      .refuses({ _tag: "YearIsClosed", year: 2026 })
    given(...closed)
      .when(posted(goods, "1.00", 2027))
      .records({ _tag: "EstimatePosted", line: goods, amounts: { "2027": "1.00" } })
  })
})

describe("Estimate", () => {
  const before = [adopted, declared] as const

  test("carryResult: records a result on its account in a year of the plan", () => {
    const result = { account: "0930000", year: 2026, adopted: "404701.70" } as const
    given(...before)
      .when(Estimate.carryResult(result))
      .records({ _tag: "ResultCarriedForward", ...result })
    given(...before)
      .when(Estimate.carryResult({ ...result, account: "7450000", year: 2030 }))
      .refuses(
        { _tag: "NotAResultAccount", account: "7450000" },
        { _tag: "YearOutsidePlan", year: 2030, years },
      )
    given(...before)
      .when(Estimate.carryResult({ ...result, account: "9" }))
      .refuses({ _tag: "UnknownAccount", account: "9", direction: "O" })
  })

  test("earmark: records funds on their account in years of the plan", () => {
    const funds = { account: "0900000", amounts: { "2026": "50.00" } } as const
    given(...before)
      .when(Estimate.earmark(funds))
      .records({ _tag: "FundsEarmarked", ...funds })
    given(...before)
      .when(Estimate.earmark({ account: "6140000", amounts: { "2031": "1.00" } }))
      .refuses(
        { _tag: "NotAResultAccount", account: "6140000" },
        { _tag: "YearOutsidePlan", year: 2031, years },
      )
  })

  test("openDebt: records a debt in the first year of the plan only", () => {
    const debt = { account: "1730000", kind: "creditInstitutions", year: 2026, amount: "1000.00" } as const
    given(...before)
      .when(Estimate.openDebt(debt))
      .records({ _tag: "DebtOpened", ...debt })
    given(...before)
      .when(Estimate.openDebt({ ...debt, year: 2025 }))
      .refuses({ _tag: "YearOutsidePlan", year: 2025, years })
    given(...before)
      .when(Estimate.openDebt({ ...debt, year: 2027 }))
      .refuses({ _tag: "NotFirstYear", year: 2027, first: 2026 })
  })
})
