/** Saving, copying and printing tables and explanations. */

export const save = {
  title: { nl: "Bewaren of kopiëren", en: "Save or copy" },
  copy: { nl: "Kopieer als tekst", en: "Copy as text" },
  copied: { nl: "Gekopieerd.", en: "Copied." },
  notCopied: {
    nl: "De browser staat kopiëren niet toe. Selecteer de tabel en kopieer ze zelf.",
    en: "The browser does not allow copying. Select the table and copy it yourself.",
  },
  line: { nl: "Budgetlijn", en: "Budget line" },
  amount: { nl: "Bedrag", en: "Amount" },
  print: { nl: "Druk deze uitleg af", en: "Print this explanation" },
  filtered: {
    nl: (terms: string) => `gefilterd: ${terms}`,
    en: (terms: string) => `filtered: ${terms}`,
  },
  unverified: { nl: "NOG NIET GECONTROLEERD", en: "NOT YET VERIFIED" },
  damaged: { nl: "BESCHADIGD JOURNAAL", en: "DAMAGED JOURNAL" },
}
