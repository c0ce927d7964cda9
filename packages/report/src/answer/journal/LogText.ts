/** The journal in a terminal: one entry per line, or three where a line is too narrow. */
import type { Journal } from "@grootboek/core"
import * as Clean from "../../paint/Clean.ts"
import * as Grid from "../../paint/Grid.ts"
import * as LongText from "../../paint/LongText.ts"
import { marks, type TextOptions } from "../../paint/TextOptions.ts"
import * as EventName from "../../words/EventName.ts"
import * as EventText from "../../words/EventText.ts"
import * as Words from "../../words/Words.ts"

/** Returns entries as text: position, time, event, summary, source, actor and the start of the hash. */
export const log = (entries: ReadonlyArray<Journal.Entry>, options: TextOptions): string =>
  LongText.whole(printing(options), entries)

/** A summary in fewer characters takes too many lines. */
const leastSummary = 24

/** Returns how entries are printed one by one, for a journal that does not fit in memory. */
export const printing = (options: TextOptions): LongText.LongText<Journal.Entry> => {
  const { width } = options
  const wide = Grid.long([{ align: "right" }, left, left, flexible, left, left, left], width)
  const narrow = Grid.long([{ align: "right" }, left, flexible], width)
  const isNarrow = (): boolean => {
    if (width === undefined) return false
    const taken = wide.needed.reduce(
      (sum, own, at) => sum + (at === 3 ? Math.min(own, leastSummary) : own),
      0,
    )
    return taken + 2 * (wide.needed.length - 1) > width
  }
  return {
    measures: wide.measures.map((measure, turn) => (entry) => {
      measure(rowOf(entry, options))
      for (const row of rowsOf(entry, options)) narrow.measures[turn]?.(row)
    }),
    before: "",
    one: (entry) => {
      const lines = isNarrow()
        ? rowsOf(entry, options).flatMap(narrow.lines)
        : wide.lines(rowOf(entry, options))
      return `${lines.join("\n")}\n`
    },
    after: "",
    none: `${Words.of(options.language).noEntries}\n`,
  }
}

const left = { align: "left" } as const
const flexible = { align: "left", flexible: true } as const

const rowOf = (entry: Journal.Entry, options: TextOptions): ReadonlyArray<Grid.GridCell> => {
  const { faint, strong } = marks(options)
  return [
    { text: `${entry.position}`, mark: strong },
    { text: entry.time.replace("T", " ").replace(/\.\d+Z$/, "Z"), mark: faint },
    { text: EventName.of(entry.event._tag, options.language) },
    { text: EventText.summary(entry.event, options.language) },
    { text: source(entry) },
    { text: entry.actor, mark: faint },
    { text: entry.hash.slice(0, 12), mark: faint },
  ]
}

/** The same entry in three rows: what happened, its summary, and where it comes from. */
const rowsOf = (entry: Journal.Entry, options: TextOptions): ReadonlyArray<ReadonlyArray<Grid.GridCell>> => {
  const { faint } = marks(options)
  const [position = empty, time = empty, event = empty, summary = empty, ...origin] = rowOf(entry, options)
  const from = origin.flatMap(({ text }) => (text === "" ? [] : [text])).join(" · ")
  return [
    [position, time, event],
    ...(summary.text === "" ? [] : [[empty, empty, summary]]),
    [empty, empty, { text: from, mark: faint }],
  ]
}

const empty: Grid.GridCell = { text: "" }

const source = ({ source }: Journal.Entry): string =>
  source === undefined
    ? ""
    : Clean.line(source.line === undefined ? source.name : `${source.name}:${source.line}`)
