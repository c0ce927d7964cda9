/** The health of a ledger in a file, and of a server that does not answer. A server that does is in store-postgres. */
import { createHash } from "node:crypto"
import { existsSync, linkSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { declared, folder, grootboek, json } from "@grootboek/testing/CommandLine"
import { beforeAll, describe, expect, test } from "vitest"

const dir = folder()
let ledger = ""
beforeAll(async () => {
  ledger = await declared(dir)
})

describe("health", () => {
  test("file: answers with the last entry and admits writes, and changes no byte", async () => {
    const digest = () => createHash("sha256").update(readFileSync(ledger)).digest("hex")
    const before = digest()
    const found = await json("health", "--ledger", ledger)
    const { head } = await json<{ readonly head: string }>("verify", "--ledger", ledger)
    expect(found).toMatchObject({
      ok: true,
      ledger: "main",
      server: null,
      head: { hash: head },
      admitsWrites: true,
      remembered: null,
      findings: [],
    })
    expect(found["ageSeconds"]).toBeGreaterThanOrEqual(0)
    expect(digest()).toBe(before)
    const dutch = await grootboek("--lang", "nl", "health", "--ledger", ledger)
    expect(dutch).toMatchObject({ status: 0, out: expect.stringMatching(/schrijven +toegelaten/) })
  })

  test("file: reports that writes are refused when it has two names, unless it is only read", async () => {
    const other = join(dir, "other.db")
    linkSync(ledger, other)
    const refused = await grootboek("health", "--ledger", ledger)
    expect(refused).toMatchObject({ status: 1, out: expect.stringMatching(/writes +refused/) })
    expect(refused.err).toContain("hard links")
    const read = await json("health", "--ledger", ledger, "--read-only")
    expect(read).toMatchObject({ ok: true, admitsWrites: null, findings: [] })
    rmSync(other)
  })

  test("file: reports a file that does not exist, and creates none", async () => {
    const nowhere = join(dir, "nowhere.db")
    const { status, out } = await grootboek("health", "--ledger", nowhere, "--format", "json")
    expect(status).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ ok: false, head: null, findings: [{ code: "NoLedger" }] })
    expect(existsSync(nowhere)).toBe(false)
  })

  test("server: reports one that does not answer at once, whatever retry-for is, without the password", async () => {
    const address = "postgres://writer:secret@127.0.0.1:1/ledgers?retry-for=60"
    const { status, out, err } = await grootboek("health", "--ledger", address, "--format", "json")
    expect(status).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      server: null,
      admitsWrites: null,
      findings: [{ code: "NoServer" }],
    })
    expect(out + err).not.toContain("secret")
  })
})
