/** Why an entry is not valid: rules and the amounts that they compute. */
import { quote } from "../Quote.ts"
import { reasonsOf } from "./Reasons.ts"

export const ruleReasons = reasonsOf({
  AmountNotDue: ({ of, year, recorded, due }) => ({
    en: `${quote(of)} has ${recorded} in ${year}, but the rule of the entry gives ${due}`,
    nl: `${quote(of)} krijgt ${recorded} in ${year}, maar de regel van de boeking geeft ${due}`,
  }),
  RuleDiffers: ({ recorded, expected }) => ({
    en: `it records ${quote(recorded)}, but its rule gives ${quote(expected)}`,
    nl: `ze vermeldt ${quote(recorded)}, maar haar regel geeft ${quote(expected)}`,
  }),
  PartsDoNotSum: ({ year, whole, sum }) => ({
    en: `its parts of ${year} sum to ${sum}, not to ${whole}`,
    nl: `de delen van ${year} tellen op tot ${sum}, niet tot ${whole}`,
  }),
  SharesDoNotSum: ({ sum }) => ({
    en: `the shares sum to ${sum} %, not to 100 %`,
    nl: `de aandelen tellen op tot ${sum} %, niet tot 100 %`,
  }),
  PartnerTwice: ({ partner }) => ({
    en: `partner ${quote(partner)} has two shares`,
    nl: `partner ${quote(partner)} heeft twee aandelen`,
  }),
  ExceptionTwice: ({ action }) => ({
    en: `action ${quote(action)} has two exceptions to the overhead rule`,
    nl: `actie ${quote(action)} heeft twee uitzonderingen op de overheadregel`,
  }),
  ExceptionWithoutLimit: ({ action }) => ({
    en: `the exception of action ${quote(action)} has no percentage and no amount`,
    nl: `de uitzondering voor actie ${quote(action)} heeft geen percentage en geen bedrag`,
  }),
  BaseYearNotBefore: ({ baseYear, year }) => ({
    en: `the base year ${baseYear} is not before ${year}`,
    nl: `het basisjaar ${baseYear} ligt niet vóór ${year}`,
  }),
  IndexGap: ({ series, missing }) => ({
    en: `the series ${quote(series)} has no index for ${missing.join(", ")}`,
    nl: `de reeks ${quote(series)} heeft geen index voor ${missing.join(", ")}`,
  }),
  IndexNotPositive: ({ series, month }) => ({
    en: `the series ${quote(series)} has no positive index for ${month}`,
    nl: `de reeks ${quote(series)} heeft geen positieve index voor ${month}`,
  }),
  MemberTwice: ({ member }) => ({
    en: `member ${quote(member)} occurs twice in the key`,
    nl: `deelgenoot ${quote(member)} komt twee keer voor in de verdeelsleutel`,
  }),
  NegativeWeight: ({ member, weight }) => ({
    en: `the weight of member ${quote(member)} is negative: ${weight}`,
    nl: `het gewicht van deelgenoot ${quote(member)} is negatief: ${weight}`,
  }),
  KeySumsToZero: ({ key }) => ({
    en: `the weights of key ${quote(key)} sum to zero`,
    nl: `de gewichten van verdeelsleutel ${quote(key)} zijn samen nul`,
  }),
  LineApportioned: ({ line, contribution }) => ({
    en: `${line} is apportioned by contribution ${quote(contribution)} already`,
    nl: `${line} wordt al verdeeld door bijdrageregeling ${quote(contribution)}`,
  }),
  NoPaymentLine: () => ({
    en: "it passes on by a line that is not the expenditure of an action",
    nl: "ze stort door met een lijn die geen uitgave van een actie is",
  }),
  RepaymentNotPositive: ({ year, stated }) => ({
    en: `the notional repayments of ${year} are not above zero: ${stated}`,
    nl: `de aangewezen aflossingen van ${year} zijn niet groter dan nul: ${stated}`,
  }),
  RepaymentTwice: ({ year }) => ({
    en: `the notional repayments of ${year} are stated in the other way already`,
    nl: `de aangewezen aflossingen van ${year} zijn al op de andere manier opgegeven`,
  }),
})
