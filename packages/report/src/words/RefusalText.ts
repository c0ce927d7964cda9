/** Messages about refusals: what was refused, on which facts, and what to do next. */
import type { Refusal } from "@grootboek/core"
import * as Catalogue from "./Catalogue.ts"
import type { Audience, Language } from "./Language.ts"
import { commitmentRefusals } from "./refusal/CommitmentRefusals.ts"
import { creditRefusals } from "./refusal/CreditRefusals.ts"
import { indicatorRefusals } from "./refusal/IndicatorRefusals.ts"
import { planRefusals } from "./refusal/PlanRefusals.ts"
import { questionRefusals } from "./refusal/QuestionRefusals.ts"
import { ruleRefusals } from "./refusal/RuleRefusals.ts"
import { structureRefusals } from "./refusal/StructureRefusals.ts"

export const refusals: Catalogue.MessageCatalogue<Refusal.Facts> = {
  ...planRefusals,
  ...structureRefusals,
  ...indicatorRefusals,
  ...ruleRefusals,
  ...creditRefusals,
  ...commitmentRefusals,
  ...questionRefusals,
}

/** Returns the message about a refusal. The caller that knows the file adds file and line. */
export const message = (refusal: Refusal.Facts, language: Language, audience: Audience = "library"): string =>
  Catalogue.message(refusals, refusal, { language, audience })
