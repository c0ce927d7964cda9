/** Moments: unknown ones are errors that list the known ones. */
import { Ledger, Moment } from "@grootboek/core"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { adjusted } from "../AdjustedPlan.ts"

const timeline: Moment.Timeline = {
  last: 12,
  versions: [
    { label: "2026/0", position: 2, creditYears: [2026] },
    { label: "2026/1", position: 8, creditYears: [2026] },
  ],
  decidedAt: ({ position }) => position + 1,
  positionAt: (time) => (time < "2026-01-02T00:00:00.000Z" ? 0 : 5),
}
const position = (text: string) => Result.getOrElse(Moment.parse(timeline, text), ({ _tag }) => _tag)

test("Moment.parse: a plan ends before its next version, the last plan at the end", () => {
  expect(["plan:2026/0", "plan:2026/1"].map(position)).toEqual([7, 12])
})

test("Moment.parse: accepts a position in the journal", () => {
  expect(["position:1", "position:12"].map(position)).toEqual([1, 12])
})

test("Moment.parse: accepts a day, and a time up to the millisecond in any zone", () => {
  expect(
    [
      "time:2026-01-02",
      "time:2026-01-02T00:00Z",
      "time:2026-01-02T00:00:00Z",
      "time:2026-01-02T00:00:00.5Z",
      "time:2026-01-02T01:00:00.123+01:00",
      "time:2026-01-01T20:00-05:00",
    ].map(position),
  ).toEqual([5, 5, 5, 5, 5, 5])
})

test.each([
  "plan:2026/0\n",
  "a plan:2026/0",
  "position:+4",
  "position: 4",
  "position:04",
  "position:4.0",
  "position:1e1",
  "position:0x4",
  "time:on 2026-01-02",
  "time:2026-01-02 12:00",
  "time:2026-01-02 (2026-01-02",
  "time:2026-01-02T12:00:00.1234Z",
  "time:2026-1-2",
  "time:2026",
  "time:2026-01-02T12Z",
  "time:2026-02-30T25:00Z",
  "time:2026-02-30",
  "time:2027-02-29T12:00:00Z",
])("Moment.parse: rejects %j", (text) => {
  expect(position(text)).toBe("UnknownMoment")
})

test("Moment.parse: lists no known moments when the journal is empty", () => {
  const nothing = { last: 0, versions: [], decidedAt: () => 0, positionAt: () => 0 }
  expect(Moment.parse(nothing, "position:1")).toEqual(
    Result.fail({ _tag: "UnknownMoment", moment: "position:1", known: [] }),
  )
})

test("Moment.check: accepts a whole position within the journal", () => {
  expect([1, 12].map((at) => Moment.check(timeline, at))).toEqual([1, 12].map(Result.succeed))
  for (const at of [0, -1, 13, 1.5, Number.NaN])
    expect(Moment.check(timeline, at)).toEqual(Moment.parse(timeline, `position:${at}`))
})

describe("Ledger.moment", () => {
  const moment = (text: string | undefined) => Ledger.moment(adjusted, text)

  test.each([
    ["the end, when none is named", undefined, 11],
    ["the plan as adopted", "plan:2026/0", 9],
    ["the plan as adjusted", "plan:2026/1", 11],
    ["the first plan as decided", "decision:2026/0", 9],
    ["an adjustment with what follows by rule", "decision:2026/1", 11],
    ["a position", "position:4", 4],
    ["the last position", "position:11", 11],
  ])("%s", (_, text, position) => {
    expect(moment(text)).toEqual(Result.succeed(position))
  })

  test.each([
    "plan:2026/9",
    "position:0",
    "position:12",
    "position:1.5",
    "position:-1",
    "time:yesterday",
    "time:2026-13-01T00:00:00Z",
    "xplan:2026/0",
    "2026/0",
    "plan:",
  ])("fails on %s", (text) => {
    expect(moment(text)).toEqual(
      Result.fail({
        _tag: "UnknownMoment",
        moment: text,
        known: [
          ...["plan:2026/0", "plan:2026/1", "decision:2026/0", "decision:2026/1"],
          "position:1 … position:11",
        ],
      }),
    )
  })

  test("lists decisions first when an unknown decision is named", () => {
    expect(moment("decision:2026/9")).toEqual(
      Result.fail({
        _tag: "UnknownMoment",
        moment: "decision:2026/9",
        known: [
          ...["decision:2026/0", "decision:2026/1", "plan:2026/0", "plan:2026/1"],
          "position:1 … position:11",
        ],
      }),
    )
  })

  test("accepts a record time to the millisecond in any zone", () => {
    const timed = Ledger.empty()
    for (const [at, event] of [
      ["2026-01-01T10:00:00.000Z", { _tag: "YearClosed", year: 2026 }],
      ["2026-01-02T10:00:00.500Z", { _tag: "YearClosed", year: 2027 }],
    ] as const)
      Ledger.append(timed, { event, time: at })
    const known = (text: string) => Result.getOrElse(Ledger.moment(timed, text), ({ _tag }) => _tag)
    expect(
      [
        "time:2026-01-02T10:00:00.499Z",
        "time:2026-01-02T10:00:00.5Z",
        "time:2026-01-02T11:00:01+01:00",
        "time:2026-01-01T10:00Z",
        "time:2026-01-02",
        "time:2026-01-01",
        "time:2025-12-31T00:00:00Z",
      ].map(known),
    ).toEqual([1, 2, 2, 1, 1, "UnknownMoment", "UnknownMoment"])
  })
})
