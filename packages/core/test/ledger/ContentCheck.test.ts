/** Adjustments that are not neutral as declared, and targets and measurements of no indicator. */
import type { BudgetEvent } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import { type Found, found } from "../Forged.ts"
import { goods, wages } from "../SmallPlan.ts"

type Event = BudgetEvent.BudgetEvent
type Case = readonly [string, ReadonlyArray<Event>, ReadonlyArray<Found>]

describe("audit: an adjustment that is declared neutral", () => {
  const adjusted = { _tag: "PlanAdjusted", plan: "2026/1", creditYears: [] } as const
  const more = { line: goods, amounts: { 2026: "5.00", 2027: "1.00" } }
  const less = { line: wages, amounts: { 2026: "-5.00", 2027: "-1.00" } }
  const account = { section: "investment", direction: "U", row: "I.B.1.c", prefixes: ["6299"] } as const
  const cases: ReadonlyArray<Case> = [
    ["is neutral", [{ ...adjusted, neutrality: "year", changes: [more, less] }], []],
    [
      "is not neutral in a year",
      [{ ...adjusted, neutrality: "year", changes: [more, { ...less, amounts: { 2026: "-5.00" } }] }],
      [["event.changes", { _tag: "NotNeutral", what: "year", year: 2027, difference: "-1.00" }]],
    ],
    ["is not declared", [{ ...adjusted, changes: [more] }], []],
    [
      "is neutral in the sections before it",
      [{ ...adjusted, neutrality: "section", changes: [more, less] }],
      [],
    ],
    [
      "is not neutral in the sections that it declares",
      [
        {
          ...adjusted,
          neutrality: "section",
          structure: { accounts: [account] },
          changes: [
            { line: goods, amounts: { 2026: "5.00" } },
            { line: { ...wages, account: "6299000" }, amounts: { 2026: "-5.00" } },
          ],
        },
      ],
      [
        ["event.changes", { _tag: "NotNeutral", what: "operating", year: 2026, difference: "-5.00" }],
        ["event.changes", { _tag: "NotNeutral", what: "investment", year: 2026, difference: "5.00" }],
      ],
    ],
  ]
  test.each(cases)("%s", (_, events, expected) => {
    expect(found(...events)).toEqual(expected)
  })
})

describe("audit: a target or a measurement", () => {
  const indicators = [{ code: "I1", goal: "A1", name: "Aantal", kind: "count", total: "sum" }] as const
  const lists = {
    targets: [{ indicator: "I1", year: 2026, aim: "follow" }],
    measurements: [{ indicator: "I1", on: "2026-06-30", value: "1" }],
  } as const
  const declaring = (declarations: BudgetEvent.Of<"StructureDeclared">["declarations"]): Event => ({
    _tag: "StructureDeclared",
    declarations,
  })
  const adjusting = (structure: BudgetEvent.Of<"StructureDeclared">["declarations"]): Event => ({
    _tag: "PlanAdjusted",
    plan: "2026/1",
    creditYears: [],
    structure,
    changes: [],
  })
  const unknown = (path: string): Found => [
    `event.${path}.indicator`,
    { _tag: "UnknownIndicator", indicator: "I1" },
  ]
  const cases: ReadonlyArray<Case> = [
    ["of an indicator before it", [declaring({ indicators }), declaring(lists)], []],
    ["of an indicator with it", [declaring({ indicators, ...lists })], []],
    [
      "of an undeclared indicator",
      [declaring(lists)],
      [unknown("declarations.targets"), unknown("declarations.measurements")],
    ],
    [
      "of an undeclared indicator, beside another",
      [declaring({ indicators: [{ ...indicators[0], code: "I2" }], ...lists })],
      [unknown("declarations.targets"), unknown("declarations.measurements")],
    ],
    [
      "of an undeclared indicator in an adjustment",
      [adjusting(lists)],
      [unknown("structure.targets"), unknown("structure.measurements")],
    ],
    ["of an indicator in an adjustment", [adjusting({ indicators, ...lists })], []],
  ]
  test.each(cases)("%s", (_, events, expected) => {
    expect(found(...events)).toEqual(expected)
  })
})
