/** Messages about findings of `verify` and of an export: which entry, what is wrong with it, and what to do next. */
import type { Finding } from "@grootboek/core"
import * as Catalogue from "./Catalogue.ts"
import * as InvalidText from "./InvalidText.ts"
import type { Both, Language } from "./Language.ts"
import * as ProblemText from "./ProblemText.ts"
import { quote } from "./Quote.ts"
import * as Words from "./Words.ts"

/** Returns the message about a finding: what is wrong, and what to do next. */
export const message = (finding: Finding.Finding, language: Language): string => {
  const text = problem(finding)[language]
  const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  return `${sentence} ${advice(finding.code, language)}`
}

/** Returns what is wrong, in both languages: a clause without its full stop. */
export const problem = ({ facts, position }: Finding.Finding): Both => {
  const placed = { ...facts, position }
  return {
    en: Catalogue.message(problems, placed, { language: "en", audience: "library" }),
    nl: Catalogue.message(problems, placed, { language: "nl", audience: "library" }),
  }
}

/** Returns what to do about a finding. */
export const advice = (code: Finding.Code, language: Language): string => steps[code][language]

const restore: Both = {
  en: "Restore the journal from an intact export.",
  nl: "Zet het journaal terug uit een ongeschonden export.",
}
const upgrade: Both = {
  en: "Open the ledger with a newer version of Grootboek.",
  nl: "Open het grootboek met een nieuwere versie van Grootboek.",
}
const reindex: Both = {
  en: "Export the journal and restore it into a new ledger.",
  nl: "Exporteer het journaal en zet het terug in een nieuw grootboek.",
}
const exportAgain: Both = {
  en: "Use another copy of the export, or export again.",
  nl: "Gebruik een andere kopie van de export, of exporteer opnieuw.",
}
const inquire: Both = {
  en: "Ask the keeper of the checkpoint which journal is authentic, and use neither until then.",
  nl: "Vraag aan de bewaarder van het controlepunt welk journaal het echte is, en gebruik tot dan geen van beide.",
}

const compare: Both = {
  en: "The hash is right, so another program wrote or changed the entry. Compare it with an earlier export or a signed checkpoint, and restore from an export before this entry.",
  nl: "De hash klopt, dus de boeking is door een ander programma geschreven of gewijzigd. Vergelijk ze met een vroegere export of een ondertekend controlepunt, en zet een export van vóór deze boeking terug.",
}
const sendAgain: Both = {
  en: "Use the original file, or send it again inside a ZIP file; on Unix, dos2unix removes carriage returns and the byte order mark.",
  nl: "Gebruik het oorspronkelijke bestand, of laat het opnieuw bezorgen in een ZIP-bestand; op Unix verwijdert dos2unix de regelterugloop en de bytevolgordemarkering.",
}

/** What to do next. */
const steps: Readonly<Record<Finding.Code, Both>> = {
  PositionGap: restore,
  HashMismatch: restore,
  BrokenChain: restore,
  TimeWentBack: restore,
  MalformedEntry: restore,
  UnknownEvent: upgrade,
  InvalidEntry: compare,
  IdReused: restore,
  IdNotFound: reindex,
  LineEndsChanged: sendAgain,
  MalformedLine: exportAgain,
  LineTooLong: exportAgain,
  CutLine: exportAgain,
  TrailerMissing: exportAgain,
  TrailerMismatch: exportAgain,
  AfterTrailer: exportAgain,
  BeforeCheckpoint: inquire,
  CheckpointMismatch: inquire,
  OtherOrigin: inquire,
}

