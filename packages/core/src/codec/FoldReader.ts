/**
 * Reads from the body of an entry only what the fold needs.
 *
 * Journals are full of estimates and realisations. Their amounts are read straight into plain numbers; their lines,
 * sources and times are looked up by their bytes, because most of them were read before. All of this is the codec of
 * entries with a few parts replaced, so that it accepts the same bytes. Amounts beyond 2^53 micro-euro are refused.
 */
import * as AST from "effect/SchemaAST"
import { Amounts, BudgetEvent, type Kind, kinds } from "../event/BudgetEvent.ts"
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
  readonly content: { readonly changes: Changes } | { readonly event: BudgetEvent }
  readonly source: Source | undefined
  readonly time: string
}

/** Reads a body that follows a head; `undefined` when it does not follow it, is not canonical or does not fit its schema. */
export type FoldReader = (body: Uint8Array, head: Head) => Folded | undefined

/** Returns a reader, which remembers the lines it has read. */
export const make = (): FoldReader => {
  // The parts below and these types belong together.
  const read = Codec.reader(entry()) as (body: Uint8Array) => Entry | undefined
  return (body, head) => {
    const found = read(body)
    if (found === undefined) return undefined
    const { event, position, previous, source, time } = found
    if (position !== head.position + 1 || previous !== head.hash || time < head.time) return undefined
    return { kind: event._tag, content: contentOf(event), source, time }
  }
}

/** An entry as its parts read it. */
type Entry = Omit<Current, "event"> & {
  readonly event: Estimate | Actual | Exclude<BudgetEvent, Pick<Estimate | Actual, "_tag">>
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
}

const contentOf = (event: Entry["event"]): Folded["content"] => {
  if (event._tag === "EstimatePosted") {
    const { line, amounts } = event
    return { changes: { place: line.estimated, years: amounts.years, micros: amounts.micros } }
  }
  if (event._tag === "ActualRecorded") {
    const { line, date, year, amount } = event
    return { changes: { place: line.realisedIn(date.slice(0, 7)), years: [year], micros: [amount] } }
  }
  return { event }
}

const entry = (): Part => {
  const parts = { Amount: micros, Amounts: amounts(), BudgetLine: remembered(Codec.part(BudgetLine.ast)) }
  const changes = (kind: "EstimatePosted" | "ActualRecorded"): Part =>
    Codec.part(BudgetEvent.cases[kind].ast, parts)
  const events = new Map<string, Part>(whole)
    .set("EstimatePosted", changes("EstimatePosted"))
    .set("ActualRecorded", changes("ActualRecorded"))
  return Codec.part(Current.ast, {
    BudgetEvent: Union.tagged(events),
    Source: source(),
    Actor: repeated(Codec.part(Current.fields.actor.ast)),
    RecordTime: repeated(Codec.part(Current.fields.time.ast)),
  })
}

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

// The line of a source changes with every entry, its other fields with every file.
const source = (): Part =>
  Struct.of(
    Source.ast.propertySignatures.map(({ name, type }) => ({
      key: String(name),
      isOptional: type.context?.isOptional ?? false,
      part: AST.isString(type) ? repeated(Codec.part(type)) : Codec.part(type),
    })),
  )

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

/** A line that is looked up by its bytes. */
const remembered = ({ read }: Part): Part => {
  const known = new Map<number, Array<{ readonly written: Bytes.Token; readonly places: LinePlaces }>>()
  return reading((input) => {
    const { at } = input
    const hash = hashOf(input)
    const similar = known.get(hash) ?? []
    for (const { written, places } of similar) if (input.token(written)) return places
    const line = read(input)
    if (line === undefined) return undefined
    const places = placesOf(line as BudgetLine)
    similar.push({ written: Bytes.tokenOf(input.bytes.subarray(at, input.at)), places })
    known.set(hash, similar)
    return places
  })
}

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
