/** The unit of amounts that words beside a table state: `Bedragen in duizend euro`, `2026 (k€)`. */

/** The number of euro in one unit, when the unit is not the euro. */
export type StatedUnit = 1000 | 1_000_000

const euro = "(?:€|eur(?:os?)?(?!\\p{L}))"

// `in duizend`, `duizend euro`, `euro (duizend)`; `2 miljoen euro` is an amount.
const named = (words: string): string =>
  [
    `(?<![\\p{L}\\p{N}])(?:in|en|x|[×*])\\s*(?:${euro}\\s*)?(?:${words})(?!\\p{L})`,
    `(?<!\\d[\\s.,]*)(?<![\\p{L}\\p{N}])(?:${words})\\s*(?:d['’]|of\\s+)?${euro}`,
    `${euro}\\s*[(]?\\s*(?:in\\s+)?(?:${words})(?!\\p{L})`,
  ].join("|")

const thousand = new RegExp(
  [
    `(?:[x×*/]|(?<![\\p{L}\\p{N}])in)\\s*(?:${euro})?\\s*1[.,\\s]?000(?!\\d|[.,]\\d)`,
    `(?<![\\p{L}\\p{N}])k\\s?${euro}`,
    named("duizend(?:en|tallen)?|milliers|thousands?"),
  ].join("|"),
  "iu",
)
const million = new RegExp(named("miljoen(?:en)?|mln\\.?|mio\\.?|millions?"), "iu")

/** Returns the unit that a text states, `undefined` when it states none. */
export const of = (text: string): StatedUnit | undefined =>
  thousand.test(text) ? 1000 : million.test(text) ? 1_000_000 : undefined

/** Returns a text without the words that state its unit. */
export const without = (text: string): string =>
  text
    .replace(thousand, " ")
    .replace(million, " ")
    .replace(/\(\s*\)/, "")
