/** Mutated spreadsheets: a valid workbook whose XML, parts or zip bytes were changed. */
import { zipSync } from "fflate"
import type { Chance } from "./Chance.ts"
import * as SheetBase from "./SheetBase.ts"
import * as SheetChange from "./SheetChange.ts"

export interface SheetMutant {
  readonly bytes: Uint8Array
  /** The texts of its parts, before the bytes of the zip file were changed. */
  readonly parts: Readonly<Record<string, string>>
  readonly isPacked: boolean
  /** The sheets that are read: those that were changed, or those that the changed parts belong to. */
  readonly sheets: ReadonlyArray<SheetBase.BaseSheet>
  /** Parts that were changed; each is read alone. Changes that may hide each other count as one. */
  readonly changed: number
}

/** Draws a mutant: one to four changes in each of its sheets, in shared parts, in both, or in the bytes of the zip file. */
export const draw = (chance: Chance): SheetMutant => {
  const way = chance.below(10)
  if (way === 0) {
    const zip = zipped(SheetBase.parts, chance.in(2) ? 0 : 1)
    const { parts, sheets } = SheetBase
    return { bytes: broken(zip, chance), parts, sheets: [chance.of(sheets)], isPacked: true, changed: 1 }
  }
  const parts: Record<string, string> = { ...SheetBase.parts }
  const change = (name: string): boolean => {
    for (let times = 1 + chance.below(1 + chance.below(4)); times > 0; times--) {
      if (chance.in(100)) delete parts[name]
      else parts[name] = chance.of(SheetChange.changes)(parts[name] ?? "", chance)
    }
    return parts[name] !== SheetBase.parts[name]
  }
  if (way < 4) {
    // One sheet shows what a shared part does; with both changed, one may hide the other.
    const sheet = chance.of(SheetBase.sheets)
    const changes = [change(chance.of(SheetBase.sharedParts)), way === 3 && change(sheet.part)]
    const bytes = zipped(parts, chance.in(20) ? 1 : 0)
    return { bytes, parts, sheets: [sheet], isPacked: false, changed: Number(changes.includes(true)) }
  }
  const sheets = SheetBase.sheets.filter(({ part }) => change(part))
  const bytes = zipped(parts, chance.in(20) ? 1 : 0)
  return { bytes, parts, sheets, isPacked: false, changed: sheets.length }
}

const encoder = new TextEncoder()
const valid = new Map(Object.values(SheetBase.parts).map((xml) => [xml, encoder.encode(xml)]))

const zipped = (parts: Readonly<Record<string, string>>, level: 0 | 1): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [name, valid.get(xml) ?? encoder.encode(xml)]),
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

/** The workbook without a change. */
export const unchanged: SheetMutant = {
  bytes: zipped(SheetBase.parts, 0),
  parts: SheetBase.parts,
  isPacked: false,
  sheets: SheetBase.sheets,
  changed: 0,
}
