/** The linear form of every form, compared with one euro on each leaf row followed through the formulas. */
import { type FormId, formIds, forms, Layout, Structure } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import * as LinearForm from "../../src/form/LinearForm.ts"
import { declarations } from "../SmallPlan.ts"

const structure = Structure.declare(Structure.empty, declarations)

/** The amount by row and lag when one euro is on a leaf row in the first year, computed by recursion. */
const computed = (layout: Layout.Layout, leaf: number, years: number): ReadonlyMap<string, number> => {
  const known = new Map<string, number>()
  const amountOf = (index: number, year: number): number => {
    const cell = `${index} ${year}`
    const row = layout.rows[index]
    if (row === undefined || year < 0) return 0
    const value =
      known.get(cell) ??
      (index === leaf && year === 0 ? 1 : 0) +
        row.terms.reduce((sum, term) => sum + term.sign * amountOf(term.row, year - term.lag), 0)
    known.set(cell, value)
    return value
  }
  for (const { index } of layout.rows) for (let year = 0; year < years; year++) amountOf(index, year)
  return new Map([...known].filter(([, value]) => value !== 0))
}

const entriesOf = (
  { starts, rows, lags, factors }: LinearForm.SparseMatrix,
  leaf: number,
): ReadonlyMap<string, number> => {
  const out = new Map<string, number>()
  for (let at = starts[leaf] ?? 0; at < (starts[leaf + 1] ?? 0); at++)
    out.set(`${rows[at]} ${lags[at]}`, factors[at] ?? 0)
  return out
}

const sorted = (cells: ReadonlyMap<string, number>) => [...cells].sort(([a], [b]) => (a < b ? -1 : 1))

describe("linear form", () => {
  test.each(formIds)(
    "%s: counts what its formulas compute, in both directions, for every number of years",
    (id) => {
      const layout = Layout.of(forms[id], structure)
      for (const years of [1, 2, 6]) {
        const { up, down, weights } = LinearForm.of(layout, years)
        const downwards = layout.rows.flatMap(({ index }) =>
          [...entriesOf(down, index)].map(([entry, factor]) => {
            const [leaf, lag] = entry.split(" ")
            return `${leaf}: ${index} ${lag} ${factor}`
          }),
        )
        const upwards = layout.rows.flatMap(({ index, count }) => {
          const own = sorted(entriesOf(up, index))
          expect(own, `row ${index} over ${years}`).toEqual(
            count === undefined ? [] : sorted(computed(layout, index, years)),
          )
          expect(weights[index]).toBe(Math.max(0, ...own.map(([, factor]) => Math.abs(factor))))
          return own.map(([entry, factor]) => `${index}: ${entry} ${factor}`)
        })
        expect(downwards.sort()).toEqual(upwards.sort())
        expect([up.starts.length, down.starts.length]).toEqual([
          layout.rows.length + 1,
          layout.rows.length + 1,
        ])
      }
    },
  )

  const small = (rows: Parameters<typeof Layout.of>[0] & { readonly kind: "fixed" }) =>
    Layout.of(rows, Structure.empty)
  const face = { kind: "fixed", id: "X", title: "X", edition: "bbc-3.0", decimals: 0, years: "plan" } as const

  test("counts a leaf twice when two paths lead to a row, and not at all when they cancel", () => {
    const layout = small({
      ...face,
      rows: {
        total: { label: "three times", plus: ["twice", "A"] },
        nothing: { label: "nothing", plus: ["A"], minus: ["B"] },
        above: { label: "nothing either", plus: ["nothing"] },
        twice: { label: "twice", plus: ["A", "B"] },
        B: { label: "the same", plus: ["A"] },
        A: { label: "the leaf", count: {} },
        less: { label: "less four", plus: [], minus: ["total", "A"] },
      },
    })
    expect(sorted(entriesOf(LinearForm.of(layout, 3).up, 5))).toEqual([
      ["0 0", 3],
      ["3 0", 2],
      ["4 0", 1],
      ["5 0", 1],
      ["6 0", -4],
    ])
    expect(LinearForm.of(layout, 3).weights).toEqual([0, 0, 0, 0, 0, 4, 0])
  })

  test("adds all paths to a row when rows are listed in any order", () => {
    const layout = small({
      ...face,
      rows: {
        A: { label: "the leaf", count: {} },
        B: { label: "the same", plus: ["A"] },
        C: { label: "twice", plus: ["A", "B"] },
        D: { label: "twice as well", plus: ["C"] },
      },
    })
    expect(sorted(entriesOf(LinearForm.of(layout, 1).up, 0))).toEqual([
      ["0 0", 1],
      ["1 0", 1],
      ["2 0", 2],
      ["3 0", 2],
    ])
  })

  test("counts a leaf in later years when a row carries the year before", () => {
    const layout = small({
      ...face,
      rows: {
        A: { label: "the leaf", count: {} },
        carried: { label: "carried", plus: ["A"], previousYear: "carried" },
        shown: { label: "carried and of the year before", plus: ["carried"], previousYear: "A" },
      },
    })
    expect(sorted(entriesOf(LinearForm.of(layout, 3).up, 0))).toEqual([
      ["0 0", 1],
      ["1 0", 1],
      ["1 1", 1],
      ["1 2", 1],
      ["2 0", 1],
      ["2 1", 2],
      ["2 2", 1],
    ])
  })

  test("add: adds an amount times its factor", () => {
    for (const table of [BigInt64Array.of(1n, 2n, 3n), [1n, 2n, 3n]])
      for (const [factor, now] of [
        [1, 7n],
        [-1, 2n],
        [3, 17n],
        [-2, 7n],
      ] as const) {
        LinearForm.add(table, 1, 5n, factor)
        expect([table[0], table[1], table[2]]).toEqual([1n, now, 3n])
      }
  })

  test("is compiled once per layout and number of years", () => {
    const layout = Layout.of(forms["M2" satisfies FormId], structure)
    expect(LinearForm.of(layout, 3)).toBe(LinearForm.of(layout, 3))
    expect(LinearForm.of(layout, 4)).not.toBe(LinearForm.of(layout, 3))
  })
})
