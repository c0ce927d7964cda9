/** Messages about norms, of financial equilibrium and of the local authority's own pledges. */
import { Money } from "@grootboek/core"
import { Norm, NormLabel } from "@grootboek/core/answer"
import type { Both, Language } from "./Language.ts"

/** Returns the name of a norm, with the row of M2 that it reads. */
export const name = (norm: Norm.NormCheck["norm"], language: Language): string => names[norm][language]

export const about = (check: Norm.NormCheck, language: Language): string =>
  [name(check.norm, language), NormLabel.subject(check)[language]].join(" ").trimEnd()

/** Returns the year of a check, or the years that count together: `2026-2031`. */
export const years = ({ since, year }: Norm.NormCheck): string =>
  since === undefined || since === year ? String(year) : `${since}-${year}`

/** Returns the verdict of a check in a word; a missed neutrality is a surplus or a shortage. */
export const verdict = (check: Norm.NormCheck, language: Language): string => {
  if (check.holds) return verdicts.met[language]
  if (check.norm !== "budgetNeutrality") return verdicts.missed[language]
  return verdicts[Norm.isSurplus(check) ? "surplus" : "shortage"][language]
}

const verdicts = {
  met: { en: "met", nl: "voldaan" },
  missed: { en: "missed", nl: "niet voldaan" },
  surplus: { en: "missed: surplus", nl: "niet voldaan: overschot" },
  shortage: { en: "missed: shortage", nl: "niet voldaan: tekort" },
} as const satisfies Readonly<Record<string, Both>>

/** Returns the level of a check, and says when no norm is known for the type of authority. */
export const levelOf = (check: Norm.NormCheck, language: Language): string =>
  check.unknownFor === undefined
    ? NormLabel.levels[check.level][language]
    : `${NormLabel.levels[check.level][language]} (${unknown(check.unknownFor)[language]})`

const unknown = (type: string): Both => ({
  en: `no norm is known for ${type}`,
  nl: `geen norm bekend voor ${type}`,
})

/** Returns the result of one check and, when the norm is missed, what to do next. */
export const message = (check: Norm.NormCheck, language: Language): string => {
  const { norm, bound } = check
  const figure = `${Money.print(check.amount, "be")}${bound === Money.zero ? "" : bounded(norm, bound)[language]}`
  const doubt = check.unknownFor === undefined ? "" : ` (${unknown(check.unknownFor)[language]})`
  const fact = `${about(check, language)} ${years(check)}: ${figure}${doubt}`
  if (check.holds) return `${fact}.`
  const size = Money.print(check.short, "be")
  return `${fact}; ${missed(check, size)[language]}`
}

const bounded = (norm: Norm.NormName, bound: Money.Money): Both => {
  const text = Money.print(bound, "be")
  return norm === "budgetNeutrality"
    ? { en: ` (tolerance ${text})`, nl: ` (tolerantie ${text})` }
    : { en: ` (norm ${text})`, nl: ` (norm ${text})` }
}

const missed = (check: Norm.NormCheck, size: string): Both => {
  const { en, nl } = NormLabel.levels[check.level]
  if (check.norm !== "budgetNeutrality")
    return {
      en: `${size} short (${en}). Adjust the estimates of that year.`,
      nl: `${size} te kort (${nl}). Pas de ramingen van dat jaar aan.`,
    }
  return Norm.isSurplus(check)
    ? {
        en: `a surplus of ${size}, not in balance (${en}). Adjust the receipts or expenditure.`,
        nl: `een overschot van ${size}, niet in evenwicht (${nl}). Stuur de ontvangsten of uitgaven bij.`,
      }
    : {
        en: `a shortage of ${size}, not in balance (${en}). Adjust the receipts or expenditure.`,
        nl: `een tekort van ${size}, niet in evenwicht (${nl}). Stuur de ontvangsten of uitgaven bij.`,
      }
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
    en: "Budget neutrality",
    nl: "Budgetneutraliteit",
  },
}
