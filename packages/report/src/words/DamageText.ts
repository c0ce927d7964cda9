/** What a reader is told of a damaged journal: what is wrong with which entry, and what to do. */
import { BudgetLine, type Columns, type Ledger } from "@grootboek/core"
import type { Language } from "./Language.ts"
import { problem } from "./ProblemDutch.ts"
import * as RefusalText from "./RefusalText.ts"

/** A message about a sum that a ledger cannot hold. */
export const overflow = ({ place, year }: Columns.AmountOverflow, language: Language): string =>
  RefusalText.message({ _tag: "AmountOverflow", place: BudgetLine.format(place), year }, language)

/** A message about what stopped a replay. */
export const message = (damage: Ledger.ReplayError, language: Language): string =>
  language === "nl" ? dutch(damage) : english(damage)

const english = (damage: Ledger.ReplayError): string => {
  const entry = `Entry ${damage.position}`
  switch (damage._tag) {
    case "PositionGap":
      return `${entry} stands where entry ${damage.expected} belongs: entries are missing, doubled or out of order. Restore the journal from an export that verifies.`
    case "HashMismatch":
      return `${entry} was changed after it was recorded: its content has the hash ${short(damage.computed)}, recorded was ${short(damage.stored)}. Restore the journal from an export that verifies.`
    case "BrokenChain":
      return `${entry} does not follow the entry before it: it names the hash ${short(damage.previous)}, that entry has ${short(damage.expected)}. An entry before it was replaced; restore the journal from an export that verifies.`
    case "TimeWentBack":
      return `${entry} was recorded at ${damage.time}, before the entry that precedes it (${damage.previous}). Entries were reordered; restore the journal from an export that verifies.`
    case "MalformedEntry":
      return `${entry} cannot be read: ${damage.field} (byte ${damage.offset}): ${damage.problem}. Restore the journal from an export that verifies.`
    case "UnknownEvent":
      return `${entry} holds an event that this version does not know: ${damage.kind}, version ${damage.version}. Open the ledger with a newer Grootboek; nothing is skipped.`
    case "AmountOverflow":
      return `${entry} brings ${BudgetLine.format(damage.place)} in ${damage.year} beyond what a ledger can hold. Reverse an amount of that line, then record the entry again.`
  }
}

const dutch = (damage: Ledger.ReplayError): string => {
  const entry = `Boeking ${damage.position}`
  switch (damage._tag) {
    case "PositionGap":
      return `${entry} staat waar boeking ${damage.expected} hoort: er ontbreken boekingen, of ze staan dubbel of door elkaar. Zet het journaal terug uit een export die klopt.`
    case "HashMismatch":
      return `${entry} is gewijzigd nadat ze werd vastgelegd: de inhoud heeft hash ${short(damage.computed)}, vastgelegd was ${short(damage.stored)}. Zet het journaal terug uit een export die klopt.`
    case "BrokenChain":
      return `${entry} sluit niet aan op de vorige: ze noemt hash ${short(damage.previous)}, de vorige heeft ${short(damage.expected)}. Een eerdere boeking werd vervangen; zet het journaal terug uit een export die klopt.`
    case "TimeWentBack":
      return `${entry} werd vastgelegd op ${damage.time}, vóór de boeking die eraan voorafgaat (${damage.previous}). De volgorde werd veranderd; zet het journaal terug uit een export die klopt.`
    case "MalformedEntry":
      return `${entry} is niet leesbaar: ${damage.field} (byte ${damage.offset}): ${problem(damage.problem)}. Zet het journaal terug uit een export die klopt.`
    case "UnknownEvent":
      return `${entry} bevat een gebeurtenis die deze versie niet kent: ${damage.kind}, versie ${damage.version}. Open het grootboek met een nieuwere Grootboek; er wordt niets overgeslagen.`
    case "AmountOverflow":
      return `${entry} brengt ${BudgetLine.format(damage.place)} in ${damage.year} boven wat een grootboek kan bevatten. Boek eerst een bedrag van die lijn tegen en probeer dan opnieuw.`
  }
}

const short = (hash: string): string => `${hash.slice(0, 12)}…`
