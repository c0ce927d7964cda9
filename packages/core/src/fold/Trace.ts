/**
 * The record time, kind and source of every entry, in columns.
 *
 * An event is kept only where an explanation needs more than its postings: rules, reasons, changes.
 *
 * ```ts
 * const traces = new Trace.Traces()
 * traces.append({ kind: "EstimatePosted", time: "2026-01-01T12:00:00.000Z", source: undefined, event: undefined })
 * traces.kindAt(1) // => "EstimatePosted"
 * traces.positionAt("2026-01-02T00:00:00.000Z") // => 1
 * ```
 */
import type { BudgetEvent, Kind } from "../event/BudgetEvent.ts"
import type { Source } from "../journal/Journal.ts"
import * as Column from "./Column.ts"

/** The trace of one entry. */
export interface Trace {
  readonly time: string
  readonly source: Source | undefined
  readonly kind: Kind
  readonly event: BudgetEvent | undefined
}

/** The kind and file that entries share. */
interface Origin {
  readonly kind: Kind
  readonly source: Source | undefined
}

/** The traces as a snapshot stores them. */
export interface TraceParts {
  readonly origins: ReadonlyArray<Origin>
  readonly origin: Column.Column<Uint32Array>
  readonly line: Column.Column<Uint32Array>
  readonly times: Column.Column<BigInt64Array>
  readonly firsts: Column.Column<Uint32Array>
  readonly events: ReadonlyMap<number, BudgetEvent>
}

// A line number and one more must fit in 32 bits.
const largestLine = 0xffff_fffe

/** The traces of a journal, by position; they only grow. */
export class Traces {
  /** The kept events by position. */
  readonly events: Map<number, BudgetEvent>
  private readonly originIds = new Map<string, number>()
  private latest: Origin | undefined
  private latestId = 0
  private latestTime: string | undefined

  private readonly origins: Array<Origin>
  private readonly origin: Column.Column<Uint32Array>
  /** The line in the source plus one; 0 when there is no line. */
  private readonly line: Column.Column<Uint32Array>
  /** One record time per run of entries that share it, and the position of the first entry of each run. */
  private readonly times: Column.Column<BigInt64Array>
  private readonly firsts: Column.Column<Uint32Array>

  constructor(parts: TraceParts = nothing()) {
    this.origins = [...parts.origins]
    this.origins.forEach((origin, id) => {
      this.originIds.set(keyOf(origin), id)
    })
    this.origin = parts.origin
    this.line = parts.line
    this.times = parts.times
    this.firsts = parts.firsts
    this.events = new Map(parts.events)
    if (this.times.length > 0) this.latestTime = text(this.times.at(this.times.length - 1))
  }

  /** The number of entries with a trace. */
  get length(): number {
    return this.origin.length
  }

  /** Adds the trace of the next entry. */
  append({ kind, time, source, event }: Trace): void {
    const line = source?.line
    const fits = line === undefined || (line >= 0 && line < largestLine)
    this.origin.push(this.originOf(kind, fits ? source : undefined, fits ? undefined : source))
    this.line.push(line === undefined || !fits ? 0 : line + 1)
    if (time !== this.latestTime) {
      this.times.push(digits(time))
      this.firsts.push(this.length)
      this.latestTime = time
    }
    if (event !== undefined) this.events.set(this.length, event)
  }

  /** Returns the trace of a position; undefined when there is no entry. */
  at(position: number): Trace | undefined {
    const kind = this.kindAt(position)
    if (kind === undefined) return undefined
    const time = text(this.times.at(this.runOf(position)))
    return { time, source: this.sourceAt(position), kind, event: this.events.get(position) }
  }

  /** Returns only the kind of an entry. */
  kindAt(position: number): Kind | undefined {
    return position < 1 || position > this.length
      ? undefined
      : this.origins[this.origin.at(position - 1)]?.kind
  }

  /** Returns only the source of an entry. */
  sourceAt(position: number): Source | undefined {
    if (position < 1 || position > this.length) return undefined
    const source = this.origins[this.origin.at(position - 1)]?.source
    const line = this.line.at(position - 1)
    return line === 0 || source === undefined ? source : { ...source, line: line - 1 }
  }

  /** Returns the first position of each kind and file, in order; entries without a file are left out. */
  firstOfSources(): ReadonlyArray<number> {
    const seen = new Set<number>()
    const positions: Array<number> = []
    for (let at = 0; at < this.length; at++) {
      const origin = this.origin.at(at)
      if (seen.has(origin)) continue
      seen.add(origin)
      if (this.origins[origin]?.source !== undefined) positions.push(at + 1)
    }
    return positions
  }

  /** Returns the last position recorded at or before a time; 0 when there is none. */
  positionAt(time: string): number {
    const wanted = digits(time)
    const later = Column.countWhile(this.times.length, (run) => this.times.at(run) <= wanted)
    return later === this.times.length ? this.length : this.firsts.at(later) - 1
  }

  /** Returns an independent copy; full chunks are shared. */
  copy(): Traces {
    const { origins, origin, line, times, firsts, events } = this
    return new Traces({
      origins,
      origin: origin.copy(),
      line: line.copy(),
      times: times.copy(),
      firsts: firsts.copy(),
      events,
    })
  }

  /** The parts that a snapshot stores. */
  get parts(): TraceParts {
    const { origins, origin, line, times, firsts, events } = this
    return { origins, origin, line, times, firsts, events }
  }

  private runOf(position: number): number {
    return Column.countWhile(this.firsts.length, (run) => this.firsts.at(run) <= position) - 1
  }

  // Entries of one file usually follow each other. A line number too large for the column stays in the source object.
  private originOf(kind: Kind, source: Source | undefined, whole: Source | undefined): number {
    const { latest } = this
    if (
      whole === undefined &&
      latest !== undefined &&
      latest.kind === kind &&
      latest.source?.line === undefined &&
      latest.source?.sha256 === source?.sha256 &&
      latest.source?.name === source?.name
    )
      return this.latestId
    const kept = whole ?? (source === undefined ? undefined : { name: source.name, sha256: source.sha256 })
    const origin: Origin = { kind, source: kept }
    const key = keyOf(origin)
    let id = this.originIds.get(key)
    if (id === undefined) {
      id = this.origins.push(origin) - 1
      this.originIds.set(key, id)
    }
    this.latest = origin
    this.latestId = id
    return id
  }
}

const nothing = (): TraceParts => ({
  origins: [],
  origin: Column.ofNumbers(),
  line: Column.ofNumbers(),
  times: Column.ofAmounts(),
  firsts: Column.ofNumbers(),
  events: new Map(),
})

const keyOf = ({ kind, source }: Origin): string =>
  `${kind}\u001f${source?.sha256 ?? ""}\u001f${source?.line ?? ""}\u001f${source?.name ?? ""}`

// A record time has a fixed format, so its seventeen digits sort as the time does.
const digits = (time: string): bigint => (time === "" ? -1n : BigInt(time.replace(/\D/g, "")))

const text = (time: bigint): string => {
  if (time < 0n) return ""
  const all = time.toString().padStart(17, "0")
  return all.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})$/, "$1-$2-$3T$4:$5:$6.$7Z")
}
