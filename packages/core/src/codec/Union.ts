/** Values of one of several schemas as canonical JSON. */
import * as Bytes from "./Bytes.ts"
import type { Part } from "./Part.ts"

/** Returns the codec of values that have one of these codecs: the first that accepts a value. */
export const of = (parts: ReadonlyArray<Part>): Part => ({
  write: (value, output) => {
    const { at } = output
    for (const part of parts) {
      if (part.write(value, output)) return true
      output.at = at
    }
    return false
  },
  read: (input) => {
    const { at } = input
    for (const part of parts) {
      const value = part.read(input)
      if (value !== undefined) return value
      input.at = at
    }
    return undefined
  },
})

/** Returns the codec of records whose `_tag` names their codec; `_tag` must be the first of their keys in canonical order. */
export const tagged = (parts: ReadonlyMap<string, Part>): Part => {
  const members = [...parts].map(([tag, part]) => ({
    part,
    start: Bytes.token(`{"_tag":${JSON.stringify(tag)}`),
  }))
  // Entries of one kind come one after another.
  let last = members[0]
  return {
    write: (value, output) => {
      const tag = typeof value === "object" && value !== null && "_tag" in value ? value._tag : undefined
      return typeof tag === "string" && (parts.get(tag)?.write(value, output) ?? false)
    },
    read: (input) => {
      const { at } = input
      if (last === undefined || !input.token(last.start))
        last = members.find(({ start }) => input.token(start)) ?? last
      if (last === undefined || input.at === at) return undefined
      input.at = at
      return last.part.read(input)
    },
  }
}
