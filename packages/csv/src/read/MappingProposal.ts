/** A mapping that is proposed for a file of another program, from its header and its first rows. */
import * as Day from "../cell/Day.ts"
import * as StatedUnit from "../fault/StatedUnit.ts"
import type { LayoutColumn } from "../header/Column.ts"
import * as Layout from "../header/Layout.ts"
import type { Mapping } from "../header/Mapping.ts"
import * as Resemblance from "../header/Resemblance.ts"
import * as YearHeader from "../header/YearHeader.ts"
import * as Directions from "./Directions.ts"

/** A record of a file: its line, and its cells. */
export interface ProposalRecord {
  readonly line: number
  readonly cells: ReadonlyArray<string>
}

/** A proposed mapping, and how much of the header it explains. */
export interface MappingProposal {
  readonly layout: Layout.FileLayout
  readonly mapping: Mapping
  readonly score: number
}

/** Proposes a mapping for the first records of a file. The header is searched in the first `farthest` of them. */
export const of = (
  kind: Layout.ImportKind,
  records: ReadonlyArray<ProposalRecord>,
  farthest = 30,
): MappingProposal => {
  const tables = Layout.tablesOf(kind) ?? [Layout.tableOf(kind)]
  let best: { readonly at: number; readonly matched: Matched } | undefined
  for (const [at, { cells }] of records.slice(0, farthest).entries())
    for (const layout of tables) {
      const matched = match(layout, cells)
      if (best === undefined || matched.score > best.matched.score) best = { at, matched }
    }
  const { at, matched } = best ?? { at: 0, matched: match(tables[0] ?? Layout.layouts.goals, []) }
  const [header, ...rows] = records.slice(at)
  if (header === undefined) return { layout: matched.layout, mapping: {}, score: 0 }
  const first = records.find(({ cells }) => cells.some((cell) => cell.trim() !== ""))
  const titles = records.slice(0, at).flatMap(({ cells }) => cells)
  const unit = StatedUnit.of([...titles, ...header.cells].join("\n"))
  const mapping: Mapping = {
    ...(header.line === first?.line ? {} : { headerLine: header.line }),
    ...withValues(matched, header.cells, rows),
    ...(unit === undefined ? {} : { unit }),
  }
  return { layout: matched.layout, mapping, score: matched.score }
}

interface Matched {
  readonly layout: Layout.FileLayout
  readonly columns: ReadonlyMap<string, number>
  readonly years: ReadonlyMap<number, number | null>
  readonly score: number
}

const match = (layout: Layout.FileLayout, header: ReadonlyArray<string>): Matched => {
  const years = layout.hasYears ? yearsOf(header) : new Map<number, number | null>()
  const pairs = layout.columns
    .flatMap((column) =>
      header.flatMap((cell, index) => {
        const score = years.has(index) || cell.trim() === "" ? 0 : Resemblance.score(column, cell)
        return score < 0.3 ? [] : [{ column, index, score: score * weightOf(column) }]
      }),
    )
    .sort((a, b) => b.score - a.score)
  const columns = new Map<string, number>()
  let score = [...years.values()].filter((year) => year !== null).length
  for (const pair of pairs) {
    const isUsed = columns.has(pair.column.field) || [...columns.values()].includes(pair.index)
    // An amount beside years would be a second shape.
    if (isUsed || (score > 0 && years.size > 0 && pair.column.field === "amount")) continue
    columns.set(pair.column.field, pair.index)
    score += pair.score
  }
  const required = layout.columns.filter(({ presence }) => presence === "required")
  const found = required.filter(({ field }) => columns.has(field)).length
  return { layout, columns, years, score: score * (1 + found / Math.max(1, required.length)) }
}

const weightOf = ({ presence }: LayoutColumn): number =>
  presence === "required" ? 1 : presence === "usual" ? 0.95 : 0.9

// A header that is not clear is left out; the user decides.
const yearsOf = (header: ReadonlyArray<string>): ReadonlyMap<number, number | null> => {
  const found = new Map<number, number | null>()
  for (const [index, cell] of header.entries()) {
    const read = YearHeader.read(StatedUnit.without(cell), {})
    if (read === undefined) continue
    const year = read._tag === "Year" ? read.year : null
    found.set(index, year !== null && [...found.values()].includes(year) ? null : year)
  }
  return found
}

const withValues = (
  { layout, columns, years }: Matched,
  header: ReadonlyArray<string>,
  rows: ReadonlyArray<ProposalRecord>,
): Mapping => {
  const cellsOf = (index: number | undefined): ReadonlyArray<string> =>
    index === undefined
      ? []
      : [...new Set(rows.map(({ cells }) => (cells[index] ?? "").trim()))].filter((cell) => cell !== "")
  const found = new Map(columns)
  if (layout.columns.some(({ field }) => field === "direction") && !found.has("direction")) {
    const index = header.findIndex(
      (cell, at) =>
        cell.trim() !== "" &&
        ![...found.values()].includes(at) &&
        !years.has(at) &&
        Directions.meaningsOf(cellsOf(at)) !== undefined,
    )
    if (index >= 0) found.set("direction", index)
  }
  const meanings = Directions.meaningsOf(cellsOf(found.get("direction"))) ?? {}
  const unusual = Object.entries(meanings).filter(([own, meaning]) => own.toUpperCase() !== meaning)
  const dates = datesOf(
    layout.columns.flatMap(({ field }) => (Layout.dayFields.has(field) ? cellsOf(found.get(field)) : [])),
  )
  return {
    columns: Object.fromEntries(
      layout.columns
        .filter(({ field, presence }) => presence !== "optional" || found.has(field))
        .map(({ field }) => [field, header[found.get(field) ?? -1]?.trim() ?? null]),
    ),
    ...(years.size === 0
      ? {}
      : {
          years: Object.fromEntries([...years].map(([index, year]) => [header[index]?.trim() ?? "", year])),
        }),
    ...(unusual.length === 0 ? {} : { values: { direction: Object.fromEntries(unusual) } }),
    ...(dates === undefined ? {} : { dates }),
  }
}

// The first order in which every day can be read; none when the usual way reads them all.
const datesOf = (days: ReadonlyArray<string>): Day.DayOrder | undefined =>
  days.every((day) => Day.parse(day) !== undefined)
    ? undefined
    : (["dmy", "mdy", "ymd"] as const).find((order) =>
        days.every((day) => Day.parse(day, order) !== undefined),
      )
