/** Builds zip files, valid or not. */
import { crc32, deflateRawSync } from "node:zlib"

/** A part: its name, its content, and the size that the directory claims. */
export interface Part {
  readonly name: string
  readonly content: string | Uint8Array
  readonly claimedSize?: number
  /** Left out of the directory. */
  readonly isHidden?: boolean
  /** Extra fields, in the directory and in the header of the part. */
  readonly extra?: Uint8Array
  /** The checksum and the sizes behind the part, instead of in its header. */
  readonly descriptor?: "with signature" | "without signature" | "lying"
  /** Bytes behind the packed content that count as packed. */
  readonly tail?: Uint8Array
}

const number = (value: number, bytes: number): Buffer => {
  const out = Buffer.alloc(bytes)
  out.writeUIntLE(value, 0, bytes)
  return out
}

/** Packs parts with deflate. */
export const zipped = (parts: ReadonlyArray<Part>): Uint8Array => {
  const locals: Array<Buffer> = []
  const directory: Array<Buffer> = []
  let at = 0
  for (const part of parts) {
    const { name, content, claimedSize, isHidden = false, extra = Buffer.alloc(0), descriptor, tail } = part
    const data = Buffer.from(content)
    const packed = Buffer.concat([deflateRawSync(data, { level: 9 }), tail ?? Buffer.alloc(0)])
    const title = Buffer.from(name)
    const sizes = Buffer.concat([
      number(typeof crc32 === "function" ? crc32(data) : 0, 4),
      number(packed.length, 4),
      number(claimedSize ?? data.length, 4),
    ])
    const facts = (own: Buffer) =>
      Buffer.concat([
        ...[20, descriptor === undefined ? 0 : 8, 8, 0, 0].map((value) => number(value, 2)),
        own,
        number(title.length, 2),
        number(extra.length, 2),
      ])
    const behind =
      descriptor === undefined
        ? []
        : [
            ...(descriptor === "without signature" ? [] : [number(0x08074b50, 4)]),
            descriptor === "lying" ? Buffer.alloc(12, 7) : sizes,
          ]
    const inFront = facts(descriptor === undefined ? sizes : Buffer.alloc(12))
    const local = Buffer.concat([number(0x04034b50, 4), inFront, title, extra, packed, ...behind])
    if (!isHidden)
      directory.push(
        Buffer.concat([
          number(0x02014b50, 4),
          number(20, 2),
          facts(sizes),
          ...[0, 0, 0].map((value) => number(value, 2)),
          number(0, 4),
          number(at, 4),
          title,
          extra,
        ]),
      )
    locals.push(local)
    at += local.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.concat([
    number(0x06054b50, 4),
    number(0, 4),
    number(directory.length, 2),
    number(directory.length, 2),
    number(size, 4),
    number(at, 4),
    number(0, 2),
  ])
  return new Uint8Array(Buffer.concat([...locals, ...directory, end]))
}

/** The parts of a workbook of one sheet, whose rows are given as XML. */
export const workbook = (sheetData: string, others: ReadonlyArray<Part> = []): ReadonlyArray<Part> => [
  {
    name: "[Content_Types].xml",
    content:
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
  },
  {
    name: "_rels/.rels",
    content:
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  },
  {
    name: "xl/_rels/workbook.xml.rels",
    content:
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
  },
  {
    name: "xl/workbook.xml",
    content:
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Ramingen" sheetId="1" r:id="rId1"/></sheets></workbook>',
  },
  ...others,
  {
    name: "xl/worksheets/sheet1.xml",
    content: `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheetData}</sheetData></worksheet>`,
  },
]
