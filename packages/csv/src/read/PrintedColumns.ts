/** The columns of a printed table, from one header row or two: years, and the kind of figures where a year has several. */
import { clean, normalize } from "./PrintedLabel.ts"

export interface PrintedColumn {
  /** The index of its cell; its order among the figures in a line without delimiters. */
  readonly at: number
  readonly header: string
  readonly year: number
  readonly direction: "U" | "O" | "saldo" | undefined
  /** The other words of its header: `JR`, `MJP`. */
  readonly kind: string
  /** A percentage or a difference, which no form prints. */
  readonly isApart: boolean
}

/** The columns of a table, and the words that precede them in the header. */
export interface PrintedHeader {
  readonly columns: ReadonlyArray<PrintedColumn>
  readonly label: string
  /** The cells of a code and a section, in a table that has them. */
  readonly code: number | undefined
  readonly section: number | undefined
}

/** Parses the cells of a header; `undefined` for a row without years, or with figures. */
export const parse = (cells: ReadonlyArray<string>): PrintedHeader | undefined => {
  const found = cells.map((cell) => columnOf(clean(cell)))
  const first = found.findIndex((column) => column?.year !== undefined)
  const years = new Set(found.flatMap((column) => column?.year ?? [])).size
  if (first < 0) return undefined
  const columns: Array<PrintedColumn> = []
  for (const [at, cell] of cells.entries()) {
    const column = found[at]
    if (at < first) {
      if (/\d[\d.,]{3,}/.test(cell)) return undefined
      continue
    }
    const header = clean(cell)
    if (header === "") continue
    if (column === undefined && !isOther(header, years)) return undefined
    const year = column?.year ?? columns.at(-1)?.year
    if (year !== undefined) columns.push({ ...(column ?? other), at, header, year })
  }
  const lead = cells.slice(0, first).map((cell) => normalize(clean(cell)))
  const indexOf = (...names: ReadonlyArray<string>): number | undefined => {
    const index = lead.findIndex((name) => names.includes(name))
    return index < 0 ? undefined : index
  }
  return {
    columns,
    label: cells
      .slice(0, first)
      .map(clean)
      .filter((cell) => cell !== "")
      .join(" "),
    code: indexOf("code"),
    section: indexOf("section", "sectie"),
  }
}

/** Parses a line without delimiters that ends with the years of a header; `undefined` for another line. */
export const parseLine = (text: string): PrintedHeader | undefined => {
  const bare = clean(text)
  const tail = lineOfYears.exec(bare)
  if (tail === null) return undefined
  const cells = [...tail[0].matchAll(yearWords)].map(([cell]) => cell.trim())
  const label = bare.slice(0, tail.index).trim()
  const header = parse(cells)
  const years = new Set(header?.columns.map(({ year }) => year))
  if (
    header === undefined ||
    (cells.length === 1 && label !== "") ||
    (label !== "" && years.size < 2 && cells.length < 2)
  )
    return undefined
  if (/[-–/]$|\d$/.test(label)) return undefined
  return { ...header, label }
}

/** Adds a second header row, with directions or kinds, to the years of the first; `undefined` when it has none. */
export const refine = (
  header: PrintedHeader,
  cells: ReadonlyArray<string>,
  isSplit: boolean,
): PrintedHeader | undefined => {
  const words = cells.map(clean)
  const kinds = words.flatMap((word, at) => {
    const column = word === "" ? undefined : columnOf(word)
    return column === undefined || column.year !== undefined ? [] : [{ at, header: word, ...column }]
  })
  // One word alone is a heading.
  if (kinds.length < 2 || kinds.length < words.filter((word) => word !== "").length - 1) return undefined
  const { columns } = header
  const [only] = columns
  const per = kinds.length / columns.length
  return {
    ...header,
    columns: kinds.map((kind, order): PrintedColumn => {
      const above =
        columns.length === 1
          ? only
          : Number.isInteger(per) && (!isSplit || kinds.length !== columns.length)
            ? columns[Math.floor(order / per)]
            : columns.findLast(({ at }) => at <= kind.at)
      return {
        at: isSplit ? kind.at : order,
        header: `${kind.header} ${above?.year ?? ""}`,
        year: above?.year ?? 0,
        direction: kind.direction ?? above?.direction,
        kind: [above?.kind ?? "", kind.kind].filter((part) => part !== "").join(" "),
        isApart: kind.isApart,
      }
    }),
  }
}

