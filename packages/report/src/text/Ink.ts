/** Colour for terminals that want it: each verb marks a text, or leaves it as it is. */

/** How to mark texts. */
export interface Ink {
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
  readonly bad: (text: string) => string
  readonly good: (text: string) => string
}

const plain = (text: string): string => text
const ansi = (code: number) => (text: string) => (text === "" ? "" : `\u001b[${code}m${text}\u001b[0m`)

/** No colour. */
export const none: Ink = { strong: plain, faint: plain, bad: plain, good: plain }

/** Colour by ANSI codes. */
export const colour: Ink = { strong: ansi(1), faint: ansi(2), bad: ansi(31), good: ansi(32) }
