/** Sentences about the figures of an action, or of the receipts or expenditure of a year. */
import type { FollowUp, Realisation } from "@grootboek/core/answer"
import * as Figure from "./Figure.ts"
import type { Both } from "./Language.ts"

type DirectionOrAction = Pick<Realisation.ActionFigures, "conditional"> & Realisation.DirectionFigures

/** Returns what was realised of an estimate, what is committed and what is left; also the part under an unmet condition. */
export const sentences = (one: DirectionOrAction, report: FollowUp.FollowUp): ReadonlyArray<Both> => {
  const { estimate, committed, realised, during, available, percent, conditional, direction } = one
  const share = percent === undefined ? "" : ` (${Figure.decimal(percent)} %)`
  const done: Both =
    direction === "U" ? { en: "spent", nl: "uitgegeven" } : { en: "received", nl: "ontvangen" }
  const left: Both =
    direction === "U"
      ? { en: "still available", nl: "nog beschikbaar" }
      : { en: "still to be received", nl: "nog te ontvangen" }
  const rest: Both =
    available < 0n
      ? {
          en: `That is ${Figure.inEuro(-available)} more than was planned.`,
          nl: `Er is ${Figure.inEuro(-available)} meer ${done.nl}${committed === 0n ? "" : " of vastgelegd"} dan voorzien.`,
        }
      : {
          en: `${Figure.inEuro(available)} is ${left.en}.`,
          nl: `Er is ${Figure.inEuro(available)} ${left.nl}.`,
        }
  const open: Both =
    committed === 0n
      ? { en: "", nl: "" }
      : {
          en: ` ${Figure.inEuro(committed)} is committed.`,
          nl: ` ${Figure.inEuro(committed)} is vastgelegd.`,
        }
  const period: Both =
    report.from === undefined || report.from.endsWith("-01")
      ? { en: "", nl: "" }
      : {
          en: ` In this period alone: ${Figure.inEuro(during)}.`,
          nl: ` In deze periode alleen: ${Figure.inEuro(during)}.`,
        }
  return [
    {
      en: `Of ${Figure.inEuro(estimate)}, ${Figure.inEuro(realised)} was ${done.en}${share}.${open.en} ${rest.en}${period.en}`,
      nl: `Van ${Figure.inEuro(estimate)} is ${Figure.inEuro(realised)} ${done.nl}${share}.${open.nl} ${rest.nl}${period.nl}`,
    },
    ...(conditional === 0n
      ? []
      : [
          {
            en: `${Figure.inEuro(conditional)} of it depends on a condition that is not met yet.`,
            nl: `Daarvan hangt ${Figure.inEuro(conditional)} af van een voorwaarde die nog niet vervuld is.`,
          },
        ]),
  ]
}
