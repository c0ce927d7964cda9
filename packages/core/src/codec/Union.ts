/** Values of one of several schemas as canonical JSON. */
import * as Bytes from "./Bytes.ts"
import type { NodeCodec } from "./NodeCodec.ts"

/** Returns the codec of values that have one of these codecs: the first that accepts a value. */
export const of = (codecs: ReadonlyArray<NodeCodec>): NodeCodec => ({
  write: (value, output) => {
    const { at } = output
    for (const codec of codecs) {
      if (codec.write(value, output)) return true
      output.at = at
    }
    return false
  },
  read: (input) => {
    const { at } = input
    for (const codec of codecs) {
      const value = codec.read(input)
      if (value !== undefined) return value
      input.at = at
    }
    return undefined
  },
})

/** Returns the codec of records whose `_tag` names their codec; `_tag` must be the first of their keys in canonical order. */
export const tagged = (codecs: ReadonlyMap<string, NodeCodec>): NodeCodec => {
  const members = [...codecs].map(([tag, codec]) => ({
    codec,
    start: Bytes.token(`{"_tag":${JSON.stringify(tag)}`),
  }))
  // Entries of one kind come one after another.
  let last = members[0]
  return {
    write: (value, output) => {
      const tag = typeof value === "object" && value !== null && "_tag" in value ? value._tag : undefined
      return typeof tag === "string" && (codecs.get(tag)?.write(value, output) ?? false)
    },
    read: (input) => {
      const { at } = input
      if (last === undefined || !input.token(last.start))
        last = members.find(({ start }) => input.token(start)) ?? last
      if (last === undefined || input.at === at) return undefined
      input.at = at
      return last.codec.read(input)
    },
  }
}
