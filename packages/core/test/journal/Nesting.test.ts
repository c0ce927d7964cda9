import { expect, test } from "vitest"
import * as Nesting from "../../src/journal/Nesting.ts"

const isTooDeep = (text: string): boolean => Nesting.isTooDeep(new TextEncoder().encode(text))

test.each([
  ["lists within the limit", "[".repeat(100) + "]".repeat(100), false],
  ["lists past the limit", "[".repeat(101), true],
  ["objects past the limit", '{"a":'.repeat(101), true],
  ["many lists side by side", `[${"[],".repeat(1_000)}0]`, false],
  ["brackets in a text", `["${"[".repeat(1_000)}"]`, false],
  ["brackets behind an escaped quote", `["\\"${"[".repeat(1_000)}"]`, false],
  ["brackets behind a text that ends with a backslash", `["\\\\\\\\",${"[".repeat(101)}`, true],
] as const)("isTooDeep: %s", (_, text, expected) => {
  expect(isTooDeep(text)).toBe(expected)
})
