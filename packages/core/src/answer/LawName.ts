/**
 * The names of the laws of a ledger, and of what they compare, in English and Dutch: reports and the audit page show the same.
 *
 * ```ts
 * LawName.names.tieOut.en // => "The forms agree with each other"
 * LawName.compared({ _tag: "Section", section: "operating", year: 2026 }).nl // => "exploitatie 2026"
 * ```
 */
import * as Section from "../value/Section.ts"
import type { Compared, LawCode } from "./Check.ts"

/** A name in both languages. */
export interface BothNames {
  readonly en: string
  readonly nl: string
}

/** Returns the name of what a comparison of a law is about. */
export const compared = (what: Compared): BothNames => {
  switch (what._tag) {
    case "Named":
      return { en: what.name, nl: what.name }
    case "Action":
      return {
        en: `${what.action ?? "(no action)"} ${what.year}`,
        nl: `${what.action ?? "(geen actie)"} ${what.year}`,
      }
    case "Section":
      return {
        en: `${what.section ?? "(no section)"} ${what.year}`,
        nl: `${what.section === undefined ? "(geen sectie)" : Section.dutch[what.section]} ${what.year}`,
      }
  }
}

/** The name of each law. */
export const names: Readonly<Record<LawCode, BothNames>> = {
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
