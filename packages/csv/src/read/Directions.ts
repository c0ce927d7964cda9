/** Words for expenditure and receipts in files of other programs. */

/** Returns what values of a column mean as a direction, `undefined` when one of them is not known. */
export const meaningsOf = (
  values: ReadonlyArray<string>,
): Readonly<Record<string, "U" | "O">> | undefined => {
  const found: Record<string, "U" | "O"> = {}
  for (const value of values) {
    const meaning = words.get(value.trim().toLowerCase())
    if (meaning === undefined) return undefined
    found[value.trim()] = meaning
  }
  return Object.keys(found).length === 0 ? undefined : found
}

const words: ReadonlyMap<string, "U" | "O"> = new Map([
  ...list(
    "U",
    "u uit uitg uitgave uitgaven kost kosten lasten d dep dépense dépenses debet debit dr exp expense",
  ),
  ...list("U", "expenses expenditure"),
  ...list(
    "O",
    "o ont ontv ontvangst ontvangsten opbrengst opbrengsten r rec recette recettes c credit cr inc",
  ),
  ...list("O", "income receipt receipts rev revenue revenues"),
])

function list(meaning: "U" | "O", text: string): ReadonlyArray<readonly [string, "U" | "O"]> {
  return text.split(" ").map((word) => [word, meaning] as const)
}
