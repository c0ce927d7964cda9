/** Signed checkpoints from the command line: messages about a journal, key and note that do not match. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { another, declared, file, folder, grootboek, json, must, w13 } from "@grootboek/testing/CommandLine"
import { beforeAll, expect, test } from "vitest"
import * as gallery from "./checkpointGallery.ts"

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

const signed = async (of: string): Promise<string> =>
  must("checkpoint", "sign", "--ledger", of, "--key", keeper.secret, "--key-name", "w13.be/keeper")

const signatureOf = (message: Uint8Array): string => {
  const secret = createPrivateKey(readFileSync(keeper.secret))
  const raw = createPublicKey(secret).export({ format: "der", type: "spki" }).subarray(-32)
  const id = createHash("sha256").update("w13.be/keeper\n").update(Buffer.of(1)).update(raw).digest()
  const signature = sign(null, message, secret)
  return `\u2014 w13.be/keeper ${Buffer.concat([id.subarray(0, 4), signature]).toString("base64")}\n`
}

beforeAll(async () => {
  ledger = await declared(dir)
  const signer = ["--key", keeper.secret, "--key-name", "w13.be/keeper"]
  await must("checkpoint", "sign", "--ledger", ledger, ...signer, "--out", note)
})

test("check: accepts the checkpoint of its own journal when more was recorded since", async () => {
  expect(await check(note, keeper.open)).toMatchObject({ status: 0 })
  await must("import", w13("opening.csv"), "--ledger", ledger, "--as", "opening")
  const { status, out, err } = await check(note, keeper.open)
  expect([status, out + err]).toEqual([0, expect.stringContaining("1 came since")])
})

test("check: rejects another journal", async () => {
  const other = await another(dir, "other.db")
  const { status, out, err } = await check(note, keeper.open, other)
  expect([status, out + err]).toEqual([1, expect.stringContaining("CheckpointMismatch")])
})

test("check: rejects the signature when the count changed", async () => {
  const lines = readFileSync(note, "utf8").split("\n")
  const changed = file(dir, "changed", lines.with(1, String(Number(lines[1]) - 1)).join("\n"))
  const { status, out, err } = await check(changed, keeper.open)
  expect([status, out + err]).toEqual([1, expect.stringContaining("is false")])
})

test("check and sign: say what to do about a file that is not a checkpoint, and about a wrong name", async () => {
  const hostile = file(dir, "hostile", "A1\u202e\n")
  for (const [language, step] of [
    ["en", "Give the file that checkpoint sign wrote"],
    ["nl", "Geef het ondertekende bestand zelf"],
  ]) {
    const of = ["--ledger", ledger, "--lang", language ?? ""]
    const { status, err } = await grootboek("checkpoint", "check", hostile, ...of, "--key", keeper.open)
    expect([status, err]).toEqual([1, expect.stringContaining(step ?? "")])
  }
  const named = ["--key", keeper.secret, "--key-name", "two words"]
  const { status, err } = await grootboek("checkpoint", "sign", "--ledger", ledger, ...named)
  expect([status, err]).toEqual([1, expect.stringContaining("Give another name with --key-name")])
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

const english = /\b(the|entry|entries|has|hash of|says|checkpoint|journal|line|not|from|must|missing|last)\b/i

test("check and restore: report their findings in Dutch without English words", async () => {
  const other = await another(dir, "dutch.db")
  const options = ["--ledger", other, "--key", keeper.open, "--key-name", "w13.be/keeper"]
  const checked = await grootboek("--lang", "nl", "checkpoint", "check", note, ...options)
  expect([checked.status, checked.err]).toEqual([1, expect.stringContaining("de boekingen tot daar")])
  const notNote = file(dir, "not-a-note", "x\n")
  const refused = await grootboek("--lang", "nl", "checkpoint", "check", notNote, ...options)
  expect([refused.status, refused.err]).toEqual([1, expect.stringContaining("verwacht worden drie regels")])
  const cut = file(dir, "cut.ndjson", "x\n")
  const restored = await grootboek("--lang", "nl", "restore", cut, "--ledger", join(dir, "new.db"))
  expect([restored.status, restored.err]).toEqual([1, expect.stringContaining("is geen boeking")])
  for (const { err } of [checked, refused, restored])
    expect(err.replace(/^\S+: (\w+: )?/gm, "").match(english)).toBeNull()
})

test("branch: reports in Dutch a branch that cannot be read", async () => {
  const own = await declared(dir, join(dir, "branched.db"))
  await must("branch", "new", "draft", "--ledger", own)
  const path = join(`${own}.branches`, "draft.branch.ndjson")
  const header = readFileSync(path, "utf8")
  const proposal = { id: "x", actor: "a", event: { _tag: "YearClosed", year: "x" } }
  const broken = [
    "{",
    "{}",
    `${header}{}`,
    `${header}${JSON.stringify({ ...proposal, event: { _tag: "X" } })}`,
    `${header}${JSON.stringify(proposal)}`,
  ]
  for (const text of broken) {
    file(`${own}.branches`, "draft.branch.ndjson", text)
    const { status, err } = await grootboek("--lang", "nl", "branch", "list", "--ledger", own)
    expect([status, err]).toEqual([1, expect.stringContaining("geen variant")])
    expect(err.replace(/^\S+: /, "").match(english)).toBeNull()
  }
})

test("check: rejects the checkpoint of another ledger by its origin", async () => {
  const other = join(dir, "lier.db")
  const plan = ["--entity-type", "gemeente", "--plan", "2026/0", "--years", "2026-2031"]
  await must("init", "--ledger", other, "--entity", "Lier", ...plan)
  const lines = [`grootboek/W13`, ...(await signed(other)).split("\n").slice(1, 3)]
  const message = new TextEncoder().encode(`${lines.join("\n")}\n`)
  const moved = file(dir, "moved", `${lines.join("\n")}\n\n${signatureOf(message)}`)
  const { status, out, err } = await check(moved, keeper.open, other)
  expect([status, out + err]).toEqual([
    1,
    expect.stringContaining('signed for "grootboek/W13", this ledger is "grootboek/Lier"'),
  ])
})

test("prove: shows without the ledger that a later checkpoint continues an earlier one", async () => {
  const own = folder()
  const grown = await declared(own, join(own, "grown.db"))
  const old = file(own, "old", await signed(grown))
  await must("import", w13("opening.csv"), "--ledger", grown, "--as", "opening")
  const next = file(own, "next", await signed(grown))
  const key = ["--key", keeper.open, "--key-name", "w13.be/keeper"]
  const proof = file(own, "proof", await must("checkpoint", "prove", old, next, "--ledger", grown, ...key))
  const consistent = (...options: ReadonlyArray<string>) =>
    grootboek("checkpoint", "check", ...options, ...key)
  const sound = await consistent(next, "--old", old, "--consistency", proof)
  expect([sound.status, sound.out + sound.err]).toEqual([0, expect.stringContaining("continues")])
  // The other way round, with one checkpoint twice, with another file, and with one option only.
  expect((await consistent(old, "--old", next, "--consistency", proof)).status).toBe(1)
  expect((await consistent(next, "--old", next, "--consistency", proof)).status).toBe(1)
  expect((await consistent(next, "--old", old, "--consistency", old)).status).toBe(1)
  expect((await consistent(next, "--old", old)).status).toBe(2)
  // A ledger with another history cannot prove it, and its own checkpoints are not continued by this one.
  const other = join(own, "other.db")
  const plan = ["--entity-type", "welzijnsvereniging", "--plan", "2026/0", "--years", "2026-2031"]
  await must("init", "--ledger", other, "--entity", "W13", ...plan)
  const first = file(own, "first", await signed(other))
  const refused = await grootboek("checkpoint", "prove", first, next, "--ledger", grown, ...key)
  expect([refused.status, refused.err]).toEqual([1, expect.stringContaining("does not continue")])
  // An earlier checkpoint has no root.
  const [origin, entries, hash] = readFileSync(old, "utf8").split("\n")
  const message = `${origin}\n${entries}\n${hash}\n`
  const before = file(own, "before", `${message}\n${signatureOf(new TextEncoder().encode(message))}`)
  expect((await check(before, keeper.open, grown)).status).toBe(0)
  const rootless = await consistent(next, "--old", before, "--consistency", proof)
  expect([rootless.status, rootless.err]).toEqual([1, expect.stringContaining("has no root")])
})

test("verify: shows since when the journal is witnessed, and what no longer matches", async () => {
  const folderOfNotes = folder()
  const witnessed = await declared(folderOfNotes, join(folder(), "witnessed.db"))
  file(folderOfNotes, "1", await signed(witnessed))
  await must("import", w13("opening.csv"), "--ledger", witnessed, "--as", "opening")
  file(folderOfNotes, "2", await signed(witnessed))
  file(folderOfNotes, "readme.txt", "x")
  file(folderOfNotes, "3", (await signed(witnessed)).replace(/^\d+$/m, "1"))
  file(folderOfNotes, "4", (await signed(witnessed)).replace("— w13.be/keeper ", "— another "))
  const options = ["--checkpoints", folderOfNotes, "--key", keeper.open, "--key-name", "w13.be/keeper"]
  const verified = await grootboek("verify", "--ledger", witnessed, ...options)
  expect([verified.status, verified.out]).toEqual([0, expect.stringContaining("2 matching")])
  expect(verified.out.replace(/\s+/g, " ")).toContain(
    `${join(folderOfNotes, "3")} (changed after w13.be/keeper signed it), ${join(folderOfNotes, "4")} (not signed by w13.be/keeper)`,
  )
  const other = await another(dir, "unwitnessed.db")
  const refused = await grootboek("verify", "--ledger", other, ...options, "--format", "json")
  expect(refused.status).toBe(1)
  expect(JSON.parse(refused.out)).toMatchObject({
    ok: false,
    witness: { matching: 0, since: null, until: 0 },
    findings: [
      { code: "CheckpointMismatch", message: expect.stringContaining(join(folderOfNotes, "1")) },
      { code: "BeforeCheckpoint", message: expect.stringContaining(join(folderOfNotes, "2")) },
    ],
  })
  expect((await grootboek("verify", "--ledger", other, "--checkpoints", dir)).status).toBe(2)
})

test("verify: names the first entry that disagrees, when an earlier export has it", async () => {
  const kept = folder()
  const options = ["--checkpoints", kept, "--key", keeper.open, "--key-name", "w13.be/keeper"]
  const [first, second] = [folder(), folder()]
  const own = await declared(first, join(first, "own.db"))
  const forged = join(second, "forged.db")
  file(kept, "1", await signed(own))
  const import_ = (ledger: string, account: string) =>
    must(
      ...[
        "import",
        file(folder(), "lines.csv", `Beleidsitem;Algemene rekening;U/O;2026\n9090;${account};U;1,00\n`),
      ],
      ...["--ledger", ledger, "--as", "lines"],
    )
  const head = async () => (await json<{ entries: number }>("verify", "--ledger", own)).entries
  const start = await head()
  await import_(own, "6140000")
  await must("export", "--ledger", own, "--out", join(first, "start.ndjson"))
  await must("restore", join(first, "start.ndjson"), "--ledger", forged)
  await import_(own, "6140100")
  await import_(own, "6140200")
  file(kept, "2", await signed(own))
  // The forger changes the second of the three.
  await import_(forged, "6140300")
  await import_(forged, "6140200")
  const verify = async () => {
    const { out, status } = await grootboek("verify", "--ledger", forged, ...options)
    expect(status).toBe(1)
    return out.replaceAll(/\s+/g, " ")
  }
  expect((await grootboek("verify", "--ledger", own, ...options)).out).not.toContain("disagrees")
  expect(await verify()).toContain(`The first entry that disagrees is one of ${start + 1}–${start + 3}.`)
  // An export of the forged ledger is not what was signed.
  await must("export", "--ledger", forged, "--out", join(kept, "a.ndjson"))
  expect(await verify()).toContain("is one of")
  await must("export", "--ledger", own, "--out", join(kept, "b.ndjson"))
  const out = await verify()
  expect(out).toContain(`The first entry that disagrees is entry ${start + 2} (compared with b.ndjson).`)
  const answer = await grootboek("verify", "--ledger", forged, ...options, "--format", "json")
  expect(JSON.parse(answer.out).witness.disagreement).toEqual({
    after: start,
    until: start + 3,
    entry: start + 2,
    export: "b.ndjson",
  })
})

test.each(gallery.rows)("messages: $name has a fact and a next step, in both languages", ({ said }) => {
  for (const text of [said.en, said.nl]) {
    expect(text).toMatch(/[.:] \p{L}.*(?:[.]|FILE|BESTAND|pem)$/u)
    expect(text).not.toMatch(/undefined|\[object/)
  }
})

test("docs/error-gallery.md: has every refusal of a checkpoint; run `npm run gallery` after a change", () => {
  const text = readFileSync(new URL("../../../docs/error-gallery.md", import.meta.url), "utf8")
  const { begin, end } = gallery.marks
  expect(text.slice(text.indexOf(begin) + begin.length, text.indexOf(end)).trim()).toBe(
    gallery.markdown().trim(),
  )
})
