/** The address of a ledger as text: a file, or a server and the name of a ledger on it. */
import * as Result from "effect/Result"

/** A file by its path, or a PostgreSQL server by its URL. */
export type StoreAddress =
  | { readonly _tag: "File"; readonly path: string }
  | {
      readonly _tag: "Server"
      /** The URL without the name of the ledger. */
      readonly url: string
      /** The name of the ledger; `main` by default. */
      readonly ledger: string
      /** The role that the URL names; empty when it names none. */
      readonly role: string
    }

/** Why a text is not an address. It does not hold the text, which may contain a password. */
export interface AddressRefused {
  readonly _tag: "NotAnAddress"
  readonly scheme: string
}

/**
 * Parses the address of a ledger: a path, a `file:` URL, or `postgres://…/DATABASE?ledger=NAME`.
 *
 * ```ts
 * StoreAddress.parse("plan.db") // => Result.succeed({ _tag: "File", path: "plan.db" })
 * StoreAddress.parse("postgres://[") // => Result.fail({ _tag: "NotAnAddress", scheme: "postgres" })
 * ```
 */
export const parse = (text: string): Result.Result<StoreAddress, AddressRefused> => {
  const [, scheme] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text) ?? []
  if (scheme === undefined) return Result.succeed({ _tag: "File", path: text })
  return Result.try({
    try: () => ofUrl(new URL(text)),
    catch: (): AddressRefused => ({ _tag: "NotAnAddress", scheme: scheme.toLowerCase() }),
  })
}

const ofUrl = (url: URL): StoreAddress => {
  if (url.protocol === "file:") return { _tag: "File", path: decodeURIComponent(url.pathname) }
  if (url.protocol !== "postgres:" && url.protocol !== "postgresql:") throw new TypeError(url.protocol)
  const ledger = url.searchParams.get("ledger") ?? "main"
  url.searchParams.delete("ledger")
  return { _tag: "Server", url: url.href, ledger, role: decodeURIComponent(url.username) }
}
