/** The sentence about the checkpoints that somebody else keeps of a journal. */
import type { Language } from "./Language.ts"

/** The signed checkpoints that were compared with a journal. */
export interface Witness {
  readonly signer: string
  /** How many checkpoints match the journal. */
  readonly matching: number
  /** The record time of the last entry that the first matching checkpoint covers. */
  readonly since: string | undefined
  /** The last entry that a matching checkpoint covers. */
  readonly until: number
}

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
