/** Counts of the page in the singular and the plural. */
import { expect, test } from "vitest"
import * as Bilingual from "../../src/words/Bilingual.ts"
import { words } from "../../src/words/Words.ts"

const nl = Bilingual.say("nl")
const en = Bilingual.say("en")

test.each([
  ["1", "1 bevinding.", "1 finding."],
  ["2", "2 bevindingen.", "2 findings."],
])("a damaged file: %s finding has its own noun", (count, dutch, english) => {
  expect(nl(words.evidence.damaged)(count)).toContain(dutch)
  expect(en(words.evidence.damaged)(count)).toContain(english)
})

test("a source file: one entry and one posting are in the singular", () => {
  expect(nl(words.evidence.source)("1", "1")).toContain("1 boeking, 1 mutatie.")
  expect(en(words.evidence.source)("1", "1")).toContain("1 entry, 1 posting.")
  expect(nl(words.evidence.source)("75", "309")).toContain("75 boekingen, 309 mutaties.")
})

test("other counts: are in the singular for one", () => {
  expect(nl(words.checks.comparisons)("1")).toBe("1 vergelijking")
  expect(en(words.rules.indexation)("100,00", 2025, 1, "102,00")).toContain("indexed 1 time:")
  expect(nl(words.decision.otherLines)("1")).toBe("en 1 andere lijn")
  expect(en(words.replay.others)("2")).toBe("and 2 other postings")
})
