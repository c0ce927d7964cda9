/** Codes that occur more than once in a list. */

/** Returns the codes that occur before in a list, once for each repetition. */
export const of = (codes: ReadonlyArray<string>): ReadonlyArray<string> => {
  const seen = new Set<string>()
  return codes.filter((code) => seen.size === seen.add(code).size)
}
