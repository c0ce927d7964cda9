/** The sentence about the checkpoints that somebody else keeps of a journal. */
import type { Witness } from "../view/VerifiedJournal.ts"
import type { Language } from "./Language.ts"

/** Returns which entries are witnessed, by whom and since when. */
export const sentence = (witness: Witness, language: Language): string => {
  const { signer, matching, since, until } = witness
  if (since === undefined)
    return {
      en: `Witnessed: no checkpoint of ${signer} matches this journal.`,
      nl: `Controlepunten: geen enkel controlepunt van ${signer} stemt overeen met dit journaal.`,
    }[language]
  return {
    en: `Witnessed since ${since} by ${signer}: ${matching} matching, the last up to entry ${until}.`,
    nl: `Controlepunten van ${signer} sinds ${since}: ${matching} stemmen overeen, het laatste tot en met boeking ${until}.`,
  }[language]
}
