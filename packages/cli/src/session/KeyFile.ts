/** Ed25519 keys in PEM files, and the checkpoints that they signed. */
import { createPublicKey, type KeyObject, verify } from "node:crypto"
import { basename } from "node:path"
import { Checkpoint } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as InputFile from "../output/InputFile.ts"
import * as CheckpointMessage from "../words/CheckpointMessage.ts"
import { type CommandFailure, refused } from "../words/CommandFailure.ts"
import * as FileMessage from "../words/FileMessage.ts"

export const read = Effect.fnUntraced(function* (
  path: string,
  parse: (pem: Buffer) => KeyObject,
): Effect.fn.Return<KeyObject, CommandFailure> {
  const { bytes } = yield* InputFile.readSmall(path)
  const wrong = refused(CheckpointMessage.notAKey(path))
  const key = yield* Effect.try({ try: () => parse(Buffer.from(bytes)), catch: () => wrong })
  return key.asymmetricKeyType === "ed25519" ? key : yield* Effect.fail(wrong)
})

/** Returns the 32 bytes of a public key, which end its DER form. */
export const publicBytes = (key: KeyObject): Uint8Array =>
  new Uint8Array(key.export({ format: "der", type: "spki" }).subarray(-32))

/** Reads a public key that verifies checkpoints. Its name is that of the file unless one is given. */
export const verifier = Effect.fnUntraced(function* (
  path: string,
  name: string | undefined,
): Effect.fn.Return<Checkpoint.Verifier, CommandFailure> {
  const key = yield* read(path, createPublicKey)
  return {
    name: name ?? basename(path).replace(/(?:\.pub)?\.[^.]+$/, ""),
    bytes: publicBytes(key),
    verify: (message, signature) => verify(null, message, key, signature),
  }
})

/** A signed checkpoint, and the name of its file. */
export interface SignedFile {
  readonly file: string
  readonly checkpoint: Checkpoint.Checkpoint
}

/** Reads a checkpoint that the key signed. */
export const checkpoint = Effect.fnUntraced(function* (
  path: string,
  verifier: Checkpoint.Verifier,
): Effect.fn.Return<SignedFile, CommandFailure> {
  const { bytes, name: file } = yield* InputFile.readSmall(path)
  const read = Checkpoint.open(new TextDecoder().decode(bytes), verifier, InputFile.sha256)
  const checkpoint = yield* Effect.mapError(Effect.fromResult(read), (facts) =>
    refused(FileMessage.within(file, CheckpointMessage.refusal(facts))),
  )
  return { file, checkpoint }
})
