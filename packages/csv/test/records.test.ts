/** From bytes to records: strict about quotes, exact about lines, and of the same mind as csv-parse. */
import { parse } from "csv-parse/sync"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Records } from "../src/index.ts"

interface Heard {
  readonly rows: ReadonlyArray<readonly [line: number, ...cells: ReadonlyArray<string>]>
  readonly broken: ReadonlyArray<string>
  readonly lines: number
  readonly accounted: number
  readonly offsets: ReadonlyArray<number>
}

const hear = (pieces: ReadonlyArray<Uint8Array>, delimiter = ";"): Heard => {
  const rows: Array<readonly [number, ...ReadonlyArray<string>]> = []
  const broken: Array<string> = []
  const offsets: Array<number> = []
  let accounted = 0
  const scanner = Records.scan(
    { encoding: "utf-8", delimiter },
    {
      row: (cells, line, height) => {
        rows.push([line, ...cells])
        offsets.push(scanner.where().offset)
        accounted += height
      },
      blank: (_, height) => {
        accounted += height
      },
      broken: ({ _tag }, line) => {
        broken.push(`${_tag} ${line}`)
        offsets.push(scanner.where().offset)
        accounted++
      },
    },
  )
  for (const piece of pieces) scanner.push(piece)
  scanner.end()
  return { rows, broken, lines: scanner.lines(), accounted, offsets }
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const hearText = (text: string): Heard => hear([bytes(text)])

/** Characters that matter to a CSV reader, more often than not. */
const nasty = fc.string({
  unit: fc.constantFrom('"', ";", "\n", "\r\n", "\r", "a", "é", "€", "\u0000", " ", '""'),
  maxLength: 60,
})

const physicalLines = (data: Uint8Array): number => {
  const newlines = data.reduce((count, byte) => (byte === 10 ? count + 1 : count), 0)
  return newlines + (data.length > 0 && data.at(-1) !== 10 ? 1 : 0)
}

describe("records", () => {
  test("a quoted cell may hold delimiters, quotes and line ends, and its record knows the line it begins on", () => {
    const { rows, lines } = hearText('a;b\n"x;y";"say ""no"""\r\n"two\r\nlines";z\nend;\n')
    expect(rows).toEqual([
      [1, "a", "b"],
      [2, "x;y", 'say "no"'],
      [3, "two\nlines", "z"],
      [5, "end", ""],
    ])
    expect(lines).toBe(5)
  })

  test("a broken record is given up at its first line, so that it hides nothing below it", () => {
    const { rows, broken } = hearText('a;"b\nc;d\n"e"f;g\nh;i\n')
    expect(broken).toEqual(["StrayQuote 1", "StrayQuote 3"])
    expect(rows).toEqual([
      [2, "c", "d"],
      [4, "h", "i"],
    ])
  })

  test("a byte order mark is no part of the first cell, and offsets count it", () => {
    const { rows, offsets } = hear([Uint8Array.of(0xef, 0xbb, 0xbf, 97, 59, 98, 10, 99, 59, 100)])
    expect(rows).toEqual([
      [1, "a", "b"],
      [2, "c", "d"],
    ])
    expect(offsets).toEqual([3, 7])
  })

  test("a line without an end is given up, not kept in memory", () => {
    const long = new Uint8Array(3 * Records.longest).fill(97)
    const pieces = Array.from({ length: 12 }, (_, index) =>
      long.subarray(index * (1 << 18), (index + 1) * (1 << 18)),
    )
    const { broken, rows, lines, accounted } = hear([bytes("a;b\n"), ...pieces, bytes("\nc;d\n")])
    expect(broken).toEqual(["LineTooLong 2"])
    expect(rows).toEqual([
      [1, "a", "b"],
      [3, "c", "d"],
    ])
    expect([lines, accounted]).toEqual([3, 3])
  })
})

test("a buffer that is filled again does not change what was read from it", () => {
  const text = Array.from({ length: 9_000 }, (_, index) => `line ${index};${"x".repeat(index % 40)}\n`).join(
    "",
  )
  const data = Buffer.from(text)
  const buffer = Buffer.alloc(1_000)
  const rows: Array<string> = []
  const scanner = Records.scan(
    { encoding: "utf-8", delimiter: ";" },
    { row: (cells) => rows.push(cells.join(";")), blank: () => {}, broken: () => {} },
  )
  for (let at = 0; at < data.length; at += buffer.length) {
    const size = data.copy(buffer, 0, at)
    scanner.push(buffer.subarray(0, size))
  }
  scanner.end()
  expect(`${rows.join("\n")}\n`).toBe(text)
})

describe("laws of records", () => {
  test("every physical line is accounted for, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.oneof(nasty.map(bytes), fc.uint8Array({ maxLength: 80 })), (data) => {
        const { lines, accounted } = hear([data])
        expect([lines, accounted]).toEqual([physicalLines(data), physicalLines(data)])
      }),
    )
  })

  test("how the bytes are cut into pieces changes nothing", () => {
    fc.assert(
      fc.property(
        nasty,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 400 }),
        (text, size, times) => {
          // Long enough that the pieces are worked on before the end.
          const data = bytes(text.repeat(times * 40))
          const pieces = []
          for (let at = 0; at < data.length; at += size * 10_007)
            pieces.push(data.subarray(at, at + size * 10_007))
          expect(hear(pieces)).toEqual(hear([data]))
        },
      ),
      { numRuns: 40 },
    )
  })

  test("a record's offset is the byte on which its first line begins", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const data = bytes(text)
        const { offsets } = hear([data])
        for (const offset of offsets) expect(offset === 0 || data[offset - 1] === 10).toBe(true)
        expect([...offsets].sort((a, b) => a - b)).toEqual(offsets)
      }),
    )
  })

  test("what is sound is read as csv-parse reads it", () => {
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
        const ours = hearText(text)
        expect(ours.broken).toEqual([])
        expect(ours.rows.map(([, ...cells]) => cells)).toEqual(theirs.filter((row) => !isBlank(row)))
      }),
    )
  })
})
