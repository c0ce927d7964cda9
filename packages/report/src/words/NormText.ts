/** What a reader is told of a norm, of financial equilibrium or of the board's own: which, in which year, and whether it holds. */
import type { Norm } from "@grootboek/core"
import * as Figure from "./Figure.ts"
import type { Language } from "./Language.ts"

/** The name of a norm, with the row of M2 that it reads. */
export const name = (norm: Norm.NormCheck["norm"], language: Language): string => names[language][norm]

/** How much a norm binds, in a word. */
export const level = (level: Norm.Level, language: Language): string => levels[language][level]

/** What one check found. */
export const message = (check: Norm.NormCheck, language: Language): string => {
  const about = check.action === undefined ? "" : ` ${check.action}`
  const against =
    check.norm === "budgetNeutrality" || check.bound === 0n ? "" : ` (norm ${Figure.belgian(check.bound)})`
  const what = `${name(check.norm, language)}${about} ${check.year}: ${Figure.belgian(check.amount)}${against}`
  if (check.holds) return what
  const short = Figure.belgian(check.short)
  if (check.norm === "budgetNeutrality")
    return language === "nl"
      ? `${what}; niet in evenwicht (${level(check.level, language)}). Stuur de ontvangsten of uitgaven van de actie bij.`
      : `${what}; not in balance (${level(check.level, language)}). Adjust the receipts or expenditure of the action.`
  return language === "nl"
    ? `${what}; er is ${short} te kort (${level(check.level, language)}). Pas de ramingen van dat jaar aan.`
    : `${what}; ${short} is short (${level(check.level, language)}). Adjust the estimates of that year.`
}

const names = {
  en: {
    availableBudgetaryResult: "Available budgetary result (M2 IX)",
    selfFinancingMargin: "Self-financing margin (M2 Autofinancieringsmarge/III)",
    socialLiability: "Reserve against the social liability (M2 VII)",
    minimumReserve: "Reserve against the minimum reserve (M2 VII)",
    secondPillar: "Budgeted for the second pension pillar",
    budgetNeutrality: "Budget neutrality of a subsidised action",
  },
  nl: {
    availableBudgetaryResult: "Beschikbaar budgettair resultaat (M2 IX)",
    selfFinancingMargin: "Autofinancieringsmarge (M2 Autofinancieringsmarge/III)",
    socialLiability: "Reserve tegenover het sociaal passief (M2 VII)",
    minimumReserve: "Reserve tegenover de minimumreserve (M2 VII)",
    secondPillar: "Geraamd voor de tweede pensioenpijler",
    budgetNeutrality: "Budgetneutraliteit van een gesubsidieerde actie",
  },
} as const

const levels = {
  en: { required: "required", commitment: "commitment", indicator: "indicator" },
  nl: { required: "vereist", commitment: "verbintenis", indicator: "indicator" },
} as const
