/** A new folder for a test's ledger, gone when its scope closes; and entries written past the port. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { StoreSuite } from "@grootboek/laws"
import * as Effect from "effect/Effect"
import Libsql from "libsql"
import { libsql } from "../src/Driver.ts"
import type { EntryTable } from "../src/EntryTable.ts"
import { type Driver, SqliteStore } from "../src/index.ts"
import * as RowTable from "../src/RowTable.ts"
import * as SegmentTable from "../src/SegmentTable.ts"

export const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "grootboek-sqlite-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true })),
)

/** A file with tables as they are made today. */
export const place: StoreSuite.Subject["place"] = (kept) =>
  Effect.gen(function* () {
    const path = join(yield* folder, "ledger.db")
    yield* Effect.scoped(SqliteStore.make(path))
    planted(path, kept, SegmentTable.make)
    return SqliteStore.make(path)
  })

/** A file with tables as they were made second: an entry is a row, with a key. */
export const rowPlace: StoreSuite.Subject["place"] = (kept) =>
  Effect.gen(function* () {
    const path = join(yield* folder, "ledger.db")
    rowTables(path)
    planted(path, kept, (driver) => RowTable.make(driver, 2))
    return SqliteStore.make(path)
  })

/** Creates a file with tables of version 2. */
export const rowTables = (path: string): void => {
  const driver = new Libsql(path)
  driver.exec(tablesOfVersion2)
  driver.close()
}

/** A file with tables as they were made first. */
export const oldPlace: StoreSuite.Subject["place"] = (kept) =>
  Effect.gen(function* () {
    const path = join(yield* folder, "ledger.db")
    plant(path, kept)
    return SqliteStore.make(path)
  })

/** Inserts entries as the store does, but without its checks. */
const planted = (
  path: string,
  kept: StoreSuite.InitialEntries,
  table: (driver: Driver.Driver) => EntryTable,
): void => {
  const driver = libsql(path, { access: "existing", busyTimeoutMs: 0 })
  for (const [ledger, rows] of kept) for (const row of rows) table(driver).insert(ledger, [row])
  driver.close()
}

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

const tablesOfVersion2 = `
  PRAGMA journal_mode = WAL;
  CREATE TABLE entries (
    key INTEGER NOT NULL,
    ledger BLOB NOT NULL,
    position INTEGER NOT NULL CHECK (position > 0),
    id BLOB NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    body BLOB NOT NULL,
    UNIQUE (ledger, position)
  ) STRICT;
  CREATE INDEX entries_by_key ON entries (key);
  CREATE TRIGGER entries_have_ids_of_their_own BEFORE INSERT ON entries
  WHEN EXISTS (
    SELECT 1 FROM entries INDEXED BY entries_by_key WHERE key = NEW.key AND ledger = NEW.ledger AND id = NEW.id
  )
  BEGIN SELECT RAISE(ABORT, 'an id is used once'); END;
  CREATE TRIGGER entries_are_not_changed BEFORE UPDATE ON entries
  BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
  CREATE TRIGGER entries_are_not_removed BEFORE DELETE ON entries
  BEGIN SELECT RAISE(ABORT, 'entries are never removed'); END;
  PRAGMA application_id = 1198683234;
  PRAGMA user_version = 2;
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
