/** Lists as canonical JSON. */
import type { NodeCodec } from "./NodeCodec.ts"

/** Returns the codec of lists whose values have this codec. */
export const of = ({ write, read }: NodeCodec): NodeCodec => ({
  write: (list, output) => {
    if (!Array.isArray(list)) return false
    output.byte(opening)
    for (let i = 0; i < list.length; i++) {
      if (i > 0) output.byte(comma)
      if (!write(list[i], output)) return false
    }
    output.byte(closing)
    return true
  },
  read: (input) => {
    if (!input.byte(opening)) return undefined
    if (input.byte(closing)) return []
    const from = count
    let list: ReadonlyArray<unknown> | undefined
    for (;;) {
      const value = read(input)
      if (value === undefined) break
      values[count++] = value
      if (input.byte(comma)) continue
      if (input.byte(closing)) list = values.slice(from, count)
      break
    }
    count = from
    return list
  },
})

// The values of all lists that are being read; those of an inner list come after those of the outer one. A list that
// grows by `push` would reserve more memory than it needs.
const values: Array<unknown> = []
let count = 0

const opening = 0x5b
const closing = 0x5d
const comma = 0x2c
