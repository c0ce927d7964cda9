/** The laws of the ledger and the norms of the plan. */
import { Section } from "@grootboek/core"
import type { Check, Norm } from "@grootboek/core/answer"
import type { Bilingual } from "./Bilingual.ts"

const laws: Readonly<Record<Check.LawCode, Bilingual>> = {
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

const norms: Readonly<Record<Norm.NormName, Bilingual>> = {
  availableBudgetaryResult: {
    nl: "Beschikbaar budgettair resultaat ≥ 0",
    en: "Available budgetary result ≥ 0",
  },
  selfFinancingMargin: { nl: "Autofinancieringsmarge ≥ 0", en: "Self-financing margin ≥ 0" },
  socialLiability: { nl: "Sociaal passief gedekt", en: "Social liability covered" },
  minimumReserve: { nl: "Minimumreserve", en: "Minimum reserve" },
  secondPillar: { nl: "Tweede pensioenpijler", en: "Second pension pillar" },
  budgetNeutrality: { nl: "Budgetneutraal", en: "Budget neutral" },
}

const levels: Readonly<Record<Norm.Level, Bilingual>> = {
  required: { nl: "verplicht", en: "required" },
  commitment: { nl: "verbintenis", en: "commitment" },
  indicator: { nl: "indicator", en: "indicator" },
}

/** Returns what a comparison of a law is about. */
export const compared = (what: Check.Compared): Bilingual => {
  switch (what._tag) {
    case "Named":
      return { nl: what.name, en: what.name }
    case "Action":
      return {
        nl: `${what.action ?? "(geen actie)"} ${what.year}`,
        en: `${what.action ?? "(no action)"} ${what.year}`,
      }
    case "Section":
      return {
        nl: `${what.section === undefined ? "(geen sectie)" : Section.dutch[what.section]} ${what.year}`,
        en: `${what.section ?? "(no section)"} ${what.year}`,
      }
  }
}

/** See the first line of this file. */
export const checks = {
  title: { nl: "Controles en normen", en: "Checks and norms" },
  norms: { nl: "Normen van het financieel evenwicht", en: "Norms of the financial equilibrium" },
  laws: { nl: "Controles van het grootboek", en: "Checks of the ledger" },
  norm: norms,
  level: levels,
  names: laws,
  passed: { nl: "voldaan", en: "passed" },
  failed: { nl: "niet voldaan", en: "failed" },
  holds: { nl: "voldaan", en: "met" },
  fails: { nl: "niet voldaan", en: "not met" },
  surplus: { nl: (amount: string) => `overschot ${amount}`, en: (amount: string) => `surplus ${amount}` },
  shortage: { nl: (amount: string) => `tekort ${amount}`, en: (amount: string) => `shortage ${amount}` },
  without: { nl: (nodes: string) => `zonder ${nodes}`, en: (nodes: string) => `without ${nodes}` },
  short: { nl: (amount: string) => `${amount} te kort`, en: (amount: string) => `${amount} short` },
  comparisons: {
    nl: (count: string) => `${count} vergelijkingen`,
    en: (count: string) => `${count} comparisons`,
  },
  what: { nl: "Norm", en: "Norm" },
  running: { nl: "bezig…", en: "running…" },
  total: {
    nl: (met: string, all: string, comparisons: string) =>
      `${met} van ${all} controles voldaan, met ${comparisons} vergelijkingen.`,
    en: (met: string, all: string, comparisons: string) =>
      `${met} of ${all} checks passed, with ${comparisons} comparisons.`,
  },
}
