/** Messages about lines whose condition is not met. */
import type { Funding } from "@grootboek/core"
import type { Both } from "./Language.ts"

/** Returns which conditions are not met, when an answer leaves their lines out or shows nothing else. */
export const reach = (kind: Exclude<Funding.Conditional, "with">, codes: ReadonlyArray<string>): Both => {
  const list = codes.length === 0 ? "–" : codes.join(", ")
  switch (kind) {
    case "without":
      return {
        en: `without the lines whose condition is not met (${list})`,
        nl: `zonder de budgetlijnen waarvan de voorwaarde niet vervuld is (${list})`,
      }
    case "only":
      return {
        en: `only the lines whose condition is not met (${list})`,
        nl: `alleen de budgetlijnen waarvan de voorwaarde niet vervuld is (${list})`,
      }
  }
}
