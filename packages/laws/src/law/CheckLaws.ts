/** The laws of `grootboek verify`, checked on generated journals: the list is that of core. */
import { Money } from "@grootboek/core"
import { Check } from "@grootboek/core/answer"
import { type Breach, firstOf } from "../kit/Law.ts"
import { scenarioLaw } from "./ScenarioLaw.ts"

export const checks = Check.codes.map((code) =>
  scenarioLaw(
    `check: ${code} holds`,
    "The same law, code and comparisons as `grootboek verify` and the audit page.",
    ({ ledger }) =>
      firstOf(
        Check.law(ledger, code).breaches,
        ({ position, what, difference }): Breach => ({
          what: `entry ${position}: ${what._tag === "Named" ? what.name : JSON.stringify(what)}`,
          found: Money.format(difference),
          expected: Money.format(Money.zero),
        }),
      ),
  ),
)
