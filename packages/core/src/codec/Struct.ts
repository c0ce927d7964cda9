/** Records with known keys as canonical JSON: keys sorted, members without a value left out. */
import * as Bytes from "./Bytes.ts"
import type { NodeCodec } from "./NodeCodec.ts"

interface Field {
  readonly key: string
  readonly isOptional: boolean
  readonly codec: NodeCodec
}

/** Returns the codec of records with these fields and no others; they are read with their keys in this order. */
export const of = (fields: ReadonlyArray<Field>): NodeCodec => {
  const keys = fields.map(({ key }) => key)
  const sorted = fields
    .map(({ key, isOptional, codec }, index) => {
      // The value of a literal is written with its key.
      const member = `${JSON.stringify(key)}:${codec.constant === undefined ? "" : JSON.stringify(codec.constant)}`
      return {
        index,
        key,
        isOptional,
        codec,
        first: Bytes.token(`{${member}`),
        next: Bytes.token(`,${member}`),
      }
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  // One list for all reads: no schema contains itself, so that a read never begins during another of the same struct.
  const members = new Array<unknown>(keys.length)
  return {
    write: (value, output) => {
      if (!isPlain(value)) return false
      let isFirst = true
      let members = 0
      for (let i = 0; i < sorted.length; i++) {
        const field = sorted[i] as (typeof sorted)[number]
        const { codec } = field
        const member = value[field.key]
        if (member === undefined && field.isOptional) continue
        output.token(isFirst ? field.first : field.next)
        if (codec.constant === undefined ? !codec.write(member, output) : member !== codec.constant)
          return false
        isFirst = false
        members++
      }
      // A value with another key, or with a key without a value, is refused here and checked by the schema.
      for (const _ in value) members--
      if (members !== 0) return false
      if (isFirst) output.byte(opening)
      output.byte(closing)
      return true
    },
    read: (input) => {
      let isFirst = true
      for (let i = 0; i < sorted.length; i++) {
        const field = sorted[i] as (typeof sorted)[number]
        if (!input.token(isFirst ? field.first : field.next)) {
          if (!field.isOptional) return undefined
          members[field.index] = undefined
          continue
        }
        isFirst = false
        const { codec } = field
        const member = codec.constant ?? codec.read(input)
        if (member === undefined) return undefined
        members[field.index] = member
      }
      if (isFirst && !input.byte(opening)) return undefined
      if (!input.byte(closing)) return undefined
      const value: Record<string, unknown> = {}
      for (let i = 0; i < keys.length; i++) {
        const member = members[i]
        if (member !== undefined) value[keys[i] as string] = member
      }
      return value
    },
  }
}

/** Returns whether a value is a plain record without symbols, so that a loop over its keys visits all of its members. */
export const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" &&
  value !== null &&
  Object.getPrototypeOf(value) === Object.prototype &&
  Object.getOwnPropertySymbols(value).length === 0

const opening = 0x7b
const closing = 0x7d
