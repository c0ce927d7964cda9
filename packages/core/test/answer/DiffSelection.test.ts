/** The selection of a difference: years, a least size, unexplained cells, and the order. */
import { Diff, Money } from "@grootboek/core"
import { expect, test } from "vitest"

const cell = (code: string, year: number, delta: string, unexplained = "0.00"): Diff.ChangedCell => ({
  form: "T2",
  section: "EXPLOITATIE",
  code,
  label: code,
  year,
  old: Money.zero,
  new: Money.from(delta),
  delta: Money.from(delta),
  causes: [],
  unexplained: Money.from(unexplained),
})

const difference: Diff.Difference = {
  from: { position: 1, plan: "2026/0" },
  to: { position: 9, plan: "2026/1" },
  cells: [
    cell("A", 2026, "10.00"),
    cell("B", 2026, "-30.00", "-1.00"),
    cell("C", 2027, "20.00", "20.00"),
    cell("D", 2027, "-20.00"),
    cell("E", 2028, "0.50"),
  ],
}

const codes = (selection: Diff.DiffSelection) =>
  Diff.select(difference, selection)
    .cells.map(({ code }) => code)
    .join("")

test("Diff.select: returns every cell in the order of the forms by default", () => {
  expect(Diff.select(difference, {})).toStrictEqual(difference)
  expect(codes({ order: "form" })).toBe("ABCDE")
})

test.each<readonly [string, Diff.DiffSelection, string]>([
  ["years", { years: [2026, 2028] }, "ABE"],
  ["no years", { years: [] }, ""],
  ["changes of at least a size, in either direction", { least: Money.from("20.00") }, "BCD"],
  ["unexplained changes", { unexplained: true }, "BC"],
  ["the largest change first, equal ones in form order", { order: "size" }, "BCDAE"],
  ["all criteria", { years: [2027], least: Money.from("20.00"), unexplained: true, order: "size" }, "C"],
])("Diff.select: selects %s", (_, selection, expected) => {
  expect(codes(selection)).toBe(expected)
})

test("Diff.select: sorts by size, independent of the original order", () => {
  const backwards = { ...difference, cells: difference.cells.toReversed() }
  expect(Diff.select(backwards, { order: "size" }).cells.map(({ code }) => code)).toEqual([
    "B",
    "D",
    "C",
    "A",
    "E",
  ])
})
