/** Reversals of entries that cannot be reversed, or by other amounts. */
import type { BudgetEvent } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import { type Found, found, opening } from "../Forged.ts"
import { goods } from "../SmallPlan.ts"

type Event = BudgetEvent.BudgetEvent

const reason = { class: "correction" } as const
const adjusted = {
  _tag: "PlanAdjusted",
  plan: "2026/1",
  creditYears: [],
  changes: [{ line: goods, amounts: { 2026: "1.00" } }],
} as const
const estimate: Event = { _tag: "EstimatePosted", line: goods, amounts: { 2026: "1.00" } }
const first = opening.length + 1

describe("audit: a reversal", () => {
  const reversed = (entry: number, ...replacedBy: ReadonlyArray<number>): BudgetEvent.Of<"Reversed"> => ({
    _tag: "Reversed",
    entry,
    reason,
    turned: [{ place: { phase: "estimate", ...goods }, year: 2026, amount: "-1.00" }],
    ...(replacedBy.length === 0 ? {} : { replacedBy }),
  })
  const without = (entry: number): Event => ({ ...reversed(entry), turned: [] })
  const notReversible = (position: number, kind: string): Found => [
    "event.entry",
    { _tag: "NotReversible", position, kind },
  ]
  test.each<readonly [string, ReadonlyArray<Event>, ReadonlyArray<Found>]>([
    ["of an estimate", [estimate, reversed(first)], []],
    ["that names the entries that replace it", [estimate, estimate, reversed(first, 1, first + 1)], []],
    [
      "of an entry that was reversed",
      [estimate, estimate, reversed(first), reversed(first)],
      [["event.entry", { _tag: "AlreadyReversed", position: first, by: first + 2 }]],
    ],
    ["of an entry without amounts", [without(2)], [notReversible(2, "StructureDeclared")]],
    [
      "of a reversal",
      [
        estimate,
        reversed(first),
        {
          ...reversed(first + 1),
          turned: [{ place: { phase: "estimate", ...goods }, year: 2026, amount: "1.00" }],
        },
      ],
      [notReversible(first + 1, "Reversed")],
    ],
    ["of an adjustment", [adjusted, reversed(first)], [notReversible(first, "PlanAdjusted")]],
    [
      "of a closing",
      [{ _tag: "YearClosed", year: 2028 }, without(first)],
      [notReversible(first, "YearClosed")],
    ],
    [
      "of a stop without amounts",
      [{ _tag: "ActionStopped", action: "A2", lastDay: "2026-12-31", reason, taken: [] }, without(first)],
      [],
    ],
    [
      "that is replaced by entries which do not exist",
      [estimate, reversed(first, 0, 1, first, first + 1)],
      [
        ["event.replacedBy", { _tag: "UnknownEntry", position: 0, last: first }],
        ["event.replacedBy", { _tag: "UnknownEntry", position: first + 1, last: first }],
      ],
    ],
    [
      "of a later entry",
      [estimate, reversed(first + 2)],
      [["event.turned", { _tag: "ReversalDiffers", entry: first + 2 }]],
    ],
    [
      "of its own entry",
      [estimate, reversed(first + 1)],
      [["event.turned", { _tag: "ReversalDiffers", entry: first + 1 }]],
    ],
    ["of no entry, of nothing", [without(0)], [["event.turned", { _tag: "ReversalDiffers", entry: 0 }]]],
    [
      "of a later entry, of nothing",
      [without(first + 3)],
      [["event.turned", { _tag: "ReversalDiffers", entry: first + 3 }]],
    ],
    ["of the adoption", [without(1)], [notReversible(1, "PlanAdopted")]],
    [
      "of two years",
      [
        { _tag: "EstimatePosted", line: goods, amounts: { 2026: "1.00", 2027: "2.00" } },
        {
          ...reversed(first),
          turned: [
            { place: { phase: "estimate", ...goods }, year: 2026, amount: "-1.00" },
            { place: { phase: "estimate", ...goods }, year: 2027, amount: "-2.00" },
          ],
        },
      ],
      [],
    ],
    ["of no entry", [estimate, reversed(0)], [["event.turned", { _tag: "ReversalDiffers", entry: 0 }]]],
    [
      "of other amounts",
      [
        estimate,
        {
          ...reversed(first),
          turned: [{ place: { phase: "estimate", ...goods }, year: 2026, amount: "1.00" }],
        },
      ],
      [["event.turned", { _tag: "ReversalDiffers", entry: first }]],
    ],
    [
      "of another year",
      [
        estimate,
        {
          ...reversed(first),
          turned: [{ place: { phase: "estimate", ...goods }, year: 2027, amount: "-1.00" }],
        },
      ],
      [["event.turned", { _tag: "ReversalDiffers", entry: first }]],
    ],
    [
      "of half an entry",
      [{ _tag: "EstimatePosted", line: goods, amounts: { 2026: "1.00", 2027: "2.00" } }, reversed(first)],
      [["event.turned", { _tag: "ReversalDiffers", entry: first }]],
    ],
    [
      "of nothing of an estimate",
      [estimate, without(first)],
      [["event.turned", { _tag: "ReversalDiffers", entry: first }]],
    ],
  ])("%s", (_, events, expected) => {
    expect(found(...events)).toEqual(expected)
  })
})
