import { Archive } from "@grootboek/core"
import { expect, test } from "vitest"
import * as LineGuard from "../src/session/LineGuard.ts"

const encoder = new TextEncoder()

test("guard: stops at a line that is longer than any entry, and reports its whole size", () => {
  const guard = LineGuard.begin()
  const chunk = new Uint8Array(1 << 20).fill(0x61)
  expect(guard.allows(encoder.encode("{}\n"))).toBe(true)
  for (let pushed = 0; pushed < 64; pushed++) expect(guard.allows(chunk)).toBe(true)
  expect(guard.allows(encoder.encode("b"))).toBe(false)
  expect(guard.allows(encoder.encode("b\n{}\n"))).toBe(false)
  expect(guard.finding()).toMatchObject({
    code: "LineTooLong",
    offset: 3,
    facts: { line: 2, length: Archive.longestLine + 2, most: Archive.longestLine },
  })
})

const long = "x".repeat(1 << 16)

test.each([
  ["lists within the limit", `"${long}",${"[".repeat(100)}`, undefined],
  ["lists past the limit", `"${long}",${"[".repeat(101)}`, "MalformedLine"],
  ["objects past the limit", `"${long}",${'{"a":'.repeat(101)}`, "MalformedLine"],
  ["many lists side by side", `"${long}",${"[],".repeat(1_000)}`, undefined],
  ["brackets in a text", `"${long}","${"[".repeat(1_000)}"`, undefined],
  ["brackets behind an escaped quote", `"${long}","\\"${"[".repeat(1_000)}"`, undefined],
  [
    "brackets behind a text that ends with a backslash",
    `"${long}","\\\\",${"[".repeat(101)}`,
    "MalformedLine",
  ],
  ["brackets of many lines", `${"[\n".repeat(1 << 16)}`, undefined],
] as const)("guard: %s", (_, text, code) => {
  const bytes = encoder.encode(text)
  for (const size of [bytes.length, 4_096]) {
    const guard = LineGuard.begin()
    let isAllowed = true
    for (let at = 0; at < bytes.length; at += size) isAllowed = guard.allows(bytes.subarray(at, at + size))
    expect([isAllowed, guard.finding()?.code]).toEqual([code === undefined, code])
  }
})
