/** Findings of a file, one per cause. */
import { expect, test } from "vitest"
import { FileFinding } from "../src/index.ts"

const finding = (
  line: number | null,
  words: string,
  more: Partial<FileFinding.FileFinding> = {},
): FileFinding.FileFinding => {
  const facts = { file: "a.csv", line, column: "U/O", code: "UnknownDirection", ...more }
  return { ...facts, message: `${FileFinding.place(facts)}: ${words}` }
}

test("byCause: puts rows with the same words in the same column together, in order of the first", () => {
  const findings = [
    finding(2, '"D" is not a direction'),
    finding(3, '"R" is not a direction'),
    finding(4, '"D" is not a direction'),
    finding(4, '"D" is not a direction', { column: "richting" }),
    finding(5, '"D" is not a direction', { file: "b.csv" }),
    finding(null, '"D" is not a direction'),
    finding(7, '"D" is not a direction'),
    finding(8, "the row has 2 cells", { column: null, code: "RaggedRow" }),
    finding(9, "the row has 2 cells", { column: null, code: "RaggedRow" }),
  ]
  const causes = FileFinding.byCause(findings)
  expect(causes.map(({ finding, others }) => [findings.indexOf(finding), others])).toEqual([
    [0, [4, 7]],
    [1, []],
    [3, []],
    [4, []],
    [5, []],
    [7, []],
    [8, []],
  ])
})
