/**
 * A leaf row of an empty cell: its selector matches no posting.
 *
 * ```ts
 * const counts = { direction: "U", accounts: ["61"] } as const
 * UnmatchedRow.format([{ row: "I.A.1", counts }]) // => "No posting matches I.A.1: estimate, all sections, U, accounts 61…."
 * ```
 */
import { format as formatSelector, type Selector } from "./Selector.ts"

/** A leaf row whose selector matches no posting. */
export interface UnmatchedRow {
  readonly row: string
  readonly counts: Selector
}

/** Why a cell is empty, as a sentence. At most five rows are named. */
export const format = (rows: ReadonlyArray<UnmatchedRow>, language: "en" | "nl" = "en"): string => {
  const { none, noMatch, more } = texts[language]
  if (rows.length === 0) return none
  const all = [...new Set(rows.map(({ row, counts }) => `${row}: ${formatSelector(counts, language)}`))]
  const rest = all.length - shown
  return `${noMatch} ${all.slice(0, shown).join("; ")}${rest > 0 ? more(rest) : ""}.`
}

const shown = 5

const texts = {
  en: {
    none: "The row adds no rows here.",
    noMatch: "No posting matches",
    more: (count: number) => `; and ${count} more`,
  },
  nl: {
    none: "De rij telt hier geen rijen op.",
    noMatch: "Geen enkele mutatie past bij",
    more: (count: number) => `; en nog ${count}`,
  },
}
