/** Supposed changes of the plan. */
import type { Refusal } from "@grootboek/core"
import type { Supposition } from "@grootboek/core/answer"
import type { Bilingual } from "./Bilingual.ts"

type EffectKind = Supposition.SupposedEffect["_tag"]

const effects: Readonly<Record<EffectKind, Bilingual>> = {
  Percent: { nl: "percentage erbij", en: "percentage added" },
  Added: { nl: "bedrag erbij, per jaar", en: "amount added, per year" },
  Becomes: { nl: "nieuw bedrag, per jaar", en: "new amount, per year" },
}

const refusals: Readonly<Partial<Record<Refusal.RefusalTag, Bilingual>>> = {
  NothingSelected: {
    nl: "In de gekozen jaren heeft geen enkele budgetlijn een raming om te wijzigen.",
    en: "No budget line has an estimate to change in these years.",
  },
  YearIsClosed: {
    nl: "Een van de jaren is afgesloten. Kies een later jaar.",
    en: "One of the years is closed. Choose a later year.",
  },
  YearOutsidePlan: {
    nl: "Een van de jaren valt buiten het plan.",
    en: "One of the years is outside the plan.",
  },
  ActionHasStopped: { nl: "De actie is stopgezet.", en: "The action has stopped." },
  UnknownAction: { nl: "De actie bestaat niet in dit plan.", en: "The action does not exist in this plan." },
  NotAnAction: { nl: "De code is geen actie.", en: "The code is not an action." },
  UnknownAccount: {
    nl: "De rekening heeft geen rij in de schema's.",
    en: "The account has no row in the forms.",
  },
  UnknownPolicyItem: {
    nl: "Het beleidsitem bestaat niet in dit plan.",
    en: "The policy item does not exist in this plan.",
  },
  NotPassedOn: {
    nl: "De ontvangsten voor partners zouden niet volledig worden doorgestort. Wijzig ook de uitgave aan de partners.",
    en: "The receipts for partners would not be passed on in full. Change the expenditure to the partners too.",
  },
  AmountOverflow: { nl: "Het bedrag is te groot.", en: "The amount is too large." },
}

export const whatIf = {
  title: { nl: "Wat als…", en: "What if…" },
  band: {
    nl: "Veronderstelling: dit is niet het plan. Er wordt niets geboekt.",
    en: "Supposition: this is not the plan. Nothing is recorded.",
  },
  about: {
    nl: "Elke wijziging vertrekt van de ramingen na de vorige. Een percentage wordt genomen van wat in elk jaar geraamd is en één keer afgerond op zes decimalen, een half van nul weg. Een bedrag wordt in centen verdeeld over de gekozen lijnen, naar verhouding van hun grootte. Overhead, doorstortingen en bijdragen volgen vanzelf.",
    en: "Each change starts from the estimates after the one before it. A percentage is taken of the estimate of each year and rounded once, half away from zero, to six decimals. An amount is divided in cents over the chosen lines, in proportion to their size. Overhead, pass-through and contributions follow.",
  },
  form: { nl: "Wijziging toevoegen", en: "Add a change" },
  which: { nl: "Wat wijzigt", en: "What changes" },
  lines: { nl: "rekeningen die beginnen met", en: "accounts that begin with" },
  one: { nl: "één budgetlijn", en: "one budget line" },
  accounts: { nl: "Begin van de rekening", en: "First digits of the account" },
  side: { nl: "Ontvangsten of uitgaven", en: "Receipts or expenditure" },
  both: { nl: "beide", en: "both" },
  action: { nl: "Actie", en: "Action" },
  everyAction: { nl: "alle acties", en: "all actions" },
  line: { nl: "Budgetlijn", en: "Budget line" },
  effect: { nl: "Hoe", en: "How" },
  effects,
  number: { nl: "Getal", en: "Number" },
  numberHint: { nl: "2 of -2,5", en: "2 or -2.5" },
  first: { nl: "Van", en: "From" },
  last: { nl: "Tot en met", en: "Up to and including" },
  reason: { nl: "Reden", en: "Reason" },
  add: { nl: "Voeg toe", en: "Add" },
  list: { nl: "Veronderstelde wijzigingen", en: "Supposed changes" },
  none: {
    nl: "Nog geen wijziging. Voeg er een toe om de invloed op M2, de marge en de normen te zien.",
    en: "No change yet. Add one to see its effect on M2, the margin and the norms.",
  },
  remove: { nl: (what: string) => `Verwijder: ${what}`, en: (what: string) => `Remove: ${what}` },
  clear: { nl: "Verwijder alles", en: "Remove all" },
  unreadable: {
    nl: (text: string) => `"${text}" is geen wijziging. Verwijder ze en voeg ze opnieuw toe.`,
    en: (text: string) => `"${text}" is not a change. Remove it, and add it again.`,
  },
  refusals,
  refused: {
    nl: "Het plan weigert deze wijziging.",
    en: "The plan refuses this change.",
  },
  ruleRefused: {
    nl: "Een regel van het plan kan deze wijzigingen niet volgen.",
    en: "A rule of the plan cannot follow these changes.",
  },
  effectTitle: {
    nl: "M2 in het plan en met deze wijzigingen",
    en: "M2 in the plan and with these changes",
  },
  save: { nl: "Bewaar als aanpassing (CSV)", en: "Save as an adjustment (CSV)" },
  saved: {
    nl: (command: string) => `Neem het bestand op met: ${command}`,
    en: (command: string) => `Import the file with: ${command}`,
  },
  file: { nl: "wat-als.csv", en: "what-if.csv" },
  of: { nl: "op", en: "on" },
  accountsOf: { nl: (codes: string) => `rekeningen ${codes}`, en: (codes: string) => `accounts ${codes}` },
  allAccounts: { nl: "alle rekeningen", en: "all accounts" },
  actionsOf: { nl: (codes: string) => `van ${codes}`, en: (codes: string) => `of ${codes}` },
  becomes: {
    nl: (what: string, amount: string) => `${what} wordt ${amount}`,
    en: (what: string, amount: string) => `${what} becomes ${amount}`,
  },
  from: { nl: (year: string) => `vanaf ${year}`, en: (year: string) => `from ${year}` },
  in: { nl: (years: string) => `in ${years}`, en: (years: string) => `in ${years}` },
}
