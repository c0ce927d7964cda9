/** Where branches are kept: one file each, in a folder beside the ledger, for a draft is no evidence. */
import { existsSync, readdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { Branch } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { type Failure, refused } from "./Failure.ts"
import * as File from "./File.ts"
import { isServer } from "./Store.ts"

const ending = ".branch.ndjson"

/** The folder of a ledger's branches; for a ledger on a server, one in the folder where the user stands. */
export const folder = (address: string): string => {
  if (!isServer(address)) return `${address}.branches`
  const { host, pathname, searchParams } = new URL(address)
  return join(
    "grootboek-branches",
    `${host}${pathname}-${searchParams.get("ledger") ?? "main"}`.replace(/[^\w.-]+/g, "_"),
  )
}

/** The names of a ledger's branches. */
export const names = (address: string): ReadonlyArray<string> =>
  existsSync(folder(address))
    ? readdirSync(folder(address))
        .filter((name) => name.endsWith(ending))
        .map((name) => name.slice(0, -ending.length))
        .sort()
    : []

/** Reads a branch; one that is not there is refused with the names of those that are. */
export const read = Effect.fnUntraced(function* (
  address: string,
  name: string,
): Effect.fn.Return<Branch.Branch, Failure> {
  const path = yield* pathOf(address, name)
  if (!existsSync(path)) {
    const known = names(address).join(", ") || "–"
    return yield* Effect.fail(
      refused({
        en: `no branch ${name}; there are: ${known}`,
        nl: `geen variant ${name}; er zijn: ${known}`,
      }),
    )
  }
  const { bytes } = yield* File.read(path)
  const branch = Branch.read(new TextDecoder().decode(bytes))
  if (Result.isSuccess(branch)) return branch.success
  const { line, problem } = branch.failure
  return yield* Effect.fail(
    refused({
      en: `${path}:${line}: not a branch that this program wrote (${problem}); drop it or restore the file`,
      nl: `${path}:${line}: geen variant die dit programma schreef (${problem}); verwijder ze of herstel het bestand`,
    }),
  )
})

/** Writes a branch in place of what it was. */
export const write = (address: string, branch: Branch.Branch): Effect.Effect<void, Failure> =>
  Effect.flatMap(pathOf(address, branch.name), (path) => File.write(path, Branch.write(branch)))

/** Whether a branch of that name is there. */
export const exists = (address: string, name: string): boolean => names(address).includes(name)

/** Drops a branch. */
export const drop = (address: string, name: string): Effect.Effect<void, Failure> =>
  Effect.map(pathOf(address, name), (path) => rmSync(path, { force: true }))

const pathOf = (address: string, name: string): Effect.Effect<string, Failure> =>
  /^[\w][\w.-]{0,63}$/.test(name)
    ? Effect.succeed(join(folder(address), `${name}${ending}`))
    : Effect.fail(
        refused({
          en: `${name}: a branch is named with 1 to 64 letters, digits, dots, dashes and underscores`,
          nl: `${name}: een variant heet met 1 tot 64 letters, cijfers, punten, streepjes en lage streepjes`,
        }),
      )
