/**
 * Finds the header of a file below its titles.
 *
 * The header is the first record that has every required column, when all records above it look like titles. If that is
 * not certain, the search names the record that looks most like a header, and the file is refused.
 */
import * as Dialect from "../text/Dialect.ts"
import * as Header from "./Header.ts"
import * as Layout from "./Layout.ts"
import { type Mapping, none } from "./Mapping.ts"

/** A record that may be the header. `layout` is `undefined` when its table is unknown. */
export interface HeaderCandidate {
  readonly line: number
  readonly cells: ReadonlyArray<string>
  readonly layout: Layout.FileLayout | undefined
  readonly header: Header.Header
}

/** The result of a search. `Absent`: the declared line holds no record. */
export type HeaderOutcome =
  | { readonly _tag: "Found" | "Unsure"; readonly candidate: HeaderCandidate }
  | { readonly _tag: "Absent"; readonly declared: number }

/** A search under way: it takes records until there is an outcome. `end` must be called when no record is left. */
export interface HeaderSearch {
  readonly record: (cells: ReadonlyArray<string>, line: number) => HeaderOutcome | undefined
  readonly end: () => HeaderOutcome | undefined
}

export interface HeaderSearchOptions {
  readonly kind: Layout.ImportKind
  readonly mapping?: Mapping | undefined
  readonly headerLine?: number | undefined
}

/** Records that are searched at most. */
export const farthest = 50

export const start = ({
  kind,
  mapping = none,
  headerLine = mapping.headerLine,
}: HeaderSearchOptions): HeaderSearch => {
  const seen: Array<HeaderCandidate> = []
  const read = (cells: ReadonlyArray<string>, line: number): HeaderCandidate => {
    const layout = Layout.find(kind, cells, mapping)
    return { line, cells, layout, header: Header.read(layout ?? Layout.layouts.goals, cells, mapping) }
  }
  const end = (): HeaderOutcome | undefined => {
    if (headerLine !== undefined) return { _tag: "Absent", declared: headerLine }
    const [first] = seen
    if (first === undefined) return undefined
    const best = seen.reduce((one, other) => (columnsOf(other) > columnsOf(one) ? other : one))
    return best === first || columnsOf(best) < 2
      ? { _tag: "Found", candidate: first }
      : { _tag: "Unsure", candidate: best }
  }
  return {
    record: (cells, line) => {
      if (isOfRejects(cells)) return { _tag: "Found", candidate: read(cells, line) }
      if (headerLine !== undefined) {
        if (line < headerLine) return undefined
        return line > headerLine ? end() : { _tag: "Found", candidate: read(cells, line) }
      }
      const candidate = read(cells, line)
      if (isHeader(candidate)) {
        const isSure = seen.every((above) => isTitle(above, candidate))
        return { _tag: isSure ? "Found" : "Unsure", candidate }
      }
      seen.push(candidate)
      return seen.length >= farthest ? end() : undefined
    },
    end,
  }
}

// A file of rejected rows begins with its header, wherever the header of the original file is.
const isOfRejects = ([first = ""]: ReadonlyArray<string>): boolean => Layout.isReason(first)

/** Returns the number of columns that a record names, as a header. */
export const columnsOf = ({ layout, header }: HeaderCandidate): number =>
  layout === undefined
    ? 0
    : [...header.fields.values()].filter((index) => index < header.width).length + header.years.length

/** Returns whether a record is a header without faults. */
export const isHeader = ({ layout, header }: HeaderCandidate): boolean =>
  layout !== undefined && header.faults.length === 0

/** Returns the delimiter with which a line is a header, for a text that begins with titles. */
export const delimiterIn = (text: string, options: HeaderSearchOptions): Delimiter | undefined => {
  const lines = text.slice(0, 1 << 16).split("\n", farthest)
  const { headerLine: _, ...anywhere } = options.mapping ?? none
  const isHeaderIn = (line: string, delimiter: Delimiter): boolean => {
    const cells = line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"))
    return start({ ...options, mapping: anywhere, headerLine: undefined }).record(cells, 1) !== undefined
  }
  const [first = ""] = lines
  if (isHeaderIn(first, Dialect.delimiterIn(first))) return undefined
  return Dialect.delimiters.find((delimiter) => lines.some((line) => isHeaderIn(line, delimiter)))
}

type Delimiter = Dialect.Dialect["delimiter"]

// A row of data fills most columns of its header; a title fills few, and names at most one of them.
const isTitle = (above: HeaderCandidate, header: HeaderCandidate): boolean =>
  columnsOf(above) <= 1 && filled(above.cells) <= Math.max(1, Math.floor(filled(header.cells) / 2))

const filled = (cells: ReadonlyArray<string>): number => cells.filter((cell) => cell.trim() !== "").length
