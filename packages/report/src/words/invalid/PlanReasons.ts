/** Why an entry is not valid: the plan, its years, and the place of an entry in the journal. */
import { Year } from "@grootboek/core"
import * as EventName from "../EventName.ts"
import { quote } from "../Quote.ts"
import { reasonsOf } from "./Reasons.ts"

export const planReasons = reasonsOf({
  PlanNotAdopted: () => ({
    en: "no plan is adopted before it",
    nl: "er is nog geen meerjarenplan vastgesteld",
  }),
  PlanAlreadyAdopted: ({ plan, entity }) => ({
    en: `a plan is adopted already: ${plan} of ${quote(entity)}`,
    nl: `er is al een meerjarenplan vastgesteld: ${plan} van ${quote(entity)}`,
  }),
  YearOutsidePlan: ({ year, years }) => ({
    en: `${year} is outside the plan ${Year.format(years)}`,
    nl: `${year} valt buiten het plan ${Year.format(years)}`,
  }),
  YearIsClosed: ({ year }) => ({
    en: `the year ${year} is closed before it`,
    nl: `het boekjaar ${year} is al afgesloten`,
  }),
  PlanLabelTaken: ({ plan, position }) => ({
    en: `entry ${position} has the label ${quote(plan)} already`,
    nl: `boeking ${position} heeft het label ${quote(plan)} al`,
  }),
  NotNeutral: ({ year, difference }) => ({
    en: `the adjustment is declared neutral, but changes ${year} by ${difference}`,
    nl: `de aanpassing is als neutraal opgegeven, maar wijzigt ${year} met ${difference}`,
  }),
  NothingDeclared: () => ({ en: "it declares nothing", nl: "ze geeft niets op" }),
  NothingChanges: () => ({ en: "it adjusts nothing", nl: "ze past niets aan" }),
  NotCanonical: () => ({
    en: "it is not in canonical form: it could be read in two ways",
    nl: "ze is niet in canonieke vorm opgeslagen: ze kan op twee manieren gelezen worden",
  }),
  ByteOrderMark: () => ({
    en: "it begins with a byte order mark",
    nl: "ze begint met een bytevolgordemarkering",
  }),
  ImpossibleDay: ({ day }) => ({
    en: `the day ${day} does not exist`,
    nl: `de dag ${day} bestaat niet`,
  }),
  ImpossibleTime: ({ time }) => ({
    en: `the time ${time} does not exist`,
    nl: `de tijd ${time} bestaat niet`,
  }),
  AmountOverflow: ({ place, year }) => ({
    en: `it makes ${place} exceed the largest amount of a ledger in ${year}`,
    nl: `${place} overschrijdt daardoor in ${year} het grootste bedrag van een grootboek`,
  }),
  UnknownEntry: ({ position, last }) => ({
    en: `it names entry ${position}, but the entry before it is ${last}`,
    nl: `ze noemt boeking ${position}, maar de boeking ervoor is ${last}`,
  }),
  AlreadyReversed: ({ position, by }) => ({
    en: `entry ${position} was reversed before, by entry ${by}`,
    nl: `boeking ${position} is al tegengeboekt, met boeking ${by}`,
  }),
  NotReversible: ({ position, kind }) => ({
    en: `entry ${position} (${EventName.of(kind, "en")}) cannot be reversed`,
    nl: `boeking ${position} (${EventName.of(kind, "nl")}) kan niet worden tegengeboekt`,
  }),
  ReversalDiffers: ({ entry }) => ({
    en: `its amounts are not the negated amounts of entry ${entry}`,
    nl: `de bedragen zijn niet die van boeking ${entry} met een ander teken`,
  }),
  ActionHasStopped: ({ action, lastDay }) => ({
    en: `action ${quote(action)} stopped already, on ${lastDay}`,
    nl: `actie ${quote(action)} is al stopgezet, op ${lastDay}`,
  }),
})
