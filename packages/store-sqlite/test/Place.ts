/** A new folder for a test's ledger, removed when its scope closes, and entries that are written without the checks of the store. */
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

/** A file with tables of the current version. */
export const place: StoreSuite.Subject["place"] = (kept) =>
  Effect.gen(function* () {
    const path = join(yield* folder, "ledger.db")
    yield* Effect.scoped(SqliteStore.make(path))
    planted(path, kept, SegmentTable.make)
    return SqliteStore.make(path)
  })

/** A file with tables of version 2: an entry is a row, with a key. */
export const rowPlace: StoreSuite.Subject["place"] = (kept) =>
  Effect.gen(function* () {
    const path = join(yield* folder, "ledger.db")
    rowTables(path)
    planted(path, kept, (driver) => RowTable.make(driver, 2))
    return SqliteStore.make(path)
  })

/** Creates a file with tables of version 1 or 2. */
export const rowTables = (path: string, version: 1 | 2 = 2): void => {
  const driver = new Libsql(path)
  driver.exec(version === 1 ? tablesOfVersion1 : tablesOfVersion2)
  driver.close()
}

/** A file with tables of version 1: an entry is a row. */
export const oldPlace: StoreSuite.Subject["place"] = (kept) =>
  Effect.gen(function* () {
    const path = join(yield* folder, "ledger.db")
    rowTables(path, 1)
    planted(path, kept, (driver) => RowTable.make(driver, 1))
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
