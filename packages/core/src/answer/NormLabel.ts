/**
 * How strictly a norm binds and what it concerns, in English and Dutch: reports and the audit page show the same.
 *
 * ```ts
 * NormLabel.levels.commitment.nl // => "verbintenis"
 * NormLabel.subject({ action: undefined, goals: ["BD1", "BD2"], without: ["A1"] }).en // => "BD1 + BD2, without A1"
 * ```
 */
import type { BothNames } from "./LawName.ts"
import type { Level, NormCheck } from "./Norm.ts"

/** Returns what a norm concerns: an action, nodes together, and the nodes that are left out. */
export const subject = ({
  action,
  goals,
  without,
}: Pick<NormCheck, "action" | "goals" | "without">): BothNames => {
  const nodes = action ?? goals?.join(" + ") ?? ""
  const named = (word: string): string =>
    [nodes, without === undefined ? "" : `${word} ${without.join(" + ")}`]
      .filter((part) => part !== "")
      .join(", ")
  return { en: named("without"), nl: named("zonder") }
}

/** How strictly a norm binds. */
export const levels: Readonly<Record<Level, BothNames>> = {
  required: { en: "required", nl: "verplicht" },
  // In English texts a commitment is money set apart (vastlegging); a norm that the authority sets for itself is a pledge.
  commitment: { en: "pledge", nl: "verbintenis" },
  indicator: { en: "indicator", nl: "indicator" },
}
