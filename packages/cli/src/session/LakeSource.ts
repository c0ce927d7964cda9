/** The ledgers that an export to the lake takes, each with its name in the lake. */
import { basename } from "node:path"
import { StoreAddress } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type * as Scope from "effect/Scope"
import { type CommandFailure, refused, usage } from "../words/CommandFailure.ts"
import * as LakeMessage from "../words/LakeMessage.ts"
import { storeError } from "./CoreFailure.ts"
import * as RoutesFile from "./RoutesFile.ts"
import * as Store from "./Store.ts"

export interface LakeSource extends Store.OpenStore {
  readonly name: string
}

/** Opens the ledgers at some addresses; with `isAll`, every ledger of each server. Refuses two ledgers with one name. */
export const open = Effect.fnUntraced(function* (
  addresses: ReadonlyArray<string>,
  isAll: boolean,
): Effect.fn.Return<ReadonlyArray<LakeSource>, CommandFailure, Scope.Scope> {
  const sources: Array<LakeSource> = []
  for (const address of yield* RoutesFile.followAll(addresses)) {
    if (isAll && !Store.isServer(address))
      return yield* Effect.fail(usage(LakeMessage.allNeedsServer(address)))
    const { store, ledger } = yield* Store.open(address, "readonly")
    const ledgers = isAll ? yield* Effect.mapError(store.ledgers, storeError) : [ledger]
    sources.push(...ledgers.map((one) => ({ store, ledger: one, name: nameOf(address, one) })))
  }
  const twice = sources.find(({ name }, index) => sources.findIndex((one) => one.name === name) < index)
  return twice === undefined
    ? sources
    : yield* Effect.fail(refused(LakeMessage.nameTaken(twice.name, twice.name)))
})

// A file holds one ledger, which is called main in every file.
const nameOf = (address: string, ledger: string): string => {
  const parsed = Result.getOrUndefined(StoreAddress.parse(address))
  return parsed?._tag === "File" ? basename(parsed.path).replace(/\.[^.]+$/, "") : ledger
}
