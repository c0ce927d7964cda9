/**
 * JSON as text in which no character is without a shape: control, bidirectional and other invisible characters are escapes.
 *
 * The document is the same for a program. A terminal that shows it reorders and hides nothing.
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
