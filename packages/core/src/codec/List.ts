/** Lists as canonical JSON. */
import type { Part } from "./Part.ts"

/** Returns the codec of lists whose values have this codec. */
export const of = ({ write, read }: Part): Part => ({
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
    const list: Array<unknown> = []
    if (input.byte(closing)) return list
    for (;;) {
      const value = read(input)
      if (value === undefined) return undefined
      list.push(value)
      if (input.byte(closing)) return list
      if (!input.byte(comma)) return undefined
    }
  },
})

const opening = 0x5b
const closing = 0x5d
const comma = 0x2c
