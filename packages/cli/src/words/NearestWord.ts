/** The word that a misspelt one was probably meant to be. */

/** Returns the nearest candidate, or undefined when none is within two edits. */
export const of = (word: string, candidates: ReadonlyArray<string>): string | undefined => {
  const near = candidates
    .map((candidate) => ({ candidate, edits: distance(word, candidate) }))
    .filter(({ candidate, edits }) => edits <= 2 && edits < candidate.length / 2)
    .toSorted((a, b) => a.edits - b.edits)
  return near[0]?.candidate
}

// Levenshtein: insertions, deletions and replacements.
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
