/** Declarations and adjustments that every version of the decisions refused to record. */
import type { BudgetEvent } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import { type Found, found } from "../Forged.ts"
import { goods } from "../SmallPlan.ts"

type Event = BudgetEvent.BudgetEvent

const adjusted = { _tag: "PlanAdjusted", plan: "2026/1", creditYears: [], changes: [] } as const

describe("audit: a declaration or an adjustment", () => {
  const indicators = [{ code: "I1", name: "Klaar", goal: "A1", kind: "deed", total: "last" }] as const
  const targets = [{ indicator: "I1", year: 2026, aim: "atLeast", value: "5" }] as const
  const notADeed = { _tag: "NotADeed", indicator: "I1", value: "5" } as const
  const texts = (until: string) => [{ goal: "A1", term: { from: 2027, until } }]
  test.each<readonly [string, Event, ReadonlyArray<Found>]>([
    [
      "of nothing",
      { _tag: "StructureDeclared", declarations: {} },
      [["event.declarations", { _tag: "NothingDeclared" }]],
    ],
    [
      "of empty lists",
      { _tag: "StructureDeclared", declarations: { goals: [], members: [] } },
      [["event.declarations", { _tag: "NothingDeclared" }]],
    ],
    ["of one list", { _tag: "StructureDeclared", declarations: { goals: [], indicators } }, []],
    ["without a change", adjusted, [["event.changes", { _tag: "NothingChanges" }]]],
    ["of a structure only", { ...adjusted, structure: { indicators } }, []],
    ["of a change only", { ...adjusted, changes: [{ line: goods, amounts: { 2026: "1.00" } }] }, []],
    [
      "of a deed that is done five times",
      { _tag: "StructureDeclared", declarations: { indicators, targets } },
      [["event.declarations", notADeed]],
    ],
    [
      "with a deed that is done five times",
      { ...adjusted, structure: { indicators, targets } },
      [["event.structure", notADeed]],
    ],
    [
      "of a measurement that is no deed",
      {
        _tag: "StructureDeclared",
        declarations: { indicators, measurements: [{ indicator: "I1", on: "2026-06-30", value: "5" }] },
      },
      [["event.declarations", notADeed]],
    ],
    [
      "of a term that ends before it begins",
      { _tag: "StructureDeclared", declarations: { goalTexts: texts("2026-12-31") } },
      [["event.declarations", { _tag: "TermEndsBefore", goal: "A1", from: 2027, until: "2026-12-31" }]],
    ],
    [
      "of an indicator whose goal has a text",
      {
        _tag: "StructureDeclared",
        declarations: {
          indicators: [{ code: "I1", name: "Deel", goal: "A1", kind: "euro", total: "sum" }],
          goalTexts: texts("2027-12-31"),
        },
      },
      [["event.declarations", { _tag: "NotCounted", indicator: "I1", kind: "euro" }]],
    ],
    ["of a term", { _tag: "StructureDeclared", declarations: { goalTexts: texts("2027-12-31") } }, []],
  ])("%s", (_, event, expected) => {
    expect(found(event)).toEqual(expected)
  })

  test("gives no indicator another meaning than all decisions did", () => {
    const declarations = {
      indicators: [
        { code: "I1", name: "Aandeel", goal: "A1", kind: "percent", total: "sum" },
        { code: "I2", name: "Aantal", goal: "A1", kind: "count", total: "sum" },
        { code: "I3", name: "In woorden", goal: "A1", kind: "text", total: "last" },
      ],
      targets: [
        { indicator: "I2", year: 2026, aim: "atLeast", by: "2030-01-01" },
        { indicator: "I2", year: 2027, aim: "atMost", value: "1", margin: "5" },
        { indicator: "I3", year: 2026, aim: "follow" },
        { indicator: "I3", year: 2027, aim: "atLeast", text: "Beter" },
      ],
      measurements: [{ indicator: "I2", on: "2026-06-30" }],
    } as const
    const at = (reason: Found[1]): Found => ["event.declarations", reason]
    expect(found({ _tag: "StructureDeclared", declarations })).toEqual([
      at({ _tag: "NotCounted", indicator: "I1", kind: "percent" }),
      at({ _tag: "TargetDayOutside", indicator: "I2", day: "2030-01-01", from: 2026, until: 2028 }),
      at({ _tag: "TargetWithoutValue", indicator: "I2", aim: "atLeast" }),
      at({ _tag: "MarginWithoutAbout", indicator: "I2", aim: "atMost" }),
      at({ _tag: "WordsMissing", indicator: "I3" }),
      at({ _tag: "IndicatorInWords", indicator: "I3" }),
      at({ _tag: "MeasurementWithoutValue", indicator: "I2" }),
    ])
  })
})
