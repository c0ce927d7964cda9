/** What each file and folder of the audit pack is, for its README. */
import type { Both, Language } from "./Language.ts"

/** The files and folders of a pack, in the order of its README. */
const parts = {
  "statements.html": {
    en: "Every form on one page, to read and to print.",
    nl: "Alle schema's op één pagina, om te lezen en af te drukken.",
  },
  "statements.xlsx": {
    en: "Every form as a workbook with formulas.",
    nl: "Alle schema's als rekenblad met formules.",
  },
  "statements/": {
    en: "Each form as text, Markdown, CSV, JSON and a page.",
    nl: "Elk schema als tekst, Markdown, CSV, JSON en pagina.",
  },
  "decisions/": {
    en: "Each decision on one page: who decided, why, what changed and what followed by rule.",
    nl: "Elk besluit op één pagina: wie besliste, waarom, wat wijzigt en wat volgens de regels volgt.",
  },
  "changes/": {
    en: "What each decision changed compared with the one before, with what follows from it by rule. Each cell lists its five largest causes and the sum of the others; `grootboek diff` lists all.",
    nl: "Wat elk besluit wijzigt tegenover het vorige, met wat er volgens de regels op volgt. Elke cel vermeldt haar vijf grootste oorzaken en de som van de andere; `grootboek diff` vermeldt ze alle.",
  },
  "explanations/": {
    en: "The binding figures, down to the line of the file they came from.",
    nl: "De bindende cijfers, tot op de regel van het bestand waaruit ze komen.",
  },
  "without-conditional/": {
    en: "Each form without money whose condition is not met.",
    nl: "Elk schema zonder middelen waarvan de voorwaarde niet vervuld is.",
  },
  "overviews.xlsx": {
    en: "The plan's own rules as one workbook.",
    nl: "De eigen regels van het plan als één rekenblad.",
  },
  "overviews/": {
    en: "The plan's own rules: contributions, overhead, norms, financing, realisation.",
    nl: "De eigen regels van het plan: bijdragen, overhead, normen, financiering, realisatie.",
  },
  "follow-up/": {
    en: "The follow-up report of each half year with bookings.",
    nl: "Het opvolgingsrapport van elk half jaar met aanrekeningen.",
  },
  "actions/": {
    en: "A page per action for its budget holder: texts, budget lines, indicators, and the decisions that changed it.",
    nl: "Een blad per actie voor de budgethouder: teksten, budgetlijnen, indicatoren, en de besluiten die ze wijzigden.",
  },
  "checks/": {
    en: "The verification of the journal, made while this pack was written, and the norms.",
    nl: "De controle van het journaal, gemaakt terwijl deze auditmap werd geschreven, en de normen.",
  },
  "audit.html": {
    en: "The audit page: open it in a browser; it verifies the journal and explains every figure without a server.",
    nl: "De auditpagina: open ze in een browser; ze controleert het journaal en verklaart elk cijfer zonder server.",
  },
  "policy-report.html": {
    en: "The policy report: strategic, financial and explanatory note, to read and to print.",
    nl: "Het beleidsrapport: strategische nota, financiële nota en toelichting, om te lezen en af te drukken.",
  },
  "journal.ndjson": {
    en: "Every entry with its hash, as `grootboek restore` and `grootboek verify` read it.",
    nl: "Elke boeking met haar hash, zoals `grootboek restore` en `grootboek verify` ze lezen.",
  },
} satisfies Readonly<Record<string, Both>>

/** Returns the part of the pack that a path belongs to, and what it is; undefined for a file of the caller. */
export const about = (
  path: string,
  language: Language,
): { readonly part: string; readonly text: string } | undefined => {
  const found = Object.entries(parts).find(([part]) => isIn(path, part))
  return found === undefined ? undefined : { part: found[0], text: found[1][language] }
}

/** Returns the place of a file in the README: that of its part, and after all parts for a file of the caller. */
export const rank = (path: string): number => {
  const names = Object.keys(parts)
  const at = names.findIndex((part) => isIn(path, part))
  return at < 0 ? names.length : at
}

const isIn = (path: string, part: string): boolean =>
  path === part || (part.endsWith("/") && path.startsWith(part))
