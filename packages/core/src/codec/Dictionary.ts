/** Records with keys of a pattern as canonical JSON: amounts by year, index values by month. */
import * as Bytes from "./Bytes.ts"
import type { NodeCodec } from "./NodeCodec.ts"
import { sortedKeys } from "./PlainRecord.ts"
import { isPlain } from "./Struct.ts"

/** Returns the codec of records whose keys and values have these codecs. */
export const of = (key: NodeCodec, value: NodeCodec): NodeCodec => ({
  write: (record, output) => {
    if (!isPlain(record)) return false
    output.byte(opening)
    let isFirst = true
    for (const name of sortedKeys(record)) {
      if (!isFirst) output.byte(comma)
      isFirst = false
      if (!key.write(name, output)) return false
      output.byte(colon)
      if (!value.write(record[name], output)) return false
    }
    output.byte(closing)
    return true
  },
  read: reader(key, value, {
    empty: (): Record<string, unknown> => ({}),
    add: (record, name, member) => {
      record[name] = member
    },
  }),
})

/** What is made of the members of a record. */
export interface Builder<A> {
  readonly empty: () => A
  readonly add: (built: A, key: string, value: unknown) => void
}

/** Returns a reader of a record that makes something else of it than a record. */
export const reader = <A>(
  key: NodeCodec,
  value: NodeCodec,
  { empty, add }: Builder<A>,
): ((input: Bytes.ByteReader) => A | undefined) => {
  // Records of one kind mostly have the same keys in the same order.
  const known: Array<{ readonly written: Bytes.Token; readonly name: string }> = []
  const keyAt = (index: number, input: Bytes.ByteReader): string | undefined => {
    const last = known[index]
    if (last !== undefined && input.token(last.written)) return last.name
    const { at } = input
    const name = key.read(input)
    if (typeof name !== "string" || name === "__proto__") return undefined
    if (index < remembered)
      known[index] = { written: Bytes.tokenOf(input.bytes.subarray(at, input.at)), name }
    return name
  }
  return (input) => {
    if (!input.byte(opening)) return undefined
    const built = empty()
    if (input.byte(closing)) return built
    let last: string | undefined
    for (let index = 0; ; index++) {
      const name = keyAt(index, input)
      // Keys that do not rise are not sorted, or name one twice.
      if (name === undefined || (last !== undefined && name <= last) || !input.byte(colon)) return undefined
      last = name
      const member = value.read(input)
      if (member === undefined) return undefined
      add(built, name, member)
      if (input.byte(closing)) return built
      if (!input.byte(comma)) return undefined
    }
  }
}

const remembered = 64
const opening = 0x7b
const closing = 0x7d
const comma = 0x2c
const colon = 0x3a
