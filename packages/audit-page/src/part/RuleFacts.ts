/** The facts of a rule as the page prints them. Events keep amounts, rates and weights as plain decimals. */
import * as Figures from "../words/Figures.ts"

/** Prints a fact: an amount with two decimals, a rate as a percentage, a weight or an index with its own decimals. */
export const shown = (field: string, value: string | number): string => {
  const print = typeof value === "string" ? prints.get(field) : undefined
  return print === undefined ? String(value) : print(String(value))
}

// Years, counts, codes, names and days are printed as they are.
const prints: ReadonlyMap<string, (value: string) => string> = new Map([
  ["base", Figures.text],
  ["due", Figures.text],
  ["received", Figures.text],
  ["whole", Figures.text],
  ["percent", Figures.percent],
  ["standard", Figures.text],
  ["weight", Figures.decimal],
  ["index", Figures.decimal],
  ["baseIndex", Figures.decimal],
])
