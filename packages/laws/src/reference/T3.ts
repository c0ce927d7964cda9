/** Independent calculation of T3: opening debt, new loans and repayments per kind of debt. */
import type { Decimal } from "decimal.js"
import type { Books, RowFormula, Rows } from "./Books.ts"
import { Exact } from "./Moves.ts"

/** Code, kind as a debt is opened, and the second and third digits that loans and repayments of this kind share. */
const kinds = [
  ["1", "bonds", "1"],
  ["2", "leasing", "2"],
  ["3", "creditInstitutions", "3"],
  ["4", "other", ""],
] as const

export const T3 = ({ years, sum }: Books): Rows => {
  const first = years[0] ?? 0
  const loans =
    (direction: string, row: string, begins: ReadonlyArray<string>, digit: string) => (year: number) =>
      sum(year, (read) => {
        const kind = begins.includes(read.place.account.slice(0, 2)) ? read.place.account.slice(2, 3) : ""
        return (
          read.place.phase === "estimate" &&
          read.section === "financing" &&
          read.place.direction === direction &&
          read.row.startsWith(row) &&
          (digit === "" ? !"123".includes(kind) || kind === "" : kind === digit)
        )
      })
  const perKind = kinds.map(([code, name, digit]) => {
    const opened = (year: number) => sum(year, ({ place }) => place.phase === "debt" && place.part === name)
    const B = loans("O", "II.A.", ["17"], digit)
    const C = loans("U", "I.A.", ["17", "42"], digit)
    const A = (year: number): Decimal =>
      year < first ? new Exact(0) : opened(year).add(year === first ? 0 : D(year - 1))
    const D = (year: number): Decimal => A(year).add(B(year)).sub(C(year))
    return { code, A, B, C, D, opened }
  })
  const total =
    (column: "A" | "B" | "C" | "D"): RowFormula["exact"] =>
    (year) =>
      perKind.reduce((all, kind) => all.add(kind[column](year)), new Exact(0))
  return [
    ...(["A", "B", "C", "D"] as const).flatMap(
      (column): Rows => [
        [column, { exact: total(column) }],
        ...perKind.map((kind) => [`${column}.${kind.code}`, { exact: kind[column] }] as const),
      ],
    ),
    ...perKind.map(({ code, opened }) => [`A.${code}.opening`, { exact: opened }] as const),
  ]
}
