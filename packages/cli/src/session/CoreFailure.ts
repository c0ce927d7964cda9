/** Values of the other packages as failures of a command: their message in both languages, and its exit status. */
import type { Columns, Journal, JournalStore, Refusal } from "@grootboek/core"
import { DamageText, RefusalText, StoreText } from "@grootboek/report"
import { type CommandFailure, environment, refused } from "../words/CommandFailure.ts"
import type { Both, Language } from "../words/Language.ts"

const both = <A>(message: (value: A, language: Language) => string, value: A): Both => ({
  en: message(value, "en"),
  nl: message(value, "nl"),
})

/** Returns the failure of a refusal. */
export const refusal = (facts: Refusal.Refusal): CommandFailure => refused(both(RefusalText.message, facts))

/** Returns the failure of a stored entry that is damaged, or whose amounts overflow. */
export const damage = (found: Journal.Damage | Columns.AmountOverflow): CommandFailure =>
  refused(
    found._tag === "AmountOverflow" ? both(DamageText.overflow, found) : both(DamageText.message, found),
  )

/** Returns the failure of a store: a conflict is refused, a broken store is a failure of the environment. */
export const storeError = (error: JournalStore.StoreError): CommandFailure =>
  (error._tag === "StoreFailed" ? environment : refused)(both(StoreText.message, error))
