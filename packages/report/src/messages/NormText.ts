/** What a reader is told of a norm of financial equilibrium: which, in which year, and whether it holds. */
import type { Norm } from "@grootboek/core"
import * as Figure from "../Figure.ts"
import type { Language } from "../Language.ts"

/** The name of a norm, with the row of M2 that it reads. */
export const name = (norm: Norm.NormCheck["norm"], language: Language): string => names[language][norm]

/** How much a norm binds, in a word. */
export const level = (level: Norm.Level, language: Language): string => levels[language][level]

/** What one check found. */
export const message = (check: Norm.NormCheck, language: Language): string => {
  const what = `${name(check.norm, language)} ${check.year}: ${Figure.belgian(check.amount)}`
  if (check.holds) return what
  const short = Figure.belgian(check.short)
  return language === "nl"
    ? `${what}; er is ${short} te kort (${level(check.level, language)}). Pas de ramingen van dat jaar aan.`
    : `${what}; ${short} is short (${level(check.level, language)}). Adjust the estimates of that year.`
}

const names = {
  en: {
    availableBudgetaryResult: "Available budgetary result (M2 IX)",
    selfFinancingMargin: "Self-financing margin (M2 Autofinancieringsmarge/III)",
  },
  nl: {
    availableBudgetaryResult: "Beschikbaar budgettair resultaat (M2 IX)",
    selfFinancingMargin: "Autofinancieringsmarge (M2 Autofinancieringsmarge/III)",
  },
} as const

const levels = {
  en: { required: "required", commitment: "commitment", indicator: "indicator" },
  nl: { required: "vereist", commitment: "verbintenis", indicator: "indicator" },
} as const
