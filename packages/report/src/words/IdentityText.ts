/** What a reader is told of a published table held against itself: sums that do not add up, and who is suspect. */
import { Address, type Consistency, type Published } from "@grootboek/core"
import * as Figure from "./Figure.ts"
import type { Language } from "./Language.ts"

/** What an identity between printed figures came to. */
export const message = (finding: Consistency.Finding, language: Language): string => {
  const { figure, terms, sum, difference, tolerance, outcome } = finding
  const decimals = Figure.decimalsOf([figure.amount, sum, difference])
  const show = (amount: typeof sum) => Figure.belgian(amount, decimals)
  const added = terms
    .map(({ figure: term, sign }) => `${sign === 1 ? "+" : "−"} ${show(term.amount)}`)
    .join(" ")
  const from = terms.map(({ figure: term }) => name(term)).join(", ")
  const delta = Figure.change(difference, decimals)
  const nl = language === "nl"
  switch (outcome) {
    case "holds":
      return nl
        ? `${name(figure)}: ${show(figure.amount)}, zoals ${from} samen.`
        : `${name(figure)}: ${show(figure.amount)}, as ${from} together.`
    case "rounding":
      return nl
        ? `${name(figure)}: gedrukt ${show(figure.amount)}, samen ${show(sum)} (${added}); ${delta} kan afronding zijn (hoogstens ${show(tolerance)}).`
        : `${name(figure)}: printed ${show(figure.amount)}, together ${show(sum)} (${added}); ${delta} can be rounding (at most ${show(tolerance)}).`
    case "broken":
      return nl
        ? `${name(figure)}: gedrukt ${show(figure.amount)}, samen ${show(sum)} (${added}: ${from}); afronding alleen verklaart ${delta} niet, dus een van deze cijfers is fout.`
        : `${name(figure)}: printed ${show(figure.amount)}, together ${show(sum)} (${added}: ${from}); rounding alone cannot make ${delta}, so one of these figures is wrong.`
  }
}

/** A figure that stands in identities that do not hold. */
export const suspect = ({ figure, broken, of }: Consistency.Suspect, language: Language): string =>
  language === "nl"
    ? `${name(figure)}: in ${broken} van ${of} gelijkheden die niet kloppen`
    : `${name(figure)}: in ${broken} of ${of} identities that do not hold`

const name = (figure: Published.Figure): string => `${figure.form} ${Address.format(figure)} ${figure.year}`
