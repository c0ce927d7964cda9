/** Days as files write them. */

/** The order of day, month and year. */
export type DayOrder = "dmy" | "mdy" | "ymd"

/**
 * Parses a day to `2026-06-30`; returns `undefined` when it is not one. Without a declared order the day comes before the
 * month and the year has four digits; with one, two digits of the year and a time after the day are accepted.
 *
 * ```ts
 * Day.parse("06/30/26", "mdy") // => "2026-06-30"
 * ```
 */
export const parse = (value: string, order?: DayOrder): string | undefined => {
  const text = order === undefined ? value : value.replace(/[T ]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?Z?$/, "")
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  const [year = "", month = "", date = ""] = iso?.slice(1) ?? partsOf(text, order)
  const found = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`
  const time = new Date(`${found}T00:00:00Z`)
  const isReal =
    /^(?:19|20|21)\d\d$/.test(year) && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(found)
  return isReal ? found : undefined
}

// Year, month and day.
const partsOf = (text: string, order: DayOrder | undefined): ReadonlyArray<string> => {
  const separated = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})$/.exec(text)
  const loose = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  if (order === undefined) return loose?.slice(1).reverse() ?? []
  const solid = (order === "ymd" ? /^(\d{4})(\d\d)(\d\d)$/ : /^(\d\d)(\d\d)(\d{4})$/).exec(text)
  const [first = "", second = "", third = ""] =
    solid?.slice(1) ??
    (separated === null ? [] : [separated[1] ?? "", separated[3] ?? "", separated[4] ?? ""])
  switch (order) {
    case "dmy":
      return [century(third), second, first]
    case "mdy":
      return [century(third), first, second]
    case "ymd":
      return [century(first), second, third]
  }
}

const century = (year: string): string => (year.length === 2 ? `20${year}` : year)
