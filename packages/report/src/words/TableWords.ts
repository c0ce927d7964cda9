/** Titles, column heads and fixed cells of tables, in both languages. */
import type { OverheadMatrix } from "@grootboek/core/answer"
import * as Figure from "./Figure.ts"
import { type Both, inEachLanguage, type Language } from "./Language.ts"

/** Every title, head and fixed cell. */
export const tableWords = {
  indicators: { en: "indicators", nl: "indicatoren" },
  part: { en: "part", nl: "deel" },
  measuredParts: { en: "Measured per part", nl: "Gemeten per deel" },
  printedInstead: { en: "printed instead", nl: "in de plaats vermeld" },
  coverage: { en: "Every active action has an indicator", nl: "Elke actieve actie heeft een indicator" },
  verdictsPerObjective: { en: "Verdicts per objective", nl: "Beoordelingen per doelstelling" },
  indicatorsPerAction: {
    en: "Indicators per objective and action",
    nl: "Indicatoren per doelstelling en actie",
  },
  inThePlan: { en: "In the plan", nl: "In het meerjarenplan" },
  indicatorsOfAction: { en: "Indicators", nl: "Indicatoren" },
  changedByDecision: { en: "Changed by decisions", nl: "Gewijzigd door besluiten" },
  decided: { en: "decision", nl: "besluit" },
  estimatedExpenditure: { en: "estimated expenditure", nl: "geraamde uitgaven" },
  estimatedReceipts: { en: "estimated receipts", nl: "geraamde ontvangsten" },
  indicator: { en: "indicator", nl: "indicator" },
  name: { en: "name", nl: "naam" },
  period: { en: "period", nl: "periode" },
  measured: { en: "measured", nl: "gemeten" },
  target: { en: "target", nl: "streefwaarde" },
  verdict: { en: "verdict", nl: "beoordeling" },
  action: { en: "action", nl: "actie" },
  against: { en: "compared with", nl: "tegenover" },
  amount: { en: "amount", nl: "bedrag" },
  committed: { en: "committed", nl: "vastgelegd" },
  available: { en: "available", nl: "beschikbaar" },
  base: { en: "base", nl: "grondslag" },
  before: { en: "before", nl: "vroeger" },
  borneByActions: { en: "borne by the actions", nl: "gedragen door de acties" },
  budgetHolder: { en: "budget holder", nl: "budgethouder" },
  carried: { en: "carried", nl: "zelf gedragen" },
  carriedResults: {
    en: "accounts processed, and other results carried forward",
    nl: "verwerkt rekeningresultaat en andere overgedragen resultaten",
  },
  change: { en: "change", nl: "wijziging" },
  charged: { en: "charged", nl: "aangerekend" },
  chargedLess: {
    en: "Charged less or more than the share, and why",
    nl: "Minder of meer aangerekend dan het aandeel, en waarom",
  },
  condition: { en: "condition", nl: "voorwaarde" },
  conditions: { en: "Conditions", nl: "Voorwaarden" },
  origin: { en: "origin", nl: "herkomst" },
  stated: { en: "stated by the plan", nl: "opgegeven" },
  derived: { en: "derived", nl: "afgeleid" },
  notDeclared: { en: "not declared", nl: "niet opgegeven" },
  waiting: { en: "objectives and actions", nl: "doelstellingen en acties" },
  doesNotFit: { en: "note", nl: "opmerking" },
  credit: { en: "credit", nl: "krediet" },
  domain: { en: "domain", nl: "domein" },
  domains: { en: "Policy domains", nl: "Beleidsdomeinen" },
  envelope: { en: "envelope", nl: "enveloppe" },
  estimate: { en: "estimate", nl: "raming" },
  expenditurePerSource: { en: "Expenditure per source", nl: "Uitgaven per bron" },
  explanation: { en: "explanation", nl: "toelichting" },
  field: { en: "field", nl: "veld" },
  figures: { en: "Figures", nl: "Cijfers" },
  financing: { en: "Financing per action", nl: "Financiering per actie" },
  from: { en: "from", nl: "van" },
  inPeriod: { en: "in the period", nl: "in de periode" },
  investments: { en: "Investments per envelope", nl: "Investeringen per enveloppe" },
  item: { en: "item", nl: "item" },
  january: { en: "1 January", nl: "1 januari" },
  december: { en: "31 December", nl: "31 december" },
  less: { en: "less (−: more)", nl: "minder (−: meer)" },
  level: { en: "level", nl: "niveau" },
  member: { en: "member", nl: "deelgenoot" },
  met: { en: "met", nl: "voldaan" },
  missed: { en: "missed", nl: "niet voldaan" },
  now: { en: "now", nl: "nu" },
  objective: { en: "objective", nl: "doelstelling" },
  off: { en: "surplus or shortage", nl: "overschot of tekort" },
  on: { en: "on", nl: "op" },
  owed: { en: "still owed", nl: "nog verschuldigd" },
  ofWhichForPartners: { en: "of which for partners", nl: "waarvan voor partners" },
  paidOn: { en: "paid on", nl: "doorgestort" },
  paidOnToPartners: { en: "Paid on to partners", nl: "Doorgestort aan partners" },
  partner: { en: "partner", nl: "partner" },
  received: { en: "received", nl: "ontvangen" },
  perAction: { en: "Per action", nl: "Per actie" },
  perActionAndYear: { en: "Per action and year", nl: "Per actie en jaar" },
  line: { en: "budget line", nl: "budgetlijn" },
  perLine: { en: "Per budget line", nl: "Per budgetlijn" },
  perHolder: { en: "Per budget holder", nl: "Per budgethouder" },
  perHolderAndYear: { en: "Per budget holder and year", nl: "Per budgethouder en jaar" },
  promisedIn: { en: "source of the pledge", nl: "bron van de verbintenis" },
  realised: { en: "realised", nl: "gerealiseerd" },
  receiptsPerSource: { en: "Receipts per source", nl: "Ontvangsten per bron" },
  reserve: { en: "reserve", nl: "reserve" },
  risk: { en: "risk", nl: "risico" },
  risks: { en: "Risks", nl: "Risico's" },
  rule: { en: "rule", nl: "regelgeving" },
  share: { en: "share", nl: "aandeel" },
  short: { en: "short", nl: "te kort" },
  source: { en: "source", nl: "financieringsbron" },
  sources: { en: "sources", nl: "financieringsbronnen" },
  spent: { en: "spent", nl: "uitgegeven" },
  staffCost: { en: "staff cost", nl: "loonkosten" },
  state: { en: "state", nl: "stand" },
  stateOfObjectives: { en: "State of the objectives", nl: "Stand van de doelstellingen" },
  to: { en: "to", nl: "naar" },
  together: { en: "total", nl: "totaal" },
  unmet: { en: "under a condition that is not met", nl: "onder een voorwaarde die niet vervuld is" },
  fulfilled: { en: "met", nl: "vervuld" },
  notFulfilled: { en: "not met", nl: "niet vervuld" },
  notFulfilledYet: { en: "not met yet", nl: "nog niet vervuld" },
  weight: { en: "weight", nl: "gewicht" },
  without: { en: "without it", nl: "zonder" },
  year: { en: "year", nl: "jaar" },
} satisfies Readonly<Record<string, Both>>

