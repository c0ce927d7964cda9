/** `verify` and `restore` check the content of entries, not only their hashes. */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { Archive, type BudgetEvent, Journal } from "@grootboek/core"
import { SqliteStore } from "@grootboek/store-sqlite"
import { file, folder, grootboek, json, must } from "@grootboek/testing/CommandLine"
import { sha256 } from "@grootboek/testing/Ledgers"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"

/** A journal with everything that only a later version refuses: each is a note. */
const golden = readFileSync(
  fileURLToPath(new URL("../../core/test/golden/remarks@1.ndjson", import.meta.url)),
)

/** Returns the golden journal with other bodies, sealed again, as a forger without a signing key can. */
const forged = (edit: (body: string) => string): Uint8Array => {
  let head = Journal.genesis
  const { sealed } = Archive.readWithFindings(golden, sha256)
  return Archive.write(
    sealed.map(({ position, body }) => {
      const text = new TextDecoder().decode(body).replace(/"previous":"\w+"/, `"previous":"${head.hash}"`)
      const bytes = new TextEncoder().encode(edit(text))
      const hash = Journal.hashOf(bytes, sha256)
      head = { ...head, position, hash }
      return { position, hash, body: bytes }
    }),
  )
}

interface Verified {
  readonly ok: boolean
  readonly findings: ReadonlyArray<Readonly<Record<string, unknown>>>
  readonly notes: ReadonlyArray<Readonly<Record<string, unknown>>>
}

describe("notes", () => {
  const dir = folder()
  const ledger = join(dir, "notes.db")

  test("restore: takes what only a later version refuses, and notes it", async () => {
    const restored = await grootboek("restore", file(dir, "notes.ndjson", golden), "--ledger", ledger)
    expect(restored.status).toBe(0)
    expect(restored.err.match(/: note: /g)).toHaveLength(6)
    await must("export", "--ledger", ledger, "--out", join(dir, "again.ndjson"))
    expect(readFileSync(join(dir, "again.ndjson")).equals(golden)).toBe(true)
  })

  test("verify: lists the notes apart from the findings, and exits 0", async () => {
    const verified = await json<Verified>("verify", "--ledger", ledger)
    expect(verified.findings).toEqual([])
    expect(verified.notes.map(({ position, code }) => `${position} ${code}`)).toEqual([
      "2 SimilarCode",
      "5 OpeningRepeated",
      "6 TransferNotPositive",
      "6 EstimateBelowZero",
      "7 TimeAhead",
      "7 TimeJump",
    ])
    const text = await grootboek("verify", "--ledger", ledger)
    expect(text.status).toBe(0)
    expect(text.out).toContain("Notes")
  })
})

describe("forged entries", () => {
  test.each([
    ["an undeclared action", 3, "UnknownAction", (body: string) => body.replace('"A1"', '"A7"')],
    ["a byte order mark in a body", 3, "ByteOrderMark", (body: string) => `\ufeff${body}`],
    ["a blank in a body", 3, "NotCanonical", (body: string) => `${body} `],
    ["an impossible time", 8, "ImpossibleTime", (body: string) => body.replace("2124-02-01", "2124-02-30")],
  ] as const)("restore: refuses %s and writes nothing", async (_, position, reason, edit) => {
    const dir = folder()
    const isForged = (body: string) => body.includes(`"position":${position},`)
    const bytes = forged((body) => (isForged(body) ? edit(body) : body))
    const restored = await grootboek(
      "restore",
      file(dir, "forged.ndjson", bytes),
      "--ledger",
      join(dir, "forged.db"),
    )
    expect(restored.status).toBe(1)
    expect(restored.err.trim().split("\n")).toHaveLength(1)
    expect(restored.err).toContain(`InvalidEntry: entry ${position} is not valid`)
    expect(existsSync(join(dir, "forged.db"))).toBe(false)
    // The reason is the same in a ledger file that was written past the decisions.
    const archive = Archive.readWithFindings(bytes, sha256)
    const path = join(dir, "written.db")
    await Effect.runPromise(
      Effect.scoped(
        Effect.flatMap(SqliteStore.make(path), (store) => store.restore("main", 0, archive.sealed)),
      ),
    )
    const verified = await json<Verified>("verify", "--ledger", path)
    expect(verified.findings).toMatchObject([{ position, code: "InvalidEntry", reason }])
    expect((await grootboek("verify", "--ledger", path)).status).toBe(1)
  })

  test("verify: finds an entry that a program appended past the decisions, with its field", async () => {
    const dir = folder()
    const ledger = join(dir, "appended.db")
    await must("restore", file(dir, "notes.ndjson", golden), "--ledger", ledger)
    const line = { direction: "U", account: "6140000", policyItem: "9999" } as const
    const event: BudgetEvent.BudgetEvent = { _tag: "EstimatePosted", line, amounts: { "2040": "1.00" } }
    const append = Effect.flatMap(SqliteStore.make(ledger), (store) =>
      store.append("main", 8, [{ id: "past", actor: "test", event }]),
    )
    await Effect.runPromise(Effect.scoped(append))
    const { findings } = await json<Verified>("verify", "--ledger", ledger)
    expect(findings).toMatchObject([
      { position: 9, code: "InvalidEntry", reason: "UnknownPolicyItem", field: "event.line.policyItem" },
      { position: 9, code: "InvalidEntry", reason: "YearOutsidePlan", field: "event.amounts.2040" },
    ])
  })
})

describe("exports that passed through a text program or mail", () => {
  const text = golden.toString("utf8")
  test.each([
    ["carriage returns", text.replaceAll("\n", "\r\n"), "carriage returns"],
    ["a byte order mark", `\ufeff${text}`, "a byte order mark"],
    ["a blank last line", `${text}\n`, "a blank line at the end"],
    [
      "all of them",
      `\ufeff${text.replaceAll("\n", "\r\n")}\r\n`,
      "a byte order mark, carriage returns, a blank line at the end",
    ],
  ])("restore: reports %s as one finding", async (_, content, named) => {
    const dir = folder()
    const restored = await grootboek(
      "restore",
      file(dir, "mailed.ndjson", content),
      "--ledger",
      join(dir, "mailed.db"),
    )
    expect(restored.status).toBe(1)
    expect(restored.err.trim().split("\n")).toHaveLength(1)
    expect(restored.err).toContain(`LineEndsChanged: the line ends were changed after the export (${named})`)
    expect(restored.err).toContain("ZIP")
    expect(existsSync(join(dir, "mailed.db"))).toBe(false)
  })

  test("restore: reports UTF-16, as PowerShell writes it, as one finding", async () => {
    const dir = folder()
    for (const content of [Buffer.from(`\ufeff${text}`, "utf16le"), Buffer.from(text, "utf16le")]) {
      const path = join(dir, "redirected.ndjson")
      writeFileSync(path, content)
      const { status, err } = await grootboek("restore", path, "--ledger", join(dir, "redirected.db"))
      expect([status, err.trim().split("\n").length]).toEqual([1, 1])
      expect(err).toContain("UTF-16")
      expect(existsSync(join(dir, "redirected.db"))).toBe(false)
    }
  })

  test("restore: also reports a changed amount in a file with other line ends", async () => {
    const dir = folder()
    const content = text.replaceAll("\n", "\r\n").replace("100.00", "900.00")
    const { err } = await grootboek(
      "restore",
      file(dir, "mailed.ndjson", content),
      "--ledger",
      join(dir, "mailed.db"),
    )
    expect(err).toContain("HashMismatch")
    expect(err).toContain("LineEndsChanged")
  })
})
