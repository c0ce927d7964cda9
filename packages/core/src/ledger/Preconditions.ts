/**
 * The preconditions that every version of the decisions required before it recorded an event, besides its codes and its amounts: a
 * transfer within one total of M3, a carry-over of unused investment credit, a key that can be divided, a running action.
 */
import type { BudgetEvent, Of } from "../event/BudgetEvent.ts"
import type { Declarations } from "../event/Structure.ts"
import * as Structure from "../event/Structure.ts"
import * as Balances from "../fold/Balances.ts"
import type { Columns } from "../fold/Columns.ts"
import * as Dimension from "../form/Dimension.ts"
import type { InvalidReason } from "../journal/InvalidReason.ts"
import * as Commitment from "../rule/Commitment.ts"
import * as Contribution from "../rule/Contribution.ts"
import * as Credit from "../rule/Credit.ts"
import { checkRunning } from "../rule/Decision.ts"
import * as IndicatorCheck from "../rule/IndicatorCheck.ts"
import type { Plan } from "../rule/Plan.ts"
import { type BudgetLine, estimated, format } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { Refusal } from "../value/Refusal.ts"
import { type Year, list as yearsOf } from "../value/Year.ts"

/** A precondition that is not met: the path of its field, and why. */
interface UnmetPrecondition {
  readonly field: string
  readonly reason: InvalidReason
}

/** An event, with the postings and the plan before it. */
interface RecordedEvent {
  readonly ledger: { readonly columns: Columns }
  readonly plan: Plan | undefined
  readonly event: BudgetEvent
}

/** Returns the preconditions of an event that are not met. */
export const find = ({
  ledger: { columns },
  plan,
  event,
}: RecordedEvent): ReadonlyArray<UnmetPrecondition> => {
  if (plan === undefined) return none
  switch (event._tag) {
    case "StructureDeclared":
      return [
        ...(Object.values(event.declarations).every((list) => list.length === 0)
          ? at("event.declarations", [{ _tag: "NothingDeclared" }])
          : none),
        ...indicators(plan, event.declarations, "event.declarations"),
      ]
    case "PlanAdjusted":
      return [
        ...(event.changes.length === 0 && event.structure === undefined
          ? at("event.changes", [{ _tag: "NothingChanges" }])
          : none),
        ...indicators(plan, event.structure ?? {}, "event.structure"),
        ...event.changes.flatMap(({ line, amounts }) =>
          running(plan, { line, years: Object.keys(amounts).map(Number), field: "event.changes.line" }),
        ),
      ]
    case "EstimatePosted": {
      const { line, amounts } = event
      return running(plan, { line, years: Object.keys(amounts).map(Number), field: "event.line" })
    }
    case "EstimatesIndexed":
      return event.lines.flatMap(({ line, years }) =>
        running(plan, { line, years: years.map(({ year }) => year), field: "event.lines.line" }),
      )
    case "ActualRecorded":
      return running(plan, { line: event.line, years: [event.year], field: "event.line" })
    case "CommitmentRecorded":
      return commitment(plan, columns, event)
    case "CreditTransferred":
      return [
        ...running(plan, { line: event.to, years: [event.year], field: "event.to" }),
        ...at("event.to", Credit.checkRows(plan, Balances.of(columns), event)),
      ]
    case "CarriedOver":
      return carriedOver(plan, columns, event)
    case "OverheadReallocated":
      return (event.rule.exceptions ?? [])
        .filter((one) => one._tag !== "RealCost" && one.percent === undefined && one.amounts === undefined)
        .flatMap(({ action }) => at("event.rule.exceptions", [{ _tag: "ExceptionWithoutLimit", action }]))
    case "PassedThrough": {
      const { action = "", direction } = event.line
      return action !== "" && direction === "U" ? none : at("event.line", [{ _tag: "NoPaymentLine", action }])
    }
    case "ContributionsApportioned":
      return at("event.key", Contribution.checkKey(plan, event))
    case "ActionStopped": {
      const last = Number(event.lastDay.slice(0, 4))
      return yearsOf(plan.years)
        .filter((year) => year > last && plan.closed.has(year))
        .flatMap((year) => at("event.lastDay", [{ _tag: "YearIsClosed", year }]))
    }
    case "RepaymentStated":
      return repayment(plan, event)
    case "PlanAdopted":
    case "ResultCarriedForward":
    case "FundsEarmarked":
    case "DebtOpened":
    case "FundingAssigned":
    case "ConditionJudged":
    case "YearClosed":
    case "Reversed":
      return none
  }
}

