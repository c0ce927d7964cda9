/** Record times beside a clock and beside each other. */
import { RecordTime } from "@grootboek/core"
import { expect, test } from "vitest"

const noon = Date.parse("2026-06-30T12:00:00.000Z")

test.each([
  [-600_000, false],
  [0, false],
  [300_000, false],
  [300_001, true],
])("RecordTime.isAhead: %i ms after the clock is %s", (ms, isAhead) => {
  expect(RecordTime.isAhead(new Date(noon + ms).toISOString(), noon)).toBe(isAhead)
})

test("RecordTime.later: returns the later of two times", () => {
  const [first, second] = ["2026-06-30T12:00:00.000Z", "2026-06-30T12:00:00.001Z"] as const
  expect([RecordTime.later(first, second), RecordTime.later(second, first)]).toEqual([second, second])
})
