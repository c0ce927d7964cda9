/** Derived data in a ledger file is not used: every figure is computed from entries that the command has verified. */
import { join } from "node:path"
import { Ledger, Replay } from "@grootboek/core"
import { Snapshot } from "@grootboek/core/ledger"
import { declared, folder, grootboek, must, w13 } from "@grootboek/testing/CommandLine"
import { sha256 } from "@grootboek/testing/Ledgers"
import * as Result from "effect/Result"
import Database from "libsql"
import { expect, test } from "vitest"

test("statement: ignores a forged snapshot inside the ledger file", async () => {
  const dir = folder()
  const ledger = await declared(dir, join(dir, "forged.db"))
  await must("import", w13("budget-lines.csv"), "--ledger", ledger, "--as", "lines")
  const before = await must("statement", "M2", "--ledger", ledger)
  const driver = new Database(ledger)
  try {
    const replay = Replay.begin(sha256)
    const rows = driver
      .prepare("SELECT position, hash, body FROM entries ORDER BY position")
      .all() as ReadonlyArray<{
      readonly position: number
      readonly hash: ArrayBuffer | string
      readonly body: ArrayBuffer
    }>
    for (const row of rows) {
      const hash = typeof row.hash === "string" ? row.hash : Buffer.from(row.hash).toString("hex")
      Result.getOrThrow(replay.take({ position: row.position, hash, body: new Uint8Array(row.body) }))
    }
    // The forger posts a million more under the true head.
    const other = Ledger.copy(replay.ledger)
    const line = {
      direction: "O",
      account: "7402000",
      policyItem: "0100",
      action: "A50111",
      sector: "OCMW",
    } as const
    const event = { _tag: "EstimatePosted", line, amounts: { "2026": "1000000.00" } } as const
    Result.getOrThrow(Ledger.append(other, { event, time: replay.head().time }))
    const parts = [...Snapshot.write({ ledger: other, head: replay.head() }, sha256)]
    driver.exec(
      "CREATE TABLE snapshots (ledger BLOB NOT NULL, part INTEGER NOT NULL, bytes BLOB NOT NULL, UNIQUE (ledger, part)) STRICT",
    )
    const insert = driver.prepare("INSERT INTO snapshots (ledger, part, bytes) VALUES (?, ?, ?)")
    for (const [at, part] of parts.entries()) insert.run([Buffer.from("main"), at, Buffer.from(part)])
  } finally {
    driver.close()
  }
  expect(await must("statement", "M2", "--ledger", ledger)).toBe(before)
  expect((await grootboek("verify", "--ledger", ledger)).status).toBe(0)
})
