/** The periods of a plan in which an indicator is judged, and the period before each. */
import { JudgedPeriod } from "@grootboek/core/answer"
import { describe, expect, test } from "vitest"

const shown = ({ name, from, until }: JudgedPeriod.JudgedPeriod): string => `${name} ${from} ${until}`
const list = (every: Parameters<typeof JudgedPeriod.list>[0], first = 2026, last = 2028) =>
  JudgedPeriod.list(every, { first, last }).map(shown)

describe("list", () => {
  test("plan, years and half years", () => {
    expect(list("plan")).toEqual(["2026-2028 2026-01-01 2028-12-31"])
    expect(list("plan", 2026, 2026)).toEqual(["2026 2026-01-01 2026-12-31"])
    expect(list("twoYears")).toEqual(["2026-2027 2026-01-01 2027-12-31", "2028 2028-01-01 2028-12-31"])
    expect(list("twoYears", 2026, 2027)).toEqual(["2026-2027 2026-01-01 2027-12-31"])
    expect(list("year", 2026, 2027)).toEqual(["2026 2026-01-01 2026-12-31", "2027 2027-01-01 2027-12-31"])
    expect(list("halfYear", 2026, 2026)).toEqual([
      "2026-S1 2026-01-01 2026-06-30",
      "2026-S2 2026-07-01 2026-12-31",
    ])
  })

  test("months, with a leap day", () => {
    const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    const months = days.map((last, at) => {
      const month = String(at + 1).padStart(2, "0")
      return `2028-${month} 2028-${month}-01 2028-${month}-${last}`
    })
    expect(list("month", 2028, 2028)).toEqual(months)
    expect(list("month", 2027, 2028).slice(11, 14)).toEqual([
      "2027-12 2027-12-01 2027-12-31",
      ...months.slice(0, 2),
    ])
  })

  // 1 January 2026 is a Thursday, 2027 a Friday, 2024 a Monday; 31 December 2028 is a Sunday.
  test("weeks, cut at the ends of the plan", () => {
    const weeks = list("week", 2026, 2027)
    expect(weeks.length).toBe(105)
    expect(weeks.slice(0, 2)).toEqual(["2026-W01 2026-01-01 2026-01-04", "2026-W02 2026-01-05 2026-01-11"])
    expect(weeks.slice(51, 54)).toEqual([
      "2026-W52 2026-12-21 2026-12-27",
      "2026-W53 2026-12-28 2027-01-03",
      "2027-W01 2027-01-04 2027-01-10",
    ])
    expect(weeks.at(-1)).toBe("2027-W52 2027-12-27 2027-12-31")
    expect(list("week", 2027, 2027).at(0)).toBe("2026-W53 2027-01-01 2027-01-03")
    expect(list("week", 2024, 2024).at(0)).toBe("2024-W01 2024-01-01 2024-01-07")
    expect(list("week", 2024, 2024).at(-1)).toBe("2025-W01 2024-12-30 2024-12-31")
    expect(list("week", 2028, 2028).at(-1)).toBe("2028-W52 2028-12-25 2028-12-31")
    expect(list("week", 2029, 2029).at(-1)).toBe("2030-W01 2029-12-31 2029-12-31")
  })
})

test.each([
  ["plan", "2026-01-01", "2028-12-31", " 0000-01-01 2025-12-31"],
  ["twoYears", "2026-01-01", "2027-12-31", "2024-2025 2024-01-01 2025-12-31"],
  ["twoYears", "2028-01-01", "2028-12-31", "2027 2027-01-01 2027-12-31"],
  ["year", "2027-01-01", "2027-12-31", "2026 2026-01-01 2026-12-31"],
  ["halfYear", "2026-01-01", "2026-06-30", " 2025-07-01 2025-12-31"],
  ["halfYear", "2026-07-01", "2026-12-31", " 2026-01-01 2026-06-30"],
  ["month", "2026-01-01", "2026-01-31", "2025-12 2025-12-01 2025-12-31"],
  ["month", "2028-03-01", "2028-03-31", "2028-02 2028-02-01 2028-02-29"],
  ["week", "2026-01-05", "2026-01-11", " 2025-12-29 2026-01-04"],
  ["week", "2026-01-01", "2026-01-04", " 2025-12-25 2025-12-31"],
] as const)("before: %s from %s to %s", (every, from, until, expected) => {
  expect(shown(JudgedPeriod.before({ name: "", from, until }, every))).toBe(expected)
})
