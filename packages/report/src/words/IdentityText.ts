/** Messages about sums between the printed figures of a published table. */
import { Money } from "@grootboek/core"
import { type Consistency, type IdentityCheck, Published } from "@grootboek/core/answer"
import * as AnswerText from "./AnswerText.ts"
import * as Figure from "./Figure.ts"
import type { Both, Language } from "./Language.ts"

/** Returns the result of one identity: the figure, the sum of its parts and their difference. */
export const message = (finding: IdentityCheck.IdentityCheck, language: Language): string =>
  both(finding)[language]

const both = ({ figure, terms, sum, difference, tolerance, outcome }: IdentityCheck.IdentityCheck): Both => {
  const decimals = Figure.decimalsOf([figure.amount, sum, difference])
  const print = (amount: Money.Money) => Money.print(amount, "be", decimals)
  const added = terms
    .map(({ figure: term, sign }) => `${sign === 1 ? "+" : "−"} ${print(term.amount)}`)
    .join(" ")
  const parts = terms.map(({ figure: term }) => name(term)).join(", ")
  const delta = Figure.change(difference, decimals)
  const found = `${name(figure)}: ${print(figure.amount)}`
  switch (outcome) {
    case "holds":
      return { en: `${found}, the sum of ${parts}.`, nl: `${found}, de som van ${parts}.` }
    case "rounding":
      return {
        en: `${found}, but its parts sum to ${print(sum)} (${added}); the difference ${delta} can be rounding (at most ${print(tolerance)}).`,
        nl: `${found}, maar de delen zijn samen ${print(sum)} (${added}); het verschil ${delta} kan afronding zijn (hoogstens ${print(tolerance)}).`,
      }
    case "broken":
      return {
        en: `${found}, but its parts sum to ${print(sum)} (${added}: ${parts}); rounding cannot explain the difference ${delta}. Check these figures: at least one is wrong.`,
        nl: `${found}, maar de delen zijn samen ${print(sum)} (${added}: ${parts}); afronding verklaart het verschil ${delta} niet. Controleer deze cijfers: minstens één is fout.`,
      }
  }
}

/** Returns how many identities of a figure are broken. */
export const suspect = ({ figure, broken, of }: Consistency.Suspect, language: Language): string =>
  `${name(figure)}: ${AnswerText.suspect(broken, of, language)}`

const name = (figure: Published.PublishedFigure): string => Published.format(figure)
