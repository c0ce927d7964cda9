/**
 * The check of what an event mentions: lines, accounts and actions must be declared, years in the plan and open, and days in the
 * calendar.
 */
import type { BudgetEvent } from "../event/BudgetEvent.ts"
import * as ImpossibleDay from "../event/ImpossibleDay.ts"
import * as Structure from "../event/Structure.ts"
import * as Dimension from "../form/Dimension.ts"
import { type Invalidity, invalid } from "../journal/InvalidReason.ts"
import type { Plan } from "../rule/Plan.ts"
import { type BudgetLine, estimated } from "../value/BudgetLine.ts"
import { isDay } from "../value/Calendar.ts"
import { within } from "../value/Year.ts"
import * as Mention from "./Mention.ts"
import * as References from "./References.ts"

/** An event, and the plan before it. */
interface MentioningEvent {
  readonly plan: Plan | undefined
  readonly event: BudgetEvent
}

/** Returns what an event mentions that is not valid. */
export const find = ({ plan: before, event }: MentioningEvent): ReadonlyArray<Invalidity> => {
  const plan =
    before ?? (event._tag === "PlanAdopted" ? { years: event.years, closed: new Set<number>() } : undefined)
  const structure =
    event._tag === "PlanAdjusted" && event.structure !== undefined && before !== undefined
      ? Structure.declare(before.structure, event.structure)
      : before?.structure
  const found = ImpossibleDay.list(event).flatMap(({ field, day }) => checkDay(day, `event.${field}`))
  for (const mention of Mention.of(event)) {
    if (mention._tag === "Year") found.push(...(plan === undefined ? [] : checkYear(plan, mention)))
    else if (structure !== undefined) found.push(...checkCode(structure, mention))
  }
  return found
}

const checkCode = (
  structure: Structure.Structure,
  mention: Extract<Mention.Mention, { readonly _tag: "Line" | "Action" | "Result" }>,
): ReadonlyArray<Invalidity> => {
  switch (mention._tag) {
    case "Line":
      return checkLine(structure, mention.line, mention.field)
    case "Action":
      return References.checkAction(structure, mention.action, mention.field)
    case "Result":
      return checkResult(structure, mention)
  }
}

/** Checks that a day is in the calendar. */
export const checkDay = (day: string, field: string): ReadonlyArray<Invalidity> =>
  isDay(day) ? [] : [invalid(field, { _tag: "ImpossibleDay", day })]

/** Checks that a year is in the plan, and open where it has to be. */
export const checkYear = (
  { years, closed }: Pick<Plan, "years" | "closed">,
  { field, year, isOpen }: Omit<Extract<Mention.Mention, { readonly _tag: "Year" }>, "_tag">,
): ReadonlyArray<Invalidity> => {
  if (!within(years, year)) return [invalid(field, { _tag: "YearOutsidePlan", year, years })]
  return isOpen && closed.has(year) ? [invalid(field, { _tag: "YearIsClosed", year })] : []
}

/** Checks that the codes of a line are declared, and that its account has a row and is not one of results. */
export const checkLine = (
  structure: Structure.Structure,
  line: BudgetLine,
  field: string,
): ReadonlyArray<Invalidity> => {
  const { account, action, policyItem, sector } = line
  const found: Array<Invalidity> = []
  if (!structure.policyItems.has(policyItem))
    found.push(invalid(`${field}.policyItem`, { _tag: "UnknownPolicyItem", policyItem }))
  if (action !== undefined) found.push(...References.checkAction(structure, action, `${field}.action`))
  if (sector !== undefined && !structure.sectors.has(sector))
    found.push(invalid(`${field}.sector`, { _tag: "UnknownSector", sector }))
  const reading = Dimension.of(structure, estimated(line))
  if (!Dimension.isUnplaced(reading)) {
    if (reading.section === "result")
      found.push(invalid(`${field}.account`, { _tag: "ResultAccount", account }))
  } else if (reading._tag !== "UnknownSector") {
    const part = reading._tag === "SectorWithoutRow" ? "sector" : "account"
    found.push(invalid(`${field}.${part}`, reading))
  }
  return found
}

const checkResult = (
  structure: Structure.Structure,
  { field, direction, account }: Extract<Mention.Mention, { readonly _tag: "Result" }>,
): ReadonlyArray<Invalidity> => {
  const reading = Dimension.of(structure, { phase: "estimate", direction, account })
  if (Dimension.isUnplaced(reading)) return [invalid(field, { _tag: "UnknownAccount", account, direction })]
  return reading.section === "result" ? [] : [invalid(field, { _tag: "NotAResultAccount", account })]
}
