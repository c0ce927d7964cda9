/** Amounts from bytes: the amounts that the schema accepts, in micro-euro, up to 2^53. */

import { runs } from "@grootboek/testing/Runs"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { ByteReader } from "../../src/codec/Bytes.ts"
import * as Micros from "../../src/codec/Micros.ts"
import { Amount } from "../../src/value/Amount.ts"
import * as Money from "../../src/value/Money.ts"

const encoder = new TextEncoder()

/** What is read at the end of some bytes or before others, and how far. */
const read = (written: string, after = ""): readonly [number | undefined, number] => {
  const bytes = encoder.encode(`123${written}${after}`)
  const input = new ByteReader()
  input.begin(bytes.subarray(3))
  return [Micros.read(input), input.at]
}

test.each([
  ["0.00", 0],
  ["0.10", 100_000],
  ["-0.01", -10_000],
  ["12.345", 12_345_000],
  ["1.0001", 1_000_100],
  ["1.00001", 1_000_010],
  ["1.000001", 1_000_001],
  ["10.10", 10_100_000],
  ["999999999.99", 999_999_999_990_000],
  ["9007199254.740959", 9_007_199_254_740_959],
  ["9007199254.740991", Number.MAX_SAFE_INTEGER],
  ["-9007199254.740991", -Number.MAX_SAFE_INTEGER],
])("Micros: reads %s exactly", (amount, micros) => {
  const written = `"${amount}"`
  for (const after of ["", ",", '"', "0"]) expect(read(written, after)).toEqual([micros, written.length])
})

test.each([
  ...[
    "",
    "-",
    ".",
    "1",
    "1.",
    "1.0",
    "01.00",
    "00.00",
    "-0.00",
    "-00.01",
    "1.100",
    "1.000000",
    ".50",
    "-.50",
  ],
  ...["1.2345678", "1.2345670", "9007199254.740992", "9007199254.75", "123456789012.00", "1000000000000.00"],
  ...["/.00", ":.00", "1./0", "1.0:", "1,00", "+1.00", " 1.00", "1.00 ", "1.00\\", "1.0e", "--1.00", "1..00"],
])("Micros: refuses %j and stays where it is", (amount) => {
  expect(read(`"${amount}"`)).toEqual([undefined, 0])
})

test.each(["1.00", '"1.00', '1.00"', '"', "", '"1.00,'])(
  "Micros: refuses %j, which is not a whole text",
  (written) => {
    expect(read(written)).toEqual([undefined, 0])
  },
)

test("Micros: reads what the schema accepts, unless 2^53 is too small for it", () => {
  const accepts = Schema.decodeUnknownResult(Amount)
  const texts = fc.oneof(
    fc.stringMatching(/^-?\d{1,13}(\.\d{0,7})?$/),
    fc.bigInt({ min: -(2n ** 54n), max: 2n ** 54n }).map((micros) => Money.format(Money.ofMicros(micros))),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const micros = Result.isSuccess(accepts(text)) ? Number(Money.from(text)) : Number.NaN
      expect(read(`"${text}"`)[0]).toBe(Number.isSafeInteger(micros) ? micros : undefined)
    }),
    { numRuns: runs(3_000) },
  )
})
