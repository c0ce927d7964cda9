/** Signed checkpoints from the command line: messages about a journal, key and note that do not match. */
import { generateKeyPairSync } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { declared, file, folder, grootboek, must, w13 } from "@grootboek/testing/CommandLine"
import { beforeAll, expect, test } from "vitest"

const dir = folder()
let ledger = ""
const note = join(dir, "note")

/** A key pair in two files. */
const keys = (name: string): { readonly secret: string; readonly open: string } => {
  const pair = generateKeyPairSync("ed25519")
  return {
    secret: file(dir, `${name}.pem`, pair.privateKey.export({ format: "pem", type: "pkcs8" })),
    open: file(dir, `${name}.pub.pem`, pair.publicKey.export({ format: "pem", type: "spki" })),
  }
}
const [keeper, stranger] = [keys("keeper"), keys("stranger")]

const check = (checkpoint: string, key: string, of = ledger) =>
  grootboek("checkpoint", "check", checkpoint, "--ledger", of, "--key", key, "--key-name", "w13.be/keeper")

beforeAll(async () => {
  ledger = await declared(dir)
  const signer = ["--key", keeper.secret, "--key-name", "w13.be/keeper"]
  await must("checkpoint", "sign", "--ledger", ledger, ...signer, "--out", note)
})

test("a checkpoint holds for its own journal, also when more was recorded since", async () => {
  expect(await check(note, keeper.open)).toMatchObject({ status: 0 })
  await must("import", w13("opening.csv"), "--ledger", ledger, "--as", "opening")
  const { status, out, err } = await check(note, keeper.open)
  expect([status, out + err]).toEqual([0, expect.stringContaining("1 came since")])
})

test("another journal is not the one that was signed", async () => {
  const other = await declared(dir, join(dir, "other.db"))
  const { status, out, err } = await check(note, keeper.open, other)
  expect([status, out + err]).toEqual([1, expect.stringContaining("CheckpointMismatch")])
})

test("a changed count makes the signature false", async () => {
  const lines = readFileSync(note, "utf8").split("\n")
  const changed = file(dir, "changed", lines.with(1, String(Number(lines[1]) - 1)).join("\n"))
  const { status, out, err } = await check(changed, keeper.open)
  expect([status, out + err]).toEqual([1, expect.stringContaining("is false")])
})

test("check: distinguishes another key with the signer's name from a missing signature", async () => {
  const wrong = await check(note, stranger.open)
  expect([wrong.status, wrong.out + wrong.err]).toEqual([
    1,
    expect.stringContaining("by another key than this one"),
  ])
  const { status, out, err } = await grootboek(
    "checkpoint",
    "check",
    note,
    "--ledger",
    ledger,
    "--key",
    keeper.open,
  )
  expect([status, out + err]).toEqual([1, expect.stringContaining("name the right key with --key-name")])
})
