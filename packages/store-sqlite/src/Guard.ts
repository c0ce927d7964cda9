/** Work on a connection, with the exceptions of its driver as failures. */
import { type JournalStore, StoreProblem } from "@grootboek/core"
import * as Effect from "effect/Effect"
import type * as Result from "effect/Result"
import type { Database } from "./Database.ts"
import * as DriverProblem from "./DriverProblem.ts"

type StoreError = JournalStore.StoreError

export type Guard = <A>(
  operation: string,
  work: () => Result.Result<A, StoreError>,
) => Effect.Effect<A, StoreError>

/**
 * Returns the guard of a connection. After a failed synchronisation the kernel may have dropped the pages, so that a second
 * attempt would succeed without writing them: a connection with such an error is not used again.
 */
export const of = ({ path }: Database): Guard => {
  let fatal: StoreProblem.StoreProblem | undefined
  return (operation, work) =>
    Effect.suspend(() => {
      if (fatal !== undefined) {
        const detail = `${fatal.code}: ${fatal.detail}`
        return Effect.fail(StoreProblem.failed(operation, { code: "Untrusted", place: path, detail }))
      }
      try {
        return Effect.fromResult(work())
      } catch (cause) {
        const { problem, isFatal } = DriverProblem.of(cause, path)
        if (isFatal) fatal = problem
        return Effect.fail(StoreProblem.failed(operation, problem))
      }
    })
}
