/** The laws of the ledger and the norms of the plan. */
import type { Norm } from "@grootboek/core"
import type { Law } from "../model/Laws.ts"
import type { Bilingual } from "./Bilingual.ts"

const laws: Readonly<Record<Law["name"], Bilingual>> = {
  chain: {
    nl: "Elke boeking past bij haar hash en bij de hash van de vorige boeking",
    en: "Every entry matches its hash and the hash of the entry before",
  },
  canonical: {
    nl: "Elke boeking is in de canonieke vorm bewaard",
    en: "Every entry is stored in canonical form",
  },
  order: {
    nl: "Een journaal met verwisselde boekingen wordt geweigerd",
    en: "A journal with swapped entries is rejected",
  },
  homomorphism: {
    nl: "Saldo op een moment + latere mutaties = saldo nu",
    en: "Balance at a moment + later postings = balance now",
  },
  linearity: {
    nl: "Oud + oorzaken + zonder reden = nieuw, in elke cel",
    en: "Old + causes + unexplained = new, in every cell",
  },
  coverage: {
    nl: "Elke raming telt precies één keer mee in M1, T1 en T2",
    en: "Every estimate counts exactly once in M1, T1 and T2",
  },
  tieOuts: {
    nl: "M1 = T1 = T2 = M2, M3 = M2, en de schulden sluiten aan",
    en: "M1 = T1 = T2 = M2, M3 = M2, and debts carry over",
  },
  neutrality: {
    nl: "Overhead, doorstorting, verschuiving en tegenboeking zijn neutraal",
    en: "Overhead, pass-through, transfer and reversal are neutral",
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

/** See the first line of this file. */
export const checks = {
  title: { nl: "Controles en normen", en: "Checks and norms" },
  norms: { nl: "Normen van het financieel evenwicht", en: "Norms of the financial equilibrium" },
  laws: { nl: "Controles van het grootboek", en: "Checks of the ledger" },
  norm: norms,
  level: levels,
  names: laws,
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
      `${met} of ${all} checks met, with ${comparisons} comparisons.`,
  },
}
