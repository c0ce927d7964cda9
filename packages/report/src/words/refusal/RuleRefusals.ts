/** Messages about refusals of the plan's own rules: indexation, contributions, overhead and pass-through. */
import type { Refusal } from "@grootboek/core"
import type { MessageCatalogue } from "../Catalogue.ts"
import * as Figure from "../Figure.ts"
import { quote, some } from "../Quote.ts"

/** One message per refusal: the fact, then what to do. */
export const ruleRefusals = {
  NothingSelected: () => ({
    en: "No line matches the selection. Widen the selection, or post the estimates first.",
    nl: "Geen enkele budgetlijn past bij de selectie. Verruim de selectie, of boek eerst de ramingen.",
  }),
  IndexGap: ({ series, missing }) => ({
    en: `Index series ${quote(series)} lacks ${some(missing).en}. Complete the series.`,
    nl: `In indexreeks ${quote(series)} ontbreekt ${some(missing).nl}. Vul de reeks aan.`,
  }),
  IndexNotPositive: ({ series, value, month }) => ({
    en: `Index series ${quote(series)} has the value ${value} in ${month}. Correct it: an index is greater than zero.`,
    nl: `Indexreeks ${quote(series)} heeft de waarde ${value} in ${month}. Verbeter ze: een index is groter dan nul.`,
  }),
  BaseYearNotBefore: ({ year, baseYear }) => ({
    en: `${year} is not after the base year ${baseYear}. Index later years, or choose an earlier base year.`,
    nl: `${year} ligt niet na het basisjaar ${baseYear}. Indexeer latere jaren, of kies een vroeger basisjaar.`,
  }),
  MemberTwice: ({ member }) => ({
    en: `Member ${quote(member)} occurs twice in the distribution key. Keep one of the two.`,
    nl: `Deelgenoot ${quote(member)} komt tweemaal voor in de verdeelsleutel. Behoud er één.`,
  }),
  NegativeWeight: ({ member, weight }) => ({
    en: `Member ${quote(member)} has the weight ${weight}. Correct it: a weight is zero or more.`,
    nl: `Deelgenoot ${quote(member)} heeft het gewicht ${weight}. Verbeter het: een gewicht is nul of meer.`,
  }),
  KeySumsToZero: ({ key }) => ({
    en: `The weights of key ${quote(key)} sum to zero, so no member would pay. Correct the weights.`,
    nl: `De gewichten van verdeelsleutel ${quote(key)} zijn samen nul, zodat geen enkele deelgenoot zou betalen. Verbeter de gewichten.`,
  }),
  LineApportioned: ({ line, contribution }) => ({
    en: `Line ${line} is already apportioned by contribution ${quote(contribution)}. Adjust that contribution, or use another line.`,
    nl: `Budgetlijn ${line} wordt al verdeeld door bijdrage ${quote(contribution)}. Pas die bijdrage aan, of kies een andere budgetlijn.`,
  }),
  LineTwice: ({ line }) => ({
    en: `Line ${line} is named twice. Keep one of the two.`,
    nl: `Budgetlijn ${line} wordt tweemaal genoemd. Behoud er één.`,
  }),
  PostedByRule: ({ place, target }) => ({
    en: `Only the overhead rule of ${target} posts on ${place}. Leave the row out: the rule is applied after the import.`,
    nl: `Op ${place} boekt alleen de overheadverdeling van ${target}. Laat de rij weg: de overhead wordt na de import doorgerekend.`,
  }),
  NoOverheadRule: () => ({
    en: "The plan has no overhead rule yet, so an exception has no effect. Import the rule first.",
    nl: "Het plan heeft nog geen overheadregel, dus een uitzondering heeft geen gevolg. Importeer eerst de regel.",
  }),
  ExceptionTwice: ({ action }) => ({
    en: `Action ${quote(action)} has two overhead exceptions. Keep one of the two.`,
    nl: `Actie ${quote(action)} heeft twee uitzonderingen op de overhead. Behoud er één.`,
  }),
  ExceptionWithoutLimit: ({ action }) => ({
    en: `The overhead exception of action ${quote(action)} sets no limit. Give a percentage, or an amount per year.`,
    nl: `De uitzondering op de overhead van actie ${quote(action)} bepaalt geen grens. Geef een percentage, of een bedrag per jaar.`,
  }),
  SharesDoNotSum: ({ sum }) => ({
    en: `The shares sum to ${sum} %. Correct them so that they sum to exactly 100 %.`,
    nl: `De aandelen zijn samen ${Figure.decimal(sum)} %. Verbeter ze zodat ze samen precies 100 % zijn.`,
  }),
  PartnerTwice: ({ partner }) => ({
    en: `Partner ${quote(partner)} occurs twice. Keep one of the two.`,
    nl: `Partner ${quote(partner)} komt tweemaal voor. Behoud er één.`,
  }),
  NoPaymentLine: ({ action }) => ({
    en: `Action ${quote(action)} has no expenditure to pass through. Post its expenditure line first.`,
    nl: `Actie ${quote(action)} heeft geen uitgave om door te storten. Boek eerst haar uitgavenlijn.`,
  }),
  ManyPaymentLines: ({ action, lines }) => ({
    en: `Action ${quote(action)} has ${lines.length} expenditure lines, but a pass-through replaces exactly one: ${some(lines).en}. Move the other expenditure to another action.`,
    nl: `Actie ${quote(action)} heeft ${lines.length} uitgavenlijnen, maar een doorstorting vervangt er precies één: ${some(lines).nl}. Boek de andere uitgaven op een andere actie.`,
  }),
  NotPassedOn: ({ action, received, year, paid }) => ({
    en: `Action ${quote(action)} receives ${Figure.euro(received)} in ${year} and passes ${Figure.euro(paid)} through. Make both equal, to the last decimal.`,
    nl: `Actie ${quote(action)} ontvangt ${Figure.euro(received)} in ${year} en stort ${Figure.euro(paid)} door. Maak beide gelijk, tot op de laatste decimaal.`,
  }),
} satisfies Partial<MessageCatalogue<Refusal.Facts>>
