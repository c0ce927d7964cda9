/** What somebody typed, as a message may show it: in quotes, short, without characters that a terminal obeys. */

/** A text in quotes. */
export const quote = (text: string): string => {
  const short = text.length > 80 ? `${text.slice(0, 79)}…` : text
  return `"${short.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, "·")}"`
}

/** Some of a list: at most ten, and how many more there are. */
export const some = (texts: ReadonlyArray<string>, more: string): string =>
  texts.length <= 10 ? texts.join(", ") : `${texts.slice(0, 10).join(", ")} (${more} ${texts.length - 10})`
