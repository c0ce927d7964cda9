/** Messages about refusals that concern credits, debts and reversals. */
import type { Refusal } from "@grootboek/core"
import type { MessageCatalogue } from "../Catalogue.ts"
import * as EventName from "../EventName.ts"
import * as Figure from "../Figure.ts"
import * as RuleName from "../RuleName.ts"
import { recorded } from "./RecordedAmount.ts"

/** One message per refusal: the fact, then what to do. */
export const creditRefusals = {
  CreditExceeded: ({ short, source, row, year, credit }) => {
    const isTurned = source.at(-1) !== row.at(-1)
    const turned = {
      en: isTurned ? " Receipts and expenditure change by two amounts of an adjustment." : "",
      nl: isTurned ? " Ontvangsten en uitgaven wijzigen met twee bedragen van een aanpassing." : "",
    }
    return {
      en: `${Figure.euro(short)} of ${year} cannot be transferred from M3 ${source} to M3 ${row} (${Figure.euro(credit)}): the two lines are on different totals of M3, and the credits of M3 are binding.`,
      nl: `${Figure.euro(short)} van ${year} kan niet verschoven worden van M3 ${source} naar M3 ${row} (${Figure.euro(credit)}): de twee budgetlijnen horen bij verschillende totalen van M3, en de kredieten van M3 zijn bindend.`,
      next: {
        en: `Name two lines of one total, or adjust the plan (Adjustment.adopt).${turned.en}`,
        nl: `Geef twee budgetlijnen van één totaal op, of pas het meerjarenplan aan (Adjustment.adopt).${turned.nl}`,
      },
      command: {
        en: `Name two lines of one total, or adjust the plan (--as adjustment).${turned.en}`,
        nl: `Geef twee budgetlijnen van één totaal op, of pas het meerjarenplan aan (--as adjustment).${turned.nl}`,
      },
    }
  },
  RepaymentNotPositive: ({ year, stated }) => ({
    en: `The notional repayments of ${year} are ${Figure.ofText(stated)}.`,
    nl: `De aangewezen aflossingen van ${year} zijn ${Figure.ofText(stated)}.`,
    next: {
      en: "State an amount or a rate greater than zero; take a statement back by reversing its entry (Reversal.of).",
      nl: "Geef een bedrag of een percentage groter dan nul; trek een opgave in door haar boeking tegen te boeken (Reversal.of).",
    },
    command: {
      en: "State an amount or a rate greater than zero; take a statement back with: grootboek reverse.",
      nl: "Geef een bedrag of een percentage groter dan nul; trek een opgave in met: grootboek reverse.",
    },
  }),
  RepaymentTwice: ({ year }) => ({
    en: `${year} has both an amount and a rate of notional repayments.`,
    nl: `Voor ${year} zijn zowel een bedrag als een percentage van aangewezen aflossingen opgegeven.`,
    next: {
      en: "Keep one of the two; take a recorded one back by reversing its entry (Reversal.of).",
      nl: "Behoud er één; trek een geboekte opgave in door haar boeking tegen te boeken (Reversal.of).",
    },
    command: {
      en: "Keep one of the two; take a recorded one back with: grootboek reverse.",
      nl: "Behoud er één; trek een geboekte opgave in met: grootboek reverse.",
    },
  }),
  TransferNotPositive: ({ asked }) => ({
    en: `The amount ${Figure.euro(asked)} cannot be transferred. Transfer an amount greater than zero; to move credit the other way, exchange the two lines.`,
    nl: `Het bedrag ${Figure.euro(asked)} kan niet worden verschoven. Verschuif een bedrag groter dan nul; wissel de twee budgetlijnen om voor de andere richting.`,
  }),
  TransferToSameLine: ({ place }) => ({
    en: `The transfer goes from ${place} to the same line. Name another line to transfer to.`,
    nl: `De kredietverschuiving gaat van ${place} naar dezelfde budgetlijn. Geef een andere budgetlijn op.`,
  }),
  TransferTooLarge: ({ place, year, left, asked }) => ({
    en: `${place} holds ${Figure.euro(left)} in ${year}, less than ${Figure.euro(asked)}. Transfer at most what the line holds.`,
    nl: `${place} bevat ${Figure.euro(left)} in ${year}, minder dan ${Figure.euro(asked)}. Verschuif hoogstens wat op de budgetlijn staat.`,
  }),
  AmountRecorded: (facts) => recorded(facts),
  ReplacesMore: ({ entry, place, year }) => ({
    en: `Entry ${entry} also holds ${place} in ${year}, which the file does not replace.`,
    nl: `Boeking ${entry} bevat ook ${place} in ${year}, wat het bestand niet vervangt.`,
    next: {
      en: "Add that amount to the file, or reverse the entry (Reversal.of).",
      nl: "Voeg dat bedrag toe aan het bestand, of boek de boeking tegen (Reversal.of).",
    },
    command: {
      en: `Add that amount to the file, or reverse the entry with: grootboek reverse ${entry}.`,
      nl: `Voeg dat bedrag toe aan het bestand, of boek de boeking tegen met: grootboek reverse ${entry}.`,
    },
  }),
  UnknownEntry: ({ position, last }) => ({
    en: `There is no entry ${position}; the last entry is ${last}.`,
    nl: `Er is geen boeking ${position}; de laatste boeking is ${last}.`,
    next: { en: `Use a position from 1 to ${last}.`, nl: `Gebruik een volgnummer van 1 tot en met ${last}.` },
    command: { en: "List the entries with: grootboek log.", nl: "Bekijk de boekingen met: grootboek log." },
  }),
  NotReversible: ({ position, kind }) => ({
    en: `Entry ${position} (${EventName.of(kind, "en")}) cannot be reversed. Correct it by an adjustment or by a new entry.`,
    nl: `Boeking ${position} (${EventName.of(kind, "nl")}) kan niet worden tegengeboekt. Verbeter ze met een aanpassing of een nieuwe boeking.`,
  }),
  FollowsFromRule: ({ position, stated, rule, subject }) => {
    const { en, nl } = RuleName.of({ rule, subject })
    return {
      en: `Entry ${position} follows from ${en}, stated in entry ${stated}: the rule would post it again.`,
      nl: `Boeking ${position} volgt uit ${nl}, vastgelegd in boeking ${stated}: de regel zou ze opnieuw boeken.`,
      next: {
        en: `Reverse the change that caused it, or switch the rule off by reversing entry ${stated}.`,
        nl: `Boek de wijziging tegen die ze veroorzaakte, of schakel de regel uit door boeking ${stated} tegen te boeken.`,
      },
      command: {
        en: `Reverse the change that caused it, or switch the rule off with: grootboek reverse ${stated}.`,
        nl: `Boek de wijziging tegen die ze veroorzaakte, of schakel de regel uit met: grootboek reverse ${stated}.`,
      },
    }
  },
  AlreadyReversed: ({ position, by }) => ({
    en: `Entry ${position} is already reversed by entry ${by}.`,
    nl: `Boeking ${position} is al tegengeboekt door boeking ${by}.`,
    next: {
      en: "Nothing is left to undo: use another entry.",
      nl: "Er valt niets meer ongedaan te maken: kies een andere boeking.",
    },
    command: {
      en: "Nothing is left to undo. List the entries with: grootboek log.",
      nl: "Er valt niets meer ongedaan te maken. Bekijk de boekingen met: grootboek log.",
    },
  }),
  CarryOverTooLarge: ({ place, left, asked }) => ({
    en: `${place} has ${Figure.euro(left)} of unused credit left, less than ${Figure.euro(asked)}. Carry over at most the unused credit.`,
    nl: `${place} heeft nog ${Figure.euro(left)} ongebruikt krediet, minder dan ${Figure.euro(asked)}. Draag hoogstens het ongebruikte krediet over.`,
  }),
  NothingToCarry: ({ place, asked }) => ({
    en: `${place}: ${Figure.euro(asked)} cannot be carried over.`,
    nl: `${place}: ${Figure.euro(asked)} kan niet worden overgedragen.`,
    next: {
      en: "Carry over an amount greater than zero; undo a carry-over by reversing its entry.",
      nl: "Draag een bedrag groter dan nul over; maak een overdracht ongedaan door haar boeking tegen te boeken.",
    },
    command: {
      en: "Carry over an amount greater than zero; undo a carry-over with: grootboek reverse.",
      nl: "Draag een bedrag groter dan nul over; maak een overdracht ongedaan met: grootboek reverse.",
    },
  }),
  NotAnInvestment: ({ place }) => ({
    en: `${place} is not an investment. Carry over unused investment credit only.`,
    nl: `${place} is geen investering. Draag alleen ongebruikt investeringskrediet over.`,
  }),
  NotFirstYear: ({ first, year }) => ({
    en: `Debts open on 1 January ${first}, the first year of the plan, not in ${year}. Post a new loan as an estimate.`,
    nl: `De openstaande schulden gelden op 1 januari ${first}, het eerste jaar van het plan, niet in ${year}. Boek een nieuwe lening als raming.`,
  }),
  NextYearOnly: ({ from, to }) => ({
    en: `Credit of ${from} is carried over to ${from + 1}, not to ${to}. Carry it over year by year.`,
    nl: `Krediet van ${from} wordt overgedragen naar ${from + 1}, niet naar ${to}. Draag het jaar per jaar over.`,
  }),
} satisfies Partial<MessageCatalogue<Refusal.Facts>>
