/**
 * The periods in which an indicator is judged: weeks, months, half years, years, two years, or the years of the plan.
 *
 * ```ts
 * const years = { first: 2026, last: 2027 }
 * JudgedPeriod.list("halfYear", years).map(({ name }) => name) // => ["2026-S1", "2026-S2", "2027-S1", "2027-S2"]
 * JudgedPeriod.whole(years).until // => "2027-12-31"
 * JudgedPeriod.before({ name: "2026", from: "2026-01-01", until: "2026-12-31" }, "year").until // => "2025-12-31"
 * ```
 */
import type { Frequency } from "../event/Indicator.ts"
import * as Calendar from "../value/Calendar.ts"
import type { Years } from "../value/Year.ts"

/** A period, with its first and last day. A week at the edge of the plan has only its days in the plan. */
export interface JudgedPeriod {
  /** `2026`, `2026-03`, `2026-S1`, `2026-W05`, `2026-2027`. */
  readonly name: string
  readonly from: string
  readonly until: string
}

/** Returns the whole plan as a period. */
export const whole = ({ first, last }: Years): JudgedPeriod => ({
  name: first === last ? `${first}` : `${first}-${last}`,
  from: `${first}-01-01`,
  until: `${last}-12-31`,
})

/** Returns every period of a plan, in order. */
export const list = (every: Frequency, years: Years): ReadonlyArray<JudgedPeriod> => {
  const { first, last } = years
  const span = (count: number): ReadonlyArray<number> =>
    Array.from({ length: Math.ceil((last - first + 1) / count) }, (_, turn) => first + turn * count)
  switch (every) {
    case "plan":
      return [whole(years)]
    case "twoYears":
      return span(2).map((year) => whole({ first: year, last: Math.min(year + 1, last) }))
    case "year":
      return span(1).map((year) => whole({ first: year, last: year }))
    case "halfYear":
      return span(1).flatMap((year) => [
        { name: `${year}-S1`, from: `${year}-01-01`, until: `${year}-06-30` },
        { name: `${year}-S2`, from: `${year}-07-01`, until: `${year}-12-31` },
      ])
    case "month":
      return span(1).flatMap((year) => Array.from({ length: 12 }, (_, month) => monthOf(year, month + 1)))
    case "week":
      return weeks(years)
  }
}

/** Returns the period of the same length that comes before one, for a comparison with it. */
export const before = ({ from, until }: JudgedPeriod, every: Frequency): JudgedPeriod => {
  const last = Calendar.after(from, -1)
  const year = Number(last.slice(0, 4))
  switch (every) {
    case "plan":
      return { name: "", from: "0000-01-01", until: last }
    case "twoYears":
    case "year": {
      const count = Number(until.slice(0, 4)) - Number(from.slice(0, 4))
      return whole({ first: year - count, last: year })
    }
    case "halfYear":
      return { name: "", from: last.endsWith("06-30") ? `${year}-01-01` : `${year}-07-01`, until: last }
    case "month":
      return monthOf(year, Number(last.slice(5, 7)))
    case "week":
      return { name: "", from: Calendar.after(last, -6), until: last }
  }
}

const monthOf = (year: number, month: number): JudgedPeriod => {
  const name = `${year}-${String(month).padStart(2, "0")}`
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`
  return { name, from: `${name}-01`, until: Calendar.after(next, -1) }
}

// A week is one from Monday to Sunday and has the year and the number of its Thursday (ISO 8601).
const weeks = ({ first, last }: Years): ReadonlyArray<JudgedPeriod> => {
  const [start, end] = [`${first}-01-01`, `${last}-12-31`]
  const out: Array<JudgedPeriod> = []
  let monday = Calendar.after(start, -Calendar.weekday(start))
  while (monday <= end) {
    const [thursday, sunday] = [Calendar.after(monday, 3), Calendar.after(monday, 6)]
    const year = thursday.slice(0, 4)
    const [, from = monday] = [start, monday].toSorted()
    const [until = sunday] = [end, sunday].toSorted()
    const days = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / 86_400_000
    out.push({
      name: `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, "0")}`,
      from,
      until,
    })
    monday = Calendar.after(monday, 7)
  }
  return out
}
