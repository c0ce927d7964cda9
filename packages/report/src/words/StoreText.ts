/** What a reader is told when a store could not do what was asked, and what to do. */
import type { JournalStore } from "@grootboek/core"
import * as DamageText from "./DamageText.ts"
import type { Language } from "./Language.ts"
import { quote, some } from "./Quote.ts"

/** A message about what a store refused or failed at. */
export const message = (error: JournalStore.StoreError, language: Language): string =>
  language === "nl" ? dutch(error) : english(error)

const english = (error: JournalStore.StoreError): string => {
  switch (error._tag) {
    case "PositionConflict":
      return `Somebody else wrote to ledger ${quote(error.ledger)} in the meantime: it ends at entry ${error.actual}, not ${error.expected}. Nothing was written; run the command again.`
    case "IdConflict":
      return `Ledger ${quote(error.ledger)} holds other content under ${some(conflicts(error, "entry"), "and others:")}. Nothing was written; post the difference as a change, or give the adjustment another label.`
    case "Misfit":
      return `Entry ${quote(error.id)} could not be read back from ledger ${quote(error.ledger)}: ${error.field}: ${error.problem}. Nothing was written; correct the value.`
    case "Damaged":
      return `What was to be restored into ledger ${quote(error.ledger)} is damaged. ${DamageText.message(error.damage, "en")} Nothing was written.`
    case "StoreFailed":
      return `The store failed at ${error.operation}: ${error.reason}. Mend that, then run the command again: what was written already is not written twice.`
  }
}

const dutch = (error: JournalStore.StoreError): string => {
  switch (error._tag) {
    case "PositionConflict":
      return `Iemand anders schreef intussen in grootboek ${quote(error.ledger)}: het eindigt bij boeking ${error.actual}, niet ${error.expected}. Er is niets geschreven; voer de opdracht opnieuw uit.`
    case "IdConflict":
      return `Grootboek ${quote(error.ledger)} bevat andere inhoud onder ${some(conflicts(error, "boeking"), "en andere:")}. Er is niets geschreven; boek het verschil als wijziging, of geef de aanpassing een ander label.`
    case "Misfit":
      return `Boeking ${quote(error.id)} zou niet meer leesbaar zijn in grootboek ${quote(error.ledger)}: ${error.field}: ${error.problem}. Er is niets geschreven; verbeter de waarde.`
    case "Damaged":
      return `Wat teruggezet zou worden in grootboek ${quote(error.ledger)} is beschadigd. ${DamageText.message(error.damage, "nl")} Er is niets geschreven.`
    case "StoreFailed":
      return `De opslag faalde bij ${error.operation}: ${error.reason}. Verhelp dat en voer de opdracht opnieuw uit: wat al geschreven is, wordt niet dubbel geschreven.`
  }
}

const conflicts = (
  { conflicts }: Extract<JournalStore.StoreError, { readonly _tag: "IdConflict" }>,
  entry: string,
): ReadonlyArray<string> => conflicts.map(({ id, position }) => `${quote(id)} (${entry} ${position})`)
