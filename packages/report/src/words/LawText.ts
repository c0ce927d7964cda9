/** Messages about laws of a ledger, and where one is broken. */
import { Money } from "@grootboek/core"
import { type Check, LawName } from "@grootboek/core/answer"
import type { Language } from "./Language.ts"

export const name = (law: Check.LawCheck["law"], language: Language): string => LawName.names[law][language]

/** Returns the message about a broken law: where, and by how much. */
export const message = (law: Check.LawCheck["law"], breach: Check.LawBreach, language: Language): string => {
  const by = Money.print(breach.difference, "be")
  const what = compared(breach.what, language)
  return {
    en: `Law not met: ${LawName.names[law].en}. ${what}: difference ${by}. Keep a copy of the journal and report this defect.`,
    nl: `Controle niet voldaan: ${LawName.names[law].nl}. ${what}: verschil ${by}. Bewaar een kopie van het journaal en meld dit gebrek.`,
  }[language]
}

/** Returns what a comparison is about. */
export const compared = (what: Check.Compared, language: Language): string => LawName.compared(what)[language]