/** What is wrong, with the entry. */
const problems: Catalogue.MessageCatalogue<Finding.FindingFacts & { readonly position: number }> = {
  PositionGap: ({ position, expected, claimed }) =>
    position === expected
      ? {
          en: `entry ${position} states position ${claimed}`,
          nl: `boeking ${position} vermeldt zelf volgnummer ${claimed}`,
        }
      : {
          en: `expected entry ${expected}, found entry ${position}: entries are missing, duplicated or out of order`,
          nl: `verwacht werd boeking ${expected}, gevonden is boeking ${position}: er ontbreken boekingen, of ze staan dubbel of in de verkeerde volgorde`,
        },
  HashMismatch: ({ position, computed, stored }) => ({
    en: `entry ${position} was changed after it was recorded: its content has the hash ${computed}, the recorded hash is ${stored}`,
    nl: `boeking ${position} is gewijzigd na registratie: de inhoud heeft hash ${computed}, de geregistreerde hash is ${stored}`,
  }),
  BrokenChain: ({ position, previous, expected }) => ({
    en: `entry ${position} does not follow the previous entry: it refers to the hash ${previous}, but that entry has ${expected}`,
    nl: `boeking ${position} sluit niet aan op de vorige: ze verwijst naar hash ${previous}, maar de vorige hash is ${expected}`,
  }),
  TimeWentBack: ({ position, time, previous }) => ({
    en: `entry ${position} has the record time ${time}, before the previous entry (${previous})`,
    nl: `boeking ${position} heeft registratietijd ${time}, vóór die van de vorige boeking (${previous})`,
  }),
  MalformedEntry: ({ position, field, ...found }) => ({
    en: `entry ${position} cannot be read: ${ProblemText.field(field, "en")}: ${ProblemText.of(found, "en")}`,
    nl: `boeking ${position} is niet leesbaar: ${ProblemText.field(field, "nl")}: ${ProblemText.of(found, "nl")}`,
  }),
  UnknownEvent: ({ position, kind, version }) => ({
    en: `entry ${position} contains an event that this version does not know: ${kind}, version ${version}`,
    nl: `boeking ${position} bevat een gebeurtenis die deze versie niet kent: ${kind}, versie ${version}`,
  }),
  InvalidEntry: ({ position, reason }) => {
    const { en, nl } = InvalidText.problem(reason)
    return {
      en: `entry ${position} is not valid: ${en}`,
      nl: `boeking ${position} is niet geldig: ${nl}`,
    }
  },
  IdReused: ({ position, id, earlier }) => ({
    en: `entry ${position} has the id ${id} of entry ${earlier}`,
    nl: `boeking ${position} heeft dezelfde code "${id}" als boeking ${earlier}`,
  }),
  IdNotFound: ({ position }) => ({
    en: `entry ${position} is not in the index of ids: a retry would be written again`,
    nl: `boeking ${position} wordt niet gevonden op haar code: een herhaalde levering zou dubbel geschreven worden`,
  }),
  LineEndsChanged: ({ marks }) => {
    const named = marks.map((mark) => lineEnds[mark])
    return {
      en: `the line ends were changed after the export (${named.map(({ en }) => en).join(", ")}), as text programs and mail do`,
      nl: `de regeleinden zijn gewijzigd na de export (${named.map(({ nl }) => nl).join(", ")}), zoals tekstprogramma's en e-mail doen`,
    }
  },
  MalformedLine: ({ line }) => ({
    en: `line ${line} is neither an entry nor the last line`,
    nl: `regel ${line} is geen boeking en ook niet de slotregel`,
  }),
  LineTooLong: ({ line, length, most }) => ({
    en: `line ${line} has ${length} bytes, and the longest line of an export has ${most}: this is not an export`,
    nl: `regel ${line} telt ${length} bytes, en de langste regel van een export telt er ${most}: dit is geen export`,
  }),
  CutLine: ({ line }) => ({
    en: `line ${line} has no line end: the rest of the file is missing`,
    nl: `regel ${line} heeft geen einde: het laatste deel van het bestand ontbreekt`,
  }),
  TrailerMissing: ({ last }) => ({
    en: `the last line is missing: entries after entry ${last} may be lost`,
    nl: `de slotregel ontbreekt: boekingen na boeking ${last} kunnen verloren zijn`,
  }),
  TrailerMismatch: ({ entries, head, last, hash }) => ({
    en: `the last line states ${Words.count(entries, "entry", "en")} and the hash ${head}, but the file ends with entry ${last} and the hash ${hash}`,
    nl: `de slotregel vermeldt ${Words.count(entries, "entry", "nl")} tot en met hash ${head}, maar het bestand eindigt met boeking ${last} en hash ${hash}`,
  }),
  AfterTrailer: ({ line }) => ({
    en: `line ${line} is after the last line`,
    nl: `regel ${line} komt na de slotregel`,
  }),
  BeforeCheckpoint: ({ entries, last }) => ({
    en: `the checkpoint has ${Words.count(entries, "entry", "en")}, the journal ends with entry ${last}: entries were removed`,
    nl: `het controlepunt telt ${Words.count(entries, "entry", "nl")}, het journaal eindigt met boeking ${last}: de laatste boekingen zijn verwijderd`,
  }),
  OtherOrigin: ({ origin, expected }) => ({
    en: `the checkpoint was signed for ${quote(origin)}, this ledger is ${quote(expected)}`,
    nl: `het controlepunt is ondertekend voor ${quote(origin)}, dit grootboek is ${quote(expected)}`,
  }),
  CheckpointMismatch: ({ entries, hash, signed }) => ({
    en: `entry ${entries} has the hash ${hash}, the checkpoint has ${signed}: the history up to that entry was rewritten`,
    nl: `boeking ${entries} heeft hash ${hash}, het controlepunt vermeldt ${signed}: de boekingen tot daar zijn herschreven`,
  }),
}

const lineEnds: Readonly<Record<Finding.LineEndMark, Both>> = {
  carriageReturns: { en: "carriage returns", nl: "regelterugloop" },
  byteOrderMark: { en: "a byte order mark", nl: "een bytevolgordemarkering" },
  blankEnd: { en: "a blank line at the end", nl: "een lege regel op het einde" },
}
