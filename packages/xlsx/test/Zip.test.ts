/** Containers with two contents, or more content than they claim: refused before anything of them is unpacked. */
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import { type Caps, Fault, Sheet } from "../src/index.ts"
import { document } from "./document.ts"
import { row, spreadsheet } from "./spreadsheet.ts"
import { type Part, zipped } from "./zipped.ts"

const parts = (more: ReadonlyArray<Part> = []): ReadonlyArray<Part> => [
  ...spreadsheet([{ name: "Data", data: row(1, ["a", 1]) }], { strings: ["x"] }),
  ...more,
]

const refused = (bytes: Uint8Array, caps: Partial<Caps.Caps> = {}): Promise<Fault.SheetFault> =>
  Effect.runPromise(Effect.flip(Sheet.read(bytes, { caps })))

/** A zip file whose fields can be changed: of the directory, of the header of a part, and of the record at its end. */
const editable = (list: ReadonlyArray<Part> = parts()) => {
  const bytes = Buffer.from(zipped(list))
  const end = bytes.length - 22
  const records = new Map<string, { readonly central: number; readonly local: number }>()
  let at = bytes.readUInt32LE(end + 16)
  while (at < end) {
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength)
    records.set(name, { central: at, local: bytes.readUInt32LE(at + 42) })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  const of = (name: string) => records.get(name) ?? { central: -1, local: -1 }
  return { bytes, end, of }
}

const sheet = "xl/worksheets/sheet1.xml"

type Zip = ReturnType<typeof editable>

