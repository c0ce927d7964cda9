/** The search and the filter. */
import type { FilterKind } from "../model/Filter.ts"
import type { SearchGroup } from "../model/SearchResult.ts"
import type { Bilingual } from "./Bilingual.ts"
import * as Counted from "./Counted.ts"

const groups: Readonly<Record<SearchGroup, Bilingual>> = {
  cell: { nl: "Rijen en cellen", en: "Rows and cells" },
  code: { nl: "Alleen deze code tonen", en: "Show only this code" },
  indicator: { nl: "Indicatoren", en: "Indicators" },
  decision: { nl: "Alleen dit besluit tonen", en: "Show only this decision" },
  reason: { nl: "Alleen deze reden tonen", en: "Show only this reason" },
  file: { nl: "Alleen dit bestand tonen", en: "Show only this file" },
  entry: { nl: "Boekingen", en: "Entries" },
}

const kinds: Readonly<Record<FilterKind, Bilingual>> = {
  action: { nl: "actie of doelstelling", en: "action or objective" },
  account: { nl: "rekening of rekeningklasse", en: "account or account class" },
  policyItem: { nl: "beleidsitem", en: "policy item" },
  sector: { nl: "sector", en: "sector" },
  direction: { nl: "ontvangsten of uitgaven", en: "receipts or expenditure" },
  phase: { nl: "soort bedrag", en: "kind of amount" },
  decision: { nl: "besluit", en: "decision" },
  cause: { nl: "soort oorzaak", en: "kind of cause" },
  reason: { nl: "reden", en: "reason" },
  file: { nl: "bestand", en: "file" },
  envelope: { nl: "investeringsenveloppe", en: "investment envelope" },
}

export const search = {
  open: { nl: "Zoeken", en: "Search" },
  title: { nl: "Zoek en filter", en: "Search and filter" },
  label: {
    nl: "Code, naam, indicator, reden, besluit, bestand en regel, boeking of cel",
    en: "Code, name, indicator, reason, decision, file and line, entry or cell",
  },
  results: { nl: "Resultaten", en: "Results" },
  none: { nl: "Niets gevonden.", en: "Nothing found." },
  count: {
    nl: (count: string) => Counted.of(count, "resultaat", "resultaten"),
    en: (count: string) => Counted.of(count, "result", "results"),
  },
  keys: {
    nl: "Pijltjes om te kiezen, Enter om te openen, Escape om te sluiten.",
    en: "Arrows to choose, Enter to open, Escape to close.",
  },
  groups,
}

export const filter = {
  title: { nl: "Filter", en: "Filter" },
  only: { nl: "Alleen", en: "Only" },
  add: { nl: "Filter toevoegen", en: "Add a filter" },
  kind: { nl: "Op", en: "By" },
  value: { nl: "Waarde", en: "Value" },
  apply: { nl: "Toepassen", en: "Apply" },
  remove: { nl: (what: string) => `Verwijder ${what}`, en: (what: string) => `Remove ${what}` },
  clear: { nl: "Alles tonen", en: "Show everything" },
  count: {
    nl: (some: string, all: string) => `${some} van ${all} mutaties`,
    en: (some: string, all: string) => `${some} of ${all} postings`,
  },
  nothing: {
    nl: "Geen enkele mutatie voldoet aan dit filter.",
    en: "No posting meets this filter.",
  },
  aside: {
    nl: "Dit onderdeel toont het hele grootboek: het filter geldt hier niet.",
    en: "This section shows the whole ledger: the filter does not apply here.",
  },
  actionPage: {
    nl: (code: string) => `Pagina van ${code}`,
    en: (code: string) => `Page of ${code}`,
  },
  partial: {
    nl: "Cijfers van de gefilterde mutaties: geen officiële staat.",
    en: "Figures of the filtered postings: not an official statement.",
  },
  kinds,
  directions: {
    O: { nl: "ontvangsten", en: "receipts" },
    U: { nl: "uitgaven", en: "expenditure" },
  },
  phases: {
    estimate: { nl: "ramingen", en: "estimates" },
    actual: { nl: "aanrekeningen", en: "realisations" },
    debt: { nl: "schulden", en: "debts" },
    commitment: { nl: "vastleggingen", en: "commitments" },
  },
}
