/** Parsing bytes to records: quotes, lines, offsets, and the same records as csv-parse. */
import { runs } from "@grootboek/testing/Runs"
import { parse } from "csv-parse/sync"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Records } from "../src/index.ts"

interface Parsed {
  readonly rows: ReadonlyArray<readonly [line: number, ...cells: ReadonlyArray<string>]>
  readonly broken: ReadonlyArray<string>
  readonly lines: number
  readonly accounted: number
  readonly offsets: ReadonlyArray<number>
}

const parseAll = (pieces: ReadonlyArray<Uint8Array>, delimiter = ";"): Parsed => {
  const rows: Array<readonly [number, ...ReadonlyArray<string>]> = []
  const broken: Array<string> = []
  const offsets: Array<number> = []
  let accounted = 0
  const parser = Records.parser(
    { encoding: "utf-8", delimiter },
    {
      record: (cells, line, height) => {
        rows.push([line, ...cells])
        offsets.push(parser.position().offset)
        accounted += height
      },
      blank: (_, height) => {
        accounted += height
      },
      broken: ({ _tag }, line) => {
        broken.push(`${_tag} ${line}`)
        offsets.push(parser.position().offset)
        accounted++
      },
    },
  )
  for (const piece of pieces) parser.push(piece)
  parser.end()
  return { rows, broken, lines: parser.lines(), accounted, offsets }
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const parseText = (text: string): Parsed => parseAll([bytes(text)])

/** Text of characters that a CSV parser treats specially. */
const nasty = fc.string({
  unit: fc.constantFrom('"', ";", "\n", "\r\n", "\r", "a", "é", "€", "\u0000", " ", '""'),
  maxLength: 60,
})

const physicalLines = (data: Uint8Array): number => {
  const newlines = data.reduce((count, byte) => (byte === 10 ? count + 1 : count), 0)
  return newlines + (data.length > 0 && data.at(-1) !== 10 ? 1 : 0)
}

describe("Records.parser", () => {
  test("parses delimiters, quotes and line ends in a quoted cell, and gives the first line of its record", () => {
    const { rows, lines } = parseText('a;b\n"x;y";"say ""no"""\r\n"two\r\nlines";z\nend;\n')
    expect(rows).toEqual([
      [1, "a", "b"],
      [2, "x;y", 'say "no"'],
      [3, "two\nlines", "z"],
      [5, "end", ""],
    ])
    expect(lines).toBe(5)
  })

  test("ends a broken record at its first line, so that faults below it are found", () => {
    const { rows, broken } = parseText('a;"b\nc;d\n"e"f;g\nh;i\n')
    expect(broken).toEqual(["StrayQuote 1", "StrayQuote 3"])
    expect(rows).toEqual([
      [2, "c", "d"],
      [4, "h", "i"],
    ])
  })

  test("removes a byte order mark from the first cell and counts it in offsets", () => {
    const { rows, offsets } = parseAll([Uint8Array.of(0xef, 0xbb, 0xbf, 97, 59, 98, 10, 99, 59, 100)])
    expect(rows).toEqual([
      [1, "a", "b"],
      [2, "c", "d"],
    ])
    expect(offsets).toEqual([3, 7])
  })

  test("reports a line without an end and does not keep it in memory", () => {
    const long = new Uint8Array(3 * Records.longest).fill(97)
    const pieces = Array.from({ length: 12 }, (_, index) =>
      long.subarray(index * (1 << 18), (index + 1) * (1 << 18)),
    )
    const { broken, rows, lines, accounted } = parseAll([bytes("a;b\n"), ...pieces, bytes("\nc;d\n")])
    expect(broken).toEqual(["LineTooLong 2"])
    expect(rows).toEqual([
      [1, "a", "b"],
      [3, "c", "d"],
    ])
    expect([lines, accounted]).toEqual([3, 3])
  })
})

test("Records.parser: copies the bytes it keeps, so that the caller can reuse its buffer", () => {
  const text = Array.from({ length: 9_000 }, (_, index) => `line ${index};${"x".repeat(index % 40)}\n`).join(
    "",
  )
  const data = Buffer.from(text)
  const buffer = Buffer.alloc(1_000)
  const rows: Array<string> = []
  const parser = Records.parser(
    { encoding: "utf-8", delimiter: ";" },
    { record: (cells) => rows.push(cells.join(";")), blank: () => {}, broken: () => {} },
  )
  for (let at = 0; at < data.length; at += buffer.length) {
    const size = data.copy(buffer, 0, at)
    parser.push(buffer.subarray(0, size))
  }
  parser.end()
  expect(`${rows.join("\n")}\n`).toBe(text)
})

describe("Records.parser: laws", () => {
  test("counts every physical line, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.oneof(nasty.map(bytes), fc.uint8Array({ maxLength: 80 })), (data) => {
        const { lines, accounted } = parseAll([data])
        expect([lines, accounted]).toEqual([physicalLines(data), physicalLines(data)])
      }),
    )
  })

  test("gives the same records for any pieces of the bytes", () => {
    fc.assert(
      fc.property(
        nasty,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 400 }),
        (text, size, times) => {
          // Long enough that pieces are parsed before the end.
          const data = bytes(text.repeat(times * 40))
          const pieces = []
          for (let at = 0; at < data.length; at += size * 10_007)
            pieces.push(data.subarray(at, at + size * 10_007))
          expect(parseAll(pieces)).toEqual(parseAll([data]))
        },
      ),
      { numRuns: runs(40) },
    )
  })

  test("gives the offset of the first line of a record", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const data = bytes(text)
        const { offsets } = parseAll([data])
        for (const offset of offsets) expect(offset === 0 || data[offset - 1] === 10).toBe(true)
        expect([...offsets].sort((a, b) => a - b)).toEqual(offsets)
      }),
    )
  })

  test("parses valid text as csv-parse does", () => {
    const cell = fc.string({ unit: fc.constantFrom('"', ";", "\n", "a", "é", "€", " ", "1"), maxLength: 6 })
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      )
    fc.assert(
      fc.property(table, fc.constantFrom("\n", "\r\n"), (rows, end) => {
        const quote = (text: string) => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
        const text = rows.map((row) => row.map(quote).join(";") + end).join("")
        const theirs = parse(text, { delimiter: ";", relaxColumnCount: true }) as ReadonlyArray<
          ReadonlyArray<string>
        >
        const isBlank = (row: ReadonlyArray<string>) => row.every((one) => one.trim() === "")
        const ours = parseText(text)
        expect(ours.broken).toEqual([])
        expect(ours.rows.map(([, ...cells]) => cells)).toEqual(theirs.filter((row) => !isBlank(row)))
      }),
    )
  })
})
