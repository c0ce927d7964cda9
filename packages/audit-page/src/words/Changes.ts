/** What changed between two moments, as a table and as charts. */
import * as Counted from "./Counted.ts"

const unchanged = {
  nl: (rows: string, years: string) =>
    `${Counted.of(rows, "rij", "rijen")}${years === "0" ? "" : ` en ${years} jaar`}`,
  en: (rows: string, years: string) =>
    `${Counted.of(rows, "row", "rows")}${years === "0" ? "" : ` and ${Counted.of(years, "year", "years")}`}`,
}

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
  shown: {
    nl: (count: string) => `hieronder de eerste ${count}`,
    en: (count: string) => `the first ${count} below`,
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
  as: { nl: "Weergave", en: "Shown as" },
  inForm: { nl: "In het schema", en: "In the form" },
  inList: { nl: "Als lijst", en: "As a list" },
  causes: { nl: "Oorzaken", en: "Causes" },
  causesCount: {
    nl: (count: string) => `Toon ${Counted.of(count, "oorzaak", "oorzaken")}`,
    en: (count: string) => `Show ${Counted.of(count, "cause", "causes")}`,
  },
  causesHint: {
    nl: "Wijs een oorzaak aan om te zien welke cellen ze wijzigt; kies ze om dat zo te houden.",
    en: "Point at a cause to see the cells that it moves; choose it to keep them highlighted.",
  },
  moved: {
    nl: (count: string) => Counted.of(count, "cel", "cellen"),
    en: (count: string) => Counted.of(count, "cell", "cells"),
  },
  cell: { nl: "Gewijzigde cel", en: "Changed cell" },
  explain: { nl: "Toon de hele opbouw van deze cel", en: "Show the whole explanation of this cell" },
  rounded: {
    nl: "Het verschil is het exacte verschil, afgerond; het kan 1 afwijken van het verschil tussen de afgedrukte bedragen.",
    en: "The difference is the exact difference, rounded; it can differ by 1 from that of the printed figures.",
  },
  folded: {
    nl: (rows: string, years: string) => `Niet getoond, zonder wijziging: ${unchanged.nl(rows, years)}.`,
    en: (rows: string, years: string) => `Not shown, unchanged: ${unchanged.en(rows, years)}.`,
  },
  unfolded: {
    nl: (rows: string, years: string) => `Zonder wijziging: ${unchanged.nl(rows, years)}.`,
    en: (rows: string, years: string) => `Unchanged: ${unchanged.en(rows, years)}.`,
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
        `${name} per jaar: besluit ${before} vergeleken met besluit ${after}.`,
      en: (name: string, before: string, after: string) =>
        `${name} per year: decision ${before} compared with decision ${after}.`,
    },
  },
}
