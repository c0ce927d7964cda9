/**
 * A file of routes: the address of each ledger by its name, so that a ledger keeps one address wherever it is stored.
 *
 * `{ "routes": { "gemeente-a": "postgres://writer@north/ledgers?ledger=gemeente-a" } }`. A command takes
 * `routes:FILE?ledger=NAME` where it takes the address of a ledger.
 */
import { dirname, resolve } from "node:path"
import { StoreAddress } from "@grootboek/core"
import { FileLock } from "@grootboek/store-sqlite"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as InputFile from "../output/InputFile.ts"
import * as OutputFile from "../output/OutputFile.ts"
import { type CommandFailure, refused, usage } from "../words/CommandFailure.ts"
import * as MoveMessage from "../words/MoveMessage.ts"
import { storeError } from "./CoreFailure.ts"

export interface RoutedAddress {
  readonly file: string
  readonly ledger: string | undefined
}

/** Returns the parts of `routes:FILE?ledger=NAME`; undefined for another address. */
export const parse = (address: string): RoutedAddress | undefined => {
  const [, file, query] = /^routes:([^?]+)(?:\?(.*))?$/s.exec(address) ?? []
  if (file === undefined) return undefined
  return { file, ledger: new URLSearchParams(query).get("ledger") ?? undefined }
}

/** Returns the address of a ledger: that of its route for `routes:FILE?ledger=NAME`, or the same one. */
export const follow = (address: string): Effect.Effect<string, CommandFailure> => {
  const routed = parse(address)
  return routed === undefined ? Effect.succeed(address) : Effect.map(routeOf(routed), ({ target }) => target)
}

/** Returns the addresses of several ledgers; `routes:FILE` without a name is every route of the file. */
export const followAll = (
  addresses: ReadonlyArray<string>,
): Effect.Effect<ReadonlyArray<string>, CommandFailure> =>
  Effect.map(
    Effect.forEach(addresses, (address): Effect.Effect<ReadonlyArray<string>, CommandFailure> => {
      const routed = parse(address)
      return routed === undefined || routed.ledger !== undefined
        ? Effect.map(follow(address), (one) => [one])
        : Effect.map(read(routed.file), (routes) =>
            Object.values(routes).map((target) => absolute(routed.file, target)),
          )
    }),
    (lists) => lists.flat(),
  )

/** The route of a ledger: the name of the ledger, and its address. */
export interface LedgerRoute {
  readonly ledger: string
  readonly target: string
}

/** Returns the route that an address names. Refuses an address without a name, and a name without a route. */
export const routeOf = Effect.fnUntraced(function* ({
  file,
  ledger,
}: RoutedAddress): Effect.fn.Return<LedgerRoute, CommandFailure> {
  if (ledger === undefined) return yield* Effect.fail(usage(MoveMessage.routeWithoutName(file)))
  const routes = yield* read(file)
  const target = Object.hasOwn(routes, ledger) ? routes[ledger] : undefined
  return target === undefined
    ? yield* Effect.fail(refused(MoveMessage.noRoute(file, ledger, Object.keys(routes))))
    : { ledger, target: absolute(file, target) }
})

/** Names another address for a ledger, unless its route changed since it was read. A path is relative to the current folder. */
export const assign = (
  file: string,
  before: LedgerRoute,
  target: string,
): Effect.Effect<void, CommandFailure> =>
  Effect.scoped(
    Effect.gen(function* () {
      yield* Effect.mapError(FileLock.acquire(`${file}.lock`), storeError)
      const routes = yield* read(file)
      const now = routes[before.ledger]
      if (now === undefined || absolute(file, now) !== before.target)
        return yield* Effect.fail(refused(MoveMessage.routeChanged(file, before.ledger)))
      const after = { routes: { ...routes, [before.ledger]: absolute("routes", target) } }
      yield* OutputFile.write(file, `${JSON.stringify(after, undefined, 2)}\n`)
    }),
  )

/** Returns whether two addresses are the same place: a file by its path, or a server and a ledger on it. */
export const isSame = (one: string, other: string): boolean => placeOf(one) === placeOf(other)

const placeOf = (address: string): string => {
  const parsed = Result.getOrUndefined(StoreAddress.parse(address))
  if (parsed === undefined) return address
  if (parsed._tag === "File") return resolve(parsed.path)
  const { host, pathname } = new URL(parsed.url)
  return JSON.stringify([host, pathname, parsed.ledger])
}

const Content = Schema.fromJsonString(Schema.Struct({ routes: Schema.Record(Schema.String, Schema.String) }))

const decode = Schema.decodeUnknownResult(Content)

const read = Effect.fnUntraced(function* (
  file: string,
): Effect.fn.Return<Readonly<Record<string, string>>, CommandFailure> {
  const { bytes } = yield* InputFile.readSmall(file)
  const decoded = Effect.fromResult(decode(new TextDecoder().decode(bytes)))
  return (yield* Effect.mapError(decoded, () => refused(MoveMessage.notRoutes(file)))).routes
})

// The path of a ledger file is relative to the file that names it.
const absolute = (file: string, target: string): string => {
  const parsed = Result.getOrUndefined(StoreAddress.parse(target))
  return parsed?._tag === "File" ? resolve(dirname(file), parsed.path) : target
}
