/** The normal spelling of a text. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Content, Spelling, Structure } from "../../src/index.ts"

describe("Spelling.normal", () => {
  test.each([
    ["Huur zaal ", "Huur zaal"],
    ["Huur  zaal", "Huur zaal"],
    ["Huur\u00a0zaal", "Huur zaal"],
    ["\u202fHuur\u2003zaal\t", "Huur zaal"],
    ["Huur\nzaal", "Huur zaal"],
    ["Cafe\u0301", "Café"],
    ["Huur\u00ad zaal\u200b", "Huur zaal"],
    ["Huur Zaal", "Huur Zaal"],
    ["", ""],
  ])("%j: becomes %j", (text, normal) => {
    expect(Spelling.normal(text)).toBe(normal)
  })

  test("normal: changes nothing a second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const once = Spelling.normal(text)
        expect(Spelling.normal(once)).toBe(once)
      }),
    )
  })
})

describe("Content.bytes", () => {
  const unit = fc.constantFrom("a", " ", "\u00a0", "é", "e\u0301", '"', "\\", "\n", "\u200b", "1")

  test("bytes: equal those of the value with normal spellings", () => {
    const spelled = (value: unknown) => new TextDecoder().decode(Content.bytes(value))
    fc.assert(
      fc.property(fc.array(fc.string({ unit, maxLength: 6 })), (texts) => {
        expect(spelled({ b: texts, a: 1 })).toBe(JSON.stringify({ a: 1, b: texts.map(Spelling.normal) }))
      }),
    )
  })
})

describe("Structure.spelled", () => {
  const sector = (code: string) => ({ code, counterparty: "x" })
  const structure = Structure.declare(Structure.empty, {
    sectors: [sector("Café"), sector("A"), sector("\u0410")],
  })

  test.each([
    ["A", "A"],
    ["\u0410", "\u0410"],
    ["Cafe\u0301", "Café"],
    ["Café\u00a0", "Café"],
    ["B", undefined],
  ])("%j: is declared as %j", (code, declared) => {
    expect(Structure.spelled(structure, code)).toBe(declared)
  })
})
