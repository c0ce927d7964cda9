/** Branches of a ledger: one file each, in a folder beside the ledger. */
import { existsSync, readdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { Branch } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as InputFile from "../output/InputFile.ts"
import * as OutputFile from "../output/OutputFile.ts"
import * as BranchMessage from "../words/BranchMessage.ts"
import { type CommandFailure, refused } from "../words/CommandFailure.ts"
import { isServer } from "./Store.ts"

const extension = ".branch.ndjson"

/** Returns the folder of a ledger's branches; for a ledger on a server, one below the current folder. */
export const folder = (address: string): string => {
  if (!isServer(address)) return `${address}.branches`
  const { host, pathname, searchParams } = new URL(address)
  return join(
    "grootboek-branches",
    `${host}${pathname}-${searchParams.get("ledger") ?? "main"}`.replace(/[^\w.-]+/g, "_"),
  )
}

/** Returns the names of a ledger's branches. */
export const names = (address: string): ReadonlyArray<string> =>
  existsSync(folder(address))
    ? readdirSync(folder(address))
        .filter((name) => name.endsWith(extension))
        .map((name) => name.slice(0, -extension.length))
        .sort()
    : []

/** Reads a branch. */
export const read = Effect.fnUntraced(function* (
  address: string,
  name: string,
): Effect.fn.Return<Branch.Branch, CommandFailure> {
  const path = yield* existing(address, name)
  const { bytes } = yield* InputFile.read(path)
  const branch = Branch.read(new TextDecoder().decode(bytes))
  if (Result.isSuccess(branch)) return branch.success
  return yield* Effect.fail(refused(BranchMessage.unreadable(path, branch.failure)))
})

/** Writes a branch in place of its previous content. */
export const write = (address: string, branch: Branch.Branch): Effect.Effect<void, CommandFailure> =>
  Effect.flatMap(pathOf(address, branch.name), (path) => OutputFile.write(path, Branch.write(branch)))

/** Returns whether a branch exists. */
export const exists = (address: string, name: string): boolean => names(address).includes(name)

/** Deletes a branch. */
export const drop = (address: string, name: string): Effect.Effect<void, CommandFailure> =>
  Effect.map(existing(address, name), (path) => rmSync(path, { force: true }))

const existing = (address: string, name: string): Effect.Effect<string, CommandFailure> =>
  Effect.flatMap(pathOf(address, name), (path) =>
    existsSync(path)
      ? Effect.succeed(path)
      : Effect.fail(refused(BranchMessage.unknown(name, names(address)))),
  )

const pathOf = (address: string, name: string): Effect.Effect<string, CommandFailure> =>
  /^[\w][\w.-]{0,63}$/.test(name)
    ? Effect.succeed(join(folder(address), `${name}${extension}`))
    : Effect.fail(refused(BranchMessage.badName(name)))
