/**
 * A signed statement of the length of a ledger and its last hash.
 *
 * A hash chain alone proves nothing against the owner of the file, who can write another chain. A checkpoint that another
 * party keeps shows such a change. The text is a C2SP checkpoint (c2sp.org/tlog-checkpoint), signed as a C2SP note with
 * Ed25519. The hash of the last entry is used in place of the root hash of a transparency log. An extension line has the root of
 * a Merkle tree over all entries, which proves without the journal that a later checkpoint continues this one.
 *
 * The signing function is injected: `core` contains no keys and no cryptography.
 *
 * ```ts
 * // In a program, `sign` and `verify` are Ed25519.
 * const key = { name: "demo", bytes: new Uint8Array(32), sign: () => new Uint8Array(64), verify: () => true }
 * const checkpoint = Checkpoint.of(Checkpoint.originOf("Demo"), Journal.headOf(entry))
 * Checkpoint.text(checkpoint).split("\n").slice(0, 2) // => ["grootboek/Demo", "4"]
 * const note = Result.getOrThrow(Checkpoint.sign(checkpoint, key, sha256))
 * Result.getOrThrow(Checkpoint.open(note, key, sha256)).entries // => 4
 * Checkpoint.cosign(note, key, sha256).length > note.length // => true
 * Checkpoint.compare(checkpoint, { position: 9 }, sealedEntry) // => []
 * Checkpoint.compareOrigin(checkpoint, "grootboek/Other").map(({ code }) => code) // => ["OtherOrigin"]
 * Result.getOrThrow(Checkpoint.published(Checkpoint.publish(key, sha256), sha256)).name // => "demo"
 * ```
 */
import * as Result from "effect/Result"
import { encoder } from "../value/Utf8.ts"
import { base64, fromBase64, fromHex, hex } from "./ByteText.ts"
import * as Finding from "./Finding.ts"
import type { Head, Sealed, Sha256 } from "./Journal.ts"

/**
 * The statement: the ledger, the number of entries, the hash of the last as 64 hexadecimal digits, and the root of the tree
 * over the hashes of all entries, which earlier checkpoints do not have.
 */
export interface Checkpoint {
  readonly origin: string
  readonly entries: number
  readonly hash: string
  readonly root?: string
}

/** A public key and the name that precedes its signatures. */
export interface PublicKey {
  readonly name: string
  /** The 32 bytes of an Ed25519 public key. */
  readonly bytes: Uint8Array
}

/** A key that can sign: returns the 64 bytes of an Ed25519 signature. */
export interface Signer extends PublicKey {
  readonly sign: (message: Uint8Array) => Uint8Array
}

/** A key that can verify a signature. */
export interface Verifier extends PublicKey {
  readonly verify: (message: Uint8Array, signature: Uint8Array) => boolean
}

/** What is wrong with a text, an origin or a key that is not in the format of a checkpoint. */
export type FormatProblem = "originNotOneLine" | "keyNameHasBlanks" | "noSignedStatement" | "notAPublishedKey"

/** Why a text is not a checkpoint that this key signed. */
export type CheckpointRefusal =
  | { readonly _tag: "NotACheckpoint"; readonly problem: FormatProblem }
  | { readonly _tag: "NotSignedBy"; readonly name: string; readonly signers: ReadonlyArray<string> }
  | { readonly _tag: "ForgedSignature"; readonly name: string }

/** Returns the origin of the ledger of an entity: the name of the entity, as the plan in the journal has it. */
export const originOf = (entity: string | undefined): string => `grootboek/${entity ?? "ledger"}`

/** Compares the origin of a checkpoint with that of the ledger. */
export const compareOrigin = (
  { origin, entries }: Checkpoint,
  expected: string,
): ReadonlyArray<Finding.Finding> =>
  origin === expected
    ? []
    : [
        Finding.of(
          { _tag: "OtherOrigin", origin, expected },
          { position: entries, field: "(checkpoint)", offset: 0 },
        ),
      ]

/** Returns the checkpoint of a head, with the root of its tree when there is one. */
export const of = (
  origin: string,
  { position, hash }: Pick<Head, "position" | "hash">,
  root?: string,
): Checkpoint => ({ origin, entries: position, hash, ...(root === undefined ? {} : { root }) })

/** Returns the signed text: three lines, and a fourth with the root. */
export const text = ({ origin, entries, hash, root }: Checkpoint): string =>
  `${origin}\n${entries}\n${base64(fromHex(hash))}\n${root === undefined ? "" : `${rootMark}${base64(fromHex(root))}\n`}`

const rootMark = "rfc6962 "

