/** What messages about stores advise more than once. */
import type { StoreProblem } from "@grootboek/core"
import type { Advice, Advised } from "../Catalogue.ts"
import type { Both } from "../Language.ts"

/** The message about a problem. */
export type StoreMessage = (problem: StoreProblem.StoreProblem) => Advised

/** Messages about all problems. */
export type StoreMessages = Readonly<Record<StoreProblem.StoreProblemCode, StoreMessage>>

/** Returns messages about some of the problems. */
export const messagesOf = <C extends StoreProblem.StoreProblemCode>(
  messages: Readonly<Record<C, StoreMessage>>,
): Readonly<Record<C, StoreMessage>> => messages

/** Advises to try again: a program repeats the call, and a user of the command line runs the command again. */
export const again = (before: Both, after: Both = { en: ".", nl: "." }): Advice => ({
  next: {
    en: `${before.en} repeat the call${after.en}`,
    nl: `${before.nl} herhaal de aanroep${after.nl}`,
  },
  command: {
    en: `${before.en} run the command again${after.en}`,
    nl: `${before.nl} voer de opdracht opnieuw uit${after.nl}`,
  },
})

export const verify: Advice = {
  next: {
    en: "Check the ledger before you continue.",
    nl: "Controleer het grootboek voor u verdergaat.",
  },
  command: {
    en: "Verify the ledger with `grootboek verify` before you continue.",
    nl: "Controleer het grootboek met `grootboek verify` voor u verdergaat.",
  },
}
