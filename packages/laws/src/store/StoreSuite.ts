/**
 * One suite for all journal stores. Run it in the tests of your own store.
 *
 * ```ts
 * StoreSuite.suite(test, { sha256, place: (kept) => Effect.succeed(openMyStore(kept)) })
 * ```
 */
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { appendLaws } from "./AppendLaws.ts"
import { identityLaws } from "./IdentityLaws.ts"
import { ledgerLaws } from "./LedgerLaws.ts"
import { readLaws } from "./ReadLaws.ts"
import type { StoreLaw, Subject } from "./StoreLaw.ts"
import { writerLaws } from "./WriterLaws.ts"

export type { Broken, InitialEntries, Open, Store, StoreLaw, StoreTopic, Subject } from "./StoreLaw.ts"

export const laws: ReadonlyArray<StoreLaw> = [
  ...appendLaws,
  ...identityLaws,
  ...readLaws,
  ...writerLaws,
  ...ledgerLaws,
]

/** Declares one test per law, with the `test` function of vitest, `node:test` or any other runner. */
export const suite = (test: (name: string, body: () => Promise<void>) => unknown, subject: Subject): void => {
  for (const law of laws) test(law.name, () => prove(law, subject))
}

/** Tries one law; rejects with the expected and the found value when it fails. */
export const prove = async (law: StoreLaw, subject: Subject): Promise<void> => {
  const outcome = await Effect.runPromise(Effect.result(law.run(subject)))
  if (Result.isSuccess(outcome)) return
  const { failure } = outcome
  throw new Error(
    failure._tag === "Broken"
      ? `${failure.what}: expected ${JSON.stringify(failure.expected)}, found ${JSON.stringify(failure.found)} (${law.note})`
      : `the store answered ${JSON.stringify(failure)} (${law.note})`,
  )
}
