/**
 * Fiscal years (boekjaren), which are calendar years, and the span of years of a plan.
 *
 * ```ts
 * Year.from("2026") // => 2026
 * Schema.is(Year.Year)(2026.5) // => false
 * Schema.is(Year.Day)("2026-02-28") // => true
 * Schema.is(Year.Month)("2026-13") // => false
 * Schema.is(Year.Years)({ first: 2026, last: 2031 }) // => true
 * Year.list({ first: 2026, last: 2028 }) // => [2026, 2027, 2028]
 * Year.within({ first: 2026, last: 2028 }, 2029) // => false
 * Year.format({ first: 2026, last: 2031 }) // => "2026-2031"
 * ```
 */
import * as Schema from "effect/Schema"
import { expects } from "./Problem.ts"

/** A fiscal year (boekjaar). */
export const Year = Schema.Int.check(
  Schema.isBetween({ minimum: 1900, maximum: 2200 }, expects("year", "a value between 1900 and 2200")),
).annotate({
  identifier: "Year",
  description: "Fiscal year",
})

/** A fiscal year as a number. */
export type Year = number

/** A calendar day, `2026-06-30`. */
export const Day = Schema.String.check(
  Schema.isPattern(
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u,
    expects("day", "a day such as 2026-06-30"),
  ),
)

/** A calendar month, `2026-06`: the period (periode) of a realisation or an index. */
export const Month = Schema.String.check(
  Schema.isPattern(/^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])$/u, expects("month", "a month such as 2025-12")),
).annotate({ identifier: "Month" })

/** The first and last year of a plan (planperiode), inclusive. */
export const Years = Schema.Struct({ first: Year, last: Year })
  .check(
    Schema.makeFilter(
      (years) =>
        years.first <= years.last || { path: ["last"], issue: "the last year lies before the first" },
      { problemKind: "years" },
    ),
  )
  .check(
    Schema.makeFilter(
      (years) =>
        years.last - years.first < 60 || { path: ["last"], issue: "a plan spans at most sixty years" },
      { problemKind: "years" },
    ),
  )
  .annotate({ identifier: "Years" })

/**
 * Checks a year from outside, a number or a text. Throws a `TypeError` for anything but a whole number from 1900 to 2200.
 *
 * ```ts
 * Year.from("2026") // => 2026
 * ```
 */
export const from = (value: number | string): Year => {
  const year = typeof value === "string" && /^\d{4}$/.test(value) ? Number(value) : value
  if (!isYear(year)) throw new TypeError(`not a year: ${value}`)
  return year
}

const isYear = Schema.is(Year)

/** The span of a plan. */
export type Years = typeof Years.Type

/** Returns every year of the span in order. */
export const list = (years: Years): ReadonlyArray<Year> =>
  Array.from({ length: years.last - years.first + 1 }, (_, index) => years.first + index)

/** Returns whether a year is in the span; false for any value but a whole number, because callers may be untyped. */
export const within = (years: Years, year: Year): boolean =>
  Number.isInteger(year) && year >= years.first && year <= years.last

/** Formats a span: `2026-2031`, or one year. */
export const format = (years: Years): string =>
  years.first === years.last ? `${years.first}` : `${years.first}-${years.last}`
