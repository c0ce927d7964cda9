/** What changed between two moments, as a table and as charts. */

/** See the first line of this file. */
export const changes = {
  title: { nl: "Wat is er gewijzigd, en waarom?", en: "What changed, and why?" },
  from: { nl: "Van", en: "From" },
  to: { nl: "Naar", en: "To" },
  chosen: {
    nl: (position: string) => `Boeking ${position} (gekozen)`,
    en: (position: string) => `Entry ${position} (chosen)`,
  },
  all: { nl: "Alle schema's", en: "All forms" },
  reason: { nl: "Oorzaak", en: "Cause" },
  any: { nl: "Alle oorzaken", en: "All causes" },
  search: { nl: "Zoek in rij of reden", en: "Search row or reason" },
  sort: { nl: "Volgorde", en: "Order" },
  order: { nl: "Schema", en: "Form" },
  size: { nl: "Grootste wijziging eerst", en: "Largest change first" },
  old: { nl: "Oud", en: "Old" },
  new: { nl: "Nieuw", en: "New" },
  delta: { nl: "Verschil", en: "Difference" },
  why: { nl: "Waarom", en: "Why" },
  row: { nl: "Rij", en: "Row" },
  count: {
    nl: (shown: string, all: string) => `${shown} van ${all} gewijzigde cellen`,
    en: (shown: string, all: string) => `${shown} of ${all} changed cells`,
  },
  more: { nl: "Toon meer", en: "Show more" },
  table: { nl: "Gewijzigde cellen", en: "Changed cells" },
  none: { nl: "Geen enkele cel is gewijzigd.", en: "No cell changed." },
  noneKept: {
    nl: "Geen enkele cel is gewijzigd door de gefilterde mutaties.",
    en: "The filtered postings changed no cell.",
  },
  one: {
    nl: "Dit plan heeft één versie. Kies bovenaan een eerdere boeking om mee te vergelijken.",
    en: "This plan has one version. Choose an earlier entry above to compare with.",
  },
  waterfall: {
    nl: (row: string, year: number) => `Van oud naar nieuw: ${row}, ${year}`,
    en: (row: string, year: number) => `From old to new: ${row}, ${year}`,
  },
  pick: { nl: "Kies een rij om de watervalgrafiek te zien.", en: "Choose a row to see its waterfall chart." },
  choose: { nl: "Toon de watervalgrafiek", en: "Show the waterfall chart" },
  cut: {
    nl: (floor: string) => `De balken beginnen bij ${floor}, niet bij nul.`,
    en: (floor: string) => `The bars begin at ${floor}, not at zero.`,
  },
  charts: {
    title: { nl: "Voor en na", en: "Before and after" },
    before: { nl: "Voor", en: "Before" },
    after: { nl: "Na", en: "After" },
    available: { nl: "Beschikbaar budgettair resultaat", en: "Available budgetary result" },
    margin: { nl: "Autofinancieringsmarge", en: "Self-financing margin" },
    table: { nl: "Cijfers van deze grafiek", en: "Figures of this chart" },
    summary: {
      nl: (name: string, before: string, after: string) =>
        `${name} per jaar: plan ${before} vergeleken met plan ${after}.`,
      en: (name: string, before: string, after: string) =>
        `${name} per year: plan ${before} compared with plan ${after}.`,
    },
  },
}
