/** Money whose condition is not met: the option that leaves it out, or asks for it alone, and what is then said. */
import { type Funding, Ledger } from "@grootboek/core"
import type * as Effect from "effect/Effect"
import { tell } from "./Output.ts"
import { type Given, type Option, text } from "./Spec.ts"

const reaches = ["with", "without", "only"] as const

/** The option. */
export const option: Option = {
  name: "conditional",
  value: "REACH",
  choices: reaches,
  about: {
    en: "with (default), without, or only the lines whose condition is not met",
    nl: "with (standaard), without of only: met, zonder of alleen de lijnen waarvan de voorwaarde niet vervuld is",
  },
}

/** What was asked. */
export const of = (given: Given): Funding.Reach =>
  reaches.find((one) => one === text(given, option.name)) ?? "with"

/** Says beside an answer which conditions are not met, for its figures do not show what they leave out. */
export const say = (given: Given, ledger: Ledger.Ledger, at: number): ReadonlyArray<Effect.Effect<void>> => {
  const reach = of(given)
  const plan = Ledger.planAt(ledger, at)
  if (reach === "with" || plan === undefined) return []
  const unmet = [...plan.structure.register.conditions.keys()].filter((code) => !plan.met.has(code))
  const codes = unmet.length === 0 ? "–" : unmet.join(", ")
  return [
    tell(
      given.language,
      reach === "without"
        ? {
            en: `without the lines whose condition is not met (${codes})`,
            nl: `zonder de lijnen waarvan de voorwaarde niet vervuld is (${codes})`,
          }
        : {
            en: `only the lines whose condition is not met (${codes})`,
            nl: `alleen de lijnen waarvan de voorwaarde niet vervuld is (${codes})`,
          },
    ),
  ]
}
