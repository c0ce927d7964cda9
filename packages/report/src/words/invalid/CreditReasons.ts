/** Why an entry is not valid: credits and commitments. */
import { quote } from "../Quote.ts"
import { reasonsOf } from "./Reasons.ts"

export const creditReasons = reasonsOf({
  CreditExceeded: ({ source, row, year }) => ({
    en: `credit of ${year} moves from ${quote(source)} to ${quote(row)}, which is another total of M3`,
    nl: `krediet van ${year} gaat van ${quote(source)} naar ${quote(row)}, een ander totaal van M3`,
  }),
  NextYearOnly: ({ from, to }) => ({
    en: `credit of ${from} is carried over to ${from + 1}, not to ${to}`,
    nl: `krediet van ${from} wordt overgedragen naar ${from + 1}, niet naar ${to}`,
  }),
  NotAnInvestment: ({ place }) => ({
    en: `${place} is not an investment, so its credit is not carried over`,
    nl: `${place} is geen investering, dus het krediet wordt niet overgedragen`,
  }),
  CarryOverTooLarge: ({ place, left, asked }) => ({
    en: `${asked} is carried over from ${place}, of which ${left} was left`,
    nl: `${asked} is overgedragen van ${place}, waarvan nog ${left} over was`,
  }),
  UnknownCommitment: ({ reference, place, year }) => ({
    en: `there is no commitment ${quote(reference)} on ${place} in ${year}`,
    nl: `er is geen vastlegging ${quote(reference)} op ${place} in ${year}`,
  }),
  ReleaseTooLarge: ({ reference, asked, open }) => ({
    en: `it releases ${asked} of commitment ${quote(reference)}, of which ${open} is open`,
    nl: `de vrijgave van ${asked} is meer dan wat openstaat van vastlegging ${quote(reference)}: ${open}`,
  }),
  CommitmentOfReceipts: ({ place }) => ({
    en: `${place} is not an expenditure line, so nothing can be committed on it`,
    nl: `op ${place} kan niets worden vastgelegd, want het is geen uitgavenlijn`,
  }),
  CommitmentOfZero: ({ reference }) => ({
    en: `commitment ${quote(reference)} is zero`,
    nl: `vastlegging ${quote(reference)} is nul`,
  }),
  CommitmentTwice: ({ reference, place, year }) => ({
    en: `${place} has a commitment ${quote(reference)} in ${year} already`,
    nl: `${place} heeft in ${year} al een vastlegging ${quote(reference)}`,
  }),
})
