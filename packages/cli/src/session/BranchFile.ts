/** Branches of a ledger: one file each, in a folder beside the ledger. */
import { existsSync, readdirSync, rmSync, statSync } from "node:fs"
import { join } from "node:path"
import { StoreAddress } from "@grootboek/core"
import { Branch } from "@grootboek/core/ledger"
import { FileLock, LedgerFile } from "@grootboek/store-sqlite"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type * as Scope from "effect/Scope"
import * as Draft from "../output/Draft.ts"
import * as InputFile from "../output/InputFile.ts"
import * as OutputFile from "../output/OutputFile.ts"
import * as Target from "../output/Target.ts"
import * as BranchMessage from "../words/BranchMessage.ts"
import { type CommandFailure, refused } from "../words/CommandFailure.ts"
import { storeError } from "./CoreFailure.ts"

const extension = ".branch.ndjson"

/** Returns the folder of a ledger's branches; for a ledger on a server, one below the current folder. */
export const folder = (address: string): string => {
  const parsed = Result.getOrUndefined(StoreAddress.parse(address))
  if (parsed?._tag !== "Server") return besideFile(parsed?.path ?? address)
  const { host, pathname, searchParams } = new URL(address)
  return join(
    "grootboek-branches",
    `${host}${pathname}-${searchParams.get("ledger") ?? "main"}`.replace(/[^\w.-]+/g, "_"),
  )
}

// A symbolic link has the branches of its file. Earlier versions gave the link branches of its own, which are found too.
const besideFile = (path: string): string => {
  const own = `${path}.branches`
  return existsSync(own) ? own : `${LedgerFile.realPath(path)}.branches`
}

/** Returns the names of a ledger's branches. */
export const names = (address: string): ReadonlyArray<string> =>
  existsSync(folder(address))
    ? readdirSync(folder(address))
        .filter((name) => name.endsWith(extension))
        .map((name) => name.slice(0, -extension.length))
        .sort()
    : []

export const read = Effect.fnUntraced(function* (
  address: string,
  name: string,
): Effect.fn.Return<Branch.Branch, CommandFailure> {
  const path = yield* existing(address, name)
  if (!statSync(path).isFile()) return yield* Effect.fail(refused(BranchMessage.notAFile(path)))
  const { bytes } = yield* InputFile.read(path)
  const branch = Effect.fromResult(Branch.read(new TextDecoder().decode(bytes)))
  return yield* Effect.mapError(branch, (facts) => refused(BranchMessage.unreadable(path, facts)))
})

/** Locks an existing branch until the scope ends, so that no other program changes it meanwhile. */
export const lock = (address: string, name: string): Effect.Effect<void, CommandFailure, Scope.Scope> =>
  Effect.andThen(existing(address, name), lockAll(address))

// One lock for all branches of a ledger: they change seldom and briefly.
const lockAll = (address: string): Effect.Effect<void, CommandFailure, Scope.Scope> =>
  Effect.gen(function* () {
    yield* OutputFile.attempt(folder(address), () => Target.makeFolder(folder(address)))
    yield* Effect.mapError(FileLock.acquire(join(folder(address), ".lock")), storeError)
  })

/** Creates a branch. Refuses a name that is taken. */
export const create = (address: string, branch: Branch.Branch): Effect.Effect<void, CommandFailure> =>
  Effect.scoped(
    Effect.gen(function* () {
      const path = yield* pathOf(address, branch.name)
      yield* lockAll(address)
      if (existsSync(path)) return yield* Effect.fail(refused(BranchMessage.taken(branch.name)))
      yield* OutputFile.write(path, Branch.write(branch))
    }),
  )

/** Replaces a branch. Refuses when another program changed it since it was read: its proposals would be lost. */
export const replace = (
  address: string,
  { before, after }: { readonly before: Branch.Branch; readonly after: Branch.Branch },
): Effect.Effect<void, CommandFailure> =>
  Effect.scoped(
    Effect.gen(function* () {
      const path = yield* existing(address, before.name)
      yield* lockAll(address)
      const now = yield* read(address, before.name)
      if (Branch.write(now) !== Branch.write(before))
        return yield* Effect.fail(refused(BranchMessage.changed(before.name)))
      yield* OutputFile.write(path, Branch.write(after))
    }),
  )

/** Deletes a branch. The caller holds the {@link lock}. */
export const drop = (address: string, name: string): Effect.Effect<void, CommandFailure> =>
  Effect.flatMap(existing(address, name), (path) =>
    OutputFile.attempt(path, () => {
      rmSync(path, { force: true })
      Draft.synchronise(folder(address))
    }),
  )

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
