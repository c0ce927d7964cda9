/** The height of a row whose texts are broken within their cells: not every program computes it on opening. */

/** Points of one line of 11-point text. */
const linePoints = 15

/** Returns the height in points. */
export const of = (
  texts: ReadonlyArray<{ readonly text: string; readonly width: number; readonly isStrong: boolean }>,
): number => linePoints * texts.reduce((most, one) => Math.max(most, linesOf(one)), 1)

// Counts a little too much rather than too little: bold letters are wider, and a cell has a margin.
const linesOf = ({
  text,
  width,
  isStrong,
}: {
  readonly text: string
  readonly width: number
  readonly isStrong: boolean
}): number => {
  const room = Math.max(4, Math.floor((width - 1) / (isStrong ? 1.1 : 1)))
  return text.split(/\r\n|\r|\n/).reduce((sum, part) => sum + wrapped(part, room), 0)
}

const wrapped = (text: string, room: number): number => {
  let [lines, used] = [1, 0]
  for (const word of text.split(" ")) {
    if (used > 0 && used + 1 + word.length > room) {
      lines++
      used = 0
    }
    used += (used > 0 ? 1 : 0) + word.length
    if (used > room) {
      lines += Math.ceil(used / room) - 1
      used = used % room
    }
  }
  return lines
}
