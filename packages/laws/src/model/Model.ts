/**
 * A journal store and a ledger against the simplest thing that could be right: a list of proposals per ledger.
 *
 * Random commands (record, deliver again, contradict, come too late, reopen, ask) run against both. After each the
 * store must hold what the list holds, and the ledger must show what the reference calculates from it.
 */
import { type Journal, Ledger } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Scope from "effect/Scope"
import * as fc from "fast-check"
import { board, format } from "../arbitrary/Boards.ts"
import type { Trial, Verdict } from "../law/Law.ts"
import type { Subject } from "../store/StoreLaw.ts"
import { type Command, commands, type List, ledgers, type Real } from "./Commands.ts"

/** Tries random commands on a store; the verdict holds the shortest list of commands that goes wrong. */
export const check = async (subject: Subject, { runs, seed }: Trial): Promise<Verdict> => {
  const lists = fc.commands(commands, { maxCommands: 16, size: "max" })
  const details = await fc.check(
    fc.asyncProperty(board, lists, (board, list) => run(subject, board, list)),
    { numRuns: runs, seed },
  )
  const [where, list] = details.counterexample ?? []
  return {
    law: "a store and a ledger agree with a list",
    runs: details.numRuns,
    seed,
    counterexample:
      details.failed && where !== undefined
        ? {
            sample: [format(where), ...[...(list ?? [])].map(String)].join("\n"),
            breach: { what: String(details.errorInstance) },
          }
        : undefined,
  }
}

const run = (subject: Subject, board: Real["board"], list: Iterable<Command>): Promise<void> =>
  Effect.runPromise(
    Effect.scopedWith((scope) =>
      Effect.gen(function* () {
        const place = yield* Effect.provideService(subject.place(new Map()), Scope.Scope, scope)
        const open = Effect.provideService(place, Scope.Scope, scope)
        const store = yield* open
        const real: Real = {
          board,
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
