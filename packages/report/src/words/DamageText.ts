/** Messages about a damaged journal: which entry, what is wrong with it, and what to do next. */
import { BudgetLine, type Columns, type Replay } from "@grootboek/core"
import * as Catalogue from "./Catalogue.ts"
import type { Both, Language } from "./Language.ts"
import * as ProblemText from "./ProblemText.ts"
import * as RefusalText from "./RefusalText.ts"

/** Returns the message about a sum that exceeds the largest amount. */
export const overflow = ({ place, year }: Columns.AmountOverflow, language: Language): string =>
  RefusalText.message({ _tag: "AmountOverflow", place: BudgetLine.print(place, language), year }, language)

/** Returns the message about what stopped a replay. */
export const message = (damage: Replay.ReplayError, language: Language): string =>
  Catalogue.message(damages, damage, { language, audience: "library" })

const short = (hash: string): string => `${hash.slice(0, 12)}…`

const restore: Both = {
  en: "Restore the journal from an intact export.",
  nl: "Zet het journaal terug uit een ongeschonden export.",
}

const damages: Catalogue.MessageCatalogue<Replay.ReplayError> = {
  PositionGap: ({ position, expected }) => ({
    en: `Expected entry ${expected}, found entry ${position}: entries are missing, duplicated or out of order. ${restore.en}`,
    nl: `Verwacht werd boeking ${expected}, gevonden is boeking ${position}: er ontbreken boekingen, of ze staan dubbel of in de verkeerde volgorde. ${restore.nl}`,
  }),
  HashMismatch: ({ position, computed, stored }) => ({
    en: `Entry ${position} was changed after it was recorded: its content has the hash ${short(computed)}, the recorded hash is ${short(stored)}. ${restore.en}`,
    nl: `Boeking ${position} is gewijzigd na registratie: de inhoud heeft hash ${short(computed)}, de geregistreerde hash is ${short(stored)}. ${restore.nl}`,
  }),
  BrokenChain: ({ position, previous, expected }) => ({
    en: `Entry ${position} does not follow the previous entry: it refers to the hash ${short(previous)}, but that entry has ${short(expected)}. An earlier entry was replaced. ${restore.en}`,
    nl: `Boeking ${position} sluit niet aan op de vorige: ze verwijst naar hash ${short(previous)}, maar die boeking heeft ${short(expected)}. Een eerdere boeking werd vervangen. ${restore.nl}`,
  }),
  TimeWentBack: ({ position, time, previous }) => ({
    en: `Entry ${position} has the record time ${time}, before the previous entry (${previous}). Entries were reordered. ${restore.en}`,
    nl: `Boeking ${position} heeft registratietijd ${time}, vóór die van de vorige boeking (${previous}). De volgorde werd veranderd. ${restore.nl}`,
  }),
  MalformedEntry: ({ position, field, offset, ...found }) => ({
    en: `Entry ${position} cannot be read: ${ProblemText.field(field, "en")} (byte ${offset}): ${ProblemText.of(found, "en")}. ${restore.en}`,
    nl: `Boeking ${position} is niet leesbaar: ${ProblemText.field(field, "nl")} (byte ${offset}): ${ProblemText.of(found, "nl")}. ${restore.nl}`,
  }),
  UnknownEvent: ({ position, kind, version }) => ({
    en: `Entry ${position} contains an event that this version does not know: ${kind}, version ${version}. Open the ledger with a newer version of Grootboek.`,
    nl: `Boeking ${position} bevat een gebeurtenis die deze versie niet kent: ${kind}, versie ${version}. Open het grootboek met een nieuwere versie van Grootboek.`,
  }),
  AmountOverflow: ({ position, place, year }) => ({
    en: `Entry ${position} makes ${BudgetLine.format(place)} exceed the largest amount of a ledger in ${year}. Reverse an amount of that line, then record the entry again.`,
    nl: `Door boeking ${position} overschrijdt ${BudgetLine.print(place, "nl")} in ${year} het grootste bedrag van een grootboek. Boek eerst een bedrag van die budgetlijn tegen en probeer dan opnieuw.`,
  }),
}
