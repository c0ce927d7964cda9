/** The offset of a field in canonical JSON. */
import { expect, test } from "vitest"
import * as Finding from "../../src/journal/Finding.ts"

const offsetOf = (text: string, field: string): number =>
  Finding.offsetOf(new TextEncoder().encode(text), field)

test.each([
  ["the first field", '{"a":1,"b":2}', "a", 1],
  ["a later field", '{"a":1,"b":2}', "b", 7],
  ["a field behind two-byte letters", '{"a":"éé","b":2}', "b", 12],
  ["a field with the same letters in its value before it", '{"a":"b","b":2}', "b", 9],
  ["a field of a field, not its namesake before it", '{"x":1,"y":{"x":2}}', "y.x", 12],
  ["the outer field where the inner one is not there", '{"y":{"x":2}}', "y.z", 1],
  ["no field at all", '{"a":1}', "b", 0],
  ["a field with which the text begins", '"a":1', "a", 0],
  ["a field with which the text ends", '{"b":', "b", 1],
  ["a text that is shorter than the field", "{}", "abc", 0],
])("Finding.offsetOf: returns the offset of %s", (_, text, field, offset) => {
  expect(offsetOf(text, field)).toBe(offset)
})
