/** Messages: Dutch has no English words, and no language lacks a message. */

import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Mapping from "../src/header/Mapping.ts"
import { Dialect, Fault, type Message, Note } from "../src/index.ts"
import { read } from "./fixture.ts"
import { exhibits, fileOf, unseen } from "./gallery.ts"
import { notes } from "./notes.ts"

/** Words that no Dutch message contains. Header names and values are quoted, and options begin with `--`. */
const english =
  /\b(the|and|an|of the|is not|not|no|or|with|without|line|lines|row|rows|column|columns|years?|numbers?|amount|amounts|file|header|expected|proven|declared|mixed|none|both|read|by|mapping|choices|spreadsheet|carriage|return|it|this|as in|such)\b/i

const bare = (text: string): string =>
  text
    .replace(/"(?:[^"]|"")*"/g, "")
    .replace(/--[\w-]+/g, "")
    .replace(/een van .*/, "")

const faults: ReadonlyArray<Fault.Problem> = [
  ...exhibits.flatMap(({ file, kind, options }) => read(kind, fileOf(file), options).faults),
  ...unseen.map(([, problem]) => problem),
]

const dialects: ReadonlyArray<Dialect.Dialect> = (["be", "en", "mixed", "unproven"] as const).flatMap(
  (numbers) =>
    (["text", "sheet"] as const).flatMap((medium) =>
      (["wide", "long", "table"] as const).flatMap((shape) =>
        (["LF", "CRLF", "mixed", "none"] as const).flatMap((lineEnds) =>
          (["declared", "detected"] as const).map(
            (origin): Dialect.Dialect => ({
              medium,
              encoding: "utf-8",
              bom: true,
              delimiter: "\t",
              lineEnds,
              numbers,
              proof: [{ line: 2, text: "1,5", format: "be" }],
              shape,
              how: { encoding: origin, delimiter: origin, numbers: origin },
            }),
          ),
        ),
      ),
    ),
)

const mappingFailures: ReadonlyArray<Message> = ["", "[]", '{"column":{}}', '{"columns":{"action":1}}'].map(
  (json) => Result.getOrThrow(Result.flip(Mapping.parse(json))),
)

describe("messages", () => {
  test("faults: Dutch has no English words, and every problem occurs", () => {
    const texts = faults.flatMap((fault) => {
      const { wrong, expected } = Fault.describe(fault)
      return [wrong.nl, expected.nl]
    })
    expect(texts.filter((text) => english.test(bare(text)))).toEqual([])
    expect(new Set(faults.map(({ _tag }) => _tag))).toEqual(new Set(Object.keys(Fault.catalogue)))
  })

  test("notes: Dutch has no English words, and every note occurs", () => {
    const texts = notes.map((note) => Note.message(note, "nl"))
    expect(texts.filter((text) => english.test(bare(text)))).toEqual([])
    expect(new Set(notes.map(({ _tag }) => _tag))).toEqual(new Set(Object.keys(Note.catalogue)))
  })

  test("dialects: Dutch has no English words", () => {
    const texts = dialects.map((dialect) => Dialect.format(dialect, "nl"))
    expect(texts.filter((text) => english.test(bare(text)))).toEqual([])
  })

  test("mappings: Dutch has no English words, and names the place that is wrong", () => {
    expect(mappingFailures.filter(({ nl }) => english.test(bare(nl)))).toEqual([])
    expect(mappingFailures.map(({ en }) => en.split(";")[0])).toEqual([
      "this is not a mapping",
      "this is not a mapping",
      '"column" in the mapping has an unknown name or value',
      '"columns.action" in the mapping has an unknown name or value',
    ])
  })
})
