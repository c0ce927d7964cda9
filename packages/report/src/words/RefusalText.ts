/** What a reader is told of a refusal: what was refused, on which facts, and what to do instead. */
import type { Refusal } from "@grootboek/core"
import type { Language } from "./Language.ts"
import { dutch } from "./RefusalDutch.ts"
import { english } from "./RefusalEnglish.ts"

/** A message about a refusal. Its file and line, if it has them, are said by whoever knows the file. */
export const message = (refusal: Refusal.Facts, language: Language): string =>
  language === "nl" ? dutch(refusal) : english(refusal)
