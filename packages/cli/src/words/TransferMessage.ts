/** Messages of `grootboek transfer`. */
import { Money } from "@grootboek/core"
import { Figure } from "@grootboek/report"
import type { Both } from "./Language.ts"

export const known = (position: number): Both => ({
  en: `Entry ${position} records this transfer already: nothing was written. Give another --text to transfer the amount once more.`,
  nl: `Boeking ${position} bevat deze kredietverschuiving al: er is niets geschreven. Geef een andere --text om het bedrag nog eens te verschuiven.`,
})

/** The credit was moved; by which entry, when it was written to the journal. */
export const moved = ({
  amount,
  year,
  entry,
  isDry,
}: {
  readonly amount: string
  readonly year: number
  readonly entry: number | undefined
  readonly isDry: boolean
}): Both => {
  const euro = Figure.euro(amount)
  if (isDry)
    return {
      en: `${euro} of ${year} would be transferred (nothing was written):`,
      nl: `${euro} van ${year} zou verschoven worden (er is niets geschreven):`,
    }
  return {
    en: `${euro} of ${year} transferred${entry === undefined ? "" : ` by entry ${entry}`}:`,
    nl: `${euro} van ${year} verschoven${entry === undefined ? "" : ` met boeking ${entry}`}:`,
  }
}

export const line = (name: string, before: Money.Money, after: Money.Money): Both => {
  const text = `  ${name}: ${Money.print(before, "be")} → ${Money.print(after, "be")}`
  return { en: text, nl: text }
}
