/** The number formats of the styles that cells refer to by number. */
import type { Caps } from "./Caps.ts"
import * as CellFormat from "./CellFormat.ts"
import { damaged } from "./Refusal.ts"
import * as Xml from "./Xml.ts"

/** The largest number of styles that spreadsheet programs write. */
const most = 65_536

export const parse = (
  part: string,
  pieces: Iterable<Uint8Array>,
  caps: Caps,
): ReadonlyArray<CellFormat.CellFormat> => {
  const codes = new Map<number, string>()
  const ids: Array<number> = []
  let inCells = false
  const handler: Xml.XmlHandler = {
    open: (name, { numFmtId, formatCode = "" }) => {
      if (name === "numFmt" && codes.size < most) codes.set(Number(numFmtId), formatCode.slice(0, 255))
      if (name === "cellXfs") inCells = true
      if (name !== "xf" || !inCells) return
      if (ids.length >= most) damaged("PartXml", part)
      ids.push(Number(numFmtId ?? 0))
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false
    },
  }
  Xml.parse(part, pieces, { handler, caps })
  const formats = new Map<number, CellFormat.CellFormat>()
  return ids.map((id) => {
    const known = formats.get(id)
    if (known !== undefined) return known
    const format = CellFormat.of(id, codes.get(id))
    formats.set(id, format)
    return format
  })
}
