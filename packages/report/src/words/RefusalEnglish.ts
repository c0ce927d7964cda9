/** What is said of every refusal in English. */
import { type Refusal, Year } from "@grootboek/core"
import { euro } from "./Euro.ts"
import { quote, some } from "./Quote.ts"

/** A refusal in English: the fact, then what to do. */
export const english = (refusal: Refusal.Facts): string => {
  switch (refusal._tag) {
    case "PlanNotAdopted":
      return "There is no plan in this ledger yet. Begin with: grootboek init."
    case "PlanAlreadyAdopted":
      return `This ledger holds plan ${refusal.plan} of ${quote(refusal.entity)} already. A change is an adjustment (--as adjustment); another entity or plan needs a ledger of its own.`
    case "PlanLabelTaken":
      return `Entry ${refusal.position} adopted the label ${quote(refusal.plan)} already. Give the adjustment the next label.`
    case "YearOutsidePlan":
      return `${refusal.year} lies outside the plan ${Year.format(refusal.years)}. Leave the year out, or import into the ledger of the plan that covers it.`
    case "YearIsClosed":
      return `The year ${refusal.year} is closed: its estimates change no more. Put the change in a later year.`
    case "UnknownAccount":
      return `No row of the account table covers account ${quote(refusal.account)} as ${direction(refusal.direction)}. Check account and direction, or declare the account (--as structure).`
    case "ResultAccount":
      return `Account ${quote(refusal.account)} holds a result, not an estimate. Carry the result with --as opening.`
    case "NotAResultAccount":
      return `Account ${quote(refusal.account)} holds no result or earmarked funds. Use an account under 093 or 090, or post an estimate.`
    case "UnknownPolicyItem":
      return `Policy item ${quote(refusal.policyItem)} is not declared. Check the code, or declare it (--as structure).`
    case "UnknownAction":
      return `Action ${quote(refusal.action)} is not in the objectives tree. Check the code, or declare it (--as structure).`
    case "NotAnAction":
      return `${quote(refusal.action)} is no action but ${level(refusal.level)}. Amounts stand on actions: name one below it.`
    case "UnknownSector":
      return `Sector code ${quote(refusal.sector)} is not in the sector table. Check the code, or declare it (--as structure).`
    case "SectorRequired":
      return `Account ${quote(refusal.account)} stands on row ${refusal.row}, which is split by counterparty. Give the line a sector code.`
    case "SectorWithoutRow":
      return `Sector ${quote(refusal.sector)} names no dash row of ${refusal.row}. Fill in its column ${quote(purpose(refusal.purpose))} in the sector table, or take another sector.`
    case "DuplicateCode":
      return `The code ${quote(refusal.code)} is declared twice (${refusal.what}). Keep one of them.`
    case "UnknownParent":
      return `${quote(refusal.code)} hangs under ${quote(refusal.parent)}, which is not declared. Declare the parent, or correct it.`
    case "ParentNotAbove":
      return `${quote(refusal.code)} hangs under ${quote(refusal.parent)}, which is no higher level. Hang it under a level above its own.`
    case "UnknownFormRow":
      return `The account table names row ${quote(refusal.row)}, which T2 does not have under ${refusal.section}. Correct the row.`
    case "NothingDeclared":
      return "The declaration is empty. Give it at least one goal, policy item, sector or account."
    case "UnknownGoal":
      return `${quote(refusal.goal)} is not in the objectives tree. Check the code, or declare it first.`
    case "NothingSelected":
      return "No line matches the selection. Widen it, or post the estimates first."
    case "IndexGap":
      return `Index series ${quote(refusal.series)} lacks ${some(refusal.missing, "and others:")}. Complete the series.`
    case "IndexNotPositive":
      return `Index series ${quote(refusal.series)} has ${refusal.value} in ${refusal.month}. An index is above zero: correct it.`
    case "BaseYearNotBefore":
      return `${refusal.year} does not lie after the base year ${refusal.baseYear}. Index later years, or take an earlier base year.`
    case "UnknownMember":
      return `Member ${quote(refusal.member)} is not declared. Check the name, or declare the member first.`
    case "MemberTwice":
      return `Member ${quote(refusal.member)} stands twice in the key. Keep one of them.`
    case "NegativeWeight":
      return `Member ${quote(refusal.member)} weighs ${refusal.weight}. A weight is zero or more: correct it.`
    case "KeySumsToZero":
      return `The weights of key ${quote(refusal.key)} sum to zero, so nobody would pay. Correct the weights.`
    case "LineApportioned":
      return `Line ${refusal.line} is apportioned by contribution ${quote(refusal.contribution)} already. Adjust that contribution, or take another line.`
    case "UnknownCondition":
      return `Condition ${quote(refusal.condition)} is not declared. Check the code, or declare it first.`
    case "LineTwice":
      return `Line ${refusal.line} is named twice. Keep one of them.`
    case "NoOverheadRule":
      return "The plan follows no overhead rule yet, so it can have no exceptions. Import the rule first."
    case "ExceptionTwice":
      return `Action ${quote(refusal.action)} has two overhead exceptions. Keep one of them.`
    case "ExceptionWithoutLimit":
      return `The overhead exception of action ${quote(refusal.action)} sets no limit. Give a percentage, or an amount a year.`
    case "ActionHasStopped":
      return `Action ${quote(refusal.action)} stopped on ${refusal.lastDay}: ${refusal.year} takes no estimate for it any more. Take another action or year.`
    case "YearNotClosed":
      return `The year ${refusal.year} is not closed yet. Close it first.`
    case "AmountOverflow":
      return `${refusal.place} would exceed in ${refusal.year} what a ledger can hold. Check the amounts: thousands may have been taken for euro.`
    case "NotNeutral":
      return `The adjustment declares to be neutral, but moves ${neutral(refusal.what)} in ${refusal.year} by ${euro(refusal.difference)}. Balance its changes, or do not declare it neutral.`
    case "SharesDoNotSum":
      return `The shares sum to ${refusal.sum} %. Make them sum to exactly 100 %.`
    case "PartnerTwice":
      return `Partner ${quote(refusal.partner)} stands twice. Keep one of them.`
    case "NoPaymentLine":
      return `Action ${quote(refusal.action)} has no expenditure to pass on. Post its payment line first.`
    case "ManyPaymentLines":
      return `Action ${quote(refusal.action)} has ${refusal.lines.length} expenditure lines; a pass-through replaces exactly one: ${some(refusal.lines, "and others:")}. Move the other expenditure to another action.`
    case "NotPassedOn":
      return `Action ${quote(refusal.action)} receives ${euro(refusal.received)} in ${refusal.year} and pays on ${euro(refusal.paid)}. Make both equal, to the last decimal.`
    case "CreditExceeded":
      return `The transfer needs ${euro(refusal.short)} more than the credit of M3 ${refusal.row} in ${refusal.year} (${euro(refusal.credit)}). M3 binds: adjust the plan (--as adjustment).`
    case "NothingChanges":
      return "The adjustment changes nothing. Give it at least one change or declaration."
    case "UnknownEntry":
      return `There is no entry ${refusal.position}; the journal ends at ${refusal.last}. See: grootboek log.`
    case "NotReversible":
      return `Entry ${refusal.position} (${refusal.kind}) cannot be reversed. Correct it by an adjustment or by a new entry.`
    case "AlreadyReversed":
      return `Entry ${refusal.position} was reversed by entry ${refusal.by} already. Nothing is left to undo.`
    case "CarryOverTooLarge":
      return `${refusal.place} has ${euro(refusal.left)} of unused credit left, not ${euro(refusal.asked)}. Carry over at most what is left.`
    case "NothingToCarry":
      return `${refusal.place}: ${euro(refusal.asked)} cannot be carried over. Carry over an amount above zero; take a carry-over back with: grootboek reverse.`
    case "NotAnInvestment":
      return `${refusal.place} is no investment. Only unused investment credit may be carried over.`
    case "NotFirstYear":
      return `Debts open on 1 January ${refusal.first}, the first year of the plan, not in ${refusal.year}. Post a new loan as an estimate.`
    case "NextYearOnly":
      return `Credit of ${refusal.from} goes to ${refusal.from + 1}, not to ${refusal.to}. Carry it over year by year.`
    case "MalformedValue":
      return `The value of ${quote(refusal.field)} does not fit: ${refusal.problem}. Correct it.`
    case "UnknownMoment":
      return refusal.known.length === 0
        ? `Nothing was recorded yet, so there is no moment ${quote(refusal.moment)}. Import something first.`
        : `There is no moment ${quote(refusal.moment)}. Known are ${some(refusal.known, "and others:")}, or time:2026-06-30T12:00:00Z from the first entry on.`
    case "UnknownForm":
      return `There is no form ${quote(refusal.form)}. Take one of ${refusal.known.join(", ")}.`
    case "FormNotBuilt":
      return `Form ${refusal.form} is not built: its model for the edition of 2026 was not found, so nothing is claimed about it (docs/glossary.md says what is known). Take one of ${refusal.known.join(", ")}.`
    case "UnknownRow":
      return `Form ${refusal.form} has no row ${quote(refusal.row)}. ${refusal.near.length === 0 ? `See all rows: grootboek statement ${refusal.form} --format csv.` : `Was it one of these: ${refusal.near.join(", ")}?`}`
    case "AmbiguousRow":
      return `Form ${refusal.form} has several rows ${quote(refusal.row)}. Name its section as well: ${some(refusal.candidates, "and others:")}.`
    case "YearNotShown":
      return `Form ${refusal.form} does not show ${refusal.year}. It shows ${refusal.years.join(", ")}.`
  }
}

const direction = (code: string): string => (code === "O" ? "receipt (O)" : "expenditure (U)")

const neutral = (what: string): string => (what === "year" ? "the total" : what)

const level = (name: string): string =>
  new Map([
    ["strategicObjective", "a strategic objective"],
    ["policyObjective", "a policy objective"],
    ["actionPlan", "an action plan"],
  ]).get(name) ?? name

const purpose = (name: string): string => columns.get(name) ?? name

/** The columns of the sector table, as its file names them. */
export const columns: ReadonlyMap<string, string> = new Map([
  ["origin", "herkomst"],
  ["operatingGrant", "werkingssubsidie"],
  ["investmentGrant", "investeringssubsidie"],
  ["loan", "lening"],
  ["interest", "rente"],
])
