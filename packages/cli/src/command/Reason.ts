/** The options that state the reason of a request. */
import { BudgetEvent } from "@grootboek/core"
import type { Values } from "./Command.ts"
import * as Parameter from "./Parameter.ts"

export const options = {
  reason: Parameter.required(
    Parameter.choice("CLASS", BudgetEvent.ReasonClass.literals, {
      en: "the class of the reason",
      nl: "de klasse van de reden",
    }),
  ),
  text: Parameter.text("TEXT", { en: "the reason in words", nl: "de reden in woorden" }),
}

/** Returns the reason. */
export const of = ({ reason, text }: Values<typeof options>): BudgetEvent.Reason => ({
  class: reason,
  ...(text === undefined ? {} : { text }),
})
