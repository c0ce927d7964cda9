/** The CSV writer: another library reads back every field, and no field is a formula. */
import { Delimited, Formula } from "@grootboek/cells"
import { parse } from "csv-parse/sync"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { formulaStarts, text } from "./text.ts"

const style: fc.Arbitrary<Delimited.Style> = fc.record({
  delimiter: fc.constantFrom(";", ",", "\t"),
  lineEnd: fc.constantFrom("\n", "\r\n"),
})

const numberText = fc.stringMatching(/^-?\d{1,12}([.,]\d{1,6})?$/)

const records = <A>(field: fc.Arbitrary<A>): fc.Arbitrary<ReadonlyArray<ReadonlyArray<A>>> =>
  fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
    )

const read = (
  written: string,
  { delimiter, lineEnd }: Delimited.Style,
): ReadonlyArray<ReadonlyArray<string>> => parse(written, { delimiter, record_delimiter: lineEnd })

describe("Delimited.write", () => {
  test("reads back as the same text, whatever the text, delimiter and line end", () => {
    fc.assert(
      fc.property(records(text), style, (rows, style) => {
        const found = read(Delimited.write(rows, style), style)
        expect(found.map((row) => row.map(Formula.restore))).toEqual(rows)
      }),
    )
  })

  test("writes no text that a spreadsheet runs", () => {
    fc.assert(
      fc.property(records(text), style, (rows, style) => {
        for (const field of read(Delimited.write(rows, style), style).flat())
          expect(formulaStarts.some((start) => field.trimStart().startsWith(start))).toBe(false)
      }),
    )
  })

  test("writes numbers as they are given, also beside text that looks like one", () => {
    fc.assert(
      fc.property(records(numberText), style, (rows, style) => {
        const fields = rows.map((row) => row.flatMap((number) => [{ number }, number]))
        const expected = rows.map((row) =>
          row.flatMap((number) => [number, number.startsWith("-") ? `'${number}` : number]),
        )
        expect(read(Delimited.write(fields, style), style)).toEqual(expected)
      }),
    )
  })

  test("writes nothing between delimiters when a field is missing, and quotes a record of one blank field", () => {
    const semicolon = { delimiter: ";", lineEnd: "\r\n" } as const
    expect(Delimited.write([["a", undefined, "b"], [""]], semicolon)).toBe('a;;b\r\n""\r\n')
  })
})

test.each([
  ["a;b", '"a;b"'],
  ['say "no"', '"say ""no"""'],
  ["two\nlines", '"two\nlines"'],
  [" a", '" a"'],
  ["a ", '"a "'],
  ["\ufeffa", '"\ufeffa"'],
  ["-3", "'-3"],
  ["\t=1", "'\t=1"],
  ["plain", "plain"],
])("Delimited.field: writes %j as %j", (given, written) => {
  expect(Delimited.field(given, ";")).toBe(written)
})
