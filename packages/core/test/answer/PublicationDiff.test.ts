/** Two publications compared: cells matched by address, and where changes begin. */
import * as Result from "effect/Result"
import { expect, test } from "vitest"
import * as PublicationDiff from "../../src/answer/PublicationDiff.ts"
import * as Published from "../../src/answer/Published.ts"
import * as Money from "../../src/value/Money.ts"

const laid = (rows: Readonly<Record<string, ReadonlyArray<string>>>, first = 2026) =>
  Result.getOrThrow(
    Published.lay([
      {
        form: "M2",
        cells: Object.entries(rows).flatMap(([code, amounts], line) =>
          amounts.map((amount, at) => ({
            section: "Budgettair resultaat",
            code,
            year: first + at,
            amount: Money.from(amount),
            line,
            column: "",
          })),
        ),
      },
    ]),
  )

const named = (cells: ReadonlyArray<PublicationDiff.ComparedCell>) =>
  cells.map(
    ({ code, year, delta }) => `${code} ${year} ${delta === undefined ? "-" : Money.print(delta, "be", 0)}`,
  )

const before = { I: ["5", "6"], "I.a": ["10", "10"], "I.b": ["5", "4"], VI: ["1", "6"], VII: ["6", "12"] }

test("PublicationDiff.of: marks the cells where changes begin, not the sums above them", () => {
  const after = { ...before, I: ["8", "6"], "I.a": ["13", "10"] }
  const diff = PublicationDiff.of(laid(before), laid(after))
  expect(diff.counts).toEqual({ compared: 10, changed: 2, onlyOld: 0, onlyNew: 0 })
  expect(named(diff.moved)).toEqual(["I.a 2026 3"])
})

test("PublicationDiff.of: follows a result that is carried into the next year", () => {
  const after = { ...before, VII: ["7", "13"], VI: ["1", "7"] }
  expect(named(PublicationDiff.of(laid(before), laid(after)).moved)).toEqual(["VII 2026 1"])
})

test("PublicationDiff.of: lists the largest change first, whatever its sign", () => {
  const after = { ...before, "I.a": ["11", "10"], "I.b": ["5", "1"] }
  expect(named(PublicationDiff.of(laid(before), laid(after)).moved)).toEqual(["I.b 2027 -3", "I.a 2026 1"])
})

test("PublicationDiff.of: keeps cells that only one publication prints, without a difference", () => {
  const diff = PublicationDiff.of(laid({ I: ["5", "6"] }), laid({ I: ["6", "7"] }, 2027))
  expect(named(diff.cells)).toEqual(["I 2026 -", "I 2027 0", "I 2028 -"])
  expect(diff.counts).toEqual({ compared: 1, changed: 0, onlyOld: 1, onlyNew: 1 })
})

test("PublicationDiff.of: is empty between a publication and itself", () => {
  expect(PublicationDiff.of(laid(before), laid(before))).toMatchObject({ counts: { changed: 0 }, moved: [] })
})
