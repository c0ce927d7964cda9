/** What a reader is told of a published figure: where it differs from the computed one, and what can explain it. */
import { Address, Money, type Reconcile } from "@grootboek/core"
import * as Figure from "./Figure.ts"
import type { Language } from "./Language.ts"
import * as RefusalText from "./RefusalText.ts"

/** A stable code for what was found of a figure. */
export const code = ({ outcome }: Pick<Reconcile.Comparison, "outcome">): string => codes[outcome]

/** What was found of a figure. */
export const message = (one: Reconcile.Comparison, form: string, language: Language): string => {
  const { cell, outcome } = one
  const where = `${form} ${Address.format(cell)} ${cell.year}`
  const printed = decimals(one)
  const published = Figure.belgian(cell.amount, printed)
  const computed = one.printed === undefined ? "" : Figure.belgian(one.printed, printed)
  const exact = one.exact === undefined ? "" : Figure.belgian(one.exact)
  const difference = Figure.change(one.difference, printed)
  const alone = one.roundsTo === undefined ? "" : Figure.belgian(one.roundsTo, printed)
  const nl = language === "nl"
  switch (outcome) {
    case "equal":
      if (one.roundsTo === undefined)
        return nl ? `${where}: ${published}, zoals berekend.` : `${where}: ${published}, as computed.`
      return nl
        ? `${where}: gedrukt als ${computed}, som van gedrukte rijen; het exacte bedrag ${exact} rondt af op ${alone}.`
        : `${where}: printed as ${computed}, the sum of printed rows; the exact amount ${exact} rounds to ${alone}.`
    case "rounding":
      return nl
        ? `${where}: gepubliceerd ${published}, berekend ${computed} (exact ${exact}); het verschil ${difference} kan afronding zijn (hoogstens ${Figure.belgian(one.tolerance, printed)})${way(one, language)}.`
        : `${where}: published ${published}, computed ${computed} (exactly ${exact}); the difference ${difference} can be rounding (at most ${Figure.belgian(one.tolerance, printed)})${way(one, language)}.`
    case "error":
      return nl
        ? `${where}: gepubliceerd ${published}, berekend ${computed} (exact ${exact}); afronding alleen verklaart ${difference} niet. Vraag explain wat er in de cel staat.`
        : `${where}: published ${published}, computed ${computed} (exactly ${exact}); rounding alone cannot make ${difference}. Ask explain what stands in the cell.`
    case "missing":
      if (one.refusal !== undefined) return `${where}: ${RefusalText.message(one.refusal, language)}`
      return nl
        ? `${where}: gepubliceerd ${published}; het schema heeft die rij of dat jaar niet. Kijk de code, de sectie en het jaar na.`
        : `${where}: published ${published}; the form has no such row or year. Check its section, code and year.`
  }
}

/** The ways of printing that give the published figure, where any does. */
const way = ({ policies }: Reconcile.Comparison, language: Language): string =>
  policies.length === 0
    ? ""
    : language === "nl"
      ? `; --rounding ${policies.join(" of ")} geeft het cijfer`
      : `; --rounding ${policies.join(" or ")} gives the figure`

const decimals = ({ cell, printed }: Reconcile.Comparison): number =>
  Figure.decimalsOf([cell.amount, printed ?? Money.zero])

const codes = {
  equal: "Equal",
  rounding: "RoundingDifference",
  error: "RealDifference",
  missing: "NoSuchCell",
} as const