const none: ReadonlyArray<UnmetPrecondition> = []

const at = (field: string, reasons: ReadonlyArray<InvalidReason>): ReadonlyArray<UnmetPrecondition> =>
  reasons.map((reason) => ({ field, reason }))

/** A line on which amounts of some years were recorded. */
interface RecordedLine {
  readonly line: BudgetLine
  readonly years: ReadonlyArray<Year>
  readonly field: string
}

/** Returns the years in which the action of a line has stopped. */
export const running = (plan: Plan, { line, years, field }: RecordedLine): ReadonlyArray<UnmetPrecondition> =>
  at(`${field}.action`, checkRunning(plan, line, years))

const carriedOver = (
  plan: Plan,
  columns: Columns,
  { line, from, to, amount: asked }: Of<"CarriedOver">,
): ReadonlyArray<UnmetPrecondition> => {
  const balances = Balances.of(columns)
  const place = format(line)
  const reading = Dimension.of(plan.structure, estimated(line))
  const [estimate, realised] = (["estimate", "actual"] as const).map((phase) =>
    Balances.ofLine(balances, phase, line, from),
  )
  const left = Money.subtract(estimate ?? Money.zero, realised ?? Money.zero)
  const amount = Money.from(asked)
  return [
    ...running(plan, { line, years: [to], field: "event.line" }),
    ...(Dimension.isUnplaced(reading) || reading.section === "investment"
      ? none
      : at("event.line", [{ _tag: "NotAnInvestment", place }])),
    ...(amount <= left || amount <= 0n
      ? none
      : at("event.amount", [{ _tag: "CarryOverTooLarge", place, left: Money.format(left), asked }])),
  ]
}

const commitment = (
  plan: Plan,
  columns: Columns,
  event: Of<"CommitmentRecorded">,
): ReadonlyArray<UnmetPrecondition> => {
  const { line, year } = event
  if (line.direction !== "U") return at("event.line", [{ _tag: "CommitmentOfReceipts", place: format(line) }])
  // A release is checked with the commitment that it names.
  return Money.from(event.amount) < 0n
    ? none
    : [
        ...running(plan, { line, years: [year], field: "event.line" }),
        ...at("event.reference", Commitment.checkNew(Balances.of(columns), event)),
      ]
}

const repayment = (plan: Plan, { year, rule }: Of<"RepaymentStated">): ReadonlyArray<UnmetPrecondition> => {
  const stated = rule._tag === "StatedAmount" ? rule.amount : rule.percent
  const before = plan.repayments.get(year)
  return [
    ...(/[1-9]/.test(stated) && !stated.startsWith("-")
      ? none
      : at("event.rule", [{ _tag: "RepaymentNotPositive", year, stated }])),
    ...(before === undefined || before._tag === rule._tag
      ? none
      : at("event.rule", [{ _tag: "RepaymentTwice", year }])),
  ]
}

// Codes, years and days of indicators are checked with those of all declarations.
const indicators = (
  { structure, years }: Plan,
  declarations: Declarations,
  field: string,
): ReadonlyArray<UnmetPrecondition> => {
  const after = Structure.declare(structure, declarations)
  return at(field, IndicatorCheck.check(declarations, { after, years }).filter(isMeaning))
}

const meanings = [
  "NotCounted",
  "TargetDayOutside",
  "IndicatorInWords",
  "WordsMissing",
  "TargetWithoutValue",
  "NotADeed",
  "MarginWithoutAbout",
  "MeasurementWithoutValue",
  "TermEndsBefore",
] as const

type Meaning = Extract<Refusal, { readonly _tag: (typeof meanings)[number] }>

const isMeaning = (refusal: Refusal): refusal is Meaning => meanings.some((tag) => tag === refusal._tag)
