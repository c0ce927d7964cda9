/** Adjusting the plan. */
import { Adjustment, Credit, Estimate } from "@grootboek/core"
import { given } from "@grootboek/testing/Given"
import { describe, test } from "vitest"
import { adopted, declared, fees, goods, grant, type payment, van, type wages } from "../SmallPlan.ts"

const posted = (
  line: typeof goods | typeof wages | typeof fees | typeof grant | typeof payment | typeof van,
  amount: string,
  year = 2026,
) => Estimate.post({ line, amounts: { [year]: amount } })

const years = { first: 2026, last: 2028 }

describe("Adjustment.adopt", () => {
  const before = [adopted, declared, posted(goods, "100.00")] as const
  const adjustment = {
    plan: "2026/1",
    creditYears: [2026],
    changes: [{ line: goods, amounts: { "2026": "-20.00" }, reason: { class: "timing" } }],
  } as const

  test("records the decision with its changes", () => {
    given(...before)
      .when(Adjustment.adopt(adjustment))
      .records({ _tag: "PlanAdjusted", ...adjustment })
  })

  test("accepts changes on an action that it declares", () => {
    const goals = [{ code: "A3", level: "action", parent: "AP1", name: "Nieuw", priority: false }] as const
    const changes = [{ line: { ...goods, action: "A3" }, amounts: { "2026": "5.00" } }]
    given(...before)
      .when(Adjustment.adopt({ ...adjustment, structure: { goals }, changes }))
      .records({ _tag: "PlanAdjusted", ...adjustment, structure: { goals }, changes })
    given(...before)
      .when(Adjustment.adopt({ ...adjustment, structure: { goals }, changes: [] }))
      .records({ _tag: "PlanAdjusted", ...adjustment, structure: { goals }, changes: [] })
  })

  test("refuses when the label is taken, the structure is invalid or a credit year is outside the plan", () => {
    given(...before)
      .when(
        Adjustment.adopt({
          ...adjustment,
          plan: "2026/0",
          creditYears: [2026, 2040],
          structure: {
            goals: [{ code: "A3", level: "action", parent: "?", name: "Nieuw", priority: false }],
          },
        }),
      )
      .refuses(
        { _tag: "PlanLabelTaken", plan: "2026/0", position: 1 },
        { _tag: "UnknownParent", code: "A3", parent: "?" },
        { _tag: "YearOutsidePlan", year: 2040, years },
      )
  })

  test("refuses when nothing changes", () => {
    given(...before)
      .when(Adjustment.adopt({ ...adjustment, changes: [] }))
      .refuses({ _tag: "NothingChanges" })
  })

  test("refuses a closed year and unknown codes with the line of the source file", () => {
    given(...before, Credit.close({ year: 2026 }))
      .when(
        Adjustment.adopt({
          ...adjustment,
          creditYears: [],
          changes: [
            { line: goods, amounts: { "2026": "1.00" }, row: 12 },
            { line: { ...goods, action: "A404" }, amounts: { "2027": "1.00" }, row: 13 },
            { line: { ...goods, policyItem: "9" }, amounts: {} },
          ],
        }),
      )
      .refuses(
        { _tag: "YearIsClosed", year: 2026, sourceLine: 12 },
        { _tag: "UnknownAction", action: "A404", sourceLine: 13 },
        { _tag: "UnknownPolicyItem", policyItem: "9" },
      )
  })

  describe("with neutrality", () => {
    const change = (
      line: typeof goods | typeof fees | typeof grant | typeof van,
      amount: string,
      year = 2026,
    ) => ({
      line,
      amounts: { [year]: amount },
    })
    const neutral = (
      neutrality: "year" | "action" | "section",
      ...changes: ReadonlyArray<ReturnType<typeof change>>
    ) => Adjustment.adopt({ ...adjustment, neutrality, changes })

    test("accepts when each group is neutral", () => {
      const changes = [change(goods, "7.00"), change(fees, "10.00"), change(goods, "3.00")]
      for (const neutrality of ["year", "action", "section"] as const)
        given(...before)
          .when(neutral(neutrality, ...changes))
          .records({ _tag: "PlanAdjusted", ...adjustment, neutrality, changes })
    })

    test("refuses with the exact difference when a year is not neutral", () => {
      given(...before)
        .when(neutral("year", change(goods, "10.000001"), change(fees, "10.00"), change(goods, "1.00", 2027)))
        .refuses(
          { _tag: "NotNeutral", what: "year", year: 2026, difference: "-0.000001" },
          { _tag: "NotNeutral", what: "year", year: 2027, difference: "-1.00" },
        )
    })

    test("refuses per action or per section when that is declared", () => {
      given(...before)
        .when(neutral("action", change(goods, "10.00"), change(grant, "10.00")))
        .refuses(
          { _tag: "NotNeutral", what: "A1", year: 2026, difference: "-10.00" },
          { _tag: "NotNeutral", what: "A2", year: 2026, difference: "10.00" },
        )
      given(...before)
        .when(neutral("section", change(van, "10.00"), change(fees, "10.00")))
        .refuses(
          { _tag: "NotNeutral", what: "investment", year: 2026, difference: "-10.00" },
          { _tag: "NotNeutral", what: "operating", year: 2026, difference: "10.00" },
        )
    })

    test("sums lines without an action as one group", () => {
      const { action: _, ...line } = goods
      given(...before)
        .when(
          Adjustment.adopt({
            ...adjustment,
            neutrality: "action",
            changes: [{ line, amounts: { "2026": "1.00" } }],
          }),
        )
        .refuses({ _tag: "NotNeutral", what: "(no action)", year: 2026, difference: "-1.00" })
    })
  })
})
