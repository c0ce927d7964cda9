/** The laws of the ledger and the norms of the plan. */
import { type Check, type Norm, Section } from "@grootboek/core"
import type { Bilingual } from "./Bilingual.ts"

const laws: Readonly<Record<Check.LawCode, Bilingual>> = {
  coverage: {
    nl: "Elke mutatie telt precies één keer mee in elk volledig schema",
    en: "Every posting counts exactly once in each complete form",
  },
  tieOut: {
    nl: "Schema's die hetzelfde tellen, tonen hetzelfde bedrag",
    en: "Forms that count the same show the same amount",
  },
  overheadNeutral: { nl: "Overhead wijzigt geen totaal", en: "Overhead moves no total" },
  passThroughNeutral: {
    nl: "Wat voor partners ontvangen is, wordt doorgestort",
    en: "Amounts received for partners are passed on",
  },
  transferNeutral: {
    nl: "Verschuivingen wijzigen het totale krediet niet",
    en: "Transfers leave the total credit unchanged",
  },
  adjustmentNeutral: { nl: "Neutrale aanpassingen zijn neutraal", en: "Neutral adjustments are neutral" },
  reversalZero: {
    nl: "Een tegenboeking en haar origineel zijn samen nul",
    en: "A reversal and its original sum to zero",
  },
  contributionNeutral: {
    nl: "Een bijdrage wordt volledig verdeeld",
    en: "A contribution is divided completely",
  },
  carryOverNeutral: {
    nl: "Een overdracht neemt in een jaar af wat een ander jaar bijkrijgt",
    en: "A carry-over takes from one year what it adds to another",
  },
  homomorphism: {
    nl: "Eerdere saldi + latere mutaties = saldi nu",
    en: "Earlier balances + later postings = balances now",
  },
  linearity: {
    nl: "Oud + oorzaken + zonder reden = nieuw, in elke cel",
    en: "Old + causes + unexplained = new, in every cell",
  },
  explanation: {
    nl: "De mutaties van een cel tellen op tot die cel",
    en: "The postings of a cell sum to that cell",
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
