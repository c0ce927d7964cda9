/** Every error of core has a message in two languages, and a row in the documentation. */
import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { chapters, markdown, marks } from "./gallery.ts"

const rows = chapters.flatMap(({ title, rows }) =>
  rows.flatMap(({ name, said: { library, command } }) => [
    { said: library, where: `${name} (${title})` },
    { said: command, where: `${name} on the command line (${title})` },
  ]),
)

describe("the error gallery", () => {
  test.each(rows)("$where: has a message in English and in Dutch", ({ said }) => {
    expect(said.en).not.toBe(said.nl)
    for (const text of [said.en, said.nl]) {
      expect(text).toMatch(/^[\p{Lu}"\d].*[.?]$/u)
      expect(text).not.toMatch(/undefined|NaN|\[object|\p{Cc}/u)
    }
  })

  test.each(rows)("$where: has a fact and a next step", ({ said }) => {
    for (const text of [said.en, said.nl]) {
      expect(text.length).toBeGreaterThan(40)
      expect(text).toMatch(/[.;:] \p{L}.*[.?]$/u)
    }
  })

  test("docs/error-gallery.md: is up to date: run `npm run gallery` after a change", () => {
    const text = readFileSync(new URL("../../../docs/error-gallery.md", import.meta.url), "utf8")
    expect(text.slice(text.indexOf(marks.begin) + marks.begin.length, text.indexOf(marks.end)).trim()).toBe(
      markdown().trim(),
    )
  })
})
