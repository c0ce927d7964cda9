/** Why an entry is not valid: codes that are not declared, or not declared as they are used. */
import { quote } from "../Quote.ts"
import { declared, direction, level, section as sectionName } from "../refusal/RefusalName.ts"
import { reasonsOf } from "./Reasons.ts"

export const structureReasons = reasonsOf({
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
  TermEndsBefore: ({ goal, from, until }) => ({
    en: `the term of ${quote(goal)} ends on ${until}, before its begin in ${from}`,
    nl: `de termijn van ${quote(goal)} eindigt op ${until}, voor het begin in ${from}`,
  }),
})
