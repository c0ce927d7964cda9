/** The option for lines whose condition is not met: with them, without them, or only them. */
import { type Funding, Ledger } from "@grootboek/core"
import * as Effect from "effect/Effect"
import { inform } from "../output/Stdio.ts"
import * as ConditionMessage from "../words/ConditionMessage.ts"
import type { Language } from "../words/Language.ts"
import * as Parameter from "./Parameter.ts"

export const conditional = Parameter.withDefault(
  Parameter.choice("REACH", ["with", "without", "only"], {
    en: "with (default), without, or only the lines whose condition is not met",
    nl: "met (with, standaard), zonder (without) of alleen (only) de budgetlijnen waarvan de voorwaarde niet vervuld is",
  }),
  "with",
)

/** Names the conditions that are not met, because the figures do not show what they leave out. */
export const explain = (
  language: Language,
  {
    ledger,
    at,
    reach,
  }: { readonly ledger: Ledger.Ledger; readonly at: number; readonly reach: Funding.Conditional },
): Effect.Effect<void> => {
  const plan = Ledger.planAt(ledger, at)
  if (reach === "with" || plan === undefined) return Effect.void
  const unmet = [...plan.structure.register.conditions.keys()].filter((code) => !plan.met.has(code))
  return inform(language, ConditionMessage.reach(reach, unmet))
}
