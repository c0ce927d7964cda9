/** Files that the user names: read whole with their hash, or written without being left half-written. */
import { createHash, hash } from "node:crypto"
import { closeSync, openSync, readFileSync, readSync, renameSync, rmSync, statSync, writeSync } from "node:fs"
import { basename } from "node:path"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { environment, type Failure, refused } from "./Failure.ts"
import * as Target from "./Target.ts"

/** A file as read: its name without folders, its bytes and their SHA-256. */
export interface Input {
  readonly path: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly sha256: string
}

/** SHA-256 as hexadecimal digits. */
export const sha256 = (bytes: Uint8Array): string => hash("sha256", bytes, "hex")

/** Reads a file. A folder is refused; a file that is not there or may not be read is the environment's failure. */
export const read = (path: string): Effect.Effect<Input, Failure> =>
  attempt(path, () => {
    const bytes = readFileSync(path)
    return Effect.succeed({ path, name: basename(path), bytes, sha256: sha256(bytes) })
  })

/** A file that is too long to hold: its size and hash, and its bytes piece by piece. */
export interface LongInput {
  readonly path: string
  readonly name: string
  readonly size: number
  readonly sha256: string
  readonly pieces: () => Generator<Uint8Array>
}

/** Looks at a file: reads it once for its hash, and again whenever its pieces are asked for, which a pipe does not let. */
export const look = (path: string): Effect.Effect<LongInput, Failure> =>
  attempt(path, () => {
    if (!statSync(path).isFile()) return Effect.fail(pipe(path))
    const digest = createHash("sha256")
    for (const piece of piecesOf(path)) digest.update(piece)
    const { size } = statSync(path)
    const input = { path, name: basename(path), size, sha256: digest.digest("hex") }
    return Effect.succeed({ ...input, pieces: () => piecesOf(path) })
  })

const pieceSize = 1 << 17

function* piecesOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, "r")
  try {
    for (;;) {
      const piece = Buffer.allocUnsafe(pieceSize)
      const length = readSync(file, piece, 0, pieceSize, null)
      if (length === 0) return
      yield piece.subarray(0, length)
    }
  } finally {
    closeSync(file)
  }
}

const attempt = <A>(path: string, work: () => Effect.Effect<A, Failure>): Effect.Effect<A, Failure> =>
  Effect.suspend(() => {
    try {
      return statSync(path).isDirectory() ? Effect.fail(folder(path)) : work()
    } catch (cause) {
      return Effect.fail(unreadable(path, cause))
    }
  })

const folder = (path: string): Failure =>
  refused({
    en: `${path}: this is a folder; name the file in it`,
    nl: `${path}: dit is een map; noem het bestand erin`,
  })

const pipe = (path: string): Failure =>
  refused({
    en: `${path}: this is a pipe or a device, and an import is read more than once; save it as a file first`,
    nl: `${path}: dit is een pijp of een toestel, en een import wordt meer dan eens gelezen; bewaar eerst als bestand`,
  })

/** Writes a file whole: beside it first, then in its place. */
export const write = (path: string, content: string | Uint8Array): Effect.Effect<void, Failure> =>
  writeAll(path, Stream.succeed(typeof content === "string" ? new TextEncoder().encode(content) : content))

/** Writes a file piece by piece: beside it first, then in its place, where nothing is seen of it until it is whole. */
export const writeAll = <E>(
  path: string,
  pieces: Stream.Stream<Uint8Array, E>,
): Effect.Effect<void, Failure | E> => {
  const attempt = <A>(work: () => A) => Effect.try({ try: work, catch: (cause) => unwritable(path, cause) })
  return Effect.flatMap(
    attempt(() => Target.of(path)),
    (target) =>
      "taken" in target
        ? Effect.fail(refused(target.taken))
        : Effect.acquireUseRelease(
            attempt(() => openSync(target.draft ?? target.place, "w")),
            (file) =>
              pieces.pipe(
                Stream.runForEachArray((some) => attempt(() => writeWhole(file, Buffer.concat(some)))),
                Effect.andThen(
                  attempt(() => target.draft !== undefined && renameSync(target.draft, target.place)),
                ),
              ),
            (file) =>
              Effect.sync(() => {
                closeSync(file)
                if (target.draft !== undefined) rmSync(target.draft, { force: true })
              }),
          ),
  )
}

// The system may take less than it was given.
const writeWhole = (file: number, bytes: Uint8Array): void => {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}

const unwritable = (path: string, cause: unknown): Failure =>
  environment({
    en: `${path}: cannot be written (${reason(cause)}); check the folder and its permissions`,
    nl: `${path}: kan niet worden geschreven (${reason(cause)}); controleer de map en de rechten`,
  })

const unreadable = (path: string, cause: unknown): Failure =>
  environment({
    en: `${path}: cannot be read (${reason(cause)}); check the path and its permissions`,
    nl: `${path}: kan niet worden gelezen (${reason(cause)}); controleer het pad en de rechten`,
  })

const reason = (cause: unknown): string =>
  cause instanceof Error && "code" in cause ? String(cause.code) : String(cause)
