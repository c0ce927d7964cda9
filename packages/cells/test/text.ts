/** Generators of text with everything that spreadsheets and CSV readers treat specially. */
import fc from "fast-check"

/** Characters that begin a formula, and the apostrophe that neutralises it. */
export const formulaStarts = [
  "=",
  "+",
  "-",
  "@",
  "\t",
  "\r",
  "＝",
  "＋",
  "－",
  "＠",
  "\u0000",
  "\u001b",
  "\u0085",
]

const unit = fc.constantFrom(
  ...formulaStarts,
  "'",
  '"',
  ";",
  ",",
  "\n",
  " ",
  "\u00a0",
  "\ufeff",
  "a",
  "1",
  "é",
  "😀",
)

/** Any text, mostly of special characters. */
export const text = fc.oneof(fc.string({ unit, maxLength: 8 }), fc.string())
