/** Signed checkpoints: their text, their signatures, and their comparison with a journal. */
import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto"
import { Checkpoint, Finding, Journal } from "@grootboek/core"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { chain, rewritten, sha256 } from "../Sealed.ts"

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
const [owner, auditor, forger] = [keyOf("owner", 1), keyOf("auditor", 2), keyOf("owner", 3)]
const checkpoint = Checkpoint.of("grootboek.example/main", { position: 5, hash: entries[4]?.hash ?? "" })
const note = Result.getOrThrow(Checkpoint.sign(checkpoint, owner, sha256))
const opened = (text: string, key: Checkpoint.Verifier) => Checkpoint.open(text, key, sha256)
const refused = (text: string, key: Checkpoint.Verifier = owner) =>
  Result.match(opened(text, key), { onFailure: ({ _tag }) => _tag, onSuccess: () => "opened" })

/** Returns the note with another signature under the same key. */
const forged = (edit: (bytes: Buffer) => Buffer): string => {
  const encoded = note.slice(note.lastIndexOf(" ") + 1, -1)
  return note.replace(encoded, edit(Buffer.from(encoded, "base64")).toString("base64"))
}

describe("Checkpoint", () => {
  test("sign: writes a C2SP checkpoint: origin, count and hash, an empty line, a signature", () => {
    expect(note.split("\n").map((line) => line.replace(/ \S{92}$/, " SIGNATURE"))).toEqual([
      "grootboek.example/main",
      "5",
      Buffer.from(entries[4]?.hash ?? "", "hex").toString("base64"),
      "",
      "— owner SIGNATURE",
      "",
    ])
  })

  test("open: returns the statement when the key signed it", () => {
    expect(opened(note, owner)).toEqual(Result.succeed(checkpoint))
  })

  test("open: refuses the note with any bit flipped", () => {
    const bytes = Buffer.from(note)
    const accepted = Array.from({ length: bytes.length * 8 }, (_, bit) => bit).filter((bit) => {
      const other = Buffer.from(bytes)
      other[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      return refused(other.toString("utf8")) === "opened"
    })
    expect(accepted).toEqual([])
  })

  test("open: refuses a signature whose last character has other unused bits", () => {
    const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    const last = digits.indexOf(note.at(-3) ?? "")
    const other = [1, 2, 3].map((bits) => `${note.slice(0, -3)}${digits[last ^ bits]}=\n`)
    expect(other.map((text) => refused(text))).toEqual(["NotSignedBy", "NotSignedBy", "NotSignedBy"])
  })

  test("open: accepts a note with signatures of other keys", () => {
    const both = Checkpoint.cosign(note, auditor, sha256)
    expect([refused(both, owner), refused(both, auditor)]).toEqual(["opened", "opened"])
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
      "a signature of another key only",
      Result.getOrThrow(Checkpoint.sign(checkpoint, auditor, sha256)),
      "NotSignedBy",
    ],
  ])("open: refuses %s", (_, text, tag) => {
    expect(refused(text)).toBe(tag)
  })

  test("open: refuses a forged signature next to a valid one", () => {
    const other = forged((bytes) => bytes.fill(0, 4))
    expect(refused(note + other.slice(other.indexOf("—")))).toBe("ForgedSignature")
  })

  test("compare: reports a rewritten history from any entry on", () => {
    for (let from = 1; from <= 5; from++) {
      const other = rewritten(entries, from, (text) => text.replace(/"year":\d+/, '"year":2099'))
      const findings = Checkpoint.compare(checkpoint, { position: 5 }, other[4])
      expect(findings.map(({ code, position }) => [code, position])).toEqual([["CheckpointMismatch", 5]])
    }
    expect(Checkpoint.compare(checkpoint, { position: 5 }, entries[4])).toEqual([])
  })

  test("compare: reports removed entries at the end", () => {
    expect(Checkpoint.compare(checkpoint, { position: 4 }, undefined)[0]?.code).toBe("BeforeCheckpoint")
  })

  test("compare: reports nothing when the checkpoint is of an empty ledger", () => {
    expect(Checkpoint.compare(Checkpoint.of("o", Journal.genesis), Journal.genesis, undefined)).toEqual([])
  })

  test("published keys: are written and parsed as one line", () => {
    const line = Checkpoint.publish(owner, sha256)
    expect(line).toMatch(/^owner\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/)
    const { name, bytes } = Result.getOrThrow(Checkpoint.published(line, sha256))
    expect({ name, bytes }).toEqual({ name: "owner", bytes: owner.bytes })
    expect(Result.isFailure(Checkpoint.published(line.replace("owner", "other"), sha256))).toBe(true)
  })

  test("sign: refuses a name or an origin with a line end", () => {
    expect(Result.isFailure(Checkpoint.sign({ ...checkpoint, origin: "a\nb" }, owner, sha256))).toBe(true)
    expect(Result.isFailure(Checkpoint.sign(checkpoint, { ...owner, name: "two words" }, sha256))).toBe(true)
  })

  test("open: returns the reason for a refusal in full", () => {
    const failure = (result: Result.Result<unknown, Checkpoint.CheckpointRefusal>) =>
      Result.match(result, { onFailure: (refusal) => refusal, onSuccess: () => undefined })
    const signedByTwo = Checkpoint.cosign(note, auditor, sha256)
    expect([
      failure(Checkpoint.sign({ ...checkpoint, origin: "" }, owner, sha256)),
      failure(Checkpoint.sign(checkpoint, { ...owner, name: "a+b" }, sha256)),
      failure(opened("", owner)),
      failure(opened(signedByTwo, keyOf("other", 4))),
      failure(opened(note.replace("main", "side"), owner)),
      failure(Checkpoint.published("", sha256)),
    ]).toMatchInlineSnapshot(`
      [
        {
          "_tag": "NotACheckpoint",
          "problem": "originNotOneLine",
        },
        {
          "_tag": "NotACheckpoint",
          "problem": "keyNameHasBlanks",
        },
        {
          "_tag": "NotACheckpoint",
          "problem": "noSignedStatement",
        },
        {
          "_tag": "NotSignedBy",
          "name": "other",
          "signers": [
            "owner",
            "auditor",
          ],
        },
        {
          "_tag": "ForgedSignature",
          "name": "owner",
        },
        {
          "_tag": "NotACheckpoint",
          "problem": "notAPublishedKey",
        },
      ]
    `)
  })

  test("sign: accepts an origin and a key name of 255 characters at most", () => {
    const signs = (origin: string, name = "owner") =>
      Result.isSuccess(Checkpoint.sign({ ...checkpoint, origin }, { ...owner, name }, sha256))
    expect(["x".repeat(255), "é e", "a+b"].map((origin) => signs(origin))).toEqual([true, true, true])
    expect(["", "x".repeat(256), "a\nb", "\na", "a\n", "\ud800"].map((origin) => signs(origin))).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
    ])
    expect(["x".repeat(255), "é"].map((name) => signs("o", name))).toEqual([true, true])
    expect(
      ["", "x".repeat(256), "a b", " a", "a ", "a+b", "+a", "a+", "a\n", "\na", "\ud800"].map((name) =>
        signs("o", name),
      ),
    ).toEqual(Array.from({ length: 11 }, () => false))
  })

  test("compare: reports both lengths or both hashes", () => {
    const hash = "ab".repeat(32)
    const entry = entries[1] as Journal.Sealed
    const two = Checkpoint.of("o", { position: 2, hash })
    const cut = {
      code: "BeforeCheckpoint",
      position: 2,
      field: "(checkpoint)",
      offset: 0,
      facts: { _tag: "BeforeCheckpoint", entries: 2, last: 1 },
    }
    expect(Checkpoint.compare(two, { position: 1 }, undefined)).toEqual([cut])
    expect(Checkpoint.compare(two, { position: 1 }, entry)).toEqual([cut])
    expect(Checkpoint.compare(two, { position: 2 }, undefined)).toEqual([
      { ...cut, facts: { ...cut.facts, last: 2 } },
    ])
    expect(Checkpoint.compare(two, { position: 7 }, entry)).toEqual([
      {
        ...cut,
        code: "CheckpointMismatch",
        facts: { _tag: "CheckpointMismatch", entries: 2, hash: entry.hash, signed: hash },
      },
    ])
  })

  test.each([
    ["three lines without a signature", "o\n5\nx\n\n"],
    ["a line before it", `\n${note}`],
    ["a line after it", `${note}\n`],
    ["a signature that is not on a line of its own", note.slice(0, -1)],
    ["a hash of another length", note.replace(/\n([A-Za-z0-9+/]{42})[A-Za-z0-9+/]=\n/, "\n$1=\n")],
    ["a count of seventeen digits", note.replace("\n5\n", `\n1${"0".repeat(16)}\n`)],
    ["a count below zero", note.replace("\n5\n", "\n-5\n")],
    ["another line before its origin", `more\n${note}`],
    ["a text after its hash", note.replace("=\n\n", "=x\n\n")],
  ])("open: refuses %s as not a checkpoint", (_, text) => {
    expect(refused(text)).toBe("NotACheckpoint")
  })

  test.each([0, 10, 999_999_999_999_999])("open: accepts a count of %i entries", (position) => {
    const counted = Checkpoint.of("o", { position, hash: "0f".repeat(32) })
    expect(opened(Result.getOrThrow(Checkpoint.sign(counted, owner, sha256)), owner)).toEqual(
      Result.succeed(counted),
    )
  })

  test("open: refuses a signature of another length or under another key id", () => {
    const shorter = forged((bytes) => bytes.subarray(0, 66))
    const other = forged((bytes) => Buffer.concat([Buffer.from([1, 2, 3, 4]), bytes.subarray(4)]))
    expect([refused(shorter), refused(other)]).toEqual(["NotSignedBy", "NotSignedBy"])
  })

  test("open: refuses lines that only look like a signature of the key", () => {
    const renamed = note.replace("— owner", "— auditor")
    const inside = note.replace("— owner", "— see — owner")
    const behind = note.replace(/\n$/, " x\n")
    expect([renamed, inside, behind].map((text) => refused(text))).toEqual(Array(3).fill("NotSignedBy"))
    // Base64 texts of every length; those of whole bytes have four letters for every three bytes.
    for (const encoded of ["A", "AA", "AAA", "AAAA", "AAAAA", "AA==", "AAA=", "A=", "A=="]) {
      const failure = Result.getOrThrow(Result.flip(opened(note.replace(/\S+\n$/, `${encoded}\n`), owner)))
      expect(failure).toEqual({ _tag: "NotSignedBy", name: "owner", signers: ["owner"] })
    }
  })

  test("published keys: rejects any other form", () => {
    const line = Checkpoint.publish(owner, sha256)
    const isKey = (text: string) => Result.isSuccess(Checkpoint.published(text, sha256))
    const [name, id, encoded = ""] = line.split("+", 2).concat(line.slice(line.indexOf("+", 6) + 1))
    expect(isKey(`${line}\n`)).toBe(true)
    const bytes = Buffer.from(encoded, "base64")
    const otherKind = Buffer.concat([Buffer.from([2]), bytes.subarray(1)]).toString("base64")
    for (const text of [
      ` ${line}`,
      `${line}x`,
      `x${line}`,
      `${name}+${id}+${otherKind}`,
      `${name}+${"0".repeat(8)}+${encoded}`,
      `${name}+${id}+${encoded.slice(0, 40)}`,
      `${name}+${id}`,
    ])
      expect(isKey(text), text).toBe(false)
  })
})

