/** A list in a line of its first texts, such as the actions of an entry. */

/** The texts that are listed before the others are counted. */
const most = 3

/** Joins the first three texts, and states how many follow: `A1, A2, A3 +2`. */
export const of = (texts: ReadonlyArray<string>): string =>
  texts.slice(0, most).join(", ") + (texts.length <= most ? "" : ` +${texts.length - most}`)