/** A title, head or fixed cell by name; an empty name is an empty head. */
export type TableWord = keyof typeof tableWords | ""

const all = inEachLanguage(tableWords)

/** Returns one text in a language. */
export const of = (word: TableWord, language: Language): string => (word === "" ? "" : all[language][word])

/** Returns column heads in a language. */
export const heads = (language: Language, ...words: ReadonlyArray<TableWord>): ReadonlyArray<string> =>
  words.map((word) => of(word, language))

/** Titles that name a year, a percentage or an action. */
export const titles = {
  coverage: (covered: number, active: number): Both => ({
    en: `${covered} of ${active} active actions have an indicator`,
    nl: `${covered} van ${active} actieve acties hebben een indicator`,
  }),
  limits: (percent: number): Both => ({
    en: `Credits of M3, warning from ${percent} %`,
    nl: `Kredieten van M3, waarschuwing vanaf ${percent} %`,
  }),
  overhead: (percent: string, action: string): Both => ({
    en: `Overhead, from × to: ${percent} % of staff cost, charged by ${action}`,
    nl: `Overhead, van × naar: ${Figure.decimal(percent)} % van de loonkosten, aangerekend door ${action}`,
  }),
  quarters: (year: number): Both => ({
    en: `Realised per action and quarter of ${year}`,
    nl: `Gerealiseerd per actie en kwartaal van ${year}`,
  }),
  passedOn: (action: string, phase: "estimate" | "actual"): Both => ({
    en: `${action}: passed on, ${{ estimate: "estimates", actual: "realisations (payments by share)" }[phase]}`,
    nl: `${action}: doorgestort, ${{ estimate: "ramingen", actual: "realisaties (betalingen volgens aandeel)" }[phase]}`,
  }),
  reserve: (year: number): Both => ({ en: `The reserve in ${year}`, nl: `De reserve in ${year}` }),
  accountsReserve: (year: number): Both => ({
    en: `The reserve in ${year} by the accounts`,
    nl: `De reserve in ${year} volgens de jaarrekening`,
  }),
  december: (year: number): Both => ({ en: `31 December ${year}`, nl: `31 december ${year}` }),
  overheadReceipts: (action: string): Both => ({
    en: `Receipts of ${action}, and what explains them`,
    nl: `Ontvangsten van ${action}, en wat ze verklaart`,
  }),
  spentBy: (action: string): Both => ({ en: `spent by ${action}`, nl: `uitgegeven door ${action}` }),
  carriedBy: (action: string): Both => ({
    en: `still carried by ${action}`,
    nl: `nog gedragen door ${action}`,
  }),
}

/** Returns the heads of the four quarters. */
export const quarters = (language: Language): ReadonlyArray<string> =>
  [1, 2, 3, 4].map((quarter) => ({ en: `Q${quarter}`, nl: `K${quarter}` })[language])

/** What explains the receipts of the overhead action. */
export const receiptsOf: Readonly<Record<keyof OverheadMatrix.ReceiptsOfTarget, Both>> = {
  received: { en: "receipts", nl: "ontvangsten" },
  byRule: { en: "by the overhead rule", nl: "door de overheadregel" },
  bySource: {
    en: "by a stated source, as financial income or as investment",
    nl: "door een opgegeven bron, als financiële opbrengst of als investering",
  },
  unexplained: { en: "by nothing", nl: "door niets" },
}
