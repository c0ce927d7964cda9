/** Detects the dialect of a file from its beginning, or from all of it. */

import { Money } from "@grootboek/core"
import * as Numbers from "../cell/Numbers.ts"
import type { FileProblem } from "../fault/FileProblem.ts"
import type { Note } from "../fault/Note.ts"
import * as Dialect from "../text/Dialect.ts"
import * as Encoding from "../text/Encoding.ts"
import * as Records from "../text/Records.ts"
import type { ReaderOptions } from "./FileContent.ts"

/** The dialect, and the problem that prevents reading. */
export interface Survey {
  readonly dialect: Dialect.Dialect
  readonly notes: ReadonlyArray<Note>
  readonly problem: FileProblem | undefined
}

/** The parts of a dialect that the user may declare. */
export type DeclaredDialect = Pick<ReaderOptions, "encoding" | "delimiter" | "numbers">

/** Returns the columns of amounts of a header, or `undefined` for a record above the header. */
export type AmountColumns = (record: ReadonlyArray<string>, line: number) => ReadonlyArray<number> | undefined

/** What the user declared, and how to find the delimiter of a file that begins with titles. */
export interface SurveyOptions extends DeclaredDialect {
  readonly delimiterIn?: (text: string) => Dialect.Dialect["delimiter"] | undefined
}

/** Detects a dialect. More bytes have more numbers that can prove their format. */
export const of = (bytes: Uint8Array, amounts: AmountColumns, declared: SurveyOptions): Survey => {
  const encoding = Encoding.detect(bytes, declared.encoding)
  const isText = !("_tag" in encoding)
  const found = isText ? encoding : { encoding: "utf-8" as const, bom: false }
  const text = isText ? Encoding.decodeAnyway(bytes.subarray(found.bom ? 3 : 0), found.encoding) : ""
  const delimiter =
    declared.delimiter ??
    declared.delimiterIn?.(text) ??
    Dialect.delimiterIn(Encoding.firstLine(bytes, found))
  const proof =
    isText && declared.numbers === undefined ? proofs(amounts, bytes, { ...found, delimiter }) : []
  const formats = new Set(proof.map(({ format }) => format))
  const numbers = declared.numbers ?? (formats.size === 2 ? "mixed" : (proof[0]?.format ?? "unproven"))
  const origin = (part: keyof DeclaredDialect): Dialect.Origin =>
    declared[part] === undefined ? "detected" : "declared"
  return {
    dialect: {
      medium: "text",
      ...found,
      delimiter,
      lineEnds: Dialect.lineEndsOf(text),
      numbers,
      proof,
      shape: "table",
      how: { encoding: origin("encoding"), delimiter: origin("delimiter"), numbers: origin("numbers") },
    },
    notes: [
      ...(isText && declared.encoding === undefined && found.encoding === "windows-1252"
        ? [{ _tag: "NotUtf8" } as const]
        : []),
      ...(numbers === "mixed" ? [{ _tag: "BothNumberFormats" } as const] : []),
    ],
    problem: isText ? undefined : encoding,
  }
}

/** Returns the first number of each format that has one reading only, in the columns of amounts. */
const proofs = (
  amounts: AmountColumns,
  bytes: Uint8Array,
  written: { readonly encoding: Encoding.Encoding; readonly delimiter: string },
): Dialect.Dialect["proof"] => {
  const found = new Map<Dialect.NumberFormat, Dialect.Dialect["proof"][number]>()
  let columns: ReadonlyArray<number> | undefined
  let first: Dialect.NumberFormat | undefined
  const parser = Records.parser(written, {
    record: (cells, line) => {
      if (columns === undefined) {
        columns = amounts(cells, line)
        return
      }
      for (const index of columns) {
        const text = cells[index] ?? ""
        // A number of the proven format proves no other.
        if (first !== undefined && !Number.isNaN(Money.parseMicros(text, first))) continue
        const format = Numbers.proves(text)
        if (format === undefined || found.has(format)) continue
        found.set(format, { line, text: text.trim(), format })
        first ??= format
      }
    },
    blank: () => {},
    broken: () => {},
  })
  parser.push(bytes)
  parser.end()
  return [...found.values()].sort((a, b) => a.line - b.line)
}
