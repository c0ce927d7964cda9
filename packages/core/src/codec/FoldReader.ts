/**
 * Reads from the body of an entry only what the fold needs.
 *
 * Most entries of a journal are estimates and realisations. Their amounts are read into plain numbers of micro-euro; their
 * lines, sources and times are looked up by their bytes, because most of them were read before. The reader is the codec
 * of entries with a few codecs replaced, so that it accepts the same bytes. It refuses amounts beyond 2^53 micro-euro.
 */
import * as AST from "effect/SchemaAST"
import { Amounts, BudgetEvent, type Kind, kinds, type Of } from "../event/BudgetEvent.ts"
import type { Changes } from "../event/Posting.ts"
import { Amount } from "../value/Amount.ts"
import { BudgetLine } from "../value/BudgetLine.ts"
import * as Codec from "./Codec.ts"
import * as Dictionary from "./Dictionary.ts"
import { Current, type Head, Source } from "./Envelope.ts"
import * as KnownLines from "./KnownLines.ts"
import * as Micros from "./Micros.ts"
import { lazily, type NodeCodec } from "./NodeCodec.ts"
import * as NodeReader from "./NodeReader.ts"
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

/** The content of an entry that was read, and the bytes of its id. */
export interface ReadEntry extends Folded {
  readonly id: Uint8Array
}

/** Reads the body of the entry after a head; `undefined` when it is not the next entry, not canonical or not valid. */
export type FoldReader = (body: Uint8Array, head: Head) => ReadEntry | undefined

/** Returns a reader that remembers the lines that it has read. */
export const make = (): FoldReader => {
  const lines: KnownLines.KnownLines = new Map()
  return (body, head) => {
    compiled ??= compile()
    compiled.reading.hash = head.hash
    compiled.reading.lines = lines
    return compiled.read(body, head)
  }
}

/** What the codecs compare with while they read a body: the hash of the entry before, and the lines read before. */
interface Reading {
  hash: string
  lines: KnownLines.KnownLines
}

// All readers share one compiled reader: most verified journals are short, and compiling takes longer than reading them.
// The shared context is safe, because a read ends before the next begins.
let compiled: { readonly reading: Reading; readonly read: FoldReader } | undefined

const compile = (): NonNullable<typeof compiled> => {
  const context: Reading = { hash: "", lines: new Map() }
  const text = Codec.ofNode(Current.fields.previous.ast)
  const previous = NodeReader.of((input) => {
    const { hash } = context
    return NodeReader.isQuoted(input, hash) || text.read(input) === hash ? hash : undefined
  })
  const id = NodeReader.located(NodeReader.checked(Current.fields.id.ast))
  const line = KnownLines.of(Codec.ofNode(BudgetLine.ast), context)
  // `Entry` states what the codecs below return; the types of codecs cannot.
  const read = Codec.reader(entry({ previous, id: id.codec, line })) as (
    body: Uint8Array,
  ) => Entry | undefined
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

/** An entry as its codecs read it. A realisation that names a commitment has two places, so its whole event is returned. */
type Entry = Omit<Current, "event"> & {
  readonly event:
    | Estimate
    | Actual
    | (Of<"ActualRecorded"> & { readonly commitment: string })
    | Exclude<BudgetEvent, Pick<Estimate | Actual, "_tag">>
}

interface Estimate {
  readonly _tag: "EstimatePosted"
  readonly line: KnownLines.LinePlaces
  readonly amounts: Yearly
}

interface Actual {
  readonly _tag: "ActualRecorded"
  readonly line: KnownLines.LinePlaces
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

const entry = (own: {
  readonly previous: NodeCodec
  readonly id: NodeCodec
  readonly line: NodeCodec
}): NodeCodec => {
  const codecs = { Amount: micros, Amounts: amounts(), BudgetLine: own.line }
  const changes = (kind: "EstimatePosted" | "ActualRecorded"): NodeCodec =>
    Codec.ofNode(BudgetEvent.cases[kind].ast, codecs)
  const events = new Map<string, NodeCodec>(wholeEvents)
    .set("EstimatePosted", changes("EstimatePosted"))
    .set("ActualRecorded", uncommitted(changes("ActualRecorded")))
  const { actor, time } = Current.fields
  const replaced: Readonly<Record<string, NodeCodec>> = {
    actor: NodeReader.repeated(Codec.ofNode(actor.ast)),
    event: Union.tagged(events),
    id: own.id,
    previous: own.previous,
    source: struct(Source.ast, (_, type) =>
      // The line of a source changes with every entry, its other fields with every file.
      AST.isString(type) ? NodeReader.repeated(Codec.ofNode(type)) : Codec.ofNode(type),
    ),
    time: NodeReader.repeated(Codec.ofNode(time.ast)),
  }
  return struct(Current.ast, (key, type) => replaced[key] ?? Codec.ofNode(type))
}

/** Reads a realisation; one that names a commitment is read a second time, as a whole event. */
const uncommitted = (changes: NodeCodec): NodeCodec => {
  const unchanged = lazily(() => wholeEvent("ActualRecorded"))
  return NodeReader.of((input) => {
    const { at } = input
    const read = changes.read(input)
    if (read !== undefined && !isCommitted(read)) return read
    input.at = at
    const event = unchanged.read(input)
    return isCommitted(event) ? event : undefined
  })
}

const isCommitted = (read: unknown): boolean =>
  typeof read === "object" && read !== null && "commitment" in read

const struct = (ast: AST.Objects, codecOf: (key: string, type: AST.AST) => NodeCodec): NodeCodec =>
  Struct.of(
    ast.propertySignatures.map(({ name, type }) => ({
      key: String(name),
      isOptional: type.context?.isOptional ?? false,
      codec: codecOf(String(name), type),
    })),
  )

// The codecs of all kinds, which return whole events.
const wholeEvents = kinds.map((kind) => [kind, lazily(() => wholeEvent(kind))] as const)

const wholeEvent = (kind: Kind): NodeCodec =>
  Codec.ofNode(BudgetEvent.cases[kind].ast, { Amount: amountText })

const micros = NodeReader.of(Micros.read)

/** Reads an amount as text. Tests the patterns of the schema only for one that {@link Micros.read} cannot read, because they take longer. */
const amountText = NodeReader.of((input) => {
  const { at } = input
  return Micros.read(input) === undefined ? checkedText.read(input) : input.latin(at + 1, input.at - 1)
})

const checkedText = Codec.ofNode(Amount.ast)

/** Amounts by year, in micro-euro. */
interface Yearly {
  readonly years: Array<number>
  readonly micros: Array<number>
}

const amounts = (): NodeCodec => {
  const [signature] = Amounts.ast.indexSignatures
  if (signature === undefined) throw new TypeError("amounts have no years")
  const builder: Dictionary.Builder<Yearly> = {
    empty: () => ({ years: [], micros: [] }),
    add: ({ years, micros }, year, amount) => {
      years.push(Number(year))
      micros.push(Number(amount))
    },
  }
  const read = Dictionary.reader(Codec.ofNode(signature.parameter), micros, builder)
  return NodeReader.of((input) => {
    const yearly = read(input)
    // Without years the event has no posting, so that its place must not be added to the columns.
    return yearly === undefined || yearly.years.length === 0 ? undefined : yearly
  })
}
