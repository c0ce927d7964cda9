/** Values of the other packages as failures of a command: their message in both languages, and its exit status. */
import type { Columns, Journal, JournalStore, Refusal } from "@grootboek/core"
import { DamageText, RefusalText, StoreText } from "@grootboek/report"
import * as Effect from "effect/Effect"
import type * as Result from "effect/Result"
import { type CommandFailure, environment, refused } from "../words/CommandFailure.ts"
import { both } from "../words/Language.ts"

export const refusal = (facts: Refusal.Refusal): CommandFailure => refused(both(RefusalText.message, facts))

/** Returns the value of a result, or fails with its refusal. */
export const accepted = <A>(result: Result.Result<A, Refusal.Refusal>): Effect.Effect<A, CommandFailure> =>
  Effect.mapError(Effect.fromResult(result), refusal)

/** Returns the failure of a stored entry that is damaged, or whose amounts overflow. */
export const damage = (found: Journal.Damage | Columns.AmountOverflow): CommandFailure =>
  refused(
    found._tag === "AmountOverflow" ? both(DamageText.overflow, found) : both(DamageText.message, found),
  )

/** Returns the failure of a store: a conflict is refused, a broken store is a failure of the environment. */
export const storeError = (error: JournalStore.StoreError): CommandFailure => {
  if (error._tag === "PositionConflict")
    return { ...refused(both(StoreText.message, error)), isOutdated: true }
  if (error._tag !== "StoreFailed") return refused(both(StoreText.message, error))
  const failure = environment(both(StoreText.message, error))
  const { code } = error.problem
  return isDamage(code) ? { ...failure, damage: code } : failure
}

/** Problems of a file that is there, but does not hold a whole ledger. */
const damages = ["Corrupt", "DamagedColumn", "DamagedHead", "EmptyFile", "NotADatabase"] as const

const isDamage = (code: string): boolean => damages.some((one) => one === code)
