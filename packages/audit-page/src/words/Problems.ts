/** What a link asks for that the page does not have. */

export const problems = {
  title: {
    nl: "Deze link wijst naar iets dat hier niet bestaat",
    en: "This link names something that does not exist here",
  },
  parts: {
    view: { nl: "Onderdeel", en: "Section" },
    at: { nl: "Moment", en: "Moment" },
    from: { nl: "Moment waarvan vergeleken wordt", en: "Moment to compare from" },
    to: { nl: "Moment waarmee vergeleken wordt", en: "Moment to compare with" },
    form: { nl: "Schema", en: "Form" },
    row: { nl: "Rij", en: "Row" },
    year: { nl: "Jaar", en: "Year" },
    column: { nl: "Kolom", en: "Column" },
    entry: { nl: "Boeking", en: "Entry" },
    only: { nl: "Filter", en: "Filter" },
    indicator: { nl: "Indicator", en: "Indicator" },
    on: { nl: "Dag", en: "Day" },
    verdict: { nl: "Beoordeling", en: "Verdict" },
  },
  missing: {
    nl: (what: string, asked: string) => `${what} "${asked}" bestaat niet.`,
    en: (what: string, asked: string) => `${what} "${asked}" does not exist.`,
  },
  known: { nl: "Kies uit:", en: "Choose one of:" },
}
