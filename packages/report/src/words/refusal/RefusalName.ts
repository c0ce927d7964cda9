/** Names of codes that occur in refusals. */
import { type Refusal, Section } from "@grootboek/core"
import type { Both } from "../Language.ts"

const alike = (text: string): Both => ({ en: text, nl: text })

const named =
  (names: Readonly<Record<string, Both>>) =>
  (code: string): Both =>
    names[code] ?? alike(code)

/** Names a direction: `receipt (O)`. */
export const direction = named({
  O: { en: "receipt (O)", nl: "ontvangst (O)" },
  U: { en: "expenditure (U)", nl: "uitgave (U)" },
})

export const level = named({
  strategicObjective: { en: "a strategic objective", nl: "een strategische doelstelling" },
  policyObjective: { en: "a policy objective", nl: "een beleidsdoelstelling" },
  actionPlan: { en: "an action plan", nl: "een actieplan" },
})

const sections: Readonly<Record<Section.Section, Both>> = {
  operating: { en: "operating", nl: Section.dutch.operating },
  investment: { en: "investment", nl: Section.dutch.investment },
  financing: { en: "financing", nl: Section.dutch.financing },
  result: { en: "result", nl: Section.dutch.result },
}

export const section = named(sections)

/** Names the group in which an adjustment is declared neutral: the year, an action or a section. */
export const group = named({
  year: { en: "the total", nl: "het totaal" },
  "(no action)": { en: "lines without action", nl: "budgetlijnen zonder actie" },
  "(no section)": { en: "lines without section", nl: "budgetlijnen zonder sectie" },
  ...sections,
})

const kinds: Readonly<Record<Refusal.DeclaredKind, Both>> = {
  goal: { en: "goal", nl: "doelstelling" },
  policyItem: { en: "policy item", nl: "beleidsitem" },
  sector: { en: "sector code", nl: "sectorcode" },
  account: { en: "account", nl: "rekening" },
  member: { en: "member", nl: "deelgenoot" },
  condition: { en: "condition", nl: "voorwaarde" },
  envelope: { en: "envelope", nl: "enveloppe" },
  budgetHolder: { en: "budget holder", nl: "budgethouder" },
  pledge: { en: "pledge", nl: "verbintenis" },
  risk: { en: "risk", nl: "risico" },
  progress: { en: "progress", nl: "voortgang" },
  fact: { en: "fact", nl: "feit" },
  factRow: { en: "row of facts", nl: "rij met feiten" },
  indicator: { en: "indicator", nl: "indicator" },
  target: { en: "target", nl: "streefwaarde" },
  measurement: { en: "measurement", nl: "meting" },
  goalText: { en: "text of an objective", nl: "tekst van een doelstelling" },
  chapterText: { en: "paragraph of a chapter", nl: "alinea van een hoofdstuk" },
  heading: { en: "fact of the heading", nl: "gegeven van de hoofding" },
  printedCell: { en: "printed cell", nl: "gedrukte cel" },
}

/** Names the list of declarations that a code is in. */
export const declared = (kind: Refusal.DeclaredKind): Both => kinds[kind]

const columns: Readonly<Record<string, string>> = {
  origin: "herkomst",
  operatingGrant: "werkingssubsidie",
  investmentGrant: "investeringssubsidie",
  loan: "lening",
  interest: "rente",
}

/** Returns the column of the sector table for a purpose, as its file names it in both languages. */
export const purpose = (name: string): string => columns[name] ?? name
