/**
 * Days and times that exist: the schemas check only their form.
 *
 * ```ts
 * Calendar.isTime("2026-02-28T12:00:00.000Z") // => true
 * Calendar.weekday("2026-11-30") // => 0
 * ```
 */

/**
 * Returns whether the calendar has a day.
 *
 * ```ts
 * Calendar.isDay("2028-02-29") // => true
 * Calendar.isDay("2026-02-30") // => false
 * ```
 */
export const isDay = (text: string): boolean => {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))]
  if (month < 1 || month > 12 || day < 1) return false
  return day <= (month === 2 && isLeap(year) ? 29 : (lengths[month - 1] as number))
}

/**
 * Returns whether a UTC time with milliseconds exists. A leap second does not: no clock of a computer shows it.
 *
 * ```ts
 * Calendar.isTime("2026-06-30T23:59:59.999Z") // => true
 * Calendar.isTime("2026-06-30T24:00:00.000Z") // => false
 * ```
 */
export const isTime = (text: string): boolean =>
  isDay(text) &&
  Number(text.slice(11, 13)) < 24 &&
  Number(text.slice(14, 16)) < 60 &&
  Number(text.slice(17, 19)) < 60

/**
 * Returns the day that comes a number of days after a day.
 *
 * ```ts
 * Calendar.after("2026-12-31", 1) // => "2027-01-01"
 * ```
 */
export const after = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Returns the day of the week: 0 for Monday, 6 for Sunday. */
export const weekday = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
