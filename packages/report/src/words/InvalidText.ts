/** Messages about entries that are not valid although their hash is right: clauses without a full stop. */
import { type Finding, Year } from "@grootboek/core"
import * as Catalogue from "./Catalogue.ts"
import * as EventName from "./EventName.ts"
import type { Both } from "./Language.ts"
import { quote } from "./Quote.ts"
import { declared, direction, level, section as sectionName } from "./refusal/RefusalName.ts"

/** Returns why an entry is not valid, in both languages. */
export const problem = (reason: Finding.InvalidReason): Both => ({
  en: Catalogue.message(problems, reason, { language: "en", audience: "library" }),
  nl: Catalogue.message(problems, reason, { language: "nl", audience: "library" }),
})

const problems: Catalogue.MessageCatalogue<Finding.InvalidReason> = {
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
  UnknownAccount: ({ account, direction: code }) => ({
    en: `account ${quote(account)} is not declared as ${direction(code).en}`,
    nl: `rekening ${quote(account)} is niet opgegeven als ${direction(code).nl}`,
  }),
  UnknownPolicyItem: ({ policyItem }) => ({
    en: `policy item ${quote(policyItem)} is not declared`,
    nl: `beleidsitem ${quote(policyItem)} is niet opgegeven`,
  }),
  UnknownAction: ({ action }) => ({
    en: `action ${quote(action)} is not declared`,
    nl: `actie ${quote(action)} is niet opgegeven`,
  }),
  NotAnAction: ({ action, level: name }) => ({
    en: `${quote(action)} is not an action but ${level(name).en}`,
    nl: `${quote(action)} is geen actie maar ${level(name).nl}`,
  }),
  UnknownSector: ({ sector }) => ({
    en: `sector code ${quote(sector)} is not declared`,
    nl: `sectorcode ${quote(sector)} is niet opgegeven`,
  }),
  SectorRequired: ({ account, row }) => ({
    en: `account ${quote(account)} belongs to row ${row}, which needs a sector code`,
    nl: `rekening ${quote(account)} hoort bij rij ${row}, die een sectorcode vereist`,
  }),
  SectorWithoutRow: ({ sector, row }) => ({
    en: `sector ${quote(sector)} has no dash row of ${row}`,
    nl: `sector ${quote(sector)} heeft geen streepjesrij van ${row}`,
  }),
  ResultAccount: ({ account }) => ({
    en: `account ${quote(account)} holds a result, not an estimate`,
    nl: `rekening ${quote(account)} bevat een resultaat, geen raming`,
  }),
  NotAResultAccount: ({ account }) => ({
    en: `account ${quote(account)} holds no result`,
    nl: `rekening ${quote(account)} bevat geen resultaat`,
  }),
  SharesDoNotSum: ({ sum }) => ({
    en: `the shares sum to ${sum} %, not to 100 %`,
    nl: `de aandelen tellen op tot ${sum} %, niet tot 100 %`,
  }),
  NotNeutral: ({ year, difference }) => ({
    en: `the adjustment is declared neutral, but changes ${year} by ${difference}`,
    nl: `de aanpassing is als neutraal opgegeven, maar wijzigt ${year} met ${difference}`,
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
  AmountOverflow: ({ place, year }) => ({
    en: `it makes ${place} exceed the largest amount of a ledger in ${year}`,
    nl: `${place} overschrijdt daardoor in ${year} het grootste bedrag van een grootboek`,
  }),
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
  UnknownIndicator: ({ indicator }) => ({
    en: `indicator ${quote(indicator)} is not declared`,
    nl: `indicator ${quote(indicator)} is niet opgegeven`,
  }),
  UnknownParent: ({ code, parent }) => ({
    en: `${quote(code)} is below ${quote(parent)}, which is not declared`,
    nl: `${quote(code)} hangt onder ${quote(parent)}, dat niet is opgegeven`,
  }),
  ParentNotAbove: ({ code, parent }) => ({
    en: `${quote(code)} is below ${quote(parent)}, which has the same or a lower level`,
    nl: `${quote(code)} hangt onder ${quote(parent)}, dat hetzelfde of een lager niveau heeft`,
  }),
  UnknownGoal: ({ goal }) => ({
    en: `${quote(goal)} of the objectives tree is not declared`,
    nl: `${quote(goal)} van de doelstellingenboom is niet opgegeven`,
  }),
  UnknownMember: ({ member }) => ({
    en: `member ${quote(member)} is not declared`,
    nl: `deelgenoot ${quote(member)} is niet opgegeven`,
  }),
  UnknownCondition: ({ condition }) => ({
    en: `condition ${quote(condition)} is not declared`,
    nl: `voorwaarde ${quote(condition)} is niet opgegeven`,
  }),
  UnknownFormRow: ({ section, row }) => ({
    en: `T2 has no row ${quote(row)} under ${sectionName(section).en}`,
    nl: `T2 heeft geen rij ${quote(row)} onder ${sectionName(section).nl}`,
  }),
  DuplicateCode: ({ code, what }) => ({
    en: `it declares ${quote(code)} twice (${declared(what).en})`,
    nl: `ze geeft ${quote(code)} tweemaal op (${declared(what).nl})`,
  }),
  PartnerTwice: ({ partner }) => ({
    en: `partner ${quote(partner)} has two shares`,
    nl: `partner ${quote(partner)} heeft twee aandelen`,
  }),
  ExceptionTwice: ({ action }) => ({
    en: `action ${quote(action)} has two exceptions to the overhead rule`,
    nl: `actie ${quote(action)} heeft twee uitzonderingen op de overheadregel`,
  }),
  PlanLabelTaken: ({ plan, position }) => ({
    en: `entry ${position} has the label ${quote(plan)} already`,
    nl: `boeking ${position} heeft het label ${quote(plan)} al`,
  }),
  AlreadyReversed: ({ position, by }) => ({
    en: `entry ${position} was reversed before, by entry ${by}`,
    nl: `boeking ${position} is al tegengeboekt, met boeking ${by}`,
  }),
  NotReversible: ({ position, kind }) => ({
    en: `entry ${position} (${EventName.of(kind, "en")}) cannot be reversed`,
    nl: `boeking ${position} (${EventName.of(kind, "nl")}) kan niet worden tegengeboekt`,
  }),
  UnknownEntry: ({ position, last }) => ({
    en: `it names entry ${position}, but the entry before it is ${last}`,
    nl: `ze noemt boeking ${position}, maar de boeking ervoor is ${last}`,
  }),
  NextYearOnly: ({ from, to }) => ({
    en: `credit of ${from} is carried over to ${from + 1}, not to ${to}`,
    nl: `krediet van ${from} wordt overgedragen naar ${from + 1}, niet naar ${to}`,
  }),
  ActionHasStopped: ({ action, lastDay }) => ({
    en: `action ${quote(action)} stopped already, on ${lastDay}`,
    nl: `actie ${quote(action)} is al stopgezet, op ${lastDay}`,
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
  CreditExceeded: ({ source, row, year }) => ({
    en: `credit of ${year} moves from ${quote(source)} to ${quote(row)}, which is another total of M3`,
    nl: `krediet van ${year} gaat van ${quote(source)} naar ${quote(row)}, een ander totaal van M3`,
  }),
  NotAnInvestment: ({ place }) => ({
    en: `${place} is not an investment, so its credit is not carried over`,
    nl: `${place} is geen investering, dus het krediet wordt niet overgedragen`,
  }),
  CarryOverTooLarge: ({ place, left, asked }) => ({
    en: `${asked} is carried over from ${place}, of which ${left} was left`,
    nl: `${asked} is overgedragen van ${place}, waarvan nog ${left} over was`,
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
  ExceptionWithoutLimit: ({ action }) => ({
    en: `the exception of action ${quote(action)} has no percentage and no amount`,
    nl: `de uitzondering voor actie ${quote(action)} heeft geen percentage en geen bedrag`,
  }),
  NoPaymentLine: () => ({
    en: "it passes on by a line that is not the expenditure of an action",
    nl: "ze stort door met een lijn die geen uitgave van een actie is",
  }),
  NothingDeclared: () => ({ en: "it declares nothing", nl: "ze geeft niets op" }),
  NothingChanges: () => ({ en: "it adjusts nothing", nl: "ze past niets aan" }),
  RepaymentNotPositive: ({ year, stated }) => ({
    en: `the notional repayments of ${year} are not above zero: ${stated}`,
    nl: `de aangewezen aflossingen van ${year} zijn niet groter dan nul: ${stated}`,
  }),
  RepaymentTwice: ({ year }) => ({
    en: `the notional repayments of ${year} are stated in the other way already`,
    nl: `de aangewezen aflossingen van ${year} zijn al op de andere manier opgegeven`,
  }),
  NotCounted: ({ indicator, kind }) => ({
    en: `indicator ${quote(indicator)} is a sum, but of kind ${kind}`,
    nl: `indicator ${quote(indicator)} is een som, maar van het type ${kind}`,
  }),
  TargetDayOutside: ({ indicator, day }) => ({
    en: `the target of indicator ${quote(indicator)} is due on ${day}, outside its years`,
    nl: `de streefwaarde van indicator ${quote(indicator)} geldt tegen ${day}, buiten de jaren ervan`,
  }),
  IndicatorInWords: ({ indicator }) => ({
    en: `indicator ${quote(indicator)} is in words, but has a value`,
    nl: `indicator ${quote(indicator)} is in woorden, maar heeft een waarde`,
  }),
  WordsMissing: ({ indicator }) => ({
    en: `indicator ${quote(indicator)} is in words, but has none`,
    nl: `indicator ${quote(indicator)} is in woorden, maar heeft er geen`,
  }),
  TargetWithoutValue: ({ indicator }) => ({
    en: `the target of indicator ${quote(indicator)} has no value`,
    nl: `de streefwaarde van indicator ${quote(indicator)} heeft geen waarde`,
  }),
  NotADeed: ({ indicator, value }) => ({
    en: `indicator ${quote(indicator)} is done (1) or not (0), not ${value}`,
    nl: `indicator ${quote(indicator)} is gedaan (1) of niet (0), niet ${value}`,
  }),
  MarginWithoutAbout: ({ indicator }) => ({
    en: `the target of indicator ${quote(indicator)} has a margin that its aim does not use`,
    nl: `de streefwaarde van indicator ${quote(indicator)} heeft een marge die het doel niet gebruikt`,
  }),
  MeasurementWithoutValue: ({ indicator }) => ({
    en: `a measurement of indicator ${quote(indicator)} has no value`,
    nl: `een meting van indicator ${quote(indicator)} heeft geen waarde`,
  }),
  TermEndsBefore: ({ goal, from, until }) => ({
    en: `the term of ${quote(goal)} ends on ${until}, before its begin in ${from}`,
    nl: `de termijn van ${quote(goal)} eindigt op ${until}, voor het begin in ${from}`,
  }),
  ReversalDiffers: ({ entry }) => ({
    en: `its amounts are not the negated amounts of entry ${entry}`,
    nl: `de bedragen zijn niet die van boeking ${entry} met een ander teken`,
  }),
}
