/** Entries in segments, found by a table of keys in memory that is read when ids are first looked up. */
import { Batch, type Journal } from "@grootboek/core"
import * as Column from "./Column.ts"
import type { Driver } from "./Driver.ts"
import type { EntryTable } from "./EntryTable.ts"
import { KeyTable } from "./KeyTable.ts"
import * as Packing from "./Packing.ts"
import * as Page from "./Page.ts"
import * as Segment from "./Segment.ts"
import * as Segments from "./Segments.ts"

/** Returns the entries of a connection. */
export const make = (driver: Driver): EntryTable => {
  const statements = Segments.statements(driver)
  const numbers = new Map<string, number>()
  const keys = new Map<number, KeyTable>()
  /** The segment that was read last: a lookup often follows the page that it is about. */
  let recent: { readonly number: number; readonly entries: ReadonlyArray<Journal.Sealed> } | undefined

  /** The last entry of each ledger that this connection knows. */
  const ends = new Map<number, Journal.Sealed>()

  const numberOf = (ledger: string): number | undefined => {
    const known = numbers.get(ledger)
    if (known !== undefined) return known
    const [row] = statements.number.all([Buffer.from(ledger, "utf8")])
    if (row === undefined) return undefined
    const number = Column.integer(row, "number")
    numbers.set(ledger, number)
    return number
  }

  const named = (ledger: string): number => {
    const known = numberOf(ledger)
    if (known !== undefined) return known
    statements.name.run([Buffer.from(ledger, "utf8")])
    return numberOf(ledger) ?? 0
  }

  /** Returns the position of the last entry, 0 when there is none: another program may have added some. */
  const endOf = (number: number): number => {
    const [row] = statements.end.all([number])
    return row === undefined ? 0 : Column.integer(row, "position")
  }

  /** Returns the entries of the first segment that ends after a position. */
  const segmentAfter = (number: number, position: number): ReadonlyArray<Journal.Sealed> => {
    const [row] = statements.after.all([number, position])
    if (row === undefined) return []
    const entries = Segment.entries(row)
    recent = { number, entries }
    return entries
  }

  const at = (number: number, position: number): Journal.Sealed | undefined => {
    const known = recent?.number === number ? recent.entries : []
    return entryIn(known, position) ?? entryIn(segmentAfter(number, position - 1), position)
  }

  /** Returns the keys of a ledger, with those that this or another program added since the last call. */
  const keysOf = (number: number): KeyTable => {
    const table = keys.get(number) ?? new KeyTable()
    keys.set(number, table)
    if (table.through === endOf(number)) return table
    for (;;) {
      const rows = statements.keys.all([number, table.through])
      for (const row of rows) {
        const first = Column.integer(row, "first")
        // A missing segment is found by verification; its entries have no keys.
        if (first > table.through) table.through = first - 1
        for (const key of Segment.keys(row).slice(table.through + 1 - first)) table.add(key)
      }
      if (rows.length < Segments.most) return table
    }
  }

  const find = (ledger: string, ids: ReadonlyArray<string>): ReadonlyArray<Batch.Row> => {
    const number = ids.length === 0 ? undefined : numberOf(ledger)
    if (number === undefined) return []
    const table = keysOf(number)
    const candidates: Array<readonly [position: number, id: string]> = []
    for (const id of new Set(ids)) {
      const found: Array<number> = []
      table.collect(Segment.keyOf(ledger, id), found)
      for (const position of found) candidates.push([position, id])
    }
    return candidates
      .sort(([a], [b]) => a - b)
      .flatMap(([position, id]) => {
        const sealed = at(number, position)
        if (sealed === undefined) return []
        // An entry that states no id may be the one that is looked up: a damaged entry is not recorded twice.
        const [stated = id] = Batch.statedIds([sealed])
        return stated === id ? [{ ...sealed, id }] : []
      })
  }

  return {
    insert: (ledger, rows) => {
      const [head] = rows
      if (head === undefined) return
      const number = named(ledger)
      let first = head.position
      for (const page of Page.of(rows)) {
        const { count, keys, lengths, hashes, bodies } = Segment.of(ledger, page)
        statements.insert.run([number, first, count, keys, lengths, hashes, bodies])
        first += count
      }
      const table = keys.get(number)
      if (table?.through === head.position - 1)
        for (const { id } of rows) table.add(Segment.keyOf(ledger, id))
      const last = rows.at(-1)
      if (last !== undefined) ends.set(number, last)
      Packing.pack(statements, number, { before: head.position - 1, after: first - 1 })
    },

    last: (ledger) => {
      const number = numberOf(ledger)
      if (number === undefined) return undefined
      const known = ends.get(number)
      if (known?.position === endOf(number)) return known
      const [row] = statements.last.all([number])
      const last = row === undefined ? undefined : Segment.entries(row).at(-1)
      if (last !== undefined) ends.set(number, last)
      return last
    },

    page: (ledger, { after, size }) => {
      const number = numberOf(ledger)
      const page: Array<Journal.Sealed> = []
      if (number === undefined) return page
      for (let [position, bytes] = [after, 0]; page.length < size && bytes < largest; ) {
        const entries = segmentAfter(number, position).filter((one) => one.position > position)
        for (const one of entries.slice(0, size - page.length)) {
          page.push(one)
          bytes += one.body.length
        }
        const last = page.at(-1)
        if (entries.length === 0 || last === undefined) return page
        position = last.position
      }
      return page
    },

    find,
    positions: (ledger, ids) => find(ledger, ids).map(({ position }) => position),
    names: () => statements.names.all([]).map((row) => Column.bytes(row, "name").toString("utf8")),

    forget: () => {
      numbers.clear()
      keys.clear()
      ends.clear()
      recent = undefined
    },
  }
}

/** Bytes after which a page of small segments ends. */
const largest = 1 << 22

const entryIn = (entries: ReadonlyArray<Journal.Sealed>, position: number): Journal.Sealed | undefined =>
  entries[position - (entries[0]?.position ?? 0)]
