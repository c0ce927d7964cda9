/** Mutated spreadsheets: a valid file whose XML, parts or zip bytes were changed. */
import { zipSync } from "fflate"
import type { Chance } from "./Chance.ts"
import type { FuzzedFormat, SheetPieces } from "./FuzzedFormat.ts"
import type { BaseSheet } from "./SheetBase.ts"

export interface SheetMutant {
  readonly bytes: Uint8Array
  /** The pieces of its parts, before the bytes of the zip file were changed. */
  readonly pieces: SheetPieces
  /** Whether the bytes of the zip file were changed, and not its pieces. */
  readonly isPacked: boolean
  /** The sheets that are read: those that were changed, or those that the changed pieces belong to. */
  readonly sheets: ReadonlyArray<BaseSheet>
  /** Pieces that were changed; each is read alone. Changes that may hide each other count as one. */
  readonly changed: number
}

/** Draws a mutant: one to four changes in sheets, in shared pieces, in both, or in the bytes of the zip file. */
export const draw = (chance: Chance, format: FuzzedFormat): SheetMutant => {
  const way = chance.below(10)
  if (way === 0) {
    const zip = zipped(format, format.pieces, chance.in(2) ? 0 : 1)
    const { pieces, sheets } = format
    return { bytes: broken(zip, chance), pieces, sheets: [chance.of(sheets)], isPacked: true, changed: 1 }
  }
  const pieces: Record<string, string> = { ...format.pieces }
  const change = (name: string): boolean => {
    for (let times = 1 + chance.below(1 + chance.below(4)); times > 0; times--) {
      if (chance.in(100)) delete pieces[name]
      else pieces[name] = chance.of(format.changes)(pieces[name] ?? "", chance)
    }
    return pieces[name] !== format.pieces[name]
  }
  if (way < 4) {
    // One sheet shows what a shared piece does; with both changed, one may hide the other.
    const sheet = chance.of(format.sheets)
    const changes = [change(chance.of(sharedOf(format))), way === 3 && change(sheet.part)]
    const bytes = zipped(format, pieces, chance.in(20) ? 1 : 0)
    return { bytes, pieces, sheets: [sheet], isPacked: false, changed: Number(changes.includes(true)) }
  }
  // Sheets of one part are changed one at a time: an end tag in one of them may hide the others.
  const chosen = format.hasPartPerSheet ? format.sheets : [chance.of(format.sheets)]
  const sheets = chosen.filter(({ part }) => change(part))
  const bytes = zipped(format, pieces, chance.in(20) ? 1 : 0)
  return { bytes, pieces, sheets, isPacked: false, changed: sheets.length }
}

const sharedOf = ({ pieces, sheets }: FuzzedFormat): ReadonlyArray<string> =>
  Object.keys(pieces).filter((name) => !sheets.some(({ part }) => part === name))

const encoder = new TextEncoder()

const zipped = (format: FuzzedFormat, pieces: SheetPieces, level: 0 | 1): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(format.partsOf(pieces)).map(([name, xml]) => [name, encoder.encode(xml)]),
    ),
    { level, mtime: "2026-01-01" },
  )

const broken = (zip: Uint8Array, chance: Chance): Uint8Array => {
  let bytes = Uint8Array.from(zip)
  for (let times = 1 + chance.below(3); times > 0; times--) {
    // Half of the changes hit the directory at the end.
    const from = chance.in(2) ? Math.max(0, bytes.length - 1_000) : 0
    const at = from + chance.below(Math.max(1, bytes.length - from))
    const kind = chance.below(8)
    if (kind === 0) bytes = bytes.slice(0, at)
    else if (kind === 1)
      bytes = Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(chance.below(bytes.length))])
    else bytes[at] = chance.of([0, 1, 8, 0x50, 0xff, chance.below(256)])
  }
  return bytes
}

/** Returns the file of a format without a change. */
export const unchanged = (format: FuzzedFormat): SheetMutant => ({
  bytes: zipped(format, format.pieces, 0),
  pieces: format.pieces,
  isPacked: false,
  sheets: format.sheets,
  changed: 0,
})
