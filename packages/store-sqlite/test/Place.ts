/** A new folder for a test's ledger, gone when its scope closes; and entries written past the port. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { StoreSuite } from "@grootboek/laws"
import * as Effect from "effect/Effect"
import Libsql from "libsql"
import { SqliteStore } from "../src/index.ts"
import * as Page from "../src/Page.ts"

export const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "grootboek-sqlite-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true })),
)

/** A file with tables as they are made today. */
export const place: StoreSuite.Subject["place"] = (kept) =>
  Effect.gen(function* () {
    const path = join(yield* folder, "ledger.db")
    yield* Effect.scoped(SqliteStore.make(path))
    const driver = new Libsql(path)
    // As the store itself does, but without its checks.
    const insert = driver.prepare(Page.insertionWithKeys)
    for (const [ledger, rows] of kept) for (const row of rows) insert.run(Page.values(ledger, [row]))
    driver.close()
    return SqliteStore.make(path)
  })

/** A file with tables as they were made first. */
export const oldPlace: StoreSuite.Subject["place"] = (kept) =>
  Effect.gen(function* () {
    const path = join(yield* folder, "ledger.db")
    plant(path, kept)
    return SqliteStore.make(path)
  })

const tablesOfVersion1 = `
  PRAGMA journal_mode = WAL;
  CREATE TABLE entries (
    ledger BLOB NOT NULL,
    position INTEGER NOT NULL CHECK (position > 0),
    id BLOB NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    body BLOB NOT NULL,
    UNIQUE (ledger, position)
  ) STRICT;
  CREATE UNIQUE INDEX entries_by_id ON entries (ledger, id);
  CREATE TRIGGER entries_are_not_changed BEFORE UPDATE ON entries
  BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
  CREATE TRIGGER entries_are_not_removed BEFORE DELETE ON entries
  BEGIN SELECT RAISE(ABORT, 'entries are never removed'); END;
  PRAGMA application_id = 1198683234;
  PRAGMA user_version = 1;
`

const plant = (path: string, kept: StoreSuite.InitialEntries): void => {
  const driver = new Libsql(path)
  driver.exec(tablesOfVersion1)
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
