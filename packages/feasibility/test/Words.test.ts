/** Messages about verdicts in both languages. */
import { expect, test } from "vitest"
import { Words } from "../src/index.ts"

const english = /\b(the|was|were|not|none|found|figures|amounts|solver|ended|with|right)\b/i

test.each([
  { _tag: "NothingTried" },
  { _tag: "NoWholeAmounts" },
  { _tag: "NoWholeProof" },
  { _tag: "SolverEnded", status: 13 },
] as const)("verdict: has no English words in Dutch when undecided: $_tag", (status) => {
  const [line] = Words.verdict({ _tag: "Undecided", figures: 3, status })
  expect(line?.en).toContain("was not decided: ")
  expect(line?.nl).toContain("is niet beslist: ")
  expect(line?.nl.match(english)).toBeNull()
})

test("verdict: one figure is in the singular", () => {
  const [line] = Words.verdict({ _tag: "Consistent", figures: 1, doubts: undefined } as never)
  expect(line?.en).toMatch(/^The only figure can be right/)
  expect(line?.nl).toMatch(/^Het enige cijfer kan juist zijn/)
  expect(line?.nl.match(english)).toBeNull()
})
