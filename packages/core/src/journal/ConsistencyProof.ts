/**
 * A proof that one checkpoint continues another: the hashes of a few subtrees, as text.
 *
 * ```
 * grootboek/consistency
 * ORIGIN
 * OLD ENTRIES
 * NEW ENTRIES
 * HASH …
 * ```
 *
 * Hashes are base64, one a line. An auditor who has two signed checkpoints verifies the proof without the journal.
 *
 * ```ts
 * const proof = { origin: "grootboek/Demo", sizes: { old: 2, new: 2 }, hashes: [] }
 * const text = ConsistencyProof.write(proof)
 * Result.getOrThrow(ConsistencyProof.read(text)).sizes // => { old: 2, new: 2 }
 * const old = { origin: "grootboek/Demo", entries: 2, hash: "ab", root: "cd" }
 * Result.isSuccess(ConsistencyProof.verify({ old, next: old }, proof, sha256)) // => true
 * ```
 */
import * as Result from "effect/Result"
import type { Sha256 } from "../codec/Envelope.ts"
import { base64, fromBase64, fromHex, hex } from "./ByteText.ts"
import type { Checkpoint } from "./Checkpoint.ts"
import * as MerkleTree from "./MerkleTree.ts"

/** A proof: the ledger, the sizes of both trees, and the hashes as 64 hexadecimal digits. */
export interface ConsistencyProof {
  readonly origin: string
  readonly sizes: MerkleTree.TreeSizes
  readonly hashes: ReadonlyArray<string>
}

/** Why a proof does not show that one checkpoint continues another. */
export type ConsistencyRefusal =
  | { readonly _tag: "NotAProof" }
  /** An earlier checkpoint has no root. */
  | { readonly _tag: "RootMissing"; readonly entries: number }
  | {
      readonly _tag: "OtherProof"
      readonly proved: MerkleTree.TreeSizes
      readonly asked: MerkleTree.TreeSizes
    }
  | { readonly _tag: "OtherLedger"; readonly origins: ReadonlyArray<string> }
  | { readonly _tag: "NotContinued"; readonly asked: MerkleTree.TreeSizes }

/** Writes a proof. */
export const write = ({ origin, sizes, hashes }: ConsistencyProof): string =>
  [mark, origin, sizes.old, sizes.new, ...hashes.map((hash) => base64(fromHex(hash))), ""].join("\n")

/** Parses a proof; fails with `NotAProof` for a text in another form. */
export const read = (text: string): Result.Result<ConsistencyProof, ConsistencyRefusal> => {
  const [first, origin, old, size, ...rest] = text.split("\n")
  const [end, ...hashes] = rest.toReversed()
  const isWhole =
    first === mark &&
    origin !== undefined &&
    end === "" &&
    hashes.every((hash) => /^[A-Za-z0-9+/]{43}=$/.test(hash))
  if (!isWhole || ![old, size].every((number) => /^(0|[1-9]\d{0,15})$/.test(number ?? "")))
    return Result.fail({ _tag: "NotAProof" })
  const sizes = { old: Number(old), new: Number(size) }
  return Result.succeed({ origin, sizes, hashes: hashes.toReversed().map((hash) => hex(fromBase64(hash))) })
}

/** Verifies that a proof shows that a new checkpoint continues an old one. */
export const verify = (
  { old, next }: { readonly old: Checkpoint; readonly next: Checkpoint },
  proof: ConsistencyProof,
  sha256: Sha256,
): Result.Result<void, ConsistencyRefusal> => {
  const origins = [...new Set([old.origin, next.origin, proof.origin])]
  if (origins.length > 1) return Result.fail({ _tag: "OtherLedger", origins })
  const asked = { old: old.entries, new: next.entries }
  if (proof.sizes.old !== asked.old || proof.sizes.new !== asked.new)
    return Result.fail({ _tag: "OtherProof", proved: proof.sizes, asked })
  const [oldRoot, newRoot] = [old.root, next.root]
  if (oldRoot === undefined) return Result.fail({ _tag: "RootMissing", entries: old.entries })
  if (newRoot === undefined) return Result.fail({ _tag: "RootMissing", entries: next.entries })
  return MerkleTree.isContinued({ sizes: asked, oldRoot, newRoot, proof: proof.hashes }, sha256)
    ? Result.succeed(undefined)
    : Result.fail({ _tag: "NotContinued", asked })
}

const mark = "grootboek/consistency"