describe("zip files", () => {
  test("an untouched one: is read", async () => {
    expect((await Effect.runPromise(Sheet.read(zipped(parts())))).rows).toEqual([
      { line: 1, cells: ["a", "1"] },
    ])
  })

  test.each<readonly [string, string, (zip: Zip) => void]>([
    ["ZIP64: a count", "Zip64", ({ bytes, end }) => bytes.writeUInt16LE(0xffff, end + 10)],
    ["ZIP64: a place", "Zip64", ({ bytes, end }) => bytes.writeUInt32LE(0xffffffff, end + 16)],
    ["ZIP64: a size", "Zip64", ({ bytes, of }) => bytes.writeUInt32LE(0xffffffff, of(sheet).central + 24)],
    ["ZIP64: in the part", "Zip64", ({ bytes, of }) => bytes.writeUInt32LE(0xffffffff, of(sheet).local + 22)],
    ["several disks", "DamagedDirectory", ({ bytes, end }) => bytes.writeUInt16LE(1, end + 4)],
    [
      "a count too low",
      "DamagedDirectory",
      ({ bytes, end }) => {
        bytes.writeUInt16LE(bytes.readUInt16LE(end + 10) - 1, end + 8)
        bytes.writeUInt16LE(bytes.readUInt16LE(end + 10) - 1, end + 10)
      },
    ],
    ["a directory elsewhere", "DamagedDirectory", ({ bytes, end }) => bytes.writeUInt32LE(0, end + 16)],
    ["another name in the part", "PartDisagrees", ({ bytes, of }) => bytes.write("y", of(sheet).local + 30)],
    [
      "another size in the part",
      "PartDisagrees",
      ({ bytes, of }) => bytes.writeUInt32LE(7, of(sheet).local + 22),
    ],
    [
      "another method in the part",
      "PartDisagrees",
      ({ bytes, of }) => bytes.writeUInt16LE(0, of(sheet).local + 8),
    ],
    ["an unknown method", "PartPacking", ({ bytes, of }) => bytes.writeUInt16LE(12, of(sheet).central + 10)],
    [
      "a part that is not there",
      "PartMissing",
      ({ bytes, of }) => bytes.writeUInt32LE(3, of(sheet).central + 42),
    ],
    [
      "a part that ends outside",
      "PartCutOff",
      ({ bytes, of }) => bytes.writeUInt32LE(1 << 30, of(sheet).central + 20),
    ],
    [
      "parts that overlap",
      "PartOverlaps",
      ({ bytes, of }) => {
        const [one, other] = [of("xl/styles.xml"), of("xl/workbook.xml")]
        const packed = other.local - one.local
        for (const at of [one.central + 20, one.local + 18])
          bytes.writeUInt32LE(bytes.readUInt32LE(at) + Math.abs(packed) + 4_000, at)
      },
    ],
    [
      "a size that is too small",
      "PartSize",
      ({ bytes, of }) => {
        for (const at of [of(sheet).central + 24, of(sheet).local + 22]) bytes.writeUInt32LE(100, at)
      },
    ],
    [
      "a size that is too large",
      "PartSize",
      ({ bytes, of }) => {
        for (const at of [of(sheet).central + 24, of(sheet).local + 22]) bytes.writeUInt32LE(900, at)
      },
    ],
    [
      "another checksum",
      "PartChecksum",
      ({ bytes, of }) => {
        for (const at of [of(sheet).central + 16, of(sheet).local + 14]) bytes.writeUInt32LE(1, at)
      },
    ],
    [
      "a damaged part",
      "PartUnpacking",
      ({ bytes, of }) => bytes.fill(0xff, of(sheet).local + 54, of(sheet).local + 60),
    ],
  ])("%s: is refused as %s", async (_, problem, edit) => {
    const long = {
      name: "docProps/a.xml",
      content: `<a>${Array.from({ length: 3_000 }, (_, n) => n * 7_919).join()}</a>`,
    }
    const zip = editable(parts([long]))
    edit(zip)
    const fault = await refused(new Uint8Array(zip.bytes))
    expect(fault).toMatchObject({ _tag: "NotASpreadsheet", problem })
    for (const language of ["en", "nl"] as const)
      expect(Fault.message(fault, language)).not.toMatch(/undefined|NaN/)
  })

  test("encrypted parts: are refused by their flag", async () => {
    const zip = editable()
    for (const at of [zip.of(sheet).central + 8, zip.of(sheet).local + 6]) zip.bytes.writeUInt16LE(1, at)
    expect(await refused(new Uint8Array(zip.bytes))).toEqual({ _tag: "Encrypted" })
  })

  test.each([
    ["bytes behind the end", (bytes: Uint8Array) => Buffer.concat([bytes, Buffer.from("x")])],
    ["two files in one", (bytes: Uint8Array) => Buffer.concat([bytes, bytes])],
    ["bytes in front", (bytes: Uint8Array) => Buffer.concat([Buffer.from("PK.."), bytes])],
  ])("%s: are refused", async (_, change) => {
    const fault = await refused(new Uint8Array(change(zipped(parts()))))
    expect(fault).toMatchObject({ _tag: "NotASpreadsheet", problem: "DamagedDirectory" })
  })

  test.each(["../evil.xml", "/xl/evil.xml", "xl\\evil.xml", "xl/../../evil.xml"])(
    "the name %s: is refused",
    async (name) => {
      expect(await refused(zipped(parts([{ name, content: "x" }])))).toMatchObject({ problem: "PartName" })
    },
  )

  const changed = (name: string, change: (part: Part) => ReadonlyArray<Part>): Uint8Array =>
    zipped(parts().flatMap((part) => (part.name === name ? change(part) : [part])))
  const field = (id: number, ...values: ReadonlyArray<number>): Buffer =>
    Buffer.from([id & 255, id >> 8, values.length, 0, ...values])
  const otherName = field(0x7075, 1, 0, 0, 0, 0, ...Buffer.from("xl/worksheets/sheet2.xml"))

  test.each(["with signature", "without signature"] as const)(
    "sizes behind the parts, %s: are read",
    async (descriptor) => {
      const bytes = zipped(parts().map((part) => ({ ...part, descriptor })))
      expect((await Effect.runPromise(Sheet.read(bytes))).rows.length).toBe(1)
    },
  )

  test.each<readonly [string, string, Uint8Array]>([
    [
      "a part that the directory does not name",
      "HiddenBytes",
      changed(sheet, (part) => [{ ...part, content: "<other/>", isHidden: true }, part]),
    ],
    [
      "such a part at the begin",
      "HiddenBytes",
      zipped([{ name: "a.xml", content: "x", isHidden: true }, ...parts()]),
    ],
    [
      "such a part at the end",
      "HiddenBytes",
      zipped([...parts(), { name: "a.xml", content: "x", isHidden: true }]),
    ],
    [
      "such a part behind a packed content",
      "HiddenBytes",
      changed(sheet, (part) => [{ ...part, descriptor: "with signature", tail: zipped([part]) }]),
    ],
    [
      "sizes behind a part that differ",
      "PartDisagrees",
      changed(sheet, (part) => [{ ...part, descriptor: "lying" }]),
    ],
    ["a second name of a part", "PartDisagrees", changed(sheet, (part) => [{ ...part, extra: otherName }])],
    [
      "ZIP64: an extra field",
      "Zip64",
      changed(sheet, (part) => [{ ...part, extra: field(1, ...Buffer.alloc(16)) }]),
    ],
    [
      "another spelling: two slashes",
      "PartName",
      zipped(parts([{ name: "xl//worksheets/sheet1.xml", content: "x" }])),
    ],
    [
      "another spelling: a dot",
      "PartName",
      zipped(parts([{ name: "xl/./worksheets/sheet1.xml", content: "x" }])),
    ],
    [
      "a relation twice",
      "RelationTwice",
      changed("xl/_rels/workbook.xml.rels", ({ name, content }) => [
        { name, content: String(content).replace(/<Relationship [^>]*worksheet[^>]*>/, "$&$&") },
      ]),
    ],
    [
      "two workbooks",
      "RelationTwice",
      changed("_rels/.rels", ({ name, content }) => [
        {
          name,
          content: String(content).replace(
            /<Relationship [^>]*>/,
            (one) => one + one.replace("rId1", "rId2").replace("xl/workbook.xml", "xl/styles.xml"),
          ),
        },
      ]),
    ],
  ])("%s: is refused as %s", async (_, problem, bytes) => {
    expect(await refused(bytes)).toMatchObject({ _tag: "NotASpreadsheet", problem })
  })

  test("names that differ only in case: are one part", async () => {
    expect(await refused(zipped(parts([{ name: "XL/Workbook.xml", content: "x" }])))).toMatchObject({
      problem: "PartTwice",
    })
  })
})

