/** Identities that follow from the forms when rows between them were not printed. */
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import * as Consistency from "../../src/answer/Consistency.ts"
import type * as IdentityCheck from "../../src/answer/IdentityCheck.ts"
import * as Published from "../../src/answer/Published.ts"
import * as Structure from "../../src/event/Structure.ts"
import { type FormId, forms } from "../../src/form/bbc3/index.ts"
import * as Layout from "../../src/form/Layout.ts"
import * as LinearForm from "../../src/form/LinearForm.ts"
import * as Part from "../../src/form/Part.ts"
import * as Money from "../../src/value/Money.ts"

const years = [2026, 2027]

/** Returns the rank of integer vectors. */
const rank = (vectors: ReadonlyArray<ReadonlyMap<string, number>>): number => {
  const pivots: Array<{ readonly key: string; readonly row: Map<string, number> }> = []
  for (const vector of vectors) {
    const row = new Map(vector)
    for (const { key, row: pivot } of pivots) {
      const factor = (row.get(key) ?? 0) / (pivot.get(key) ?? 1)
      if (factor === 0) continue
      for (const [at, value] of pivot) {
        const left = (row.get(at) ?? 0) - factor * value
        if (Math.abs(left) < 1e-9) row.delete(at)
        else row.set(at, left)
      }
    }
    const [first] = row.keys()
    if (first !== undefined) pivots.push({ key: first, row })
  }
  return pivots.length
}

const layoutOf = (form: FormId): Layout.Layout => Layout.of(forms[form], Structure.empty)

const laid = (form: FormId, rows: ReadonlySet<number>): Published.LaidTable => {
  const layout = layoutOf(form)
  const figures = layout.rows.map(({ index, section, code }) =>
    years.map((year) =>
      rows.has(index)
        ? {
            section,
            code,
            year,
            amount: Money.zero,
            line: index + 2,
            column: `${year}`,
            form,
            file: undefined,
          }
        : undefined,
    ),
  )
  return { form, layout, years, figures }
}

/** The parts that each printed cell counts, without those that no row can show after the first year. */
const countedBy = (tables: ReadonlyArray<Published.LaidTable>) => {
  const parts = Part.of(tables.map(({ layout }) => layout))
  return tables.flatMap((table, place) => {
    const { layout, figures } = table
    const { down } = LinearForm.of(layout, years.length)
    const isZero = Published.holdsNothing(table)
    return layout.rows.flatMap(({ index }) =>
      years.flatMap((_, at) => {
        if (figures[index]?.[at] === undefined) return []
        const counts = new Map<string, number>()
        for (let entry = down.starts[index] as number; entry < (down.starts[index + 1] as number); entry++) {
          const [leaf, year] = [down.rows[entry] as number, at - (down.lags[entry] as number)]
          if (year < 0 || isZero(leaf, year)) continue
          for (const part of parts.of[place]?.[leaf] ?? [])
            add(counts, `${part} ${year}`, down.factors[entry] as number)
        }
        return [counts]
      }),
    )
  })
}

const add = (sum: Map<string, number>, key: string, factor: number): void => {
  const total = (sum.get(key) ?? 0) + factor
  if (total === 0) sum.delete(key)
  else sum.set(key, total)
}

const relationOf = ({ figure, terms }: IdentityCheck.IdentityCheck): ReadonlyMap<string, number> => {
  const sum = new Map<string, number>()
  for (const { figure: one, sign } of [{ figure, sign: -1 }, ...terms])
    add(sum, `${one.form} ${one.line} ${one.year}`, sign)
  return sum
}

const isPrintable = ({ shown, optional }: Layout.LayoutRow): boolean => shown !== "never" && optional !== true

test.each([
  { ids: ["T3"], runs: 25 },
  { ids: ["M2"], runs: 25 },
  { ids: ["M2", "M3"], runs: 12 },
  { ids: ["T2", "T3"], runs: 4 },
  { ids: ["M2", "T2"], runs: 4 },
] as const)("Consistency.of $ids: checks every relation between any rows printed", ({ ids, runs }) => {
  const rows = ids.flatMap((id, table) =>
    layoutOf(id)
      .rows.filter(isPrintable)
      .map(({ index }) => ({ table, index })),
  )
  let relations = 0
  fc.assert(
    fc.property(fc.subarray(rows, { minLength: 1 }), (printed) => {
      const tables = ids.map((id, table) =>
        laid(id, new Set(printed.flatMap((row) => (row.table === table ? [row.index] : [])))),
      )
      const cells = countedBy(tables)
      const wanted = cells.length - rank(cells)
      relations += wanted
      expect(rank(Consistency.of(tables, { by: "range" }).findings.map(relationOf))).toBe(wanted)
    }),
    { numRuns: runs, seed: 20_261_130 },
  )
  expect(relations).toBeGreaterThan(runs)
})

/** Returns a table of lines such as `A 10 11`, for the years from 2026 on. */
const table = (form: FormId, text: string): Published.PublishedTable => ({
  form,
  cells: text.split("\n").flatMap((row, line) => {
    const [address = "", ...amounts] = row.trim().split(/\s+/)
    const slash = address.indexOf(":")
    return amounts.map((amount, year) => ({
      section: slash < 0 ? "" : (sections[address.slice(0, slash)] ?? ""),
      code: address.slice(slash + 1),
      year: 2026 + year,
      amount: Money.from(amount),
      line: line + 1,
      column: `${2026 + year}`,
    }))
  }),
})

const sections: Readonly<Record<string, string>> = {
  BR: "Budgettair resultaat",
  E: "Exploitatie",
}

const broken = (...tables: ReadonlyArray<Published.PublishedTable>) =>
  Result.getOrThrow(Consistency.check(tables, undefined, { by: "range" }))
    .findings.filter(({ outcome }) => outcome === "broken")
    .map(({ kind, figure, sum, terms }) => [
      kind,
      `${figure.code} ${figure.year}`,
      Money.format(sum),
      ...terms.map((term) => `${term.sign < 0 ? "-" : "+"}${term.figure.code} ${term.figure.year}`),
    ])

test("Consistency.check of T3: reports a total that does not continue the year before, with and without parts", () => {
  const totals = (opening: string) => table("T3", `A 1000 ${opening}\nB 500 800\nC 300 100\nD 1200 1900`)
  expect(broken(totals("1200"))).toEqual([])
  expect(broken(table("T3", "A 1000 1200\nD 1200 1900"))).toEqual([])
  expect(broken(table("T3", "A 1000 1150\nD 1200 1900"))).toEqual([
    ["derived", "A 2027", "1200.00", "+D 2026"],
  ])
  expect(broken(totals("1150"))).toContainEqual(["derived", "A 2027", "1200.00", "+D 2026"])
  expect(broken(table("T3", "D 10 20\nD.1 4 5\nD.2 3 5\nD.3 3 5\nD.4 0 65"))).toEqual([
    ["derived", "D 2027", "80.00", "+D.1 2027", "+D.2 2027", "+D.3 2027", "+D.4 2027"],
  ])
})

test("Consistency.check of M2 with balances only: reports totals of M3 that give another balance", () => {
  const credits = table("M3", "E:U 5000\nE:O 6020")
  expect(broken(table("M2", "BR:I 1020"), credits)).toEqual([])
  expect(broken(table("M2", "BR:I 1000"), credits)).toEqual([
    ["derived", "I 2026", "1020.00", "+O 2026", "-U 2026"],
  ])
})
