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
  /** The consecutive entries that were read last: a lookup often follows the page that it is about. */
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
        table.addAll(Segment.keys(row).subarray(table.through + 1 - first))
      }
      if (rows.length < Segments.most) return table
    }
  }

  const find = (ledger: string, ids: ReadonlyArray<string>): ReadonlyArray<Batch.Row> => {
    const number = ids.length === 0 ? undefined : numberOf(ledger)
    if (number === undefined) return []
    const table = keysOf(number)
    const candidates: Array<{ readonly position: number; readonly id: string }> = []
    const positions: Array<number> = []
    for (const id of new Set(ids)) {
      positions.length = 0
      table.collect(Segment.keyOf(ledger, id), positions)
      for (const position of positions) candidates.push({ position, id })
    }
    candidates.sort((a, b) => a.position - b.position)
    const found: Array<Batch.Row> = []
    for (const { position, id } of candidates) {
      const sealed = at(number, position)
      // An entry that states no id may be the one that is looked up: a damaged entry is not recorded twice.
      if (sealed !== undefined && Batch.mayState(sealed, id))
        found.push({ position, hash: sealed.hash, body: sealed.body, id })
    }
    return found
  }

  return {
    insert: (ledger, rows) => {
      const [head] = rows
      if (head === undefined) return
      const number = named(ledger)
      let first = head.position
      const known = keys.get(number)
      const table = known?.through === head.position - 1 ? known : undefined
      for (const page of Page.of(rows)) {
        const { count, keys, lengths, hashes, bodies } = Segment.of(ledger, page)
        statements.insert.run([number, first, count, keys, lengths, hashes, bodies])
        if (table !== undefined) for (let at = 0; at < keys.length; at += 4) table.add(keys.readUInt32LE(at))
        first += count
      }
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

    // A page ends where a segment does, so that none is read twice.
    page: (ledger, { after, size }) => {
      const number = numberOf(ledger)
      if (number === undefined) return []
      const page = segmentAfter(number, after).filter(({ position }) => position > after)
      if (page.length > size) return page.slice(0, size)
      for (let bytes = sizeOf(page); bytes < largest; ) {
        const last = page.at(-1)?.position
        const [next] = last === undefined ? [] : statements.next.all([number, last + 1])
        if (last === undefined || next === undefined || page.length + Column.integer(next, "count") > size)
          break
        // Another program may have joined segments since the look-up, so that this one begins earlier or ends later.
        const entries = segmentAfter(number, last)
          .filter(({ position }) => position > last)
          .slice(0, size - page.length)
        if (entries.length === 0) break
        bytes += sizeOf(entries)
        page.push(...entries)
      }
      recent = { number, entries: page }
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

const sizeOf = (entries: ReadonlyArray<Journal.Sealed>): number =>
  entries.reduce((sum, { body }) => sum + body.length, 0)

const entryIn = (entries: ReadonlyArray<Journal.Sealed>, position: number): Journal.Sealed | undefined => {
  const entry = entries[position - (entries[0]?.position ?? 0)]
  // In a damaged file a segment may not begin where the one before it ends.
  return entry?.position === position ? entry : undefined
}
