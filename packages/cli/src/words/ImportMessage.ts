/** Messages about imports: conflicts, how a file was read, what an adjustment lacks. */
import { type Journal, Money } from "@grootboek/core"
import type { Replacement } from "@grootboek/core/ledger"
import type { Both } from "./Language.ts"

/** The id of a row is in the journal with other content; `difference` names the fields. */
export const conflict = (event: string | undefined, id: string, difference: Both | undefined): Both => ({
  en: `is in the journal already with other content (${event ?? "?"}, id ${id}); nothing is overwritten. ${difference === undefined ? "" : `These differ: ${difference.en}. `}Post the difference, or give an adjustment another label.`,
  nl: `staat al in het journaal met andere inhoud (${event ?? "?"}, id ${id}); er wordt niets overschreven. ${difference === undefined ? "" : `Dit verschilt: ${difference.nl}. `}Boek het verschil, of geef de aanpassing een ander label.`,
})

/** The heading above how a file was read. */
export const readAs: Both = { en: "read as", nl: "gelezen als" }

/** The heading above a note of the reader. */
export const note = (number: number): Both => ({ en: `note ${number}`, nl: `let op ${number}` })

export const rewritten = (rows: number): Both =>
  rows === 1
    ? {
        en: "1 row has the amount of an earlier row and another description: nothing was written for it",
        nl: "1 rij heeft het bedrag van een eerdere rij en een andere omschrijving: daarvoor werd niets geschreven",
      }
    : {
        en: `${rows} rows have the amounts of earlier rows and another description: nothing was written for them`,
        nl: `${rows} rijen hebben de bedragen van eerdere rijen en een andere omschrijving: daarvoor werd niets geschreven`,
      }

/** Rows that state what a later entry replaced: where the first was read, and the number of others. */
export interface ReplacedRows {
  readonly first: Journal.Source | undefined
  readonly others: number
}

export const replacedLater = ({ first, others }: ReplacedRows): Both => {
  const place = [first?.name, first?.line].filter((part) => part !== undefined).join(":")
  const [more, ook] = others === 0 ? ["", ""] : [` (and ${others} more)`, ` (en nog ${others})`]
  return {
    en: `${place}${more}: is recorded already, and a later entry replaced it. Nothing was written for it. To record it again, add --again.`,
    nl: `${place}${ook}: staat al in het journaal, en een latere boeking verving het. Daarvoor werd niets geschreven. Voeg --again toe om het opnieuw vast te leggen.`,
  }
}

export const replaced = ({ entries, new: next, old, place, year }: Replacement.ReplacedAmount): Both => {
  const [from, to] = [Money.print(old, "be"), Money.print(next, "be")]
  return {
    en: `${place} in ${year}: ${from} → ${to}; reversed: entry ${entries.join(", ")}`,
    nl: `${place} in ${year}: ${from} → ${to}; tegengeboekt: boeking ${entries.join(", ")}`,
  }
}

/** Another program wrote to the journal; the import is decided again. */
export const tryAgain = (turn: number, most: number): Both => ({
  en: `Another program wrote to the ledger: deciding the bookings again (${turn} of ${most}).`,
  nl: `Een ander programma schreef in het grootboek: de boekingen worden opnieuw beoordeeld (${turn} van ${most}).`,
})

export const labelMissing: Both = {
  en: "An adjustment needs a label: add --plan 2026/1.",
  nl: "Een aanpassing heeft een label nodig: voeg --plan 2026/1 toe.",
}

/** A booking of which the ledger has the line, day, voucher and amount already: with another description, or all of it. */
export const sameBooking = ({
  entry,
  file,
  isEqual,
  line,
  voucher,
}: {
  readonly entry: number
  readonly file: string
  readonly isEqual: boolean
  readonly line: number
  readonly voucher: string
}): Both =>
  isEqual
    ? {
        en: `${file}:${line}: entry ${entry} is an equal booking (${voucher}), and the file has it more often than the ledger. This row is one booking more. If it is the same booking, delete the row, or reverse one: grootboek reverse.`,
        nl: `${file}:${line}: boeking ${entry} is een gelijke aanrekening (${voucher}), en het bestand bevat ze vaker dan het grootboek. Deze rij is een extra aanrekening. Is het dezelfde, verwijder dan de rij, of boek er een tegen met: grootboek reverse.`,
      }
    : {
        en: `${file}:${line}: entry ${entry} has the same line, day, amount and voucher (${voucher}) with another description. If it is the same booking, reverse one: grootboek reverse.`,
        nl: `${file}:${line}: boeking ${entry} heeft dezelfde budgetlijn, datum, bedrag en stuk (${voucher}) met een andere omschrijving. Is het dezelfde aanrekening, boek er dan een tegen met: grootboek reverse.`,
      }

export const moreSameBookings = (count: number): Both => ({
  en: `${count} more rows resemble a booking of the ledger.`,
  nl: `Nog ${count} rijen lijken op een aanrekening in het grootboek.`,
})
