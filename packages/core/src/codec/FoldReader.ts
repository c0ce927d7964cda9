/**
 * Reads from the body of an entry only what the fold needs.
 *
 * Journals are full of estimates and realisations. Their amounts are read straight into plain numbers; their lines,
 * sources and times are looked up by their bytes, because most of them were read before. All of this is the codec of
 * entries with a few parts replaced, so that it accepts the same bytes. Amounts beyond 2^53 micro-euro are refused.
 */
import * as AST from "effect/SchemaAST"
import { Amounts, BudgetEvent, type Kind, kinds, type Of } from "../event/BudgetEvent.ts"
import type { Changes } from "../event/Posting.ts"
import { BudgetLine, estimated, type Place, realised } from "../value/BudgetLine.ts"
import * as Bytes from "./Bytes.ts"
import * as Codec from "./Codec.ts"
import * as Dictionary from "./Dictionary.ts"
import { Current, type Head, Source } from "./Envelope.ts"
import * as Micros from "./Micros.ts"
import { lazily, type Part } from "./Part.ts"
import * as Struct from "./Struct.ts"
import * as Union from "./Union.ts"

/** What the fold needs of an entry: its changes if it is an estimate or a realisation, else its event. */
export interface Folded {
  readonly kind: Kind
  readonly content: FoldedChanges | { readonly event: BudgetEvent }
  readonly source: Source | undefined
  readonly time: string
}

/** The changes of an estimate or a realisation; a realisation has a day. */
export interface FoldedChanges {
  readonly changes: Changes
  readonly day?: string
}

/** What was read of an entry, and the bytes of its id. */
export interface ReadEntry extends Folded {
  readonly id: Uint8Array
}

/** Reads a body that follows a head; `undefined` when it does not follow it, is not canonical or does not fit its schema. */
export type FoldReader = (body: Uint8Array, head: Head) => ReadEntry | undefined

/** Returns a reader, which remembers the lines it has read. */
export const make = (): FoldReader => {
  const lines: KnownLines = new Map()
  return (body, head) => {
    compiled ??= compile()
    compiled.reading.hash = head.hash
    compiled.reading.lines = lines
    return compiled.read(body, head)
  }
}

/** What the parts compare with while they read a body: the hash of the entry before, and the lines read before. */
interface Reading {
  hash: string
  lines: KnownLines
}

// Compiled once: most journals that are verified are short. A read ends before the next begins.
let compiled: { readonly reading: Reading; readonly read: FoldReader } | undefined

const compile = (): NonNullable<typeof compiled> => {
  const context: Reading = { hash: "", lines: new Map() }
  const text = Codec.part(Current.fields.previous.ast)
  const previous = reading((input) => {
    const { hash } = context
    return isQuoted(input, hash) || text.read(input) === hash ? hash : undefined
  })
  const id = located(unread(Current.fields.id.ast))
  const line = remembered(Codec.part(BudgetLine.ast), context)
  // The parts below and these types belong together.
  const read = Codec.reader(entry({ previous, id: id.part, line })) as (body: Uint8Array) => Entry | undefined
  return {
    reading: context,
    read: (body, head) => {
      const found = read(body)
      if (found === undefined) return undefined
      const { event, position, source, time } = found
      if (position !== head.position + 1 || time < head.time) return undefined
      // The characters of an id are never escaped: its bytes are those between its quotes.
      const { from, to } = id.span
      return {
        kind: event._tag,
        content: contentOf(event),
        source,
        time,
        id: body.subarray(from + 1, to - 1),
      }
    },
  }
}

/** An entry as its parts read it: a realisation that names a commitment moves two places, and is read whole. */
type Entry = Omit<Current, "event"> & {
  readonly event:
    | Estimate
    | Actual
    | (Of<"ActualRecorded"> & { readonly commitment: string })
    | Exclude<BudgetEvent, Pick<Estimate | Actual, "_tag">>
}

interface Estimate {
  readonly _tag: "EstimatePosted"
  readonly line: LinePlaces
  readonly amounts: Yearly
}

