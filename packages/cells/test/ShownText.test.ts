import { LookAlike, ShownText } from "@grootboek/cells"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"

const letters = {
  minLength: 1,
  maxLength: 12,
  unit: fc.constantFrom(..."A1bо\u0410\u0391\uff21 -Ж"),
} as const

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
    ["\u041010101", "‹U+0410≈A›10101"],
    ["W\u043enen", "W‹U+043E≈o›nen"],
    ["\u0421\u0415", "‹U+0421≈C›‹U+0415≈E›"],
    ["A\uff11", "A‹U+FF11≈1›"],
    ["\u{1d400}1", "‹U+1D400≈A›1"],
    ["\u{1d6c4}", "‹U+1D6C4≈y›"],
    ["A\u200b\u0410", "A‹U+200B›‹U+0410≈A›"],
    ["Жанна, Привет, дом1", "Жанна, Привет, дом1"],
    ["Kılıç Özgür, Ștefan, 3 × 2 − 1, m², Συν", "Kılıç Özgür, Ștefan, 3 × 2 − 1, m², Συν"],
    ["een regel\n\ten een tab", "een regel\n\ten een tab"],
    ["Zorg & welzijn – € 1.000", "Zorg & welzijn – € 1.000"],
    ["👩🏽\u200d💻 ❤\ufe0f", "👩🏽\u200d💻 ❤\ufe0f"],
  ])("of: shows %j as %j", (text, shown) => {
    expect(ShownText.of(text)).toBe(shown)
  })

  test("of: leaves no control character and no invisible character, and is idempotent", () => {
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

  test("of: leaves no word that passes for a word in Latin letters", () => {
    fc.assert(
      fc.property(fc.string(letters), (text) => {
        for (const word of ShownText.of(text).split(/[^\p{L}\p{M}\p{N}]+/u)) {
          const seen = LookAlike.of(word)?.probably ?? word
          if (/^[A-Za-z0-9]*$/.test(seen)) expect(word).toBe(seen)
        }
      }),
    )
  })
})
