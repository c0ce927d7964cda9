/** The move of a ledger to another file or server: checked, copied, compared, and then named by its route. */
import { type Journal, JournalStore } from "@grootboek/core"
import { Router } from "@grootboek/core/journal"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import * as Progress from "../output/Progress.ts"
import { type CommandFailure, refused } from "../words/CommandFailure.ts"
import * as FileMessage from "../words/FileMessage.ts"
import * as MoveMessage from "../words/MoveMessage.ts"
import { storeError } from "./CoreFailure.ts"
import * as RoutesFile from "./RoutesFile.ts"
import * as Session from "./Session.ts"
import * as Store from "./Store.ts"

/** A ledger to move: its address, the address to move it to, and the route that is switched. */
export interface LedgerMove {
  readonly from: string
  readonly to: string
  readonly route: (RoutesFile.LedgerRoute & { readonly file: string }) | undefined
}

/**
 * Moves a ledger and returns its head. Nothing is switched when the ledger has a finding, when the other place holds another
 * journal, or when the ledger grew meanwhile.
 */
export const run = Effect.fnUntraced(function* (
  move: LedgerMove,
): Effect.fn.Return<Journal.Head, CommandFailure, Scope.Scope> {
  const { from, to } = move
  // Opened for writing: a reader without rights in the folder gets a private copy, which new entries do not reach.
  const source = yield* Store.open(from, "existing")
  if ((yield* Effect.mapError(source.store.head(source.ledger), storeError)).position === 0)
    return yield* Effect.fail(refused(MoveMessage.empty(from)))
  const { findings, entries } = yield* Session.audit(source)
  if (findings.length > 0) {
    const shown = findings.slice(0, mostFindings).map((finding) => FileMessage.finding(from, finding))
    return yield* Effect.fail(refused(...shown, MoveMessage.unsound(from)))
  }
  const target = yield* Store.open(to, "create")
  const stores = new Map([
    [from, renamed(source)],
    [to, withProgress(renamed(target), entries)],
  ])
  const routed = { stores, routes: routesOf(move) }
  return yield* Effect.mapError(Router.move(routed, source.ledger, to), (failure) => {
    switch (failure._tag) {
      case "CommandFailure":
        return failure
      case "OtherJournalThere":
        return refused(MoveMessage.otherJournal(to, failure.position))
      case "GrewMeanwhile":
        return refused(MoveMessage.grew(move, failure))
      case "PositionConflict":
      case "IdConflict":
      case "Misfit":
      case "Damaged":
      case "StoreFailed":
        return storeError(failure)
    }
  })
})

const mostFindings = 20

// The name of a ledger may differ between both places: in a file it is always the same.
const renamed = ({ store, ledger }: Store.OpenStore): JournalStore.JournalStoreShape => ({
  ...store,
  head: () => store.head(ledger),
  read: (_, after) => store.read(ledger, after),
  restoreAll: (_, expected, batches) => JournalStore.restoreAll({ store, ledger }, expected, batches),
})

const withProgress = (
  store: JournalStore.JournalStoreShape,
  entries: number,
): JournalStore.JournalStoreShape => ({
  ...store,
  restoreAll: (ledger, expected, batches) => {
    const progress = Progress.start("move", entries)
    const counted = Stream.tap(batches, (page) =>
      Effect.sync(() => progress.to(page.at(-1)?.position ?? expected)),
    )
    return Effect.ensuring(
      JournalStore.restoreAll({ store, ledger }, expected, counted),
      Effect.sync(progress.stop),
    )
  },
})

const routesOf = ({ from, route }: LedgerMove): Router.Routes<CommandFailure> => {
  let current = from
  return {
    storeOf: () => Effect.sync(() => current),
    assign: (_, target) =>
      Effect.gen(function* () {
        if (route !== undefined)
          yield* RoutesFile.assign(route.file, { ledger: route.ledger, target: current }, target)
        current = target
      }),
  }
}
