/** The formula rule: what it neutralises, and that reading restores it. */
import { Formula } from "@grootboek/cells"
import fc from "fast-check"
import { expect, test } from "vitest"
import { formulaStarts, text } from "./text.ts"

test.each([
  ["=1+1", "'=1+1"],
  ["+32 50 12", "'+32 50 12"],
  ["-5", "'-5"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\tx", "'\tx"],
  ["\rx", "'\rx"],
  ["\u0007x", "'\u0007x"],
  ["＝1+1", "'＝1+1"],
  ["＋1", "'＋1"],
  ["－1", "'－1"],
  ["＠A1", "'＠A1"],
  [" =1", "' =1"],
  ["\u00a0=1", "'\u00a0=1"],
  ["'=1", "''=1"],
  ["''=1", "'''=1"],
  ["'t PACT", "'t PACT"],
  ["a=1", "a=1"],
  ["A10101", "A10101"],
  ["'", "'"],
  ["", ""],
])("Formula: writes %j as %j and restores it", (plain, safe) => {
  expect([Formula.neutralise(plain), Formula.restore(safe)]).toEqual([safe, plain])
})

test("Formula.restore: returns any text that was neutralised", () => {
  fc.assert(
    fc.property(text, (plain) => {
      expect(Formula.restore(Formula.neutralise(plain))).toBe(plain)
    }),
  )
})

test("Formula.neutralise: returns text that no spreadsheet runs, whatever the text", () => {
  fc.assert(
    fc.property(text, (plain) => {
      const safe = Formula.neutralise(plain)
      expect(formulaStarts.some((start) => safe.trimStart().startsWith(start))).toBe(false)
      expect(safe).not.toMatch(/^\p{Cc}/u)
    }),
  )
})

test("Formula.neutralise: adds nothing but one apostrophe", () => {
  fc.assert(
    fc.property(text, (plain) => {
      expect([plain, `'${plain}`]).toContain(Formula.neutralise(plain))
    }),
  )
})