/** Splits a line without delimiters into the words of a second header row. */
export const wordsOf = (text: string): ReadonlyArray<string> | undefined => {
  const words = clean(text).split(" ")
  return words.every((word) => columnOf(word) !== undefined) ? words : undefined
}

interface HeaderCell {
  readonly year: number | undefined
  readonly direction: PrintedColumn["direction"]
  readonly kind: string
  readonly isApart: boolean
}

const columnOf = (text: string): HeaderCell | undefined => {
  if (text.length > 60) return undefined
  const years = [...text.matchAll(/(?<![\d.,/])((?:19|20|21)\d\d)(?![\d.,]|\s*[-–/]\s*\d)/g)]
  if (years.length > 1) return undefined
  const year = years[0] === undefined ? undefined : Number(years[0][1])
  const rest = text
    .replace(years[0]?.[0] ?? "", " ")
    .replace(/\bDT\b|[():]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
  const words = normalize(rest)
  const isApart = /%/.test(text) || apart.test(words)
  const direction =
    /^(?:uitgaven?|u)\b/.test(words) || /\buitgaven$/.test(words)
      ? "U"
      : /^(?:ontvangsten?|o)\b/.test(words) || /\bontvangsten$/.test(words)
        ? "O"
        : /^saldo\b/.test(words)
          ? "saldo"
          : undefined
  const kind = rest
    .replace(/\b(?:uitgaven?|ontvangsten?|saldo)\b/gi, " ")
    .replace(/\s+/g, " ")
    .trim()
  if (year === undefined && !isApart && direction === undefined && !kinds.test(words)) return undefined
  // A long text with a year in it is a sentence or a title.
  if (year !== undefined && !isApart && words.split(" ").length > 6) return undefined
  return { year, direction, kind: plainKinds.test(normalize(kind)) ? "" : kind, isApart }
}

/** Returns whether a header is that of a column beside the figures: a note, or a total of the years. */
const isOther = (header: string, years: number): boolean =>
  others.test(normalize(header)) || (years > 1 && header.length <= 30 && !/\d/.test(header))

const other: HeaderCell = { year: undefined, direction: undefined, kind: "", isApart: true }

const others = /^(?:nota|noot|toelichting|opmerking|commentaar|bijlage|ref|verwijzing|totaal)\b/
const apart =
  /^(?:verschil|evolutie|delta|wijziging|groei|afwijking|realisatiegraad|uitvoeringsgraad|procent|stijging)/
const kinds =
  /^(?:jr|jaarrekening|rekening|mjp|amjp|meerjarenplan|budget|initieel budget|eindbudget|raming|krediet|eindkrediet|initieel krediet|realisatie|gerealiseerd|gemeente|stad|ocmw|agb)\b/
const plainKinds = /^(?:jaar|boekjaar|dienstjaar|bedrag|som van|saldo|in euro|euro|)$/
const prefix =
  "(?:(?:JR|MJP|AMJP|Budget|Raming|Rekening|Jaarrekening|Meerjarenplan|Krediet|Boekjaar|Jaar|Uitgaven|Ontvangsten)\\s+)?"
const yearWords = new RegExp(
  `${prefix}(?:19|20|21)\\d\\d(?:\\s+(?:Uitgaven|Ontvangsten))?|%|Verschil|Evolutie|Delta`,
  "gi",
)
const lineOfYears = new RegExp(
  `(?:(?:^|\\s)(?:${prefix}(?:19|20|21)\\d\\d(?:\\s+(?:Uitgaven|Ontvangsten))?|%|Verschil|Evolutie|Delta))+$`,
  "i",
)
