/** Labels and decisions of adjustments that are out of order. */
import { type BudgetEvent, Ledger } from "@grootboek/core"
import { PlanRemarks } from "@grootboek/core/ledger"
import { describe, expect, test } from "vitest"
import { plan } from "../SmallPlan.ts"

/** The label of a version, and the day of its decision. */
type Version = readonly [label: string, date?: string]

const resolution = (date: string | undefined) =>
  date === undefined ? {} : { resolution: { body: "raad", date } }

/** Returns a ledger of versions: the first one is adopted at entry 1. */
const ledgerOf = ([[label, date], ...adjusted]: readonly [
  Version,
  ...ReadonlyArray<Version>,
]): Ledger.Ledger => {
  const events: ReadonlyArray<BudgetEvent.BudgetEvent> = [
    { _tag: "PlanAdopted", ...plan, plan: label, ...resolution(date) },
    ...adjusted.map(
      ([other, day]) =>
        ({ _tag: "PlanAdjusted", plan: other, creditYears: [], changes: [], ...resolution(day) }) as const,
    ),
  ]
  const ledger = Ledger.empty()
  for (const event of events) Ledger.append(ledger, { event, time: "2026-01-01T00:00:00.000Z" })
  return ledger
}

const gap = (position: number, label: string, missing: string) => ({
  position,
  code: "LabelGap",
  facts: { _tag: "LabelGap", plan: label, missing },
})
const order = (position: number, label: string, later: string) => ({
  position,
  code: "LabelOrder",
  facts: { _tag: "LabelOrder", plan: label, later },
})
const before = (
  position: number,
  [label, date]: readonly [string, string],
  [other, since]: readonly [string, string],
) => ({
  position,
  code: "DecisionBefore",
  facts: { _tag: "DecisionBefore", plan: label, date, other, since },
})

const table: ReadonlyArray<
  readonly [
    name: string,
    versions: readonly [Version, ...ReadonlyArray<Version>],
    remarks: ReadonlyArray<object>,
  ]
> = [
  ["the adoption alone, with any label", [["2026/5", "2020-01-01"]], []],
  ["adjustments in order", [["2026/0"], ["2026/1"], ["2026/2"], ["2027/1"], ["2027/2"]], []],
  ["the tenth adjustment after the ninth", [["2026/8"], ["2026/9"], ["2026/10"]], []],
  ["a first adjustment of a year", [["2025/9"], ["2026/1"]], []],
  ["a second adjustment without the first", [["2026/0"], ["2026/2"]], [gap(2, "2026/2", "2026/1")]],
  ["a second adjustment of another year", [["2026/0"], ["2026/1"], ["2027/2"]], [gap(3, "2027/2", "2027/1")]],
  [
    "an adjustment after later ones: the first of these is named",
    [["2026/0"], ["2026/1"], ["2026/3"], ["2026/10"], ["2026/2"]],
    [gap(3, "2026/3", "2026/2"), gap(4, "2026/10", "2026/9"), order(5, "2026/2", "2026/3")],
  ],
  [
    "an adjustment after one of a later year",
    [["2026/0"], ["2027/1"], ["2026/1"]],
    [order(3, "2026/1", "2027/1")],
  ],
  [
    "labels without an order, and those next to them",
    [
      ["2026/0"],
      ["herziening"],
      ["2026/1"],
      ...["2026/3bis", "A2026/3", "2026/", "2026/12345", "12026/3", "226/3", "2026-3", "2026/a"].map(
        (label): Version => [label],
      ),
    ],
    [],
  ],
  ["a label of four digits", [["2026/0"], ["2026/1234"]], [gap(2, "2026/1234", "2026/1233")]],
  [
    "decisions on one day, and later",
    [
      ["2026/0", "2025-12-01"],
      ["2026/1", "2025-12-01"],
      ["2026/2", "2025-12-02"],
    ],
    [],
  ],
  [
    "a decision before that of the adoption",
    [
      ["2026/0", "2025-12-01"],
      ["2026/1", "2025-11-30"],
    ],
    [before(2, ["2026/1", "2025-11-30"], ["2026/0", "2025-12-01"])],
  ],
  [
    "a decision before several: the latest is named, and the last of one day",
    [
      ["2026/0", "2025-12-01"],
      ["2026/1", "2026-07-01"],
      ["2026/2", "2026-07-01"],
      ["2026/3"],
      ["2026/4", "2026-03-01"],
    ],
    [before(5, ["2026/4", "2026-03-01"], ["2026/2", "2026-07-01"])],
  ],
  [
    "a decision after one that was late itself",
    [
      ["2026/0", "2026-07-01"],
      ["2026/1", "2026-03-01"],
      ["2026/2", "2026-04-01"],
    ],
    [
      before(2, ["2026/1", "2026-03-01"], ["2026/0", "2026-07-01"]),
      before(3, ["2026/2", "2026-04-01"], ["2026/0", "2026-07-01"]),
    ],
  ],
  [
    "a decision before several, of which the first is the latest",
    [
      ["2026/0", "2026-09-01"],
      ["2026/1", "2026-07-01"],
      ["2026/2", "2026-03-01"],
    ],
    [
      before(2, ["2026/1", "2026-07-01"], ["2026/0", "2026-09-01"]),
      before(3, ["2026/2", "2026-03-01"], ["2026/0", "2026-09-01"]),
    ],
  ],
  [
    "a decision on the first day of the plan, after none",
    [["2026/0"], ["2026/1"], ["2026/2", "2026-01-01"]],
    [],
  ],
  [
    "a decision before the first day of the plan, after none",
    [["2026/0"], ["2026/1"], ["2026/2", "2025-12-31"]],
    [before(3, ["2026/2", "2025-12-31"], ["2026/0", "2026-01-01"])],
  ],
]

describe("PlanRemarks.of", () => {
  test.each(table)("versions: %s", (_, versions, remarks) => {
    expect(PlanRemarks.of(ledgerOf(versions))).toEqual(remarks)
  })

  test("versions: those after a position", () => {
    const ledger = ledgerOf([["2026/0"], ["2026/2"], ["2026/4"]])
    const positions = [0, 1, 2, 3].map((after) =>
      PlanRemarks.of(ledger, after).map(({ position }) => position),
    )
    expect(positions).toEqual([[2, 3], [2, 3], [3], []])
  })

  test("versions: none before the plan", () => {
    expect(PlanRemarks.of(Ledger.empty())).toEqual([])
  })
})
