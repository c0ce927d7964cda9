/** Moments as conditions on a lake's tables. */
import * as Result from "effect/Result"
import { expect, test } from "vitest"
import * as LakeMoment from "../src/sql/LakeMoment.ts"

test.each([
  ["time:2026-02-28", "time <= '2026-02-28T00:00:00.000Z'"],
  ["time:2028-02-29T12:00:00+01:00", "time <= '2028-02-29T11:00:00.000Z'"],
])("%s: is a condition on the record time", (moment, condition) => {
  expect(Result.getOrThrow(LakeMoment.condition(moment, "duckdb"))).toContain(condition)
})

test.each(["time:2026-02-30", "time:2026-02-30T12:00:00Z", "time:2027-02-29", "time:2026-13-01"])(
  "%s: is refused, because the calendar has no such day",
  (moment) => {
    const found = LakeMoment.condition(moment, "duckdb")
    expect(Result.isFailure(found) && found.failure._tag).toBe("UnknownMoment")
  },
)
