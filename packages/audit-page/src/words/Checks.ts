/** The laws of the ledger and the norms of the plan. */
import { LawName, type Norm, NormLabel } from "@grootboek/core/answer"
import type { Bilingual } from "./Bilingual.ts"
import * as Counted from "./Counted.ts"

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

export const checks = {
  title: { nl: "Controles en normen", en: "Checks and norms" },
  norms: { nl: "Normen van het financieel evenwicht", en: "Norms of the financial equilibrium" },
  laws: { nl: "Controles van het grootboek", en: "Checks of the ledger" },
  norm: norms,
  level: NormLabel.levels,
  names: LawName.names,
  passed: { nl: "voldaan", en: "passed" },
  failed: { nl: "niet voldaan", en: "failed" },
  holds: { nl: "voldaan", en: "met" },
  fails: { nl: "niet voldaan", en: "not met" },
  surplus: { nl: (amount: string) => `overschot ${amount}`, en: (amount: string) => `surplus ${amount}` },
  shortage: { nl: (amount: string) => `tekort ${amount}`, en: (amount: string) => `shortage ${amount}` },
  short: { nl: (amount: string) => `${amount} te kort`, en: (amount: string) => `${amount} short` },
  comparisons: {
    nl: (count: string) => Counted.of(count, "vergelijking", "vergelijkingen"),
    en: (count: string) => Counted.of(count, "comparison", "comparisons"),
  },
  what: { nl: "Norm", en: "Norm" },
  running: { nl: "bezig…", en: "running…" },
  total: {
    nl: (met: string, all: string, comparisons: string) =>
      `${met} van ${all} controles voldaan, met ${Counted.of(comparisons, "vergelijking", "vergelijkingen")}.`,
    en: (met: string, all: string, comparisons: string) =>
      `${met} of ${all} checks passed, with ${Counted.of(comparisons, "comparison", "comparisons")}.`,
  },
}
