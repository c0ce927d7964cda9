/** The term of an objective or action in words. */
import type { PolicyText } from "@grootboek/core"
import * as IndicatorText from "./IndicatorText.ts"

/** Returns the term as it was declared, or else its first year and its last day. */
export const of = ({ from, until, text }: NonNullable<PolicyText.GoalText["term"]>): string =>
  text ?? `${from} – ${IndicatorText.day(until)}`
