/** Files that the user names: read whole or chunk by chunk, with their SHA-256. */
import { createHash, hash } from "node:crypto"
import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs"
import { basename } from "node:path"
import * as Effect from "effect/Effect"
import { type CommandFailure, environment, refused } from "../words/CommandFailure.ts"
import * as FileMessage from "../words/FileMessage.ts"

/** A file: its path, its name without folders, and its SHA-256. */
export interface InputFile {
  readonly path: string
  readonly name: string
  readonly sha256: string
}

export interface WholeFile extends InputFile {
  readonly bytes: Uint8Array
}

/** A file that may be too long for memory: `chunks` reads it from its start. */
export interface ChunkedFile extends InputFile {
  readonly size: number
  readonly chunks: () => Generator<Uint8Array>
  /** Like `chunks`, but each chunk is valid only until the next one is read. */
  readonly passing: () => Generator<Uint8Array>
}

/** Returns the SHA-256 of bytes as hexadecimal digits. */
export const sha256 = (bytes: Uint8Array): string => hash("sha256", bytes, "hex")

/** Reads a whole file. Refuses a folder. */
export const read = (path: string): Effect.Effect<WholeFile, CommandFailure> =>
  attempt(path, () => {
    const bytes = readFileSync(path)
    return Effect.succeed({ path, name: basename(path), bytes, sha256: sha256(bytes) })
  })

const longest = 1 << 20

/**
 * Reads a whole file that is small by its nature: a key, a checkpoint, a proof or a mapping. Refuses one of more than a
 * megabyte before it is in memory, also from a pipe.
 */
export const readSmall = (path: string): Effect.Effect<WholeFile, CommandFailure> =>
  attempt(path, () => {
    const parts: Array<Uint8Array> = []
    let size = 0
    for (const chunk of chunksOf(path)) {
      size += chunk.length
      if (size > longest) return Effect.fail(refused(FileMessage.tooLong(path)))
      parts.push(chunk)
    }
    const bytes = Buffer.concat(parts)
    return Effect.succeed({ path, name: basename(path), bytes, sha256: sha256(bytes) })
  })

/** Returns whether a file is as small as {@link readSmall} reads; a file that is not there is. */
export const isSmall = (path: string): boolean =>
  (statSync(path, { throwIfNoEntry: false })?.size ?? 0) <= longest

/** Hashes a file and returns it with its chunks. Refuses a pipe, which can be read only once. */
export const open = (path: string): Effect.Effect<ChunkedFile, CommandFailure> =>
  attempt(path, () => {
    if (!statSync(path).isFile()) return Effect.fail(refused(FileMessage.isStream(path)))
    const digest = createHash("sha256")
    for (const chunk of passingOf(path)) digest.update(chunk)
    const { size } = statSync(path)
    const input = { path, name: basename(path), size, sha256: digest.digest("hex") }
    return Effect.succeed({ ...input, chunks: () => chunksOf(path), passing: () => passingOf(path) })
  })

/** A file to read from its start, more than once. */
export interface Chunks {
  readonly name: string
  readonly size: number
  readonly chunks: () => Iterable<Uint8Array>
  /** Like `chunks`, but each chunk is valid only until the next one is read. */
  readonly passing: () => Iterable<Uint8Array>
}

/** Returns the chunks of a file. A pipe can be read only once, so its content is read first. */
export const chunked = (path: string): Effect.Effect<Chunks, CommandFailure> =>
  attempt(path, (): Effect.Effect<Chunks> => {
    const name = basename(path)
    const stats = statSync(path)
    if (stats.isFile()) {
      // Opened here, so that a file that cannot be read is refused before anything else is done.
      closeSync(openSync(path, "r"))
      const [chunks, passing] = [() => chunksOf(path), () => passingOf(path)]
      return Effect.succeed({ name, size: stats.size, chunks, passing })
    }
    const bytes = readFileSync(path)
    return Effect.succeed({ name, size: bytes.length, chunks: () => [bytes], passing: () => [bytes] })
  })

const chunkSize = 1 << 17

const chunksOf = (path: string): Generator<Uint8Array> =>
  chunksInto(path, () => Buffer.allocUnsafe(chunkSize))

const passingOf = (path: string): Generator<Uint8Array> => {
  const buffer = Buffer.allocUnsafe(chunkSize)
  return chunksInto(path, () => buffer)
}

function* chunksInto(path: string, memory: () => Buffer): Generator<Uint8Array> {
  const file = openSync(path, "r")
  try {
    for (;;) {
      const chunk = memory()
      const length = readSync(file, chunk, 0, chunkSize, null)
      if (length === 0) return
      yield chunk.subarray(0, length)
    }
  } finally {
    closeSync(file)
  }
}

const attempt = <A>(
  path: string,
  work: () => Effect.Effect<A, CommandFailure>,
): Effect.Effect<A, CommandFailure> =>
  Effect.suspend(() => {
    try {
      return statSync(path).isDirectory() ? Effect.fail(refused(FileMessage.isFolder(path))) : work()
    } catch (cause) {
      return Effect.fail(environment(FileMessage.unreadable(path, codeOf(cause))))
    }
  })

/** Returns the code of a system error, such as `ENOENT`. */
export const codeOf = (cause: unknown): string =>
  cause instanceof Error && "code" in cause ? String(cause.code) : String(cause)
