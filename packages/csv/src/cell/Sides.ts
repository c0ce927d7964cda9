/** Two columns of amounts, debit and credit: which of them a row fills, and what that says. */

/** Returns whether a cell holds an amount other than 0. */
const isFilled = (cell: string): boolean => /[1-9]/.test(cell)

/** Returns the direction that the filled side gives: debit is expenditure, credit is a receipt. */
export const direction = (debit: string, credit: string): "U" | "O" | "both" | "none" => {
  if (isFilled(debit)) return isFilled(credit) ? "both" : "U"
  return isFilled(credit) ? "O" : "none"
}
