/** What a leaf moves is what its form computes from one euro on that leaf, in whatever year it arrives. */
import { type FormId, formIds, forms, Layout, Structure } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import * as Influence from "../../src/form/Influence.ts"
import { declarations } from "../SmallPlan.ts"

const structure = Structure.declare(Structure.empty, declarations)

/** By row and lag: what stands there when one euro stands on a leaf in the first year. The formulas, read downwards. */
const computed = (layout: Layout.Layout, leaf: number, years: number): ReadonlyMap<string, number> => {
  const known = new Map<string, number>()
  const amountOf = (index: number, year: number): number => {
    const cell = `${index} ${year}`
    const row = layout.rows[index]
    if (row === undefined || year < 0) return 0
    const value =
      known.get(cell) ??
      (index === leaf && year === 0 ? 1 : 0) +
        row.terms.reduce((sum, term) => sum + term.sign * amountOf(term.row, year), 0) +
        (row.previousYear === undefined ? 0 : amountOf(row.previousYear, year - 1))
    known.set(cell, value)
    return value
  }
  for (const { index } of layout.rows) for (let year = 0; year < years; year++) amountOf(index, year)
  return new Map([...known].filter(([, value]) => value !== 0))
}

const told = (
  { starts, rows, lags, factors }: Influence.Influence,
  leaf: number,
): ReadonlyMap<string, number> => {
  const out = new Map<string, number>()
  for (let at = starts[leaf] ?? 0; at < (starts[leaf + 1] ?? 0); at++)
    out.set(`${rows[at]} ${lags[at]}`, factors[at] ?? 0)
  return out
}

const sorted = (cells: ReadonlyMap<string, number>) => [...cells].sort(([a], [b]) => (a < b ? -1 : 1))

describe("what a leaf moves", () => {
  test.each(formIds)("in %s is what the form computes, within every span of years", (id) => {
    const layout = Layout.of(forms[id], structure)
    for (const years of [1, 2, 6]) {
      const influence = Influence.of(layout, years)
      const all = layout.rows.map(({ index, count }) => {
        const own = sorted(told(influence, index))
        expect(own, `row ${index} over ${years}`).toEqual(
          count === undefined ? [] : sorted(computed(layout, index, years)),
        )
        return own.map(([, factor]) => Math.abs(factor))
      })
      expect(influence.heaviest).toBe(Math.max(0, ...all.flat()))
      expect(influence.starts).toHaveLength(layout.rows.length + 1)
    }
  })

  const small = (rows: Parameters<typeof Layout.of>[0] & { readonly kind: "fixed" }) =>
    Layout.of(rows, Structure.empty)
  const face = { kind: "fixed", id: "X", title: "X", edition: "bbc-3.0", decimals: 0, years: "plan" } as const

  test("counts twice where two roads lead to a row, and not at all where they cancel", () => {
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
    expect(sorted(told(Influence.of(layout, 3), 5))).toEqual([
      ["0 0", 3],
      ["3 0", 2],
      ["4 0", 1],
      ["5 0", 1],
      ["6 0", -4],
    ])
    expect(Influence.of(layout, 3).heaviest).toBe(4)
  })

  test("goes on from a row once all that reaches it is known", () => {
    const layout = small({
      ...face,
      rows: {
        A: { label: "the leaf", count: {} },
        B: { label: "the same", plus: ["A"] },
        C: { label: "twice", plus: ["A", "B"] },
        D: { label: "twice as well", plus: ["C"] },
      },
    })
    expect(sorted(told(Influence.of(layout, 1), 0))).toEqual([
      ["0 0", 1],
      ["1 0", 1],
      ["2 0", 2],
      ["3 0", 2],
    ])
  })

  test("goes on into later years, once for every year that takes up the year before", () => {
    const layout = small({
      ...face,
      rows: {
        A: { label: "the leaf", count: {} },
        carried: { label: "carried", plus: ["A"], previousYear: "carried" },
        shown: { label: "carried and of the year before", plus: ["carried"], previousYear: "A" },
      },
    })
    expect(sorted(told(Influence.of(layout, 3), 0))).toEqual([
      ["0 0", 1],
      ["1 0", 1],
      ["1 1", 1],
      ["1 2", 1],
      ["2 0", 1],
      ["2 1", 2],
      ["2 2", 1],
    ])
  })

  test("is added to a table as often as it counts, with its sign", () => {
    for (const table of [BigInt64Array.of(1n, 2n, 3n), [1n, 2n, 3n]])
      for (const [factor, now] of [
        [1, 7n],
        [-1, 2n],
        [3, 17n],
        [-2, 7n],
      ] as const) {
        Influence.add(table, 1, 5n, factor)
        expect([table[0], table[1], table[2]]).toEqual([1n, now, 3n])
      }
  })

  test("is compiled once for a layout and a span", () => {
    const layout = Layout.of(forms["M2" satisfies FormId], structure)
    expect(Influence.of(layout, 3)).toBe(Influence.of(layout, 3))
    expect(Influence.of(layout, 4)).not.toBe(Influence.of(layout, 3))
  })
})
