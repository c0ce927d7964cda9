/**
 * The amounts of a sheet, read in another way than the product does: by patterns over the text of its XML. It knows only the
 * workbook of the campaign, and is right wherever the product accepts the sheet without a message.
 */

import type { SheetPieces, SummedCells } from "./FuzzedFormat.ts"
import * as SheetBase from "./SheetBase.ts"

/**
 * Returns the sheet whose part the workbook shows under a name: another one than its own where a relation was changed. `undefined` when
 * the name, the relation or its part is not found exactly once.
 */
export const shownBy = (
  parts: SheetPieces,
  { name }: SheetBase.BaseSheet,
): SheetBase.BaseSheet | undefined => {
  const id = attributeOf(parts["xl/workbook.xml"], { tag: "sheet", key: ["name", name], wanted: "r:id" })
  const target = attributeOf(parts["xl/_rels/workbook.xml.rels"], {
    tag: "Relationship",
    key: ["Id", id],
    wanted: "Target",
  })
  return SheetBase.sheets.find(({ part }) => part === `xl/${target}`)
}

interface SoughtAttribute {
  readonly tag: string
  readonly key: readonly [name: string, value: string | undefined]
  readonly wanted: string
}

// The value of an attribute of the one element whose key has a value.
const attributeOf = (xml = "", { tag, key: [key, value], wanted }: SoughtAttribute): string | undefined => {
  const found = [...bare(xml).matchAll(new RegExp(`<${tag}\\b[^<>]*>`, "g"))]
    .map(
      ([element]) =>
        (name: string) =>
          new RegExp(`\\s${name}="([^"]*)"`).exec(element)?.[1],
    )
    .filter((attribute) => attribute(key) === value)
  return value === undefined || found.length !== 1 ? undefined : found[0]?.(wanted)
}

/** Returns the sum of the amounts of a sheet, in millionths; `undefined` when one of them is not a plain number. */
export const sumOf = (
  parts: SheetPieces,
  { part, columns, headerLine, leftOut }: SummedCells,
): bigint | undefined => {
  const strings = [
    ...bare(parts[SheetBase.stringsPart] ?? "").matchAll(/<si\b[^>]*?(?:\/>|>([\s\S]*?)<\/si>)/g),
  ].map(([, item = ""]) => textOf(item))
  // From the first start tag to the last end tag, as far as the product would read.
  const sheet = /<sheetData>([\s\S]*)<\/sheetData>/.exec(bare(parts[part] ?? ""))?.[1] ?? ""
  let sum = 0n
  let last = 0
  for (const [, attributes = "", content = ""] of sheet.matchAll(
    /<row\b([^<>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g,
  )) {
    const own = /\br="([^"]*)"/.exec(attributes)?.[1]
    const number = own === undefined ? last + 1 : /^[1-9]\d{0,6}$/.test(own) ? Number(own) : 0
    const isOutside = number < 1 || number > 1_048_576
    const line = isOutside ? last + 1 : number
    if (!isOutside) last = Math.max(last, line)
    let column = 0
    for (const [, own = "", inner = ""] of content.matchAll(/<c\b([^<>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
      const letter = /\br="([A-Za-z]+)\d+"/.exec(own)?.[1]
      column = letter === undefined ? column + 1 : numberOf(letter)
      if (line <= headerLine || leftOut.has(line) || !columns.includes(column)) continue
      const stored = /<(?:\w+:)?v\b[^>]*>([\s\S]*?)<\/(?:\w+:)?v>/.exec(inner)?.[1] ?? ""
      const type = /\bt="(\w*)"/.exec(own)?.[1] ?? "n"
      const text =
        type === "s" ? (strings[Number(stored)] ?? "") : type === "inlineStr" ? textOf(inner) : stored
      if (text.trim() === "" || text.trim() === "-") continue
      const value = microsOf(text)
      if (value === undefined) return undefined
      sum += value
    }
  }
  return sum
}

/** Returns a plain number in millionths. */
export const microsOf = (text: string): bigint | undefined => {
  const value = Math.round(Number(text.replace(/\s/g, "").replace(",", ".")) * 1_000_000)
  return Number.isSafeInteger(value) ? BigInt(value) : undefined
}

const bare = (xml: string): string =>
  xml
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, "")
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, "$1")
    .replace(/<extLst>[\s\S]*?<\/extLst>/g, "")

const textOf = (xml: string): string =>
  [...xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, "").matchAll(/<t\b[^>]*>([\s\S]*?)<\/t>/g)]
    .map(([, text = ""]) => text.replace(/<[^>]*>/g, ""))
    .join("")

const numberOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
