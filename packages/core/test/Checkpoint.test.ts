import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto"
import { Checkpoint, Journal } from "@grootboek/core"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { chain, rewritten, sha256 } from "./Sealed.ts"

// A PKCS #8 Ed25519 key is these bytes and a seed of 32; a fixed seed makes the signature a golden.
const keyOf = (name: string, seed: number): Checkpoint.Signer & Checkpoint.Verifier => {
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), Buffer.alloc(32, seed)])
  const secret = createPrivateKey({ key: der, format: "der", type: "pkcs8" })
  const shared = createPublicKey(secret)
  return {
    name,
    bytes: new Uint8Array(shared.export({ format: "der", type: "spki" }).subarray(-32)),
    sign: (message) => new Uint8Array(sign(null, message, secret)),
    verify: (message, signature) => verify(null, message, shared, signature),
  }
}

const entries = chain(5)
const [board, auditor, forger] = [keyOf("board", 1), keyOf("auditor", 2), keyOf("board", 3)]
const checkpoint = Checkpoint.of("grootboek.example/main", { position: 5, hash: entries[4]?.hash ?? "" })
const note = Result.getOrThrow(Checkpoint.sign(checkpoint, board, sha256))
const opened = (text: string, key: Checkpoint.Verifier) => Checkpoint.open(text, key, sha256)
const refused = (text: string, key: Checkpoint.Verifier = board) =>
  Result.match(opened(text, key), { onFailure: ({ _tag }) => _tag, onSuccess: () => "opened" })

/** The note with another signature under the same key. */
const forged = (edit: (bytes: Buffer) => Buffer): string => {
  const encoded = note.slice(note.lastIndexOf(" ") + 1, -1)
  return note.replace(encoded, edit(Buffer.from(encoded, "base64")).toString("base64"))
}

describe("a checkpoint", () => {
  test("is a C2SP checkpoint: origin, count and hash, an empty line, a signature", () => {
    expect(note.split("\n").map((line) => line.replace(/ \S{92}$/, " SIGNATURE"))).toEqual([
      "grootboek.example/main",
      "5",
      Buffer.from(entries[4]?.hash ?? "", "hex").toString("base64"),
      "",
      "— board SIGNATURE",
      "",
    ])
  })

  test("opens for the key that signed it, and says what was signed", () => {
    expect(opened(note, board)).toEqual(Result.succeed(checkpoint))
  })

  test("keeps the signatures of others beside its own", () => {
    const both = Checkpoint.cosign(note, auditor, sha256)
    expect([refused(both, board), refused(both, auditor)]).toEqual(["opened", "opened"])
  })

  test.each([
    ["another count", note.replace("\n5\n", "\n4\n"), "ForgedSignature"],
    ["another origin", note.replace("main", "side"), "ForgedSignature"],
    ["an added line", note.replace("\n\n", "\nmore\n\n"), "ForgedSignature"],
    ["a flipped signature", forged((bytes) => bytes.fill((bytes[40] ?? 0) ^ 1, 40, 41)), "ForgedSignature"],
    ["no signature", note.slice(0, note.indexOf("—")), "NotACheckpoint"],
    ["a count with a leading zero", note.replace("\n5\n", "\n05\n"), "NotACheckpoint"],
    ["an empty text", "", "NotACheckpoint"],
    [
      "another key of the same name",
      Result.getOrThrow(Checkpoint.sign(checkpoint, forger, sha256)),
      "NotSignedBy",
    ],
    [
      "a signature of somebody else only",
      Result.getOrThrow(Checkpoint.sign(checkpoint, auditor, sha256)),
      "NotSignedBy",
    ],
  ])("with %s is refused", (_, text, tag) => {
    expect(refused(text)).toBe(tag)
  })

  test("with a forged signature beside the true one is refused", () => {
    const other = forged((bytes) => bytes.fill(0, 4))
    expect(refused(note + other.slice(other.indexOf("—")))).toBe("ForgedSignature")
  })

  test("shows a history that was rewritten, from whatever entry", () => {
    for (let from = 1; from <= 5; from++) {
      const other = rewritten(entries, from, (text) => text.replace(/"year":\d+/, '"year":2099'))
      const findings = Checkpoint.compare(checkpoint, { position: 5 }, other[4])
      expect(findings.map(({ code, position }) => [code, position])).toEqual([["CheckpointMismatch", 5]])
    }
    expect(Checkpoint.compare(checkpoint, { position: 5 }, entries[4])).toEqual([])
  })

  test("shows a tail that was cut off", () => {
    expect(Checkpoint.compare(checkpoint, { position: 4 }, undefined)[0]?.code).toBe("BeforeCheckpoint")
  })

  test("of an empty ledger promises nothing", () => {
    expect(Checkpoint.compare(Checkpoint.of("o", Journal.genesis), Journal.genesis, undefined)).toEqual([])
  })

  test("has keys that are published on one line", () => {
    const line = Checkpoint.publish(board, sha256)
    expect(line).toMatch(/^board\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/)
    const { name, bytes } = Result.getOrThrow(Checkpoint.published(line, sha256))
    expect({ name, bytes }).toEqual({ name: "board", bytes: board.bytes })
    expect(Result.isFailure(Checkpoint.published(line.replace("board", "other"), sha256))).toBe(true)
  })

  test("is not signed under a name or an origin that would break its lines", () => {
    expect(Result.isFailure(Checkpoint.sign({ ...checkpoint, origin: "a\nb" }, board, sha256))).toBe(true)
    expect(Result.isFailure(Checkpoint.sign(checkpoint, { ...board, name: "two words" }, sha256))).toBe(true)
  })
})
