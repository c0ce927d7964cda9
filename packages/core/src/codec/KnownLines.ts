/** The budget lines that a reader has read, looked up by their bytes. */
import { type BudgetLine, estimated, type Place, realised } from "../value/BudgetLine.ts"
import * as Bytes from "./Bytes.ts"
import type { NodeCodec } from "./NodeCodec.ts"
import * as NodeReader from "./NodeReader.ts"

/** The places of a line. A place is always the same object, which the columns find by identity. */
export interface LinePlaces {
  readonly estimated: Place
  readonly realisedIn: (month: string) => Place
}

/** The lines that were read, by a hash of their bytes. */
export type KnownLines = Map<number, Array<{ readonly written: Bytes.Token; readonly places: LinePlaces }>>

/** Returns a codec that looks a line up by its bytes, and reads it when it is new. */
export const of = ({ read }: NodeCodec, context: { readonly lines: KnownLines }): NodeCodec =>
  NodeReader.of((input) => {
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

// Hashes the bytes up to the first `"}`, which usually ends the line.
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
