/** Messages about stores that failed: what happened and what to do. */
import type { StoreProblem } from "@grootboek/core"
import * as Catalogue from "./Catalogue.ts"
import { fileProblems } from "./store/FileProblems.ts"
import { serverProblems } from "./store/ServerProblems.ts"
import { type StoreMessages, verify } from "./store/StoreAdvice.ts"

type Problem = StoreProblem.StoreProblem

/** Problems whose message has the detail in words. */
const isInWords = ({ code, detail }: Problem): boolean =>
  detail === "" || code === "EntryRefused" || code === "TimeAhead"

const messages: StoreMessages = {
  ...fileProblems,
  ...serverProblems,
  AppendOnly: ({ place }) => ({
    en: `${place} refused a change: entries are only ever appended.`,
    nl: `${place} weigerde een wijziging: boekingen worden alleen toegevoegd.`,
    next: { en: "Reverse an entry instead (Reversal.of).", nl: "Boek een boeking tegen (Reversal.of)." },
    command: {
      en: "Reverse an entry with `grootboek reverse`.",
      nl: "Boek een boeking tegen met `grootboek reverse`.",
    },
  }),
  DamagedHead: ({ place, detail }) => ({
    en: `The last entry of ledger ${place} cannot be read (${detail}).`,
    nl: `De laatste boeking van grootboek ${place} is niet leesbaar (${detail}).`,
    next: { en: "List all findings (Verify.ledger).", nl: "Vraag alle bevindingen op (Verify.ledger)." },
    command: {
      en: "List all findings with `grootboek verify`.",
      nl: "Vraag alle bevindingen op met `grootboek verify`.",
    },
  }),
  NoRoute: ({ place, detail }) => ({
    en: `No store is named for ledger ${place}${detail === "" ? "" : `: the routes name ${detail}, which is not one of the stores`}. Name its store in the routes.`,
    nl: `Voor grootboek ${place} is geen opslagplaats opgegeven${detail === "" ? "" : `: de routes vermelden ${detail}, maar die is er niet`}. Geef de opslagplaats op in de routes.`,
  }),
  Unknown: ({ place, detail }) => ({
    en: `${place} failed: ${detail}.`,
    nl: `${place} gaf een onverwachte fout: ${detail}.`,
    ...verify,
  }),
  Untrusted: ({ place, detail }) => ({
    en: `${place} failed before (${detail}) and is not used any more.`,
    nl: `${place} gaf eerder een fout (${detail}) en wordt niet meer gebruikt.`,
    next: {
      en: "Close the ledger, open it again and check it.",
      nl: "Sluit het grootboek, open het opnieuw en controleer het.",
    },
    command: {
      en: "Reopen the ledger and verify it with `grootboek verify`.",
      nl: "Open het grootboek opnieuw en controleer het met `grootboek verify`.",
    },
  }),
}

/** Returns the message of a problem, with the code of the driver or the system behind it. */
export const message = (problem: Problem, options: Catalogue.MessageOptions): string => {
  const text = Catalogue.format(messages[problem.code](problem), options)
  return isInWords(problem) || text.includes(problem.detail)
    ? text
    : `${text.slice(0, -1)} (${problem.detail}).`
}
