/**
 * JSON as text without invisible characters: control, bidirectional and other invisible characters are escapes.
 *
 * A program reads the same document, and a terminal cannot reorder or hide a part of it.
 */

const unseen = /[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f\u115f\u1160\u3164\uffa0]/gu

/** Returns a value as JSON, indented by so many blanks. */
export const of = (value: unknown, indent = 0): string =>
  JSON.stringify(value, null, indent).replace(unseen, escaped)

const escaped = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`,
  ).join("")
