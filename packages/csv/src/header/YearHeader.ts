/** The year of a header: `2027`, `Raming 2027`, `2027 (€)`. A header with a year is read or refused, never dropped. */
import { Year } from "@grootboek/core"
import * as Schema from "effect/Schema"
import { plain } from "./Layout.ts"
import type { Mapping } from "./Mapping.ts"

/** A year, a header that seems to hold one and is not understood, or a column that the mapping leaves out. */
export type YearHeader =
  | { readonly _tag: "Year"; readonly year: number }
  | { readonly _tag: "Unclear" }
  | { readonly _tag: "LeftOut" }

/** Returns the year of a header, `undefined` when it has none. */
export const read = (header: string, { years }: Mapping): YearHeader | undefined => {
  const name = plain(header)
  const mapped = Object.entries(years ?? {}).find(([own]) => plain(own) === name)
  if (mapped !== undefined)
    return mapped[1] === null ? { _tag: "LeftOut" } : { _tag: "Year", year: mapped[1] }
  const found = [...name.matchAll(/(?<!\d)(?:19|20|21)\d\d(?!\d)/g)]
  const [year = ""] = found[0] ?? []
  if (found.length === 0) return isNearly(name) ? { _tag: "Unclear" } : undefined
  // `2026-2027`, `JR 2024` and `% 2026` may be something else than an estimate of one year.
  const isClear =
    found.length === 1 && isYear(Number(year)) && wordsOf(name.replace(year, " ")).every(isKnown)
  return isClear ? { _tag: "Year", year: Number(year) } : { _tag: "Unclear" }
}

const isYear = Schema.is(Year.Year)

// `20227` and `2O26` are years with a mistake; `Budget 26` leaves out the century.
const isNearly = (name: string): boolean => {
  if (/^["']?[\doil.,\s]*\d[\doil.,\s]*$/.test(name)) return true
  const [, words = "", digits] = /^(.*?)'?(\d\d)$/.exec(name) ?? []
  const before = wordsOf(words)
  return digits !== undefined && before.length > 0 && before.every(isKnown)
}

const wordsOf = (text: string): ReadonlyArray<string> =>
  text.split(/[\s()[\]{}:.'"-]+/).filter((word) => word !== "")

const isKnown = (word: string): boolean => known.has(word)

/** Words beside a year that do not change what the column holds. */
const known: ReadonlySet<string> = new Set(
  [
    "raming ramingen bedrag bedragen som van budget begroting krediet kredieten mjp meerjarenplan jaar boekjaar",
    "dienstjaar werkjaar in voor dt € eur euro",
    "montant montants prevision previsions exercice annee amount amounts estimate estimates year fy",
  ].flatMap((line) => line.split(" ")),
)
