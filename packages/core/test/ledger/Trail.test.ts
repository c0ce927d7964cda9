/** The leaf rows behind a cell, and their postings. */
import { Estimate, Layout, Ledger, LinearForm, Money, Structure, Trail } from "@grootboek/core"
import { ledger } from "@grootboek/testing/Given"
import { describe, expect, test } from "vitest"
import { adopted, declared, goods, wages } from "../SmallPlan.ts"

const history = ledger(
  adopted,
  declared,
  Estimate.post({ line: goods, amounts: { "2026": "10.60", "2027": "2.00" } }),
  Estimate.post({ line: wages, amounts: { "2026": "4.30" } }),
)

const face = { title: "X", edition: "bbc-3.0", decimals: 0, years: "plan", kind: "fixed", id: "X" } as const

describe("Trail.leaves", () => {
  const count = { direction: "U" } as const
  const layout = Layout.of(
    {
      ...face,
      rows: {
        out: { label: "", count },
        in: { label: "", count: { direction: "O" } },
        sum: { label: "", plus: ["out", "out", "in"] },
        gone: { label: "", plus: ["sum"], minus: ["out", "out"] },
        run: { label: "", plus: ["gone"], previousYear: "run" },
        twice: { label: "", plus: ["run"], minus: ["sum"], previousYear: "run" },
      },
    },
    Structure.empty,
  )
  const leavesOf = (row: number, year: number) =>
    Trail.leaves(LinearForm.of(layout, 3), row, { year, first: 2026 })
      .map((leaf) => `${leaf.row} ${leaf.year} ${leaf.factor}`)
      .toSorted()

  test("returns each leaf row with its factor, without those that cancel", () => {
    expect(leavesOf(0, 2026)).toEqual(["0 2026 1"])
    expect(leavesOf(2, 2027)).toEqual(["0 2027 2", "1 2027 1"])
    expect(leavesOf(3, 2026)).toEqual(["1 2026 1"])
  })

  test("goes back to the first year when a row is carried forward", () => {
    expect(leavesOf(4, 2028)).toEqual(["1 2026 1", "1 2027 1", "1 2028 1"])
    expect(leavesOf(4, 2026)).toEqual(["1 2026 1"])
    expect(leavesOf(5, 2027)).toEqual(["0 2027 -2", "1 2026 2"])
    expect(leavesOf(5, 2025)).toEqual([])
  })
})

describe("Trail.steps", () => {
  test("lists the postings of each leaf row times its factor, oldest first", () => {
    const { columns } = history
    const layout = Layout.of(
      {
        ...face,
        rows: {
          spent: { label: "", count: { accounts: [goods.account, wages.account] } },
          none: { label: "", count: { accounts: ["1"] } },
        },
      },
      Ledger.planAt(history)?.structure ?? never(),
    )
    const leaves = [
      { row: 0, year: 2026, factor: 2n },
      { row: 0, year: 2027, factor: -3n },
      { row: 1, year: 2026, factor: 1n },
    ]
    const steps = Trail.steps(LinearForm.of(layout, 3), columns, { leaves, after: 0, until: 4 })
    expect(
      steps.map(({ posting, entry, turn, amount }) => [posting, entry, turn, Money.format(amount)]),
    ).toEqual([
      [0, 3, 0, "21.20"],
      [1, 3, 1, "-6.00"],
      [2, 4, 0, "8.60"],
    ])
  })
})

const never = (): never => {
  throw new Error("the ledger has a plan")
}