describe("Checkpoint: the origin and the root", () => {
  test("originOf: names the entity, or the ledger when there is no plan", () => {
    expect([Checkpoint.originOf("Gemeente Voorbeeld"), Checkpoint.originOf(undefined)]).toEqual([
      "grootboek/Gemeente Voorbeeld",
      "grootboek/ledger",
    ])
  })

  test("compareOrigin: reports the checkpoint of another ledger", () => {
    expect(Checkpoint.compareOrigin(checkpoint, "grootboek.example/main")).toEqual([])
    expect(Checkpoint.compareOrigin(checkpoint, "grootboek.example/side")).toEqual([
      Finding.of(
        { _tag: "OtherOrigin", origin: "grootboek.example/main", expected: "grootboek.example/side" },
        { position: 5, field: "(checkpoint)", offset: 0 },
      ),
    ])
  })

  test("text: has a fourth line with the root when there is one", () => {
    const head = { position: 5, hash: "ab".repeat(32) }
    const rooted = Checkpoint.of("grootboek.example/main", head, "cd".repeat(32))
    expect(rooted).toStrictEqual({
      origin: "grootboek.example/main",
      entries: 5,
      hash: "ab".repeat(32),
      root: "cd".repeat(32),
    })
    const base64 = (byte: string) => Buffer.from(byte.repeat(32), "hex").toString("base64")
    expect(Checkpoint.text(rooted)).toBe(
      `grootboek.example/main\n5\n${base64("ab")}\nrfc6962 ${base64("cd")}\n`,
    )
    const signed = Result.getOrThrow(Checkpoint.sign(rooted, owner, sha256))
    expect(opened(signed, owner)).toStrictEqual(Result.succeed(rooted))
    expect("root" in Checkpoint.of("a", head)).toBe(false)
    expect(Result.map(opened(note, owner), (found) => "root" in found)).toEqual(Result.succeed(false))
  })
})
