/** Changes of the XML of spreadsheets, at random places. */
import type { Chance } from "./Chance.ts"

/** Values of attributes and texts that break readers of spreadsheets. */
const values = [
  "",
  "0",
  "1",
  "-1",
  "2",
  "7",
  "99999999999",
  "0x10",
  "1,5",
  "NaN",
  "1e400",
  "A1",
  "B2",
  "F2",
  "F3",
  "G6",
  "XFD1048576",
  "XFE1",
  "A1048577",
  "A0",
  "1A",
  "s",
  "n",
  "str",
  "inlineStr",
  "e",
  "b",
  "d",
  "true",
  "hidden",
  "__proto__",
  "constructor",
  "Totaal",
  "2026",
  "990.000",
  "../sheet1.xml",
  "/xl/workbook.xml",
  "A1:B2",
  "A3:A5",
  "F2:F3",
  "A1:XFD1048576",
  "&#0;",
  "&lt;",
  "&amp;",
  "&x;",
  "😀",
  "\u0000",
]

/** Elements that are inserted anywhere. */
const snippets = [
  "<v>5</v>",
  "<v/>",
  "<f>1+1</f>",
  "<f/>",
  '<c r="F2"><v>9</v></c>',
  '<c r="H2"><v>9</v></c>',
  "<c><v>9</v></c>",
  '<row r="2"/>',
  '<row><c r="F9"><v>9</v></c></row>',
  "<is><t>8</t></is>",
  "<t>8</t>",
  "<r><t>8</t></r>",
  "<rPh><t>8</t></rPh>",
  "<extLst><ext><v>3</v></ext></extLst>",
  '<mergeCell ref="F2:F3"/>',
  '<col min="6" max="6" hidden="1"/>',
  "<!-- x -->",
  "<![CDATA[7]]>",
  "<?x y?>",
  "<!DOCTYPE a>",
  "</row>",
  "</c>",
  "<row>",
  "<sheetData>",
  "</sheetData>",
  '<x:v xmlns:x="y">4</x:v>',
  '<mc:AlternateContent xmlns:mc="y"/>',
  "12",
  " ",
  "]]>",
  "<",
  "&",
]

/** Changes a part. */
export type SheetChange = (xml: string, chance: Chance) => string

const tag = /<[^<>]*>/g
const attribute = /\s[\w:]+="[^"]*"/g

const pick = (xml: string, pattern: RegExp, chance: Chance): RegExpMatchArray | undefined => {
  const found = [...xml.matchAll(pattern)]
  return found.length === 0 ? undefined : chance.of(found)
}

const replaceAt = (xml: string, match: RegExpMatchArray | undefined, by: string): string =>
  match === undefined ? xml : xml.slice(0, match.index) + by + xml.slice((match.index ?? 0) + match[0].length)

// An element without children of its own kind, from its start tag to its end tag.
const element =
  /<(c|row|v|f|is|t|si|xf|numFmt|sheet|mergeCell|Relationship|col)\b[^<>]*?(?:\/>|>(?:(?!<\1\b)[\s\S])*?<\/\1>)/g

/** The kinds of change: an element left out, repeated or replaced, an attribute, a text, a tag, or a run of characters. */
export const changes: ReadonlyArray<SheetChange> = [
  (xml, chance) => replaceAt(xml, pick(xml, element, chance), ""),
  (xml, chance) => {
    const found = pick(xml, element, chance)
    return replaceAt(xml, found, (found?.[0] ?? "").repeat(2))
  },
  (xml, chance) => {
    const [one, other] = [pick(xml, element, chance), pick(xml, element, chance)]
    return replaceAt(xml, one, other?.[0] ?? "")
  },
  (xml, chance) => replaceAt(xml, pick(xml, attribute, chance), ""),
  (xml, chance) => {
    const found = pick(xml, attribute, chance)
    return replaceAt(xml, found, (found?.[0] ?? "").replace(/"[^"]*"/, `"${chance.of(values)}"`))
  },
  (xml, chance) => {
    const found = pick(xml, /(?<=<(?:v|t|f)>)[^<]*/g, chance)
    return replaceAt(xml, found, chance.of(values))
  },
  (xml, chance) => {
    const found = pick(xml, tag, chance)
    return replaceAt(xml, found, (found?.[0] ?? "") + chance.of(snippets))
  },
  (xml, chance) => replaceAt(xml, pick(xml, tag, chance), ""),
  (xml, chance) => {
    const from = chance.below(xml.length + 1)
    return xml.slice(0, from) + xml.slice(from + chance.below(40))
  },
]
