/** The statements. */
import * as Counted from "./Counted.ts"

export const statement = {
  form: { nl: "Schema", en: "Form" },
  short: { goals: { nl: "Doelen", en: "Goals" }, synthesis: { nl: "Synthese", en: "Synthesis" } },
  code: { nl: "Code", en: "Code" },
  section: { nl: "Onderdeel", en: "Section" },
  label: { nl: "Omschrijving", en: "Description" },
  blame: { nl: "Laatste besluit", en: "Last decision" },
  showBlame: { nl: "Toon het laatste besluit per rij", en: "Show the last decision per row" },
  hint: {
    nl: "Kies een cel om te zien hoe ze is opgebouwd. Navigeer met de pijltjestoetsen, open met Enter.",
    en: "Choose a cell to see its explanation. Move with the arrow keys, open with Enter.",
  },
  euro: { nl: "in euro", en: "in euro" },
  rounded: {
    nl: "* De som van de afgedrukte rijen; het exacte bedrag wordt anders afgerond. Kies de cel voor beide.",
    en: "* The sum of the printed rows; the exact amount rounds to another figure. Choose the cell to see both.",
  },
  folded: {
    nl: (count: string) => `${Counted.of(count, "rij", "rijen")} zonder bedrag niet getoond.`,
    en: (count: string) => `${Counted.of(count, "row", "rows")} without an amount not shown.`,
  },
  unfolded: {
    nl: (count: string) => `${Counted.of(count, "rij", "rijen")} zonder bedrag.`,
    en: (count: string) => `${Counted.of(count, "row", "rows")} without an amount.`,
  },
  unfold: { nl: "Toon ze", en: "Show them" },
  fold: { nl: "Verberg ze", en: "Hide them" },
  lower: { nl: "Onderliggende rijen van", en: "Rows below" },
  nothing: { nl: "Op dit moment is er nog geen plan.", en: "There is no plan yet at this moment." },
  reading: {
    nl: "Kolommen en rijen zoals in het officiële schema; elk bedrag is een som van mutaties.",
    en: "Columns and rows as in the official form; every amount is a sum of postings.",
  },
}