/** Signs a checkpoint and returns the whole file. {@link cosign} adds a line for each further signature. */
export const sign = (
  checkpoint: Checkpoint,
  signer: Signer,
  sha256: Sha256,
): Result.Result<string, CheckpointRefusal> => {
  if (!/^[^\p{Cc}\p{Cs}]{1,255}$/u.test(checkpoint.origin))
    return Result.fail({ _tag: "NotACheckpoint", problem: "originNotOneLine" })
  if (!/^[^\s+\p{Cc}\p{Cs}]{1,255}$/u.test(signer.name))
    return Result.fail({ _tag: "NotACheckpoint", problem: "keyNameHasBlanks" })
  return Result.succeed(`${text(checkpoint)}\n${signature(text(checkpoint), signer, sha256)}`)
}

/** Adds another signature to a signed checkpoint. */
export const cosign = (note: string, signer: Signer, sha256: Sha256): string =>
  `${note}${signature(`${note.split("\n\n", 1)[0]}\n`, signer, sha256)}`

/** Parses a signed checkpoint and returns its statement when this key signed it. */
export const open = (
  note: string,
  key: Verifier,
  sha256: Sha256,
): Result.Result<Checkpoint, CheckpointRefusal> => {
  const found = groups(
    /^(([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n(?:[^\n]+\n)*)\n((?:— [^\n]+\n)+)$/.exec(note),
  )
  if (found === undefined) return Result.fail({ _tag: "NotACheckpoint", problem: "noSignedStatement" })
  const [signed, origin, entries, hash, signatures] = found
  const lines = [...signatures.matchAll(/^— (\S+) ([A-Za-z0-9+/]+={0,2})$/gm)].map(([, name, encoded]) => ({
    name: name as string,
    bytes: fromBase64(encoded as string),
  }))
  const mine = lines.filter(
    ({ name, bytes }) =>
      name === key.name && bytes.length === 68 && hex(bytes.subarray(0, 4)) === keyId(key, sha256),
  )
  if (mine.length === 0)
    return Result.fail({ _tag: "NotSignedBy", name: key.name, signers: lines.map(({ name }) => name) })
  const message = encoder.encode(signed)
  if (!mine.every(({ bytes }) => key.verify(message, bytes.subarray(4))))
    return Result.fail({ _tag: "ForgedSignature", name: key.name })
  const [, root] = /\nrfc6962 ([A-Za-z0-9+/]{43}=)\n/.exec(signed) ?? []
  return Result.succeed({
    origin,
    entries: Number(entries),
    hash: hex(fromBase64(hash)),
    ...(root === undefined ? {} : { root: hex(fromBase64(root)) }),
  })
}

/** Compares a checkpoint with a journal: its current head, and its entry at the position of the checkpoint. */
export const compare = (
  checkpoint: Checkpoint,
  head: Pick<Head, "position">,
  entry: Sealed | undefined,
): ReadonlyArray<Finding.Finding> => {
  const { entries, hash } = checkpoint
  const where = { position: entries, field: "(checkpoint)", offset: 0 }
  if (entries === 0) return []
  if (head.position < entries || entry === undefined)
    return [Finding.of({ _tag: "BeforeCheckpoint", entries, last: head.position }, where)]
  if (entry.hash === hash) return []
  return [Finding.of({ _tag: "CheckpointMismatch", entries, hash: entry.hash, signed: hash }, where)]
}

/** Returns a public key as one line, to publish: `name+id+base64`. */
export const publish = (key: PublicKey, sha256: Sha256): string =>
  `${key.name}+${keyId(key, sha256)}+${base64(new Uint8Array([ed25519, ...key.bytes]))}`

/** Parses a published key. */
export const published = (line: string, sha256: Sha256): Result.Result<PublicKey, CheckpointRefusal> => {
  const found = groups(/^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})\s*$/.exec(line))
  if (found !== undefined) {
    const [name, id, encoded] = found
    const bytes = fromBase64(encoded)
    const key = { name, bytes: bytes.subarray(1) }
    if (bytes[0] === ed25519 && keyId(key, sha256) === id) return Result.succeed(key)
  }
  return Result.fail({ _tag: "NotACheckpoint", problem: "notAPublishedKey" })
}

const ed25519 = 1

const signature = (signed: string, signer: Signer, sha256: Sha256): string => {
  const id = fromHex(keyId(signer, sha256))
  return `— ${signer.name} ${base64(new Uint8Array([...id, ...signer.sign(encoder.encode(signed))]))}\n`
}

const keyId = ({ name, bytes }: PublicKey, sha256: Sha256): string =>
  sha256(new Uint8Array([...encoder.encode(`${name}\n`), ed25519, ...bytes])).slice(0, 8)

/** The groups of a match, at most five. */
type Groups = [string, string, string, string, string]

/** Returns the groups of a match; every group of the pattern must take part in it. */
const groups = (found: RegExpExecArray | null): Groups | undefined =>
  found === null ? undefined : (found.slice(1) as Groups)
