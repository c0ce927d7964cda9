/** Dates and times of the page. */
import { expect, test } from "vitest"
import * as Dates from "../../src/words/Dates.ts"

test("day and time: are written as people in Belgium write them", () => {
  expect(Dates.day("2026-06-18", "nl")).toBe("18 juni 2026")
  expect(Dates.time("2026-06-18T20:05:00.000Z", "nl")).toBe("18 juni 2026 om 22:05")
})

test.each(["2026-02-30", "2026-02-30T12:00:00.000Z", "", "soon"])("%j: is returned unchanged", (text) => {
  expect(Dates.day(text, "en")).toBe(text)
  expect(Dates.time(text, "en")).toBe(text)
})
