/**
 * The amounts of a sheet, read in another way than the product does: by patterns over the text of its XML. It knows only the
 * workbook of the campaign, and is right wherever the product accepts the file without a word.
 */
import { sheetPart, stringsPart } from "./SheetMutant.ts"

/** Returns the sum of the amounts in the columns of years, below the first row, in millionths. */
export const sumOf = (parts: Readonly<Record<string, string>>): bigint | undefined => {
  const strings = [...bare(parts[stringsPart] ?? "").matchAll(/<si\b[^>]*?(?:\/>|>([\s\S]*?)<\/si>)/g)].map(
    ([, item = ""]) => textOf(item),
  )
  const sheet = bare(parts[sheetPart] ?? "")
  let sum = 0n
  let line = 0
  for (const [, attributes = "", content = ""] of sheet.matchAll(
    /<row\b([^<>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g,
  )) {
    line = Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? line + 1)
    let column = 0
    for (const [, own = "", inner = ""] of content.matchAll(/<c\b([^<>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
      const letter = /\br="([A-Za-z]+)\d+"/.exec(own)?.[1]
      column = letter === undefined ? column + 1 : numberOf(letter)
      if (line === 1 || column < 6 || column > 7) continue
      const stored = /<(?:\w+:)?v\b[^>]*>([\s\S]*?)<\/(?:\w+:)?v>/.exec(inner)?.[1] ?? ""
      const type = /\bt="(\w*)"/.exec(own)?.[1] ?? "n"
      const text =
        type === "s" ? (strings[Number(stored)] ?? "") : type === "inlineStr" ? textOf(inner) : stored
      if (text.trim() === "" || text.trim() === "-") continue
      const value = Math.round(Number(text.trim().replace(",", ".")) * 1_000_000)
      if (!Number.isSafeInteger(value)) return undefined
      sum += BigInt(value)
    }
  }
  return sum
}

const bare = (xml: string): string =>
  xml
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, "")
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, "$1")
    .replace(/<extLst>[\s\S]*?<\/extLst>/g, "")

const textOf = (xml: string): string =>
  [...xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, "").matchAll(/<t\b[^>]*>([^<]*)<\/t>/g)]
    .map(([, text = ""]) => text)
    .join("")

const numberOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
