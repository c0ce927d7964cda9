/** The id and the position in the bytes of a body, compared with a search in its text. */
import * as fc from "fast-check"
import { expect, test } from "vitest"
import * as EntryTail from "../../src/journal/EntryTail.ts"

/** Pieces of bodies: the marks whole and cut, and what may come between them. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '"id":"',
      '","position":',
      ',"previous":"',
      "x:1",
      "12",
      '"',
      '","',
      "position",
      ":",
      "é",
      "0".repeat(64),
    ],
  ),
  fc.string({ maxLength: 12 }),
)

const body = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""))

/** What the text states, found with patterns. */
const stated = (text: string): { readonly id: string | undefined; readonly position: number | undefined } => {
  const at = text.lastIndexOf('","position":')
  const [before, after] = [text.slice(0, at), text.slice(at + '","position":'.length)]
  const [, id] = /"id":"([^"]{1,128})$/s.exec(before) ?? []
  const [, position] = /^(\d{1,15}),"previous":"/.exec(after) ?? []
  return at <= '"id":"'.length
    ? { id: undefined, position: undefined }
    : { id, position: position === undefined ? undefined : Number(position) }
}

test("idOf, positionOf: return what the text states", () => {
  let found = 0
  fc.assert(
    fc.property(body, (text) => {
      const bytes = new TextEncoder().encode(text)
      const { id, position } = stated(text)
      if (id !== undefined) found++
      expect(EntryTail.idOf(bytes)).toBe(id)
      expect(EntryTail.positionOf(bytes)).toBe(position)
    }),
    { numRuns: 2_000, examples: [['{"id":"a:1","position":7,"previous":"0"}']] },
  )
  expect(found).toBeGreaterThan(10)
})

test("mayState: is true for the id that idOf returns, and for any id when it returns none", () => {
  let [equal, other] = [0, 0]
  fc.assert(
    fc.property(body, fc.string({ maxLength: 4 }), fc.nat(12), (text, drawn, cut) => {
      const bytes = new TextEncoder().encode(text)
      const id = EntryTail.idOf(bytes)
      for (const asked of [drawn, id ?? "x:1", (id ?? "").slice(cut), `"${id}`, `${id}"`, "é"]) {
        const expected = (id ?? asked) === asked
        if (expected) equal++
        else other++
        expect(EntryTail.mayState(bytes, asked)).toBe(expected)
      }
    }),
    {
      numRuns: 2_000,
      examples: [
        ['{"id":"a:1","position":7,"previous":"0"}', "a:1", 1],
        ['{"id":"a"id":"b","position":7', 'a"id":"b', 1],
      ],
    },
  )
  expect(Math.min(equal, other)).toBeGreaterThan(30)
})
