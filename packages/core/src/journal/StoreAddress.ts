/** The address of a ledger as text: a file, or a server and the name of a ledger on it. */
import * as Result from "effect/Result"

/** A file by its path, or a PostgreSQL server by its URL. */
export type StoreAddress = { readonly _tag: "File"; readonly path: string } | ServerAddress

/** A PostgreSQL server, a ledger on it, and how the ledger is written. */
export interface ServerAddress {
  readonly _tag: "Server"
  /** The URL without the parameters of Grootboek. */
  readonly url: string
  /** `ledger`: the name of the ledger; `main` by default. */
  readonly ledger: string
  /** The role that the URL names; empty when it names none. */
  readonly role: string
  /** `retry-for`: how long a call is repeated after the connection was lost, in milliseconds; 0 by default. */
  readonly retryForMs: number
  /** `heads`: the folder that remembers the last acknowledged heads; empty when there is none. */
  readonly heads: string
}

/** Why a text is not an address. It does not contain the text, which may have a password. */
export type AddressRefused =
  | { readonly _tag: "NotAnAddress"; readonly scheme: string }
  /** `retry-for` is not a number of seconds up to 3600, or `heads` names no folder. */
  | { readonly _tag: "NotAnOption"; readonly scheme: string; readonly option: "retry-for" | "heads" }

/**
 * Parses the address of a ledger: a path, a `file:` URL, or `postgres://…/DATABASE?ledger=NAME`. A server may have
 * the options `retry-for=SECONDS` and `heads=FOLDER`.
 *
 * ```ts
 * StoreAddress.parse("plan.db") // => Result.succeed({ _tag: "File", path: "plan.db" })
 * StoreAddress.parse("postgres://[") // => Result.fail({ _tag: "NotAnAddress", scheme: "postgres" })
 * ```
 */
export const parse = (text: string): Result.Result<StoreAddress, AddressRefused> => {
  const [, scheme] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text) ?? []
  if (scheme === undefined) return Result.succeed({ _tag: "File", path: text })
  const refused: AddressRefused = { _tag: "NotAnAddress", scheme: scheme.toLowerCase() }
  return Result.flatMap(Result.try({ try: () => ofUrl(new URL(text)), catch: () => refused }), (found) =>
    found instanceof URL ? ofServer(found) : Result.succeed(found),
  )
}

const ofUrl = (url: URL): StoreAddress | URL => {
  if (url.protocol === "file:") return { _tag: "File", path: decodeURIComponent(url.pathname) }
  if (url.protocol !== "postgres:" && url.protocol !== "postgresql:") throw new TypeError(url.protocol)
  // A role that cannot be decoded throws here.
  decodeURIComponent(url.username)
  return url
}

const ofServer = (url: URL): Result.Result<StoreAddress, AddressRefused> => {
  const take = (name: string): string | undefined => {
    const value = url.searchParams.get(name) ?? undefined
    url.searchParams.delete(name)
    return value
  }
  const refused = (option: "retry-for" | "heads") =>
    Result.fail({ _tag: "NotAnOption" as const, scheme: url.protocol.slice(0, -1), option })
  const [ledger = "main", seconds = "0", heads] = [take("ledger"), take("retry-for"), take("heads")]
  if (!/^\d{1,4}$/.test(seconds) || Number(seconds) > 3_600) return refused("retry-for")
  if (heads === "") return refused("heads")
  const role = decodeURIComponent(url.username)
  const retryForMs = Number(seconds) * 1_000
  return Result.succeed({ _tag: "Server", url: url.href, ledger, role, retryForMs, heads: heads ?? "" })
}
