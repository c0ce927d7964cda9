/** The table `postings`: every posting with its entry, its turn in that entry, its place, year and amount in micro-euro. */
import type { LakeGrowth } from "./LakeGrowth.ts"
import * as LakeTable from "./LakeTable.ts"

export const of = ({ name, ledger, after }: LakeGrowth): LakeTable.LakeTable => {
  const { columns } = ledger
  const first = columns.endOf(after)
  const rows = columns.postings - first
  const entries = new Int32Array(rows)
  const turns = new Int32Array(rows)
  const places = new Int32Array(rows)
  const years = new Int32Array(rows)
  const micros = new BigInt64Array(rows)
  let entry = after + 1
  for (let row = 0; row < rows; row++) {
    const posting = first + row
    while (columns.endOf(entry) <= posting) entry++
    const slot = columns.cellOfPosting(posting)
    entries[row] = entry
    turns[row] = posting - columns.endOf(entry - 1)
    places[row] = columns.cellPlaces[slot] as number
    years[row] = columns.cellYears[slot] as number
    micros[row] = columns.amountOf(posting)
  }
  return LakeTable.of("postings", rows, {
    ledger: { type: "text", values: new Array<string>(rows).fill(name) },
    entry: { type: "int", values: entries },
    turn: { type: "int", values: turns },
    place: { type: "int", values: places },
    year: { type: "int", values: years },
    micros: { type: "long", values: micros },
  })
}
