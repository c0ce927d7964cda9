/** Texts broken into lines of at most some characters. */
import * as Clean from "./Clean.ts"

/** Blanks before a line that continues another one. */
const hanging = 2

/**
 * Returns the lines of a text, broken at blanks but not between `€` and its amount; a longer word is cut. The caller
 * indents continued lines by two.
 */
export const wrap = (text: string, most: number): ReadonlyArray<string> => {
  if (width(text) <= most) return [text]
  const lines: Array<string> = []
  let line = ""
  for (const word of text.split(/(?<!€) /))
    for (const [turn, part] of cut(word, Math.max(1, most - hanging)).entries()) {
      const longer = line === "" || turn > 0 ? `${line}${part}` : `${line} ${part}`
      if (line !== "" && width(longer) > most - (lines.length === 0 ? 0 : hanging)) {
        lines.push(line.trimEnd())
        line = part
      } else line = longer
    }
  return [...lines, line]
}

/** Returns the width of the longest word: a column of that width and two blanks cuts none. */
export const longest = (text: string): number =>
  text.split(/(?<!€) /).reduce((most, word) => Math.max(most, width(word)), 0)

/** Returns a text as lines that fit a width, each marked; one line where no width is given. */
export const paragraph = (
  text: string,
  width: number | undefined,
  mark: (line: string) => string = (line) => line,
): ReadonlyArray<string> =>
  width === undefined
    ? [mark(text)]
    : wrap(text, width).map((line, turn) => (turn === 0 ? mark(line) : " ".repeat(hanging) + mark(line)))

// A word is cut after a hyphen or a slash where it has one within reach.
const cut = (word: string, most: number): ReadonlyArray<string> => {
  if (width(word) <= most || word !== unmarked(word)) return [word]
  const letters = Clean.letters(word)
  const joint = letters.slice(0, most).findLastIndex((letter) => letter === "-" || letter === "/") + 1
  const at = joint > 0 ? joint : most
  return [letters.slice(0, at).join(""), ...cut(letters.slice(at).join(""), most)]
}

const width = (text: string): number => Clean.width(unmarked(text))

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters.
const unmarked = (text: string): string => text.replace(/\u001b\[\d+m/g, "")
