/** Messages about published figures that are compared with computed ones. */
import { Address, Money } from "@grootboek/core"
import type { Reconcile } from "@grootboek/core/answer"
import * as Catalogue from "./Catalogue.ts"
import * as Figure from "./Figure.ts"
import type { Audience, Both, Language } from "./Language.ts"
import * as RefusalText from "./RefusalText.ts"

/** Returns a stable code of the outcome. */
export const code = ({ outcome }: Pick<Reconcile.Comparison, "outcome">): string => codes[outcome]

/** Returns the result of one comparison and, where the figures differ, what to do next. */
export const message = (
  one: Reconcile.Comparison,
  form: string,
  language: Language,
  audience: Audience = "library",
): string => Catalogue.format(advised(one, form), { language, audience })

const advised = (one: Reconcile.Comparison, form: string): Catalogue.Advised => {
  const { cell, outcome } = one
  const decimals = Figure.decimalsOf([cell.amount, one.printed ?? Money.zero])
  // A synthesis prints expenditure negative: figures are quoted as they are printed.
  const isTurned = cell.text !== undefined && isNegative(cell.text) !== cell.amount < 0n && cell.amount !== 0n
  const turned = (amount: Money.Money): Money.Money => (isTurned ? Money.negate(amount) : amount)
  const print = (amount: Money.Money | undefined) =>
    amount === undefined ? "" : Money.print(turned(amount), "be", decimals)
  const where = `${form} ${Address.format(cell)} ${cell.year}`
  const exact = one.exact === undefined ? "" : Money.print(turned(one.exact), "be")
  const difference = Figure.change(turned(one.difference), decimals)
  const figures: Both = {
    en: `published ${print(cell.amount)}, computed ${print(one.printed)} (exact ${exact})`,
    nl: `gepubliceerd ${print(cell.amount)}, berekend ${print(one.printed)} (exact ${exact})`,
  }
  switch (outcome) {
    case "equal":
      return one.roundsTo === undefined
        ? {
            en: `${where}: ${print(cell.amount)}, as computed.`,
            nl: `${where}: ${print(cell.amount)}, zoals berekend.`,
          }
        : {
            en: `${where}: printed as ${print(one.printed)}, the sum of printed rows; the exact amount ${exact} rounds to ${print(one.roundsTo)}.`,
            nl: `${where}: gedrukt als ${print(one.printed)}, de som van gedrukte rijen; het exacte bedrag ${exact} is afgerond ${print(one.roundsTo)}.`,
          }
    case "rounding": {
      const policies = { en: options(one, " or "), nl: options(one, " of ") }
      const next: Both =
        one.policies.length === 0
          ? { en: "", nl: "" }
          : {
              en: ` The rounding policy ${policies.en} prints this figure.`,
              nl: ` Met de afrondingswijze ${policies.nl} wordt dit cijfer gedrukt.`,
            }
      return {
        en: `${where}: ${figures.en}; the difference ${difference} can be rounding (at most ${print(one.tolerance)}).${next.en}`,
        nl: `${where}: ${figures.nl}; het verschil ${difference} kan afronding zijn (hoogstens ${print(one.tolerance)}).${next.nl}`,
      }
    }
    case "error":
      return {
        en: `${where}: ${figures.en}; rounding cannot explain the difference ${difference}.`,
        nl: `${where}: ${figures.nl}; afronding verklaart het verschil ${difference} niet.`,
        next: {
          en: "Explain the cell to see its postings.",
          nl: "Vraag de herkomst van de cel op om de mutaties te zien.",
        },
        command: {
          en: `\`grootboek explain ${form} "${Address.format(cell)}" ${cell.year}\` shows its postings.`,
          nl: `\`grootboek explain ${form} "${Address.format(cell)}" ${cell.year}\` toont de mutaties.`,
        },
      }
    case "missing":
      return one.refusal === undefined
        ? {
            en: `${where}: published ${print(cell.amount)}, but the form has no such row or year. Check the section, the code and the year.`,
            nl: `${where}: gepubliceerd ${print(cell.amount)}, maar het schema heeft die rij of dat jaar niet. Controleer de sectie, de code en het jaar.`,
          }
        : {
            en: `${where}: ${RefusalText.message(one.refusal, "en")}`,
            nl: `${where}: ${RefusalText.message(one.refusal, "nl")}`,
          }
  }
}

const isNegative = (text: string): boolean => /^\s*(?:€\s*)?[-−–(]|-\s*$/.test(text)

const options = ({ policies }: Reconcile.Comparison, or: string): string =>
  policies.map((policy) => `"${policy}"`).join(or)

const codes = {
  equal: "Equal",
  rounding: "RoundingDifference",
  error: "RealDifference",
  missing: "NoSuchCell",
} as const