interface Actual {
  readonly _tag: "ActualRecorded"
  readonly line: LinePlaces
  readonly date: string
  readonly year: number
  readonly amount: number
  readonly commitment?: undefined
}

const contentOf = (event: Entry["event"]): Folded["content"] => {
  if (event._tag === "EstimatePosted") {
    const { line, amounts } = event
    return { changes: { place: line.estimated, years: amounts.years, micros: amounts.micros } }
  }
  if (event._tag === "ActualRecorded" && event.commitment === undefined) {
    const { line, date, year, amount } = event
    const changes = { place: line.realisedIn(date.slice(0, 7)), years: [year], micros: [amount] }
    return { changes, day: date }
  }
  return { event }
}

const entry = (own: { readonly previous: Part; readonly id: Part; readonly line: Part }): Part => {
  const parts = { Amount: micros, Amounts: amounts(), BudgetLine: own.line }
  const changes = (kind: "EstimatePosted" | "ActualRecorded"): Part =>
    Codec.part(BudgetEvent.cases[kind].ast, parts)
  const events = new Map<string, Part>(whole)
    .set("EstimatePosted", changes("EstimatePosted"))
    .set("ActualRecorded", uncommitted(changes("ActualRecorded")))
  const { actor, time } = Current.fields
  const replaced: Readonly<Record<string, Part>> = {
    actor: repeated(Codec.part(actor.ast)),
    event: Union.tagged(events),
    id: own.id,
    previous: own.previous,
    source: struct(Source.ast, (_, type) =>
      // The line of a source changes with every entry, its other fields with every file.
      AST.isString(type) ? repeated(Codec.part(type)) : Codec.part(type),
    ),
    time: repeated(Codec.part(time.ast)),
  }
  return struct(Current.ast, (key, type) => replaced[key] ?? Codec.part(type))
}

/** Reads a realisation; one that names a commitment is read again as it is. */
const uncommitted = (changes: Part): Part => {
  const asItIs = lazily(() => Codec.part(BudgetEvent.cases.ActualRecorded.ast))
  return reading((input) => {
    const { at } = input
    const read = changes.read(input)
    if (read !== undefined && !isCommitted(read)) return read
    input.at = at
    const whole = asItIs.read(input)
    return isCommitted(whole) ? whole : undefined
  })
}

const isCommitted = (read: unknown): boolean =>
  typeof read === "object" && read !== null && "commitment" in read

const struct = (ast: AST.Objects, partOf: (key: string, type: AST.AST) => Part): Part =>
  Struct.of(
    ast.propertySignatures.map(({ name, type }) => ({
      key: String(name),
      isOptional: type.context?.isOptional ?? false,
      part: partOf(String(name), type),
    })),
  )

// Every kind as it is.
const whole = kinds.map((kind) => [kind, lazily(() => Codec.part(BudgetEvent.cases[kind].ast))] as const)

const reading = (read: Part["read"]): Part => ({ write: () => false, read })

const micros = reading(Micros.read)

/** Amounts by year, in micro-euro. */
interface Yearly {
  readonly years: Array<number>
  readonly micros: Array<number>
}

const amounts = (): Part => {
  const [signature] = Amounts.ast.indexSignatures
  if (signature === undefined) throw new TypeError("amounts have no years")
  const builder: Dictionary.Builder<Yearly> = {
    empty: () => ({ years: [], micros: [] }),
    add: ({ years, micros }, year, amount) => {
      years.push(Number(year))
      micros.push(Number(amount))
    },
  }
  const read = Dictionary.reader(Codec.part(signature.parameter), micros, builder)
  return reading((input) => {
    const yearly = read(input)
    // Without years nothing moves, so that the fold must not see the place either.
    return yearly === undefined || yearly.years.length === 0 ? undefined : yearly
  })
}

