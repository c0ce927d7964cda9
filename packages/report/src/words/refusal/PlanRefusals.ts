/** Messages about refusals that concern the plan, its years and its moments. */
import { type Refusal, Year } from "@grootboek/core"
import type { MessageCatalogue } from "../Catalogue.ts"
import * as Figure from "../Figure.ts"
import { quote, some } from "../Quote.ts"
import { group } from "./RefusalName.ts"

/** One message per refusal: the fact, then what to do. */
export const planRefusals = {
  PlanNotAdopted: () => ({
    en: "This ledger has no plan yet.",
    nl: "Dit grootboek bevat nog geen meerjarenplan.",
    next: { en: "Record one first (Adoption.adopt).", nl: "Boek er eerst een (Adoption.adopt)." },
    command: { en: "Create one with: grootboek init.", nl: "Maak het aan met: grootboek init." },
  }),
  PlanAlreadyAdopted: ({ plan, entity }) => ({
    en: `This ledger already contains plan ${plan} of ${quote(entity)}.`,
    nl: `Dit grootboek bevat al plan ${plan} van ${quote(entity)}.`,
    next: {
      en: "Record a change as an adjustment (Adjustment.adopt); create another ledger for another entity or plan.",
      nl: "Boek een wijziging als aanpassing (Adjustment.adopt); maak een ander grootboek voor een ander bestuur of plan.",
    },
    command: {
      en: "Import a change as an adjustment (--as adjustment); create another ledger for another entity or plan.",
      nl: "Importeer een wijziging als aanpassing (--as adjustment); maak een ander grootboek voor een ander bestuur of plan.",
    },
  }),
  PlanLabelTaken: ({ position, plan }) => ({
    en: `Entry ${position} already uses the label ${quote(plan)}. Give the adjustment the next label.`,
    nl: `Boeking ${position} gebruikt het label ${quote(plan)} al. Geef de aanpassing het volgende label.`,
  }),
  YearOutsidePlan: ({ year, years }) => ({
    en: `${year} is outside the plan ${Year.format(years)}. Remove the year, or import into the ledger of the plan that covers it.`,
    nl: `${year} valt buiten het plan ${Year.format(years)}. Laat het jaar weg, of importeer in het grootboek van het plan dat het bevat.`,
  }),
  YearIsClosed: ({ year }) => ({
    en: `The year ${year} is closed: its estimates no longer change. Post the change in a later year.`,
    nl: `Het boekjaar ${year} is afgesloten: de ramingen ervan wijzigen niet meer. Boek de wijziging in een later jaar.`,
  }),
  AdjustmentNeeded: ({ plan }) => ({
    en: `The plan was adjusted before (${plan}), so the changes of a list are an adjustment. Give its label and its decision.`,
    nl: `Het plan werd al aangepast (${plan}), dus de wijzigingen van een lijst zijn een aanpassing. Geef het label en het besluit ervan.`,
  }),
  ClosedYearDiffers: ({ place, year, recorded, listed }) => ({
    en: `The year ${year} is closed: ${place} is ${Figure.euro(recorded)}, and the list has ${Figure.euro(listed)}. Leave the column ${year} out, or correct the list.`,
    nl: `Het boekjaar ${year} is afgesloten: ${place} bedraagt ${Figure.euro(recorded)}, en de lijst heeft ${Figure.euro(listed)}. Laat de kolom ${year} weg, of verbeter de lijst.`,
  }),
  YearNotClosed: ({ year }) => ({
    en: `The year ${year} is not closed yet. Close it first.`,
    nl: `Het boekjaar ${year} is nog niet afgesloten. Sluit het eerst af.`,
  }),
  NothingChanges: () => ({
    en: "The adjustment changes nothing. Give it at least one change or declaration.",
    nl: "De aanpassing wijzigt niets. Geef minstens één wijziging of opgave.",
  }),
  NotNeutral: ({ what, year, difference }) => ({
    en: `The adjustment is declared neutral, but changes ${group(what).en} in ${year} by ${Figure.euro(difference)}. Balance its changes, or do not declare it neutral.`,
    nl: `De aanpassing is als neutraal opgegeven, maar wijzigt ${group(what).nl} in ${year} met ${Figure.euro(difference)}. Breng de wijzigingen in evenwicht, of geef ze niet als neutraal op.`,
  }),
  ActionHasStopped: ({ action, lastDay, year }) => ({
    en: `Action ${quote(action)} stopped on ${lastDay} and takes no estimate for ${year}. Use another action or year.`,
    nl: `Actie ${quote(action)} is stopgezet op ${lastDay} en krijgt in ${year} geen raming meer. Kies een andere actie of een ander jaar.`,
  }),
  AmountOverflow: ({ place, year }) => ({
    en: `${place} would exceed the largest amount of a ledger in ${year}. Check the amounts: thousands may have been read as euro.`,
    nl: `${place} zou in ${year} het grootste bedrag van een grootboek overschrijden. Controleer de bedragen: misschien zijn duizendtallen als euro gelezen.`,
  }),
  UnknownMoment: ({ moment, known }) =>
    known.length === 0
      ? {
          en: `There is no moment ${quote(moment)}: nothing is recorded yet. Import a file first.`,
          nl: `Er is geen moment ${quote(moment)}: er is nog niets geboekt. Importeer eerst een bestand.`,
        }
      : {
          en: `There is no moment ${quote(moment)}. Use one of ${some(known).en}, or a time such as time:2026-06-30T12:00:00Z from the first entry on.`,
          nl: `Er is geen moment ${quote(moment)}. Kies uit ${some(known).nl}, of geef een tijdstip zoals time:2026-06-30T12:00:00Z vanaf de eerste boeking.`,
        },
} satisfies Partial<MessageCatalogue<Refusal.Facts>>
