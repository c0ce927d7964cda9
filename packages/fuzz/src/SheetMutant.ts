/** Mutated spreadsheets: valid workbooks whose XML, parts or zip bytes were changed. */
import { zipSync } from "fflate"
import type { Chance } from "./Chance.ts"

/** A mutated spreadsheet. */
export interface SheetMutant {
  readonly bytes: Uint8Array
  /** The texts of its parts, unless the bytes of the zip file were changed. */
  readonly parts: Readonly<Record<string, string>>
  readonly isPacked: boolean
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const packages = "http://schemas.openxmlformats.org/package/2006/relationships"

/** The name of the sheet's part. */
export const sheetPart = "xl/worksheets/sheet1.xml"
/** The name of the part of shared texts. */
export const stringsPart = "xl/sharedStrings.xml"

const headers = ["Actie", "Beleidsitem", "Algemene rekening", "U/O", "Omschrijving", "2026", "2027"]
const texts = [...headers, "A10101", "9090", "6140000", "U", "Goederen", "7402000", "O", "A10102"]
const text = (address: string, words: string): string =>
  `<c r="${address}" t="s"><v>${texts.indexOf(words)}</v></c>`
const letters = "ABCDEFG"

const rowOf = (
  line: number,
  [action, direction, first, second]: readonly [string, string, string, string],
): string =>
  `<row r="${line}">${text(`A${line}`, action)}<c r="B${line}" s="1"><v>9090</v></c><c r="C${line}"><v>6140000</v></c>${text(`D${line}`, direction)}<c r="E${line}" t="inlineStr"><is><t>Goed</t></is></c><c r="F${line}"><v>${first}</v></c><c r="G${line}"><f>F${line}*2</f><v>${second}</v></c></row>`

const valid: Readonly<Record<string, string>> = {
  "_rels/.rels": `<Relationships xmlns="${packages}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `<workbook ${main} xmlns:r="${office}"><workbookPr date1904="0"/><sheets><sheet name="Data" sheetId="1" r:id="r1"/><sheet name="Nota" sheetId="2" state="hidden" r:id="r4"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packages}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="${office}/styles" Target="styles.xml"/><Relationship Id="r4" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
  "xl/styles.xml": `<styleSheet ${main}><numFmts><numFmt numFmtId="164" formatCode="0000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
  [stringsPart]: `<sst ${main} count="${texts.length}">${texts.map((words) => `<si><t>${words}</t></si>`).join("")}</sst>`,
  [sheetPart]: `<worksheet ${main}><cols><col min="1" max="7" width="9"/></cols><sheetData><row r="1">${headers.map((words, index) => text(`${letters[index] ?? ""}1`, words)).join("")}</row>${rowOf(2, ["A10101", "U", "100", "200.5"])}${rowOf(3, ["A10101", "O", "3.25", "6.5"])}<row r="4" hidden="1"/>${rowOf(5, ["A10102", "U", "-7", "1.4E1"])}${rowOf(6, ["A10102", "U", "0.1", "1000000"])}</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells></worksheet>`,
  "xl/worksheets/sheet2.xml": `<worksheet ${main}><sheetData/></worksheet>`,
}

const names = Object.keys(valid)

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

type Change = (xml: string, chance: Chance) => string

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

const changes: ReadonlyArray<Change> = [
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

/** Draws a mutant: one to four changes of XML, or of the bytes of the zip file. */
export const draw = (chance: Chance): SheetMutant => {
  const parts: Record<string, string> = { ...valid }
  const isPacked = chance.in(5)
  if (!isPacked)
    for (let times = 1 + chance.below(1 + chance.below(4)); times > 0; times--) {
      const name = chance.in(3) ? chance.of(names) : sheetPart
      if (chance.in(60)) delete parts[name]
      else parts[name] = chance.of(changes)(parts[name] ?? "", chance)
    }
  const encoder = new TextEncoder()
  const zip = zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, encoder.encode(xml)])),
    { level: chance.in(2) ? 0 : 1, mtime: "2026-01-01" },
  )
  return { bytes: isPacked ? broken(zip, chance) : zip, parts, isPacked }
}

const broken = (zip: Uint8Array, chance: Chance): Uint8Array => {
  let bytes = Uint8Array.from(zip)
  for (let times = 1 + chance.below(3); times > 0; times--) {
    // Half of the changes hit the directory at the end.
    const from = chance.in(2) ? Math.max(0, bytes.length - 700) : 0
    const at = from + chance.below(Math.max(1, bytes.length - from))
    const kind = chance.below(8)
    if (kind === 0) bytes = bytes.slice(0, at)
    else if (kind === 1)
      bytes = Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(chance.below(bytes.length))])
    else bytes[at] = chance.of([0, 1, 8, 0x50, 0xff, chance.below(256)])
  }
  return bytes
}