/** A text that is checked but not returned. A pattern of one set of characters is checked byte by byte, without decoding. */
const unread = (ast: AST.AST): Part => {
  const { read } = Codec.part(ast)
  const [, set = "", least, most] = /^\^(\[[^\]]+\])\{(\d+),(\d+)\}\$$/.exec(patternOf(ast)) ?? []
  const one = new RegExp(`^(?=${set})[ !#-[\\]-~]$`, "u")
  const isPlain = Uint8Array.from({ length: 256 }, (_, byte) =>
    set !== "" && one.test(String.fromCharCode(byte)) ? 1 : 0,
  )
  return reading((input) => {
    const { bytes, at: start } = input
    let at = start + 1
    while (at < bytes.length && isPlain[bytes[at] as number] === 1) at++
    const length = at - start - 1
    const isWhole = bytes[start] === quote && bytes[at] === quote
    if (!isWhole || length < Number(least) || length > Number(most)) return read(input)
    input.at = at + 1
    return true
  })
}

/** A part that also records from which byte up to which it was read. */
const located = ({
  read,
}: Part): { readonly part: Part; readonly span: { readonly from: number; readonly to: number } } => {
  const span = { from: 0, to: 0 }
  const part = reading((input) => {
    span.from = input.at
    const value = read(input)
    span.to = input.at
    return value
  })
  return { part, span }
}

const patternOf = ({ checks }: AST.AST): string => {
  const payload: unknown = checks?.length === 1 ? checks[0].annotations?.representation?.payload : undefined
  return typeof payload === "object" && payload !== null && "source" in payload ? String(payload.source) : ""
}

/** Reads a text in quotes, if it comes next. */
const isQuoted = (input: Bytes.ByteReader, text: string): boolean => {
  const { bytes, at } = input
  const end = at + 1 + text.length
  if (bytes[at] !== quote || bytes[end] !== quote) return false
  for (let i = 0; i < text.length; i++) if (bytes[at + 1 + i] !== text.charCodeAt(i)) return false
  input.at = end + 1
  return true
}

/** A part whose value is mostly that of the time before. A text or a record has an end of its own, so that equal bytes are an equal value. */
const repeated = ({ read }: Part): Part => {
  let last: { readonly written: Bytes.Token; readonly value: unknown } | undefined
  return reading((input) => {
    if (last !== undefined && input.token(last.written)) return last.value
    const { at } = input
    const value = read(input)
    if (value !== undefined) last = { written: Bytes.tokenOf(input.bytes.subarray(at, input.at)), value }
    return value
  })
}

/** The places of a line: one object for each, which the columns recognise without looking into it. */
interface LinePlaces {
  readonly estimated: Place
  readonly realisedIn: (month: string) => Place
}

/** The lines that were read, by a hash of their bytes. */
type KnownLines = Map<number, Array<{ readonly written: Bytes.Token; readonly places: LinePlaces }>>

/** A line that is looked up by its bytes. */
const remembered = ({ read }: Part, context: Pick<Reading, "lines">): Part =>
  reading((input) => {
    const { at } = input
    const hash = hashOf(input)
    const similar = context.lines.get(hash) ?? []
    for (const { written, places } of similar) if (input.token(written)) return places
    const line = read(input)
    if (line === undefined) return undefined
    const places = placesOf(line as BudgetLine)
    similar.push({ written: Bytes.tokenOf(input.bytes.subarray(at, input.at)), places })
    context.lines.set(hash, similar)
    return places
  })

// Up to the first `"}`, which mostly ends a record of texts.
const hashOf = ({ bytes, at }: Bytes.ByteReader): number => {
  let hash = 0
  for (let i = at; i < bytes.length; i++) {
    const byte = bytes[i] as number
    if (byte === closing && bytes[i - 1] === quote) break
    hash = (Math.imul(hash, 31) + byte) | 0
  }
  return hash
}

const quote = 0x22
const closing = 0x7d

const placesOf = (line: BudgetLine): LinePlaces => {
  const months = new Map<string, Place>()
  return {
    estimated: estimated(line),
    realisedIn: (month) => {
      const place = months.get(month) ?? realised(line, month)
      months.set(month, place)
      return place
    },
  }
}
