/** The sets of laws of the plan's rules. */
import type { Law } from "../kit/Law.ts"
import { contributions } from "./ContributionLaws.ts"
import { exceptions } from "./ExceptionLaws.ts"
import { funding } from "./FundingLaws.ts"
import { indexation } from "./IndexationLaws.ts"
import { realisation } from "./RealisationLaws.ts"
import { stops } from "./StopLaws.ts"

export { occasions } from "./RuleLaw.ts"

/** Every set by its name. */
export const rules = {
  indexation,
  contributions,
  exceptions,
  funding,
  stops,
  realisation,
} as const satisfies Readonly<Record<string, ReadonlyArray<Law>>>
