import { ShownText } from "@grootboek/cells"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"

describe("ShownText", () => {
  test.each([
    ["\u202eA1", "‹U+202E›A1"],
    ["A1\u200b", "A1‹U+200B›"],
    ["\u001b[2J", "‹U+001B›[2J"],
    ["so\u00adft", "so‹U+00AD›ft"],
    ["a\u2028b", "a‹U+2028›b"],
    ["a\ud800", "a‹U+D800›"],
    ["A\ufe0f1", "A‹U+FE0F›1"],
    ["\u{e0041}", "‹U+E0041›"],
    ["een regel\n\ten een tab", "een regel\n\ten een tab"],
    ["Zorg & welzijn – € 1.000", "Zorg & welzijn – € 1.000"],
    ["👩🏽\u200d💻 ❤\ufe0f", "👩🏽\u200d💻 ❤\ufe0f"],
  ])("of: shows %j as %j", (text, shown) => {
    expect(ShownText.of(text)).toBe(shown)
  })

  test("of: leaves nothing that a terminal obeys or a reader does not see, and is idempotent", () => {
    const hostile = fc.array(
      fc.oneof(fc.integer({ min: 0, max: 0x10ffff }), fc.integer({ min: 0x2000, max: 0x206f })),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(hostile, (points) => {
        const shown = ShownText.of(String.fromCodePoint(...points))
        expect(shown).not.toMatch(/[\p{Cs}\u202a-\u202e\u2066-\u2069\u200b\ufeff]|(?![\n\t])\p{Cc}/u)
        expect(ShownText.of(shown)).toBe(shown)
      }),
    )
  })
})
