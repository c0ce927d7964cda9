/** What files of a reader prove about the journal of the W13 plan. */
import { generateKeyPairSync, sign } from "node:crypto"
import { readFileSync } from "node:fs"
import { AuditPage } from "@grootboek/audit-page"
import { Archive, Checkpoint, Replay } from "@grootboek/core"
import * as Result from "effect/Result"
import { expect, test } from "vitest"
import * as Evidence from "../../src/model/Evidence.ts"
import * as W13 from "../W13.ts"

const sealed = W13.sealed()
const replay = Replay.begin(W13.sha256)
for (const one of sealed) Result.getOrThrow(Result.mapError(replay.take(one), JSON.stringify))
const opened = { ledger: replay.ledger, sealed }
const of = (file: Uint8Array, key = "") => Evidence.of(opened, file, key)
const bytes = (text: string) => new TextEncoder().encode(text)

test("source file: each posting is beside its line, and one changed byte makes it unknown", async () => {
  const file = readFileSync(new URL("../../../../examples/w13/data/budget-lines.csv", import.meta.url))
  const found = await of(file)
  if (found.kind !== "source") throw new Error(found.kind)
  expect(found.sha256).toBe(W13.sha256(file))
  expect(found.entries).toBeGreaterThan(50)
  for (const { text, posting } of found.postings) expect(text).toContain(posting.place.account)
  const changed = Uint8Array.from(file)
  changed[100] = (changed[100] ?? 0) ^ 1
  expect((await of(changed)).kind).toBe("unknown")
})

test("export and page: are the same up to the entry that differs, and damage is counted", async () => {
  const whole = Archive.write(sealed)
  expect(await of(whole)).toEqual({ kind: "journal", same: 75, theirs: 75, ours: 75, findings: 0 })
  expect(await of(Archive.write(sealed.slice(0, 20)))).toMatchObject({ same: 20, theirs: 20, findings: 0 })
  expect(await of(bytes(AuditPage.render({ journal: sealed.slice(0, 30) })))).toMatchObject({
    same: 30,
    theirs: 30,
  })
  expect(await of(Archive.write(W13.sealed("Ander bestuur")))).toMatchObject({
    same: 0,
    theirs: 75,
    findings: 0,
  })
  const changed = Uint8Array.from(whole)
  changed[5_000] = (changed[5_000] ?? 0) ^ 1
  const damaged = await of(changed)
  expect(damaged.kind === "journal" && damaged.findings > 0).toBe(true)
  // A changed body under its old hash is not the same entry.
  const lineAt = whole.subarray(0, 5_000).filter((byte) => byte === 10).length
  expect(damaged).toMatchObject({ same: lineAt, theirs: 75 })
  const page = AuditPage.render({ journal: sealed }).replace(
    /(id="journal">\n[^\n]{4000})./,
    (_, before: string) => `${before}!`,
  )
  const cut = await of(bytes(page))
  expect(cut.kind === "journal" && cut.findings > 0 && cut.same === cut.theirs && cut.same < 75).toBe(true)
})

test("checkpoint: its signature is checked, and its hash compared with the entry", async () => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519")
  const raw = publicKey.export({ type: "spki", format: "der" }).subarray(-32)
  const signer = {
    name: "auditor",
    bytes: new Uint8Array(raw),
    sign: (message: Uint8Array) => new Uint8Array(sign(null, message, privateKey)),
  }
  const key = Checkpoint.publish(signer, W13.sha256)
  const note = (position: number, hash: string): string =>
    Result.getOrThrow(
      Result.mapError(
        Checkpoint.sign(Checkpoint.of("grootboek/W13", { position, hash }), signer, W13.sha256),
        JSON.stringify,
      ),
    )
  const at = (position: number) => sealed[position - 1]?.hash ?? ""
  const same = note(60, at(60))
  expect(await of(bytes(same), key)).toEqual({
    kind: "checkpoint",
    entries: 60,
    origin: "grootboek/W13",
    verdict: "same",
  })
  expect(await of(bytes(note(60, at(61))), key)).toMatchObject({ verdict: "other" })
  expect(await of(bytes(note(76, at(75))), key)).toMatchObject({ verdict: "beyond" })
  expect(await of(bytes(same.replace("\n60\n", "\n61\n")), key)).toEqual({
    kind: "unsigned",
    problem: "ForgedSignature",
  })
  expect(await of(bytes(same))).toEqual({ kind: "unsigned", problem: "KeyMissing" })
  expect(await of(bytes(same), key.slice(0, -9))).toEqual({ kind: "unsigned", problem: "NotAKey" })
  expect(await of(bytes(same.replace("\n60\n", "\nzestig\n")), key)).toEqual({
    kind: "unsigned",
    problem: "NotACheckpoint",
  })
  expect(await of(bytes(note(0, "0".repeat(64))), key)).toMatchObject({ entries: 0, verdict: "same" })
  const other = { ...signer, name: "iemand" }
  expect(await of(bytes(same), Checkpoint.publish(other, W13.sha256))).toEqual({
    kind: "unsigned",
    problem: "NotSignedBy",
  })
})
