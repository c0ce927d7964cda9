/** The unit of amounts that words beside a table state: `Bedragen in duizend euro`, `2026 (k€)`. */

/** Euro in one unit, when it is not one. */
export type StatedUnit = 1000 | 1_000_000

const thousand =
  /(?:[x×*/]|(?<![\p{L}\p{N}])in)\s*(?:€|eur\w*)?\s*1[.,\s]?000(?!\d|[.,]\d)|(?<![\p{L}\p{N}])(?:duizend(?:en|tallen)?|milliers|thousands?|k\s?(?:€|eur))(?!\p{L})/iu
const million = /(?<!\p{L})(?:miljoen(?:en)?|mln\.?|mio|millions?)(?!\p{L})/iu

/** Returns the unit that a text states, `undefined` when it states none. */
export const of = (text: string): StatedUnit | undefined =>
  thousand.test(text) ? 1000 : million.test(text) ? 1_000_000 : undefined

/** Returns a text without the words that state its unit. */
export const without = (text: string): string =>
  text
    .replace(thousand, " ")
    .replace(million, " ")
    .replace(/\(\s*\)/, "")
