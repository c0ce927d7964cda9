/** Errors of the other packages as failures of a command: the same words in both languages, and the status they mean. */
import type { Columns, Journal, JournalStore, Refusal } from "@grootboek/core"
import { DamageText, RefusalText, StoreText } from "@grootboek/report"
import { environment, type Failure, refused } from "./Failure.ts"
import type { Both } from "./Language.ts"

const both = <A>(message: (value: A, language: "en" | "nl") => string, value: A): Both => ({
  en: message(value, "en"),
  nl: message(value, "nl"),
})

/** A refusal. */
export const refusal = (facts: Refusal.Refusal): Failure => refused(both(RefusalText.message, facts))

/** What is wrong with a stored entry. */
export const damage = (found: Journal.Damage): Both => both(DamageText.message, found)

/** A sum beyond what a cell holds. */
export const overflow = (found: Columns.AmountOverflow): Both => both(DamageText.overflow, found)

/** What a store could not do: a conflict is refused, a broken store is the environment's failure. */
export const storeError = (error: JournalStore.StoreError): Failure =>
  (error._tag === "StoreFailed" ? environment : refused)(both(StoreText.message, error))

/** A file that ended the program that read it. */
export const died: Both = {
  en: "the program that read the file died of it: the file is damaged where its entries cannot be reached; stop writing to it, keep a copy, and restore the last export or backup into a new ledger",
  nl: "het programma dat het bestand las, is eraan gestorven: het bestand is beschadigd waar de boekingen niet te bereiken zijn; schrijf er niet meer naar, bewaar een kopie, en zet de laatste export of reservekopie terug in een nieuw grootboek",
}
