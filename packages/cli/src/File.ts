/** Files that the user names: read whole with their hash, or written without being left half-written. */
import { hash } from "node:crypto"
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import * as Effect from "effect/Effect"
import { environment, type Failure, refused } from "./Failure.ts"

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
  Effect.suspend(() => {
    try {
      if (statSync(path).isDirectory()) {
        return Effect.fail(
          refused({
            en: `${path}: this is a folder; name the file in it`,
            nl: `${path}: dit is een map; noem het bestand erin`,
          }),
        )
      }
      const bytes = readFileSync(path)
      return Effect.succeed({ path, name: basename(path), bytes, sha256: sha256(bytes) })
    } catch (cause) {
      return Effect.fail(unreadable(path, cause))
    }
  })

/** Writes a file whole: beside it first, then in its place. */
export const write = (path: string, content: string | Uint8Array): Effect.Effect<void, Failure> =>
  Effect.suspend(() => {
    try {
      mkdirSync(dirname(path), { recursive: true })
      const draft = join(dirname(path), `.${basename(path)}.${process.pid}.part`)
      writeFileSync(draft, content)
      renameSync(draft, path)
      return Effect.void
    } catch (cause) {
      return Effect.fail(
        environment({
          en: `${path}: cannot be written (${reason(cause)}); check the folder and its permissions`,
          nl: `${path}: kan niet worden geschreven (${reason(cause)}); controleer de map en de rechten`,
        }),
      )
    }
  })

const unreadable = (path: string, cause: unknown): Failure =>
  environment({
    en: `${path}: cannot be read (${reason(cause)}); check the path and its permissions`,
    nl: `${path}: kan niet worden gelezen (${reason(cause)}); controleer het pad en de rechten`,
  })

const reason = (cause: unknown): string =>
  cause instanceof Error && "code" in cause ? String(cause.code) : String(cause)