describe("XML of parts", () => {
  const replaced = (name: string, change: (content: string) => string): Uint8Array =>
    zipped(
      parts().map((part) => (part.name === name ? { name, content: change(String(part.content)) } : part)),
    )
  const strings = "xl/sharedStrings.xml"

  test.each<readonly [string, string, Uint8Array]>([
    [
      "entities",
      "PartDoctype",
      replaced(
        strings,
        (xml) => `<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;">]>${xml.replace("x", "&b;")}`,
      ),
    ],
    ["an unknown entity", "PartXml", replaced(sheet, (xml) => xml.replace("<t>a", "<t>&b;"))],
    ["an open tag", "PartXml", replaced(sheet, (xml) => xml.replace("</sheetData>", ""))],
    [
      "another encoding",
      "PartXml",
      replaced(sheet, (xml) => `<?xml version="1.0" encoding="windows-1252"?>${xml}`),
    ],
    [
      "bytes that are not UTF-8",
      "PartXml",
      zipped(
        parts().map((part) =>
          part.name === sheet
            ? { name: sheet, content: Buffer.from(String(part.content).replace("<t>a", "<t>é"), "latin1") }
            : part,
        ),
      ),
    ],
    ["no sheets at all", "PartXml", replaced("xl/workbook.xml", () => "")],
    [
      "a sheet outside the file",
      "NoWorkbook",
      replaced("xl/_rels/workbook.xml.rels", (xml) =>
        xml.replaceAll("<Relationship ", '<Relationship TargetMode="External" '),
      ),
    ],
  ])("%s: are refused as %s", async (_, problem, bytes) => {
    expect(await refused(bytes)).toMatchObject({ _tag: "NotASpreadsheet", problem })
  })

  test.each<readonly [string, string, Uint8Array, Partial<Caps.Caps>]>([
    [
      "deep elements",
      "TooDeep",
      replaced(sheet, (xml) =>
        xml.replace("<sheetData>", `${"<a>".repeat(200)}${"</a>".repeat(200)}<sheetData>`),
      ),
      {},
    ],
    [
      "a long attribute",
      "TooLong",
      replaced(sheet, (xml) => xml.replace('r="A1"', `r="A1" s="${"1 ".repeat(400_000)}"`)),
      { ratio: 10_000 },
    ],
    [
      "a long comment",
      "TooLong",
      replaced(sheet, (xml) => xml.replace("<sheetData>", `<!--${"x ".repeat(600_000)}--><sheetData>`)),
      { ratio: 10_000 },
    ],
    [
      "a text no cell can hold",
      "TooLong",
      replaced(strings, (xml) => xml.replace("<t>x", `<t>${"x".repeat(40_000)}`)),
      {},
    ],
    [
      "many characters",
      "TooManyCharacters",
      replaced(strings, (xml) => xml.replace("</sst>", `${"<si><t>0123456789</t></si>".repeat(30)}</sst>`)),
      { sharedCharacters: 100 },
    ],
    [
      "many cells",
      "TooManyCells",
      zipped(spreadsheet([{ name: "a", data: row(1, [1, 2, 3]) }])),
      { cells: 2 },
    ],
    [
      "a long row",
      "RowTooLong",
      zipped(spreadsheet([{ name: "a", data: row(1, ["aaaa", "aaaa", "aaaa"]) }])),
      { rowCharacters: 10 },
    ],
    [
      "many merged cells",
      "TooManyMerges",
      zipped(spreadsheet([{ name: "a", data: row(1, ["a"]), merges: ["A1:A2", "B1:B2"] }])),
      { merges: 1 },
    ],
    [
      "one sheet under many names",
      "TooManySheets",
      replaced("xl/workbook.xml", (xml) =>
        xml.replace(/<sheet [^>]*>/, (one) =>
          Array.from({ length: 20 }, (_, n) => one.replace('name="', `name="${n}`)).join(""),
        ),
      ),
      { entries: 10 },
    ],
    [
      "many tables of an OpenDocument file",
      "TooManySheets",
      zipped(document(Array.from({ length: 20 }, (_, n) => ({ name: `${n}`, rows: "" })))),
      { entries: 10 },
    ],
    [
      "many relations",
      "TooManyEntries",
      replaced("xl/_rels/workbook.xml.rels", (xml) =>
        xml.replace(/<Relationship [^>]*>/, (one) =>
          Array.from({ length: 20 }, (_, n) => one.replace('Id="', `Id="${n}`)).join(""),
        ),
      ),
      { entries: 10 },
    ],
    ["a large file", "FileTooLarge", zipped(parts()), { packedBytes: 100 }],
    [
      "an OpenDocument text",
      "OpenDocument",
      zipped([
        ...document([]).map(({ name, content }) => ({
          name,
          content: String(content).replaceAll("spreadsheet", "text"),
        })),
      ]),
      {},
    ],
    ["a binary workbook", "BinaryWorkbook", zipped([{ name: "xl/workbook.bin", content: "x" }]), {}],
  ])("%s: are refused as %s", async (_, tag, bytes, caps) => {
    expect((await refused(bytes, caps))._tag).toBe(tag)
  })
})
