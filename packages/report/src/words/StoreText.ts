/** Messages about a store that rejected a request or failed, and what to do next. */
import type { JournalStore, StoreProblem } from "@grootboek/core"
import * as Catalogue from "./Catalogue.ts"
import * as DamageText from "./DamageText.ts"
import type { Audience, Both, Language } from "./Language.ts"
import * as ProblemText from "./ProblemText.ts"
import { quote, some } from "./Quote.ts"
import * as StoreProblemText from "./StoreProblemText.ts"

/** Returns the message about a request that a store rejected, or about its failure. */
export const message = (
  error: JournalStore.StoreError,
  language: Language,
  audience: Audience = "library",
): string =>
  error._tag === "StoreFailed"
    ? StoreProblemText.message(error.problem, { language, audience })
    : Catalogue.message(errors, error, { language, audience })

const unwritten: Both = { en: "Nothing was written.", nl: "Er is niets geschreven." }

const again: Catalogue.Advice = {
  next: {
    en: "Read the new entries and repeat the call.",
    nl: "Lees de nieuwe boekingen en herhaal de aanroep.",
  },
  command: { en: "Run the command again.", nl: "Voer de opdracht opnieuw uit." },
}

const errors: Catalogue.MessageCatalogue<Exclude<JournalStore.StoreError, StoreProblem.StoreFailed>> = {
  PositionConflict: ({ ledger, actual, expected }) => ({
    en: `Another program wrote to ledger ${quote(ledger)}: its last entry is ${actual}, not ${expected}. ${unwritten.en}`,
    nl: `Een ander programma heeft in grootboek ${quote(ledger)} geschreven: de laatste boeking is ${actual}, niet ${expected}. ${unwritten.nl}`,
    ...again,
  }),
  IdConflict: ({ ledger, conflicts }) => {
    const list = (entry: string) =>
      some(conflicts.map(({ id, position }) => `${quote(id)} (${entry} ${position})`))
    return {
      en: `Ledger ${quote(ledger)} already contains other content for ${list("entry").en}. ${unwritten.en} Post the difference as a change, or give the adjustment another label.`,
      nl: `Grootboek ${quote(ledger)} bevat al andere inhoud voor ${list("boeking").nl}. ${unwritten.nl} Boek het verschil als wijziging, of geef de aanpassing een ander label.`,
    }
  },
  Misfit: ({ id, ledger, field, ...found }) => ({
    en: `Entry ${quote(id)} could not be read back from ledger ${quote(ledger)}: ${field}: ${ProblemText.of(found, "en")}. ${unwritten.en} Correct the value.`,
    nl: `Boeking ${quote(id)} zou niet meer leesbaar zijn in grootboek ${quote(ledger)}: ${field}: ${ProblemText.of(found, "nl")}. ${unwritten.nl} Verbeter de waarde.`,
  }),
  Damaged: ({ ledger, damage }) => ({
    en: `The journal to restore into ledger ${quote(ledger)} is damaged. ${DamageText.message(damage, "en")} ${unwritten.en}`,
    nl: `Het journaal dat in grootboek ${quote(ledger)} teruggezet wordt, is beschadigd. ${DamageText.message(damage, "nl")} ${unwritten.nl}`,
  }),
}
