/** A first look at a file: how it is written, as far as its beginning shows. */
import * as Dialect from "../text/Dialect.ts"
import * as Encoding from "../text/Encoding.ts"
import type { Facts } from "../fault/Facts.ts"
import * as Figure from "../cell/YearAmount.ts"
import type { Note } from "../fault/Note.ts"
import * as Numbers from "../cell/Numbers.ts"
import type { Options } from "./FileContent.ts"
import * as Records from "../text/Records.ts"

/** What was found, and what stands in the way of reading at all. */
export interface Survey {
  readonly dialect: Dialect.Dialect
  readonly notes: ReadonlyArray<Note>
  readonly fault: Facts | undefined
}

/** What a look at the amounts of a file may declare beforehand. */
export type Declared = Pick<Options, "encoding" | "delimiter" | "numbers">

/** Which columns hold amounts, by the header. */
export type AmountColumns = (header: ReadonlyArray<string>) => ReadonlyArray<number>

/** Looks at the beginning of a file, or all of it. The more it sees, the more numbers can prove their format. */
export const look = (amounts: AmountColumns, bytes: Uint8Array, declared: Declared): Survey => {
  const encoding = Encoding.detect(bytes, declared.encoding)
  const isText = !("_tag" in encoding)
  const found = isText ? encoding : { encoding: "utf-8" as const, bom: false }
  const text = isText ? Encoding.decodeAnyway(bytes.subarray(found.bom ? 3 : 0), found.encoding) : ""
  const delimiter = declared.delimiter ?? Dialect.delimiterIn(Encoding.firstLine(bytes, found))
  const proof =
    isText && declared.numbers === undefined ? proofs(amounts, bytes, { ...found, delimiter }) : []
  const formats = new Set(proof.map(({ format }) => format))
  const numbers = declared.numbers ?? (formats.size === 2 ? "mixed" : (proof[0]?.format ?? "unproven"))
  return {
    dialect: {
      medium: "text",
      ...found,
      delimiter,
      lineEnds: Dialect.lineEndsOf(text),
      numbers,
      proof,
      shape: "table",
      how: {
        encoding: declared.encoding === undefined ? "detected" : "declared",
        delimiter: declared.delimiter === undefined ? "detected" : "declared",
        numbers: declared.numbers === undefined ? "detected" : "declared",
      },
    },
    notes: [
      ...(isText && declared.encoding === undefined && found.encoding === "windows-1252"
        ? [{ _tag: "NotUtf8" } as const]
        : []),
      ...(numbers === "mixed" ? [{ _tag: "BothNumberFormats" } as const] : []),
    ],
    fault: isText ? undefined : encoding,
  }
}

/** The first number of each format that has one reading only, in the columns that hold amounts. */
const proofs = (
  amounts: AmountColumns,
  bytes: Uint8Array,
  written: { readonly encoding: Encoding.Encoding; readonly delimiter: string },
): Dialect.Dialect["proof"] => {
  const found = new Map<
    Numbers.Format,
    { readonly line: number; readonly text: string; readonly format: Numbers.Format }
  >()
  let columns: ReadonlyArray<number> | undefined
  let first: Numbers.Format | undefined
  const scanner = Records.scan(written, {
    row: (cells, line) => {
      if (columns === undefined) {
        columns = amounts(cells)
        return
      }
      for (const index of columns) {
        const text = cells[index] ?? ""
        // What reads in the format that is proven already proves no other.
        if (first !== undefined && !Number.isNaN(Figure.quick(text, first))) continue
        const format = Numbers.proves(text)
        if (format === undefined || found.has(format)) continue
        found.set(format, { line, text: text.trim(), format })
        first ??= format
      }
    },
    blank: () => {},
    broken: () => {},
  })
  scanner.push(bytes)
  scanner.end()
  return [...found.values()].sort((a, b) => a.line - b.line)
}
