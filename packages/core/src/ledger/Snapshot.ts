/**
 * A snapshot: the columns of a ledger as bytes, so that a large ledger opens without a replay.
 *
 * A snapshot has the hash of the last entry it includes, which the reader compares with the journal. It is a cache: a
 * snapshot that does not match is discarded, and the journal is replayed.
 *
 * ```ts
 * const replay = Replay.begin(sha256)
 * for (const one of sealed) Result.getOrThrow(replay.take(one))
 * const parts = [...Snapshot.write({ ledger: replay.ledger, head: replay.head() }, sha256)]
 * Snapshot.read(parts, sha256)?.head.position // => 9
 * Snapshot.read(parts.slice(1), sha256) // => undefined
 * Snapshot.format // => 2
 * ```
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Canonical from "../codec/Canonical.ts"
import * as History from "../codec/History.ts"
import { type BudgetEvent, kinds } from "../event/BudgetEvent.ts"
import * as Column from "../fold/Column.ts"
import { Columns } from "../fold/Columns.ts"
import { Traces } from "../fold/Trace.ts"
import { type Sha256, Source } from "../journal/Journal.ts"
import { Place } from "../value/BudgetLine.ts"
import { decoder, encoder } from "../value/Utf8.ts"
import * as Ledger from "./Ledger.ts"
import type { ReplayedLedger } from "./Replay.ts"

/** The parts of a snapshot: the header, which has the hash of every other part, then the others. */
export type SnapshotParts = ReadonlyArray<Uint8Array>

/**
 * The version of the format. Increase it when a column changes or when entries are decoded differently: older snapshots
 * are then ignored. In version 1, amounts above nine thousand million euro may be off by a micro-euro.
 */
export const format = 2

/** Returns the parts of a snapshot one by one, so that only one is in memory at a time. */
export function* write({ ledger, head }: ReplayedLedger, sha256: Sha256): Generator<Uint8Array, void> {
  const { places, cells, cell, amount, ends } = ledger.columns.parts
  const { origins, origin, line, times, firsts, events } = ledger.traces.parts
  const dictionary = encoder.encode(
    JSON.stringify({
      places,
      origins,
      events: [...events],
    }),
  )
  const [cellPlaces, cellYears] = [Column.ofNumbers(), Column.ofNumbers()]
  for (const { place, year } of cells) {
    cellPlaces.push(place)
    cellYears.push(year)
  }
  const columns = [cellPlaces, cellYears, cell, amount, ends, origin, line, times, firsts]
  // Made twice: the header comes first and has the hash of every part.
  const parts = function* () {
    yield dictionary
    for (const column of columns) yield* pack(column)
  }
  const header = {
    format,
    isLittle,
    head,
    lengths: columns.map(({ length }) => length),
    hashes: Array.from(parts(), (part) => sha256(part)),
  }
  yield encoder.encode(Canonical.stringify({ ...header, seal: sealOf(header, sha256) }))
  yield* parts()
}

/** Decodes a snapshot; undefined if it has another version, is incomplete or was changed. */
export const read = (parts: SnapshotParts, sha256: Sha256): ReplayedLedger | undefined => {
  const header = headerOf(parts[0])
  if (header === undefined || header.format !== format || header.isLittle !== isLittle) return undefined
  const { seal, ...sealed } = header
  const rest = parts.slice(1)
  if (seal !== sealOf(sealed, sha256)) return undefined
  if (rest.some((part, index) => sha256(part) !== header.hashes[index])) return undefined
  const dictionary = dictionaryOf(rest[0])
  if (dictionary === undefined) return undefined
  const unpacked = unpack(rest.slice(1), header.lengths)
  const ledger = unpacked === undefined ? undefined : assemble(dictionary, unpacked)
  return ledger === undefined ? undefined : { ledger, head: header.head }
}

const assemble = (
  { places, origins, events }: typeof Dictionary.Type,
  { cellPlaces, cellYears, cell, amount, ends, origin, line, times, firsts }: Unpacked,
): Ledger.Ledger | undefined => {
  const kept = new Map<number, BudgetEvent>()
  for (const [position, stored] of events) {
    const event = History.read(stored, History.version)
    if (Result.isFailure(event)) return undefined
    kept.set(position, event.success)
  }
  const cells = Array.from({ length: cellPlaces.length }, (_, id) => ({
    place: cellPlaces.at(id),
    year: cellYears.at(id),
  }))
  const named = origins.map(({ kind, source }) => ({ kind, source }))
  return Ledger.of(
    Columns.of({ places, cells, cell, amount, ends }),
    new Traces({ origins: named, origin, line, times, firsts, events: kept }),
  )
}

