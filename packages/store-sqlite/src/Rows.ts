/**
 * The statements on tables of versions 1 and 2, where an entry is a row. Files of these versions are still read
 * and written; nothing is migrated. Version 1 has a unique index on ledger and id, version 2 an index of keys.
 */
import { only } from "./Column.ts"
import type { Driver, PreparedStatement } from "./Driver.ts"
import * as Page from "./Page.ts"

export interface RowStatements {
  readonly last: PreparedStatement
  readonly page: PreparedStatement
  readonly wholePage: PreparedStatement
  readonly byId: PreparedStatement
  readonly positions: PreparedStatement
  readonly names: PreparedStatement
  readonly insert: PreparedStatement
}

export const statements = (driver: Driver, tables: number): RowStatements => ({
  last: driver.prepare(
    `SELECT ${sealed} FROM entries WHERE ledger = ? ORDER BY entries.position DESC LIMIT 1`,
  ),
  page: driver.prepare(
    `SELECT ${sealed} FROM entries WHERE ledger = ? AND entries.position > ? ORDER BY entries.position LIMIT ?`,
  ),
  wholePage: driver.prepare(Page.query),
  byId: driver.prepare(tables < 2 ? byId : byKey),
  positions: driver.prepare(`SELECT ${positions} FROM (${tables < 2 ? positionsById : positionsByKey})`),
  names: driver.prepare(
    `SELECT ${only("blob", "entries.ledger")} FROM (SELECT DISTINCT ledger FROM entries ORDER BY ledger) AS entries`,
  ),
  insert: driver.prepare(tables < 2 ? Page.insertion : Page.insertionWithKeys),
})

const sealed = `${only("integer", "entries.position")}, ${only("blob", "entries.hash")}, ${only("blob", "entries.body")}`

// These bind the ledger and a list of `[id, key]`. The index is named, because SQLite without statistics may scan the
// whole ledger to avoid a sort.
const foundById = `
  FROM entries INDEXED BY entries_by_id
  WHERE ledger = ? AND entries.id IN (SELECT CAST(value ->> 0 AS BLOB) FROM json_each(?))
`
const foundByKey = `
  FROM json_each(?2) AS wanted CROSS JOIN entries INDEXED BY entries_by_key
  WHERE entries.key = wanted.value ->> 1
    AND entries.ledger = ?1 AND entries.id = CAST(wanted.value ->> 0 AS BLOB)
`
const byId = `SELECT ${sealed}, ${only("blob", "entries.id")} ${foundById}`
const byKey = `SELECT ${sealed}, ${only("blob", "entries.id")} ${foundByKey}`

// All positions in one row: a row for each takes most of the time of a lookup.
const positions = "json_group_array(position) FILTER (WHERE position IS NOT NULL) AS positions"
const positionsById = `SELECT ${only("integer", "entries.position")} ${foundById}`
const positionsByKey = `SELECT ${only("integer", "entries.position")} ${foundByKey}`
