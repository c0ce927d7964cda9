/** What a reader is told of a law held against the ledger: which, and where it does not hold. */
import type { Check } from "@grootboek/core"
import * as Figure from "./Figure.ts"
import type { Language } from "./Language.ts"

/** The name of a law. */
export const name = (law: Check.LawCheck["law"], language: Language): string => names[language][law]

/** Where a law does not hold, and by how much. */
export const message = (
  law: Check.LawCheck["law"],
  { what, difference }: Check.Breach,
  language: Language,
): string =>
  language === "nl"
    ? `${name(law, "nl")} klopt niet: ${translated(what)}, verschil ${Figure.belgian(difference)}. Dat hoort niet te kunnen: bewaar het journaal en meld het.`
    : `${name(law, "en")} does not hold: ${what}, difference ${Figure.belgian(difference)}. That should be impossible: keep the journal and report it.`

// Core names a place in codes, and two forms that must agree in a few English words.
const translated = (what: string): string =>
  what
    .replace("synthesis reserve", "reserve van de synthese")
    .replace("synthesis total", "totaal van de synthese")
    .replace(/ expenditure\b/, " uitgaven")
    .replace(/ receipts\b/, " ontvangsten")

const names: Readonly<Record<Language, Readonly<Record<Check.LawCheck["law"], string>>>> = {
  en: {
    coverage: "Every posting has its row",
    tieOut: "The forms agree with each other",
    overheadNeutral: "Overhead moves no total",
    passThroughNeutral: "What is received for partners is passed on",
    transferNeutral: "Transfers leave the credits as they are",
    adjustmentNeutral: "Neutral adjustments are neutral",
    reversalZero: "A reversal and its original are zero",
  },
  nl: {
    coverage: "Elke mutatie heeft haar rij",
    tieOut: "De schema's stemmen overeen",
    overheadNeutral: "Overhead wijzigt geen totaal",
    passThroughNeutral: "Wat voor partners ontvangen is, wordt doorgestort",
    transferNeutral: "Verschuivingen laten de kredieten zoals ze zijn",
    adjustmentNeutral: "Neutrale aanpassingen zijn neutraal",
    reversalZero: "Een tegenboeking en haar origineel zijn nul",
  },
}
