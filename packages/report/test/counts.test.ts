/** Counts of messages in the singular and the plural. */
import { expect, test } from "vitest"
import * as FindingText from "../src/words/FindingText.ts"
import * as PublicationText from "../src/words/PublicationText.ts"
import * as PublishedVerdict from "../src/words/PublishedVerdict.ts"

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ form: "M2", row: `R${index}` })) as never

test.each([
  [7, "en nog 1 rij.", "and 1 more row."],
  [8, "en nog 2 rijen.", "and 2 more rows."],
])("PublishedVerdict.missing: of %i rows, those after six are counted", (count, dutch, english) => {
  expect(PublishedVerdict.missing(rows(count), "nl")).toContain(dutch)
  expect(PublishedVerdict.missing(rows(count), "en")).toContain(english)
})

test("PublicationText.counts: one figure is in the singular", () => {
  const counts = { compared: 1, changed: 0, onlyOld: 0, onlyNew: 0 } as never
  expect(PublicationText.of("nl").counts(counts)).toMatch(/^1 cijfer vergeleken · /)
  expect(PublicationText.of("en").counts(counts)).toMatch(/^1 figure compared · /)
})

test("FindingText.problem: a checkpoint or a last line of one entry is in the singular", () => {
  const of = (facts: object) => FindingText.problem({ facts, position: 1 } as never)
  const removed = of({ _tag: "BeforeCheckpoint", entries: 1, last: 0 })
  expect(removed.en).toContain("has 1 entry,")
  expect(removed.nl).toContain("telt 1 boeking,")
  const other = of({ _tag: "TrailerMismatch", entries: 1, head: "a", last: 2, hash: "b" })
  expect(other.en).toContain("states 1 entry and")
  expect(other.nl).toContain("vermeldt 1 boeking tot")
})
