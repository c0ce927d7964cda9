/**
 * Writes estimates from integers.
 *
 * A file of a million rows states six million amounts. Listing the years of a record of amounts costs more than parsing
 * them, so the canonical bytes and the changes of the event are made from the years and micro-euro of the row.
 *
 * ```ts
 * const stated = { line: rent, years: [2026], micros: [250_000_000], description: undefined }
 * EstimateWriter.event(stated).amounts // => { 2026: "250.00" }
 * ```
 */
import { Amounts, type Of } from "../event/BudgetEvent.ts"
import { BudgetLine, estimated, type Place, Text } from "../value/BudgetLine.ts"
import { formatMicros } from "../value/Notation.ts"
import type { Year } from "../value/Year.ts"
import * as Bytes from "./Bytes.ts"
import * as Codec from "./Codec.ts"
import { lazily } from "./NodeCodec.ts"
import * as PreparedEvent from "./PreparedEvent.ts"

/** An estimate of a line in rising years, in micro-euro that are safe integers. */
export interface StatedEstimate {
  readonly line: BudgetLine
  readonly years: ReadonlyArray<Year>
  readonly micros: ReadonlyArray<number>
  readonly description: string | undefined
}

/** Returns the event of an estimate. It is prepared for the journal, unless a field does not fit its schema. */
export const event = (stated: StatedEstimate): Of<"EstimatePosted"> => {
  const { description, line, micros, years } = stated
  const amounts: Record<string, string> = {}
  for (let at = 0; at < years.length; at++) amounts[years[at] as Year] = formatMicros(micros[at] as number)
  const made: Of<"EstimatePosted"> =
    description === undefined
      ? { _tag: "EstimatePosted", line, amounts }
      : { _tag: "EstimatePosted", line, amounts, description }
  const known = knownOf(line)
  // Without years the event has no posting, so that its place must not be added to the columns.
  if (known === undefined || years.length === 0) return made
  output.begin()
  if (write(made, stated, known.written)) {
    const changes = { place: known.place, years, micros }
    return PreparedEvent.keep({ event: made, bytes: output.end(), changes })
  }
  output.undo()
  return made
}

const write = (
  { amounts, description }: Of<"EstimatePosted">,
  { years }: StatedEstimate,
  line: Bytes.Token,
): boolean => {
  output.token(start)
  for (let at = 0; at < years.length; at++) {
    const year = years[at] as Year
    const [key, amount] = [keyOf(year), amounts[year]]
    if (key === undefined || amount === undefined) return false
    if (at > 0) output.byte(comma)
    output.token(key)
    output.ascii(amount)
    output.byte(quote)
  }
  output.token(closing)
  if (description !== undefined) {
    output.token(descriptionKey)
    if (!text.write(description, output)) return false
  }
  output.token(lineKey)
  output.token(line)
  output.byte(brace)
  return true
}

/** The bytes and the place of a line. A line always has the same place object, which the columns find by identity. */
interface KnownLine {
  readonly written: Bytes.Token
  readonly place: Place
}

const known = new WeakMap<BudgetLine, KnownLine>()

const knownOf = (line: BudgetLine): KnownLine | undefined => {
  const found = known.get(line)
  if (found !== undefined) return found
  const bytes = writeLine(line)
  if (bytes === undefined) return undefined
  const made = { written: Bytes.tokenOf(bytes), place: estimated(line) }
  // A line that is not frozen may still change.
  if (Object.isFrozen(line)) known.set(line, made)
  return made
}

const keys = new Map<Year, Bytes.Token | undefined>()

/** Returns the key of a year with the quote of its amount; `undefined` for a year that its schema does not accept. */
const keyOf = (year: Year): Bytes.Token | undefined => {
  const found = keys.get(year)
  if (found !== undefined) return found
  const isFit = keyText.write(String(year), new Bytes.ByteWriter())
  const key = isFit ? Bytes.token(`"${year}":"`) : undefined
  keys.set(year, key)
  return key
}

const output = new Bytes.ByteWriter()
const text = lazily(() => Codec.ofNode(Text.ast))
const writeLine = Codec.writer(lazily(() => Codec.ofNode(BudgetLine.ast)))
const keyText = lazily(() => {
  const [signature] = Amounts.ast.indexSignatures
  if (signature === undefined) throw new TypeError("amounts have no years")
  return Codec.ofNode(signature.parameter)
})
const start = Bytes.token('{"_tag":"EstimatePosted","amounts":{')
const closing = Bytes.token("}")
const descriptionKey = Bytes.token(',"description":')
const lineKey = Bytes.token(',"line":')
const comma = 0x2c
const quote = 0x22
const brace = 0x7d
