/** Changed cells: the largest causes, and the two moments exchanged. */
import { Money } from "@grootboek/core"
import { Diff } from "@grootboek/core/answer"
import { describe, expect, test } from "vitest"
import type { Cause } from "../../src/answer/Cause.ts"
import * as ChangedCell from "../../src/answer/ChangedCell.ts"

const cause = (entry: number, amount: string): Cause => ({
  entry,
  event: "EstimatePosted",
  kind: "posted",
  text: `oorzaak ${entry}`,
  amount: Money.from(amount),
})

const cellOf = (...amounts: ReadonlyArray<string>): ChangedCell.ChangedCell => ({
  form: "M2",
  section: "I",
  code: "A",
  label: "Uitgaven",
  year: 2026,
  old: Money.from("5"),
  new: Money.from("9"),
  delta: Money.from("4"),
  causes: amounts.map((amount, at) => cause(at + 1, amount)),
  unexplained: Money.from("0.50"),
})

const kept = ({ causes, rest }: ChangedCell.ChangedCell) => ({
  entries: causes.map(({ entry }) => entry),
  rest: rest === undefined ? "none" : `${rest.causes}: ${Money.format(rest.amount)}`,
})

describe("ChangedCell.shortened", () => {
  test("keeps a cell with few causes as it is", () => {
    const cell = cellOf("1", "-2")
    expect(ChangedCell.shortened(cell, 2)).toBe(cell)
  })

  test("lists the largest causes first, whatever their sign, and sums the others", () => {
    const cell = cellOf("1", "-7", "3", "-2", "5", "4")
    expect(kept(ChangedCell.shortened(cell, 3))).toEqual({ entries: [2, 5, 6], rest: "3: 2.00" })
    expect(kept(ChangedCell.shortened(cell, 1))).toEqual({ entries: [2], rest: "5: 11.00" })
    expect(kept(ChangedCell.shortened(cell, 0))).toEqual({ entries: [], rest: "6: 4.00" })
    const { causes: _, rest: __, ...others } = ChangedCell.shortened(cell, 3)
    const { causes: ___, ...whole } = cell
    expect(others).toStrictEqual(whole)
  })

  test("keeps the order of causes of equal size", () => {
    expect(kept(ChangedCell.shortened(cellOf("1", "2", "-2", "1"), 3))).toEqual({
      entries: [2, 3, 1],
      rest: "1: 1.00",
    })
  })
})

describe("ChangedCell.reversed", () => {
  test("exchanges the moments and the sign of every amount", () => {
    const cell = ChangedCell.shortened(cellOf("1", "-7", "3"), 2)
    const reversed = ChangedCell.reversed(cell)
    expect(reversed).toStrictEqual({
      ...cell,
      old: cell.new,
      new: cell.old,
      delta: Money.from("-4"),
      causes: [cause(2, "7"), cause(3, "-3")],
      rest: { causes: 1, amount: Money.from("-1") },
      unexplained: Money.from("-0.50"),
    })
    expect(ChangedCell.reversed(reversed)).toStrictEqual(cell)
    expect("rest" in ChangedCell.reversed(cellOf("1"))).toBe(false)
  })
})

test("Diff.shorten: keeps the causes over all cells as they were", () => {
  const cells = [cellOf("1", "-7", "3"), cellOf("2")]
  const moment = { position: 1, plan: "2026/0" }
  const whole: Diff.Difference = { from: moment, to: moment, cells, declared: [], decisions: [] }
  const short = Diff.shorten(whole, 1)
  expect(short.cells.map(kept)).toEqual([
    { entries: [2], rest: "2: 4.00" },
    { entries: [1], rest: "none" },
  ])
  expect(short.summary).toEqual(Diff.groups(whole))
  expect(Diff.groups(short)).toEqual(Diff.groups(whole))
  const { summary: _, ...listed } = short
  expect(Diff.groups(short)).not.toEqual(Diff.groups(listed))
})
