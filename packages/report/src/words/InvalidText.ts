/** Messages about entries that are not valid although their hash is right: clauses without a full stop. */
import type { Finding } from "@grootboek/core"
import * as Catalogue from "./Catalogue.ts"
import { creditReasons } from "./invalid/CreditReasons.ts"
import { indicatorReasons } from "./invalid/IndicatorReasons.ts"
import { planReasons } from "./invalid/PlanReasons.ts"
import { ruleReasons } from "./invalid/RuleReasons.ts"
import { structureReasons } from "./invalid/StructureReasons.ts"
import type { Both } from "./Language.ts"

/** Returns why an entry is not valid, in both languages. */
export const problem = (reason: Finding.InvalidReason): Both => ({
  en: Catalogue.message(problems, reason, { language: "en", audience: "library" }),
  nl: Catalogue.message(problems, reason, { language: "nl", audience: "library" }),
})

const problems: Catalogue.MessageCatalogue<Finding.InvalidReason> = {
  ...planReasons,
  ...structureReasons,
  ...ruleReasons,
  ...creditReasons,
  ...indicatorReasons,
}
