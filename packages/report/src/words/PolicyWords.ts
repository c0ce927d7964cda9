/** The headings and labels of a policy report, as an official report names them. */
import { type Both, inEachLanguage, type Language } from "./Language.ts"

const words = {
  report: { en: "Policy report", nl: "Beleidsrapport" },
  contents: { en: "Table of contents", nl: "Inhoudstafel" },
  page: { en: "Page", nl: "Pagina" },
  plan: { en: "Multi-year plan", nl: "Meerjarenplan" },
  adjustment: { en: "Adjustment of the multi-year plan", nl: "Aanpassing van het meerjarenplan" },
  motivation: { en: "Motivation of the changes", nl: "Motivering van de wijzigingen" },
  strategic: { en: "Strategic note", nl: "Strategische nota" },
  financial: { en: "Financial note", nl: "Financiële nota" },
  explanatory: { en: "Explanatory note", nl: "Toelichting" },
  strategicObjective: { en: "Strategic objective", nl: "Strategische doelstelling" },
  policyObjective: { en: "Policy objective", nl: "Beleidsdoelstelling" },
  actionPlan: { en: "Action plan", nl: "Actieplan" },
  action: { en: "Action", nl: "Actie" },
  priority: { en: "priority", nl: "prioritair" },
  description: { en: "Description", nl: "Omschrijving" },
  commentary: { en: "Commentary", nl: "Commentaar" },
  term: { en: "Term", nl: "Uitvoeringstermijn" },
  status: { en: "Status", nl: "Status" },
  staffInKind: { en: "Staff in kind (FTE)", nl: "VTE in natura" },
  financing: { en: "Financing", nl: "Financiering" },
  indicators: { en: "Indicators", nl: "Indicatoren" },
  indicator: { en: "Indicator", nl: "Indicator" },
  definition: { en: "Definition", nl: "Omschrijving" },
  target: { en: "Target", nl: "Streefwaarde" },
  printedTarget: { en: "Target in words", nl: "Streefwaarde in woorden" },
  amounts: { en: "Estimates, in euro", nl: "Ramingen, in euro" },
  estimates: { en: "Estimates", nl: "Ramingen" },
  noAmounts: { en: "no amounts", nl: "geen bedragen" },
  notDeclared: { en: "not declared", nl: "niet opgegeven" },
  decision: { en: "Decision", nl: "Besluit" },
  enterpriseNumber: { en: "Enterprise number", nl: "Ondernemingsnummer (KBO)" },
  nisCode: { en: "NIS code", nl: "NIS-code" },
  address: { en: "Address", nl: "Adres" },
  journalNumber: { en: "Budget journal number", nl: "Volgnummer budgettair journaal" },
  printedOn: { en: "Day of print", nl: "Afdrukdatum" },
  withoutAmounts: { en: "Actions without amounts", nl: "Acties zonder bedragen" },
  synthesis: { en: "Synthesis per action", nl: "Eigen synthese" },
  investments: { en: "Investments", nl: "Overzicht van de investeringen" },
  risks: { en: "Financial risks", nl: "Beschrijving van de financiële risico's" },
  staff: { en: "Staff", nl: "Overzicht van de personeelsinzet" },
  entities: { en: "Connected entities", nl: "Overzicht verbonden entiteiten" },
  assumptions: { en: "Bases and assumptions", nl: "Beschrijving van de grondslagen en de assumpties" },
  domains: { en: "Policy domains", nl: "Samenstelling beleidsdomeinen" },
  contributions: { en: "Contributions of the members", nl: "Bijdragen van de deelgenoten" },
  risk: { en: "Risk", nl: "Risico" },
  trend: { en: "Trend", nl: "Evolutie" },
  explanation: { en: "Explanation", nl: "Toelichting" },
  changedAssumptions: { en: "Changed assumptions", nl: "Gewijzigde assumpties" },
  changedCells: { en: "Changes of M2 and M3", nl: "Wijzigingen van M2 en M3" },
  row: { en: "Row", nl: "Rij" },
  year: { en: "Year", nl: "Jaar" },
  old: { en: "Old", nl: "Oud" },
  now: { en: "New", nl: "Nieuw" },
  change: { en: "Change", nl: "Wijziging" },
  why: { en: "Reason", nl: "Reden" },
} satisfies Readonly<Record<string, Both>>

/** The name of a heading or label. */
export type PolicyWord = keyof typeof words

const all = inEachLanguage(words)

/** Returns a heading or label in a language. */
export const of = (word: PolicyWord, language: Language): string => all[language][word]
