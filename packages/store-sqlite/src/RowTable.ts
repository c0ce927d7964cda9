/** Entries in tables of versions 1 and 2, where each is a row. */
import type { Batch, Journal } from "@grootboek/core"
import * as Column from "./Column.ts"
import type { Driver, SqlValue } from "./Driver.ts"
import * as DriverProblem from "./DriverProblem.ts"
import type { EntryTable } from "./EntryTable.ts"
import * as Key from "./Key.ts"
import * as Page from "./Page.ts"
import * as Rows from "./Rows.ts"

/** Returns the entries of a connection to tables of version 1 or 2. */
export const make = (driver: Driver, version: number): EntryTable => {
  const statements = Rows.statements(driver, version)

  // A page of very large entries may exceed the size of one row. Then it is read row by row.
  const whole = (values: Array<SqlValue>): unknown => {
    try {
      return statements.wholePage.all(values)[0]
    } catch (cause) {
      if (DriverProblem.codeOf(cause) !== "SQLITE_TOOBIG") throw cause
      return undefined
    }
  }

  return {
    insert: (ledger, rows) => {
      for (const some of Page.of(rows)) statements.insert.run(Page.values(ledger, some))
    },

    last: (ledger) => statements.last.all([bytes(ledger)]).map(sealedOf)[0],

    page: (ledger, { after, size }) => {
      const values = [bytes(ledger), after, size]
      return Page.read(whole(values)) ?? statements.page.all(values).map(sealedOf)
    },

    find: (ledger, ids) => {
      const found: Array<Batch.Row> = []
      for (const some of keyed(ledger, ids))
        for (const row of statements.byId.all([bytes(ledger), some])) found.push(rowOf(row))
      return found.sort((a, b) => a.position - b.position)
    },

    positions: (ledger, ids) => {
      const found: Array<number> = []
      for (const some of keyed(ledger, ids)) {
        const [row] = statements.positions.all([bytes(ledger), some])
        const listed: unknown =
          isRecord(row) && typeof row.positions === "string" ? JSON.parse(row.positions) : []
        for (const position of Array.isArray(listed) ? listed : [])
          if (typeof position === "number") found.push(position)
      }
      return found
    },

    names: () => statements.names.all([]).map((row) => Column.bytes(row, "ledger").toString("utf8")),

    forget: () => {},
  }
}

/** Returns ids with their keys as JSON. Five hundred are bound as one text: a statement per id takes three times as long. */
function* keyed(ledger: string, ids: ReadonlyArray<string>): Generator<string> {
  const wanted = [...new Set(ids)]
  for (let from = 0; from < wanted.length; from += 500)
    yield JSON.stringify(wanted.slice(from, from + 500).map((id) => [id, Key.of(ledger, id)]))
}

const bytes = (text: string): Buffer => Buffer.from(text, "utf8")

const sealedOf = (row: unknown): Journal.Sealed => {
  const position = Column.integer(row, "position")
  const hash = Column.bytes(row, "hash", position).toString("hex")
  return { position, hash, body: Column.bytes(row, "body", position) }
}

const rowOf = (row: unknown): Batch.Row => {
  const sealed = sealedOf(row)
  return { ...sealed, id: Column.bytes(row, "id", sealed.position).toString("utf8") }
}

const isRecord = (row: unknown): row is Readonly<Record<string, unknown>> =>
  typeof row === "object" && row !== null
