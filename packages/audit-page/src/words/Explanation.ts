/** The explanation of a cell. */
import * as Counted from "./Counted.ts"

export const explanation = {
  title: { nl: "Uitleg", en: "Explanation" },
  close: { nl: "Sluiten", en: "Close" },
  missing: {
    nl: "Deze rij of dit jaar bestaat niet op dit moment.",
    en: "This row or year does not exist at this moment.",
  },
  exact: { nl: "Exact", en: "Exact" },
  printed: { nl: "Afgedrukt", en: "Printed" },
  rounding: {
    nl: (rounded: string) =>
      `Het exacte bedrag wordt afgerond ${rounded}; het schema telt hier de afgedrukte rijen op.`,
    en: (rounded: string) => `The exact amount rounds to ${rounded}; the form adds the printed rows here.`,
  },
  decision: { nl: "Laatste besluit", en: "Last decision" },
  formula: { nl: "Opbouw", en: "Formula" },
  counts: { nl: "telt", en: "counts" },
  empty: {
    nl: (count: string) => Counted.of(count, "rij zonder bedrag", "rijen zonder bedrag"),
    en: (count: string) => Counted.of(count, "row without an amount", "rows without an amount"),
  },
  postings: {
    nl: (count: string) => Counted.of(count, "mutatie", "mutaties"),
    en: (count: string) => Counted.of(count, "posting", "postings"),
  },
  sum: { nl: "Som van de mutaties", en: "Sum of the postings" },
  nothing: { nl: "Waarom deze cel leeg is", en: "Why this cell is empty" },
  open: { nl: "uitleg", en: "explain" },
  noSource: { nl: "zonder bronbestand", en: "no source file" },
  entry: { nl: (position: string) => `boeking ${position}`, en: (position: string) => `entry ${position}` },
  year: { nl: "Jaar", en: "Year" },
}
