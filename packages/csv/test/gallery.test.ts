/** Every problem has a file that causes it, a message in two languages, and a line in the documentation. */
import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { Fault } from "../src/index.ts"
import { read } from "./fixture.ts"
import { exhibits, fileOf, markdown, marks } from "./gallery.ts"

describe("error gallery", () => {
  test.each(exhibits)(
    "$file: gives all its faults, each with line and column",
    ({ file, kind, options, faults }) => {
      const reading = read(kind, fileOf(file), options)
      const found = reading.faults.map(({ _tag, line, column }) =>
        [_tag, line, column ?? ""].join(" ").trim(),
      )
      expect(found).toEqual(faults)
    },
  )

  test("counts: include every line of a hostile file", () => {
    for (const { file, kind, options } of exhibits) {
      const { counts, faults } = read(kind, fileOf(file), options)
      const { lines, headerLines, acceptedLines, rejectedLines, blankLines, leftOutLines } = counts
      const isUnread = faults.some(({ _tag }) => _tag === "Utf16" || _tag === "NotText")
      const newlines = isUnread
        ? 0
        : new TextDecoder("latin1").decode(fileOf(file).bytes).split(/\n(?!$)/).length
      expect([file, headerLines + acceptedLines + rejectedLines + blankLines + leftOutLines]).toEqual([
        file,
        lines,
      ])
      if (fileOf(file).bytes.length > 0) expect([file, lines]).toEqual([file, newlines])
    }
  })

  test("exhibits: show every problem except those that need a pivot, a spreadsheet or a very long line", () => {
    const shown = new Set(exhibits.flatMap(({ faults }) => faults.map((fault) => fault.split(" ")[0])))
    const hidden = Object.keys(Fault.catalogue).filter((tag) => !shown.has(tag))
    expect(hidden).toEqual([
      "LineTooLong",
      "OtherForms",
      "NoPrintedRows",
      "TotalDiffers",
      "RowOutOfPlace",
      "AmbiguousBlanks",
      "FormulaWithoutValue",
      "ErrorCell",
      "SharedTextMissing",
      "TextNested",
      "CellTwice",
      "NumberDamaged",
      "CellOutOfPlace",
      "DayImpossible",
      "CellTextTooLong",
      "HiddenByMerge",
      "MergedAmount",
      "MergedBeside",
    ])
  })

  test("exhibits: use every hostile file except those without a fault", () => {
    const shown = new Set(exhibits.map(({ file }) => file))
    const others = readdirSync(new URL("hostile", import.meta.url)).filter((file) => !shown.has(file))
    expect(others.sort()).toEqual(["doubly-encoded.csv", "prototype.csv"])
    for (const file of others) expect([file, read("lines", fileOf(file)).faults]).toEqual([file, []])
  })

  test("messages: name file and line and what was expected, in both languages", () => {
    for (const { file, kind, options } of exhibits) {
      for (const fault of read(kind, fileOf(file), options).faults) {
        for (const language of ["en", "nl"] as const) {
          const message = Fault.message(fault, language)
          expect(message).toMatch(new RegExp(`^${file}:\\d+: .{8,}; .{8,}$`))
          expect(message).not.toMatch(/\p{Cc}|undefined|NaN|\[object/u)
        }
      }
    }
  })

  test("documentation: has the same messages; run `npm run gallery` after a change", () => {
    const text = readFileSync(new URL("../../../docs/error-gallery.md", import.meta.url), "utf8")
    const part = text.slice(text.indexOf(marks.begin) + marks.begin.length, text.indexOf(marks.end))
    expect(part.trim()).toBe(markdown())
    for (const tag of Object.keys(Fault.catalogue)) expect(part).toContain(`| \`${tag}\` |`)
  })

  test("position: has the first byte of the line, and the line", () => {
    const { bytes } = fileOf("ragged.csv")
    const { faults } = read("lines", fileOf("ragged.csv"))
    for (const { offset, text } of faults)
      expect(new TextDecoder().decode(bytes.subarray(offset, offset + text.length))).toBe(text)
    expect(faults.map(({ text }) => text)).toEqual([
      "A10101;9090;6140000;;;U;Goederen;1,00",
      "A10101;9090;6140000;;;U;Goe;deren;1,00;",
    ])
  })
})
