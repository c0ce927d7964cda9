/**
 * The amounts of a table of an OpenDocument spreadsheet, read in another way than the product does: by patterns over the text
 * of its XML. It knows only the file of the campaign.
 */

import type { SheetPieces, SummedCells } from "./FuzzedFormat.ts"
import * as OpenDocumentBase from "./OpenDocumentBase.ts"
import type { BaseSheet } from "./SheetBase.ts"
import * as SheetReference from "./SheetReference.ts"

/** Returns the sheet whose table has the name of a sheet. */
export const shownBy = (pieces: SheetPieces, { name }: BaseSheet): BaseSheet | undefined => {
  const named = OpenDocumentBase.sheets.filter(({ part }) =>
    new RegExp(`^\\s*<table:table\\b[^<>]*\\stable:name="${name}"`).test(bare(pieces[part] ?? "")),
  )
  return named.length === 1 ? named[0] : undefined
}

/** Returns the sum of the amounts of a table, in millionths; `undefined` when one of them is not a plain number. */
export const sumOf = (
  pieces: SheetPieces,
  { part, columns, headerLine, leftOut }: SummedCells,
): bigint | undefined => {
  // The product knows elements by their local names; the patterns here know one prefix of each.
  if (/<\/?(?!(?:table|text|office|draw|xlink):)\w/.test(bare(pieces[part] ?? ""))) return undefined
  let sum = 0n
  let line = 0
  for (const [, own = "", content = ""] of bare(pieces[part] ?? "").matchAll(rows)) {
    const first = line + 1
    line += countOf(own, "table:number-rows-repeated")
    if (line <= headerLine) continue
    let column = 0
    for (const [, , own = "", inner = ""] of content.matchAll(cells)) {
      const before = column
      column += countOf(own, "table:number-columns-repeated")
      const wide = columns.filter((one) => one > before && one <= column).length
      const text = amountOf(own, inner)
      if (wide === 0 || text === "" || text === "-") continue
      const value = SheetReference.microsOf(text)
      if (value === undefined) return undefined
      for (let at = first; at <= line; at++)
        if (at > headerLine && !leftOut.has(at)) sum += value * BigInt(wide)
    }
  }
  return sum
}

const rows = /<table:table-row\b(?!-)([^<>]*?)(?:\/>|>([\s\S]*?)<\/table:table-row>)/g
const cells = /<table:(covered-)?table-cell\b([^<>]*?)(?:\/>|>([\s\S]*?)<\/table:\1table-cell>)/g

const countOf = (attributes: string, name: string): number =>
  Number(new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? "1")

// The value of a number, or the text of the paragraphs.
const amountOf = (attributes: string, inner: string): string =>
  /\soffice:value="([^"]*)"/.exec(attributes)?.[1]?.trim() ??
  [...inner.matchAll(/<text:p\b[^<>]*?>([\s\S]*?)<\/text:p>/g)]
    .map(([, text = ""]) => text.replace(/<text:s\b[^<>]*>/g, " ").replace(/<[^<>]*>/g, ""))
    .join("\n")
    .trim()

const bare = (xml: string): string =>
  xml
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, "")
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, "$1")
    .replace(/<(office:annotation|draw:frame)\b[^<>]*?(?:\/>|>[\s\S]*?<\/\1>)/g, "")
