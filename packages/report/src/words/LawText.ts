/** Messages about laws of a ledger: their names, and where one is broken. */
import { Money, Section } from "@grootboek/core"
import type { Check } from "@grootboek/core/answer"
import * as Catalogue from "./Catalogue.ts"
import type { Both, Language } from "./Language.ts"

/** Returns the name of a law. */
export const name = (law: Check.LawCheck["law"], language: Language): string => names[law][language]

/** Returns the message about a broken law: where, and by how much. */
export const message = (law: Check.LawCheck["law"], breach: Check.LawBreach, language: Language): string => {
  const by = Money.print(breach.difference, "be")
  const what = compared(breach.what, language)
  return {
    en: `Law not met: ${names[law].en}. ${what}: difference ${by}. Keep a copy of the journal and report this defect.`,
    nl: `Controle niet voldaan: ${names[law].nl}. ${what}: verschil ${by}. Bewaar een kopie van het journaal en meld dit gebrek.`,
  }[language]
}

/** Returns what a comparison is about. */
export const compared = (what: Check.Compared, language: Language): string =>
  Catalogue.message(things, what, { language, audience: "library" })

const things: Catalogue.MessageCatalogue<Check.Compared> = {
  Named: ({ name }) => ({ en: name, nl: name }),
  Action: ({ action, year }) => ({
    en: `${action ?? "(no action)"} ${year}`,
    nl: `${action ?? "(geen actie)"} ${year}`,
  }),
  Section: ({ section, year }) => ({
    en: `${section ?? "(no section)"} ${year}`,
    nl: `${section === undefined ? "(geen sectie)" : Section.dutch[section]} ${year}`,
  }),
}

const names: Readonly<Record<Check.LawCheck["law"], Both>> = {
  coverage: { en: "Every posting has a row in the forms", nl: "Elke mutatie heeft een rij in de schema's" },
  tieOut: { en: "The forms agree with each other", nl: "De schema's stemmen overeen" },
  overheadNeutral: { en: "Overhead changes no total", nl: "Overhead wijzigt geen totaal" },
  passThroughNeutral: {
    en: "Receipts for partners are passed through in full",
    nl: "Ontvangsten voor partners worden volledig doorgestort",
  },
  transferNeutral: {
    en: "Transfers leave the credits unchanged",
    nl: "Kredietverschuivingen laten de kredieten ongewijzigd",
  },
  adjustmentNeutral: { en: "Neutral adjustments are neutral", nl: "Neutrale aanpassingen zijn neutraal" },
  reversalZero: {
    en: "A reversal and its original sum to zero",
    nl: "Een tegenboeking en de oorspronkelijke boeking zijn samen nul",
  },
  contributionNeutral: { en: "Contributions are divided in full", nl: "Bijdragen worden volledig verdeeld" },
  carryOverNeutral: {
    en: "A carry-over takes from one year what it adds to another",
    nl: "Een overdracht neemt in een jaar af wat een ander jaar bijkrijgt",
  },
  homomorphism: {
    en: "Earlier balances plus later postings are the balances",
    nl: "Eerdere saldi plus latere mutaties zijn de saldi",
  },
  linearity: {
    en: "The difference of two statements is the statement of the difference",
    nl: "Het verschil van twee staten is de staat van het verschil",
  },
  explanation: {
    en: "The postings behind a cell sum to the cell",
    nl: "De mutaties achter een cel zijn samen de cel",
  },
}