// Four mebibytes of amounts: large enough for few parts, small enough to keep one in memory.
const chunksPerPart = 32

function* pack({ chunks, length }: Column.Column<Column.Chunk>): Generator<Uint8Array, void> {
  for (let first = 0; first * Column.chunkSize < length; first += chunksPerPart) {
    const some = chunks.slice(first, first + chunksPerPart)
    const values = Math.min(length - first * Column.chunkSize, chunksPerPart * Column.chunkSize)
    const part = new Uint8Array(values * (some[0]?.BYTES_PER_ELEMENT ?? 0))
    some.forEach((chunk, index) => {
      const at = index * Column.chunkSize * chunk.BYTES_PER_ELEMENT
      const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength)
      part.set(bytes.subarray(0, part.length - at), at)
    })
    yield part
  }
}

interface Unpacked {
  readonly cellPlaces: Column.Column<Uint32Array>
  readonly cellYears: Column.Column<Uint32Array>
  readonly cell: Column.Column<Uint32Array>
  readonly amount: Column.AmountColumn
  readonly ends: Column.Column<Uint32Array>
  readonly origin: Column.Column<Uint32Array>
  readonly line: Column.Column<Uint32Array>
  readonly times: Column.Column<BigInt64Array>
  readonly firsts: Column.Column<Uint32Array>
}

const unpack = (parts: SnapshotParts, lengths: ReadonlyArray<number>): Unpacked | undefined => {
  let at = 0
  let turn = 0
  const next = <A extends Column.Column<Column.Chunk>>(column: A): A => {
    const length = lengths[turn++] ?? 0
    const count = Math.ceil(length / (chunksPerPart * Column.chunkSize))
    Column.fill(column, parts.slice(at, at + count), length)
    at += count
    return column
  }
  try {
    const columns = {
      cellPlaces: next(Column.ofNumbers()),
      cellYears: next(Column.ofNumbers()),
      cell: next(Column.ofNumbers()),
      amount: next(Column.ofAmounts()),
      ends: next(Column.ofNumbers()),
      origin: next(Column.ofNumbers()),
      line: next(Column.ofNumbers()),
      times: next(Column.ofAmounts()),
      firsts: next(Column.ofNumbers()),
    }
    // Every part must belong to a column.
    return at === parts.length ? columns : undefined
  } catch {
    return undefined
  }
}

const sealOf = (header: unknown, sha256: Sha256): string =>
  sha256(encoder.encode(`grootboek/snapshot\u0001${Canonical.stringify(header)}`))

const isLittle = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1

const Hash = Schema.String.check(Schema.isPattern(/^[0-9a-f]{64}$/u))
const Header = Schema.Struct({
  format: Schema.Int,
  isLittle: Schema.Boolean,
  head: Schema.Struct({ position: Schema.Int, hash: Hash, time: Schema.String }),
  lengths: Schema.Array(Schema.Int),
  hashes: Schema.Array(Hash),
  seal: Hash,
})

const Dictionary = Schema.Struct({
  places: Schema.Array(Place),
  origins: Schema.Array(Schema.Struct({ kind: Schema.Literals(kinds), source: Schema.optionalKey(Source) })),
  events: Schema.Array(Schema.Tuple([Schema.Int, Schema.Unknown])),
})

const parsed = (bytes: Uint8Array | undefined): unknown => {
  try {
    return JSON.parse(decoder.decode(bytes))
  } catch {
    return undefined
  }
}

const decodeHeader = Schema.decodeUnknownResult(Header)
const decodeDictionary = Schema.decodeUnknownResult(Dictionary)

const headerOf = (bytes: Uint8Array | undefined): typeof Header.Type | undefined =>
  Result.getOrUndefined(decodeHeader(parsed(bytes)))

const dictionaryOf = (bytes: Uint8Array | undefined): typeof Dictionary.Type | undefined =>
  Result.getOrUndefined(decodeDictionary(parsed(bytes)))
