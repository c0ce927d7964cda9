/** Runs the commands of docs/verify-by-hand.md on a ledger of version 1. */
import { spawnSync } from "node:child_process"
import { createPublicKey, verify } from "node:crypto"
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Archive } from "@grootboek/core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { sha256 } from "../Sealed.ts"

const golden = join(import.meta.dirname, "../golden")
const page = readFileSync(join(import.meta.dirname, "../../../../docs/verify-by-hand.md"), "utf8")
const [ledgerScript = "", signatureScript = "", positionScript = ""] = [
  ...page.matchAll(/```sh\n([\s\S]*?)```/g),
].map(([, script]) => script ?? "")
const hasOpenssl = spawnSync("openssl", ["version"]).status === 0

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "grootboek-by-hand-"))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (script: string, edit: (ledger: string) => string = (ledger) => ledger): string => {
  const ledger = readFileSync(join(golden, "ledger@1.ndjson"), "utf8")
  writeFileSync(join(folder, "ledger.ndjson"), edit(ledger))
  copyFileSync(join(golden, "ledger@1.checkpoint"), join(folder, "checkpoint"))
  copyFileSync(join(golden, "ledger@1.pub.pem"), join(folder, "key.pub.pem"))
  const { stdout, stderr } = spawnSync("bash", ["-c", script], { cwd: folder, encoding: "utf8" })
  return `${stdout}${stderr}`.trim()
}

describe("verify by hand", () => {
  test("export: prints no error when it is intact", () => {
    expect(run(ledgerScript)).toBe("sound")
  })

  test("one entry: its hash is computed as the page shows", () => {
    const [script = ""] = /^\{ printf .*sha256sum$/m.exec(page) ?? []
    const [, , third = ""] = readFileSync(join(golden, "ledger@1.ndjson"), "utf8").split("\n")
    expect(run(script).split(" ")[0]).toBe(JSON.parse(third).hash)
  })

  test.each<readonly [string, (ledger: string) => string, string]>([
    ["a changed amount", (text) => text.replace("12500.00", "12500.01"), "line 3 is wrong"],
    [
      "a missing entry",
      (text) => text.replace(/.*golden:PassedThrough.*\n/, ""),
      "line 5 is wrong\nthe end is not what the last line says",
    ],
    [
      "a cut tail",
      (text) => text.slice(0, text.lastIndexOf('{"trailer"')),
      "the end is not what the last line says",
    ],
  ])("export: reports %s", (_, edit, reported) => {
    expect(run(ledgerScript, edit)).toBe(reported)
  })

  test.each<readonly [string, (ledger: string) => string]>([
    ["a byte order mark before the last line", (text) => text.replace('{"trailer"', '\ufeff{"trailer"')],
    ["a byte order mark at the start", (text) => `\ufeff${text}`],
    ["a zero byte", (text) => text.replace('{"entry"', '\u0000{"entry"')],
    ["carriage returns", (text) => text.replaceAll("\n", "\r\n")],
    ["a blank line at the end", (text) => `${text}\n`],
    ["a last line that is repeated", (text) => text + text.slice(text.lastIndexOf('{"trailer"'))],
    ["an entry after the last line", (text) => text + text.slice(0, text.indexOf("\n") + 1)],
    ["a last line without its line end", (text) => text.slice(0, -1)],
    ["a hash in capitals", (text) => text.replace(/"hash":"[0-9a-f]+"/, (found) => found.toUpperCase())],
  ])("export: is refused by hand and by the program with %s", (_, edit) => {
    expect(run(ledgerScript, edit)).not.toBe("sound")
    const text = edit(readFileSync(join(golden, "ledger@1.ndjson"), "utf8"))
    expect(Archive.readWithFindings(new TextEncoder().encode(text), sha256).findings).not.toEqual([])
  })

  test("checkpoint: has a valid signature", () => {
    const reported = run(signatureScript)
    const [signed, signature, key] = ["signed", "signature", "key.pub.pem"].map((name) =>
      readFileSync(join(folder, name)),
    )
    expect(
      signed !== undefined && verify(null, signed, createPublicKey(key ?? ""), signature ?? Buffer.of()),
    ).toBe(true)
    // openssl may not be installed; its input was already checked with the key above.
    expect(reported).toContain(hasOpenssl ? "Signature Verified Successfully" : "openssl")
  })

  test("checkpoint: matches the signed ledger only", () => {
    expect(run(positionScript)).toBe("as signed")
    expect(run(positionScript, (text) => text.replace(/.*golden:YearClosed.*\n/, ""))).toBe(
      "not what was signed",
    )
  })
})
