/** A new folder for a test's ledger, gone when its scope closes; and entries written past the port. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { StoreSuite } from "@grootboek/laws"
import * as Effect from "effect/Effect"
import Libsql from "libsql"
import { SqliteStore } from "../src/index.ts"

export const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "grootboek-sqlite-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true })),
)

export const place: StoreSuite.Subject["place"] = (kept) =>
  Effect.gen(function* () {
    const path = join(yield* folder, "ledger.db")
    yield* Effect.scoped(SqliteStore.make(path))
    plant(path, kept)
    return SqliteStore.make(path)
  })

const plant = (path: string, kept: StoreSuite.Kept): void => {
  const driver = new Libsql(path)
  const insert = driver.prepare(
    "INSERT INTO entries (ledger, position, id, hash, body) VALUES (?, ?, ?, ?, ?)",
  )
  for (const [ledger, rows] of kept)
    for (const { position, id, hash, body } of rows)
      insert.run([
        Buffer.from(ledger),
        position,
        Buffer.from(id),
        Buffer.from(hash, "hex"),
        Buffer.from(body),
      ])
  driver.close()
}
