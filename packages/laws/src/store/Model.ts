/**
 * State machine test of a journal store and a ledger against a list of proposals per ledger.
 *
 * Random commands (record, append again, append other content under a known id, append at a stale position, reopen, query) run against both. After
 * each command the store must equal the list, and the ledger the reference calculation.
 */
import { type Journal, Ledger } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Scope from "effect/Scope"
import * as fc from "fast-check"
import { authority, format } from "../draw/Authorities.ts"
import type { LawVerdict, Trial } from "../kit/Law.ts"
import { type Command, commands, type List, ledgers, type Real } from "./Commands.ts"
import type { Subject } from "./StoreLaw.ts"

/** Tries random commands on a store; a failing verdict has the shortest failing list of commands. */
export const check = async (subject: Subject, { runs, seed }: Omit<Trial, "path">): Promise<LawVerdict> => {
  const lists = fc.commands(commands, { maxCommands: 16, size: "max" })
  const details = await fc.check(
    fc.asyncProperty(authority, lists, (authority, list) => run(subject, authority, list)),
    { numRuns: runs, seed },
  )
  const [where, list] = details.counterexample ?? []
  return {
    law: "model: store and ledger agree with a list",
    runs: details.numRuns,
    seed,
    counterexample:
      details.failed && where !== undefined
        ? {
            sample: [format(where), ...[...(list ?? [])].map(String)].join("\n"),
            breach: { what: String(details.errorInstance) },
            // A path does not replay which of the commands ran.
            path: undefined,
          }
        : undefined,
  }
}

const run = (subject: Subject, authority: Real["authority"], list: Iterable<Command>): Promise<void> =>
  Effect.runPromise(
    Effect.scopedWith((scope) =>
      Effect.gen(function* () {
        const place = yield* Effect.provideService(subject.place(new Map()), Scope.Scope, scope)
        const open = Effect.provideService(place, Scope.Scope, scope)
        const store = yield* open
        const real: Real = {
          authority,
          sha256: subject.sha256,
          open,
          store,
          ledgers: ledgers.map(() => Ledger.empty()),
        }
        const model: List = ledgers.map((): Array<Journal.Proposal> => [])
        yield* Effect.promise(() => fc.asyncModelRun(() => ({ model, real }), list))
      }),
    ),
  )
