/**
 * Requests that may be added to what is recorded, and those that would be added to an amount of an earlier import.
 *
 * ```ts
 * const again = requests.filter(({ id }) => id === "rent")
 * Result.getOrThrow(Additions.check(ledger, again, new Map([["rent", 4]]))).length // => 1
 * ```
 */
import * as Result from "effect/Result"
import { known, type Request } from "../rule/Decision.ts"
import * as EarlierImports from "./EarlierImports.ts"
import type { RefusedRequest } from "./Intake.ts"
import type * as Ledger from "./Ledger.ts"

/**
 * Returns the requests to decide, in their order. A request that repeats an earlier row with other texts is left out.
 * Refused are requests on an amount that no request repeats. `positions` has the recorded ids.
 */
export const check = (
  ledger: Ledger.Ledger,
  requests: ReadonlyArray<Request>,
  positions: ReadonlyMap<string, number>,
): Result.Result<ReadonlyArray<Request>, ReadonlyArray<RefusedRequest>> => {
  const earlier = EarlierImports.begin(ledger)
  const recorded = new Set<Request>()
  for (const request of requests) {
    const position = known(request, positions)
    if (position === undefined) continue
    recorded.add(request)
    earlier.repeat(position)
  }
  const isOnEarlier = ({ event }: Request) => event !== undefined && earlier.under(event) !== undefined
  const rewritten = new Set(
    requests.filter(
      (request) =>
        !recorded.has(request) &&
        isOnEarlier(request) &&
        request.event !== undefined &&
        earlier.rewritten(request.event) !== undefined,
    ),
  )
  const left = requests.filter((request) => !rewritten.has(request))
  const refused = left.flatMap((request): ReadonlyArray<RefusedRequest> => {
    const refusal =
      recorded.has(request) || request.event === undefined ? undefined : earlier.under(request.event)
    return refusal === undefined ? [] : [{ request, refusal }]
  })
  return refused.length > 0 ? Result.fail(refused) : Result.succeed(left)
}
