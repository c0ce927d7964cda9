/** The rows of a sheet of an OpenDocument spreadsheet, parsed one by one from its XML. */
import * as Address from "./Address.ts"
import type { Caps } from "./Caps.ts"
import * as Merges from "./Merges.ts"
import * as OpenDocumentTable from "./OpenDocumentTable.ts"
import * as SheetRow from "./SheetRow.ts"
import * as Xml from "./Xml.ts"

/** Yields the rows that hold something, in order. */
export function* rows(
  pieces: Iterable<Uint8Array>,
  setting: OpenDocumentTable.TableSetting,
): Generator<SheetRow.SheetRow> {
  const { part, caps } = setting
  const merges = Merges.open(part)
  let found: Array<OpenDocumentTable.RepeatedRow> = []
  const { handler, isDone } = OpenDocumentTable.handler(setting, (row) => found.push(row))
  const parser = Xml.parser(part, handler, caps)
  for (const piece of pieces) {
    parser.write(piece)
    for (const row of found) {
      for (let again = 0; again < row.times; again++) yield rowOf(row, again, { merges, caps })
    }
    found = []
    if (isDone()) return
  }
  parser.end()
}

const rowOf = (
  { line: first, isHidden, cells, ranges }: OpenDocumentTable.RepeatedRow,
  again: number,
  { merges, caps }: { readonly merges: Merges.OpenMerges; readonly caps: Caps },
): SheetRow.SheetRow => {
  const line = first + again
  const from = line - 1
  const row = SheetRow.start(line, isHidden)
  for (const { column, value } of cells)
    SheetRow.place(row, { column, value, address: Address.format({ row: from, column }) }, caps)
  const opened = ranges.map(({ column, columns, rows }) => ({
    from: { row: from, column },
    to: { row: from + rows - 1, column: column + columns - 1 },
  }))
  SheetRow.merge(row, merges.at(from, opened), caps.columns)
  for (const { column, value, isCovered } of cells) {
    if (!isCovered || row.merged.has(column)) continue
    const text = "damage" in value ? value.value : value.text
    row.defects.push({
      _tag: "HiddenByMerge",
      column,
      cell: Address.format({ row: from, column }),
      value: text,
    })
  }
  return SheetRow.finish(row)
}
