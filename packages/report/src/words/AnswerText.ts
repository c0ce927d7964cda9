/** Sentences of answers that contain figures. */
import type { Language } from "./Language.ts"
import * as Words from "./Words.ts"

/** Returns the line about rows that an explanation leaves out because they are zero. */
export const zeroRows = (number: number, language: Language): string =>
  ({ en: `${Words.count(number, "row", "en")} at zero`, nl: `${Words.count(number, "row", "nl")} op nul` })[
    language
  ]

/** Returns the line about entries that an explanation counts but does not list. */
export const moreEntries = (number: number, language: Language): string =>
  ({
    en: `${number} more ${number === 1 ? "entry" : "entries"}, included in the sum: an explanation of the cell alone lists all`,
    nl: `nog ${Words.count(number, "entry", "nl")}, opgenomen in de som: een herkomst van de cel alleen vermeldt ze alle`,
  })[language]

/** Returns the remark about a figure that is the sum of printed rows. */
export const sumOfRows = (rounded: string, language: Language): string =>
  ({
    en: `sum of printed rows; the exact amount rounds to ${rounded}`,
    nl: `som van gedrukte rijen; het exacte bedrag is afgerond ${rounded}`,
  })[language]

/** Returns the note about a figure that is the sum of printed rows. */
export const roundingNote = (
  { printed, exact, rounded }: Readonly<Record<"printed" | "exact" | "rounded", string>>,
  language: Language,
): string =>
  ({
    en: `${printed} is the sum of printed rows; the exact amount ${exact} rounds to ${rounded}.`,
    nl: `${printed} is de som van gedrukte rijen; het exacte bedrag ${exact} is afgerond ${rounded}.`,
  })[language]

/** Returns how many sums of published tables are correct, within rounding, broken and not checked. */
export const sums = (
  counts: Readonly<Record<"holds" | "rounding" | "broken" | "unchecked", number>>,
  language: Language,
): string => {
  const { holds, rounding, broken, unchecked } = counts
  const all = holds + rounding + broken
  return {
    en: `${Words.count(all, "sum", "en")} · ${holds} correct · ${rounding} within rounding · ${broken} broken · ${unchecked} not checked`,
    nl: `${Words.count(all, "sum", "nl")} · ${holds} juist · ${rounding} binnen afronding · ${broken} fout · ${unchecked} niet gecontroleerd`,
  }[language]
}

/** Returns how many sums follow from others that cannot be checked, because their rows are not printed. */
export const derivedSums = (
  { holds, rounding }: Readonly<Record<"holds" | "rounding", number>>,
  language: Language,
): string => {
  const all = holds + rounding
  return {
    en: `${Words.count(all, "sum", "en")} more that ${all === 1 ? "follows" : "follow"} from others · ${holds} correct · ${rounding} within rounding`,
    nl: `nog ${Words.count(all, "sum", "nl")} die uit andere ${all === 1 ? "volgt" : "volgen"} · ${holds} juist · ${rounding} binnen afronding`,
  }[language]
}

/** Returns the line about a figure that differs from the sum of its parts, which are named if no form states the sum. */
export const parts = (
  { figure, sum, difference, terms }: SumText,
  outcome: "rounding" | "broken",
  language: Language,
): string => {
  const why = { rounding: { en: "rounding", nl: "afronding" }, broken: { en: "broken", nl: "fout" } }[outcome]
  const [en, nl] =
    terms === undefined ? ["its parts sum to", "de delen zijn samen"] : [`${terms} gives`, `${terms} geeft`]
  return {
    en: `${figure}; ${en} ${sum} (${difference}, ${why.en})`,
    nl: `${figure}; ${nl} ${sum} (${difference}, ${why.nl})`,
  }[language]
}

interface SumText extends Readonly<Record<"figure" | "sum" | "difference", string>> {
  readonly terms?: string
}

/** Returns how many of the sums with a suspect figure are broken. */
export const suspect = (broken: number, of: number, language: Language): string =>
  ({
    en: `${broken} of ${Words.count(of, "sum", "en")} broken`,
    nl: `${broken} van ${Words.count(of, "sum", "nl")} fout`,
  })[language]
