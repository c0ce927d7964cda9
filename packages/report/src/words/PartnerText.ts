/** What is received for the partners of an action, in sentences. */
import { Money } from "@grootboek/core"
import type { FollowUp, PassThroughState } from "@grootboek/core/answer"
import * as Figure from "./Figure.ts"
import type { Both, Language } from "./Language.ts"

/** Returns the sentences of {@link passedOn} about every action with a pass-through. */
export const partners = (report: FollowUp.FollowUp, language: Language): ReadonlyArray<string> =>
  [...new Set([...report.forPartners.keys(), ...report.passedOn.map(({ action }) => action)])].flatMap(
    (code) => passedOn(report, code, language),
  )

/** Returns which part of what is available is only for the partners of an action, and what was received, paid on and is still owed. */
export const passedOn = (
  report: FollowUp.FollowUp,
  code: string,
  language: Language,
): ReadonlyArray<string> => {
  const amount = report.forPartners.get(code)
  return [
    ...(amount === undefined ? [] : [reserved(code, amount)]),
    ...report.passedOn.filter(({ action }) => action === code).map(owedOf),
  ].map((sentence) => sentence[language])
}

const reserved = (code: string, amount: Money.Money): Both => ({
  en: `${Figure.inEuro(amount)} of what is available is only for the partners of ${code}.`,
  nl: `Van wat beschikbaar is, dient ${Figure.inEuro(amount)} enkel voor de partners van ${code}.`,
})

const owedOf = ({ partners }: PassThroughState.PassThroughYear): Both => {
  const total = (what: "received" | "paid" | "owed") => Money.sum(partners.map((partner) => partner[what]))
  const names = partners.map(({ partner }) => partner).join(", ")
  const [received, paid, owed] = [
    Figure.inEuro(total("received")),
    Figure.inEuro(total("paid")),
    total("owed"),
  ]
  const rest: Both =
    owed < 0n
      ? { en: `that is ${Figure.inEuro(-owed)} too much`, nl: `dat is ${Figure.inEuro(-owed)} te veel` }
      : { en: `${Figure.inEuro(owed)} is still owed`, nl: `${Figure.inEuro(owed)} is nog verschuldigd` }
  return {
    en: `For partners (${names}), ${received} was received and ${paid} was paid on; ${rest.en}.`,
    nl: `Voor partners (${names}) is ${received} ontvangen en ${paid} doorgestort; ${rest.nl}.`,
  }
}
