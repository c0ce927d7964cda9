/** The options that state a resolution (besluit), and the years whose credits it sets. */
import type { BudgetEvent } from "@grootboek/core"
import * as Effect from "effect/Effect"
import { type CommandFailure, usage } from "../words/CommandFailure.ts"
import * as UsageMessage from "../words/UsageMessage.ts"
import type { Values } from "./Command.ts"
import * as Parameter from "./Parameter.ts"

/** The options. */
export const options = {
  decision: Parameter.text("BODY", { en: "the body that decided", nl: "het orgaan dat besliste" }),
  date: Parameter.text("DAY", {
    en: "the day of its decision, 2026-06-30",
    nl: "de dag van het besluit, 2026-06-30",
  }),
  reference: Parameter.text("REF", {
    en: "the reference of its decision",
    nl: "de referentie van het besluit",
  }),
}

export const creditYears = Parameter.years("YEARS", {
  en: "the years whose credits (M3) the plan sets: 2026 or 2026,2027",
  nl: "de jaren waarvan het plan de kredieten (M3) vaststelt: 2026 of 2026,2027",
})

/** Returns the resolution, if one is given. Refuses a body without a day, or a day without a body. */
export const of = ({
  decision: body,
  date,
  reference,
}: Values<typeof options>): Effect.Effect<BudgetEvent.Resolution | undefined, CommandFailure> => {
  if (body === undefined && date === undefined && reference === undefined) return Effect.succeed(undefined)
  return body === undefined || date === undefined
    ? Effect.fail(usage(UsageMessage.resolutionIncomplete))
    : Effect.succeed({ body, date, ...(reference === undefined ? {} : { reference }) })
}
