/** The sentence about the checkpoints that somebody else keeps of a journal. */
import type { Both, Language } from "./Language.ts"
import * as Quote from "./Quote.ts"

/** The signed checkpoints that were compared with a journal. */
export interface Witness {
  readonly signer: string
  /** How many checkpoints match the journal. */
  readonly matching: number
  /** The record time of the last entry that the first matching checkpoint covers. */
  readonly since: string | undefined
  /** The last entry that a matching checkpoint covers. */
  readonly until: number
  /** Checkpoints in the folder that say nothing about the journal. */
  readonly uncounted: ReadonlyArray<UncountedCheckpoint>
  /** Where the journal first differs from what was signed; undefined when every checkpoint matches. */
  readonly disagreement?: Disagreement
}

/** A checkpoint that was not compared: changed after it was signed, signed by others only, or not readable. */
export interface UncountedCheckpoint {
  readonly file: string
  readonly reason: "changed" | "otherKey" | "unreadable"
}

/** The first entry that disagrees is after one entry and not after another. */
export interface Disagreement {
  readonly after: number
  readonly until: number
  /** The entry itself, where it is known. */
  readonly entry?: number
  /** The export that was compared entry by entry. */
  readonly export?: string
}

/** Returns which entries are witnessed, by whom and since when, and the first one that disagrees. */
export const sentence = (witness: Witness, language: Language): string => {
  const { disagreement, uncounted } = witness
  return [
    matched(witness),
    ...(disagreement === undefined ? [] : [differs(disagreement)]),
    ...(uncounted.length === 0 ? [] : [notCompared(witness)]),
  ]
    .map((part) => part[language])
    .join(" ")
}

const matched = ({ signer, matching, since, until }: Witness): Both =>
  since === undefined
    ? {
        en: `Witnessed: no checkpoint of ${signer} matches this journal.`,
        nl: `Controlepunten: geen enkel controlepunt van ${signer} stemt overeen met dit journaal.`,
      }
    : {
        en: `Witnessed since ${since} by ${signer}: ${matching} matching, the last up to entry ${until}.`,
        nl: `Controlepunten van ${signer} sinds ${since}: ${matching} stemmen overeen, het laatste tot en met boeking ${until}.`,
      }

const differs = ({ after, until, entry, export: file }: Disagreement): Both => {
  if (entry === undefined)
    return {
      en: `The first entry that disagrees is one of ${after + 1}–${until}. To find it, put an export of before (.ndjson) with entry ${until} in the folder.`,
      nl: `De eerste boeking die afwijkt is een van ${after + 1}–${until}. Leg een vroegere export (.ndjson) met boeking ${until} in de map om ze te vinden.`,
    }
  const compared =
    file === undefined
      ? { en: "", nl: "" }
      : { en: ` (compared with ${file})`, nl: ` (vergeleken met ${file})` }
  return {
    en: `The first entry that disagrees is entry ${entry}${compared.en}.`,
    nl: `De eerste boeking die afwijkt is boeking ${entry}${compared.nl}.`,
  }
}

const notCompared = ({ signer, uncounted }: Witness): Both => {
  const reasons: { readonly [Reason in UncountedCheckpoint["reason"]]: Both } = {
    changed: {
      en: `changed after ${signer} signed it`,
      nl: `gewijzigd nadat ${signer} het ondertekende`,
    },
    otherKey: { en: `not signed by ${signer}`, nl: `niet ondertekend door ${signer}` },
    unreadable: { en: "not readable as a checkpoint", nl: "niet leesbaar als controlepunt" },
  }
  const list = (language: Language): string =>
    Quote.some(uncounted.map(({ file, reason }) => `${file} (${reasons[reason][language]})`))[language]
  return {
    en: `Not compared: ${list("en")}. Ask the signer for the file as it was signed.`,
    nl: `Niet vergeleken: ${list("nl")}. Vraag de ondertekenaar het bestand zoals het ondertekend is.`,
  }
}
