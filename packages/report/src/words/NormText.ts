/** Messages about norms, of financial equilibrium and of the local authority's own commitments. */
import { Money, type Norm } from "@grootboek/core"
import type { Both, Language } from "./Language.ts"

/** Returns the name of a norm, with the row of M2 that it reads. */
export const name = (norm: Norm.NormCheck["norm"], language: Language): string => names[norm][language]

/** Returns how strictly a norm binds, in a word. */
export const level = (level: Norm.Level, language: Language): string => levels[level][language]

/** Returns the result of one check and, when the norm is missed, what to do next. */
export const message = (check: Norm.NormCheck, language: Language): string => {
  const { action, norm, bound, year } = check
  const isBounded = norm !== "budgetNeutrality" && bound !== Money.zero
  const figure = `${Money.print(check.amount, "be")}${isBounded ? ` (norm ${Money.print(bound, "be")})` : ""}`
  const fact = `${name(norm, language)}${action === undefined ? "" : ` ${action}`} ${year}: ${figure}`
  if (check.holds) return `${fact}.`
  const short = Money.print(check.short, "be")
  const missed: Both =
    norm === "budgetNeutrality"
      ? {
          en: `not in balance (${level(check.level, "en")}). Adjust the receipts or expenditure of the action.`,
          nl: `niet in evenwicht (${level(check.level, "nl")}). Stuur de ontvangsten of uitgaven van de actie bij.`,
        }
      : {
          en: `${short} short (${level(check.level, "en")}). Adjust the estimates of that year.`,
          nl: `${short} te kort (${level(check.level, "nl")}). Pas de ramingen van dat jaar aan.`,
        }
  return `${fact}; ${missed[language]}`
}

const names: Readonly<Record<Norm.NormCheck["norm"], Both>> = {
  availableBudgetaryResult: {
    en: "Available budgetary result (M2 IX)",
    nl: "Beschikbaar budgettair resultaat (M2 IX)",
  },
  selfFinancingMargin: {
    en: "Self-financing margin (M2 Autofinancieringsmarge/III)",
    nl: "Autofinancieringsmarge (M2 Autofinancieringsmarge/III)",
  },
  socialLiability: {
    en: "Reserve against the social liability (M2 VII)",
    nl: "Reserve tegenover het sociaal passief (M2 VII)",
  },
  minimumReserve: {
    en: "Reserve against the minimum reserve (M2 VII)",
    nl: "Reserve tegenover de minimumreserve (M2 VII)",
  },
  secondPillar: {
    en: "Budgeted for the second pension pillar",
    nl: "Geraamd voor de tweede pensioenpijler",
  },
  budgetNeutrality: {
    en: "Budget neutrality of a subsidised action",
    nl: "Budgetneutraliteit van een gesubsidieerde actie",
  },
}

const levels: Readonly<Record<Norm.Level, Both>> = {
  required: { en: "required", nl: "verplicht" },
  commitment: { en: "commitment", nl: "verbintenis" },
  indicator: { en: "indicator", nl: "indicator" },
}
