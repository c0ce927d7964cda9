/**
 * What an event mentions: budget lines, result accounts, actions and years, each with the path of its field.
 *
 * A switch without a default, so that a new kind of event does not compile before its mentions are listed.
 */
import type { Amounts, BudgetEvent, Of } from "../event/BudgetEvent.ts"
import type { Declarations } from "../event/Structure.ts"
import type { BudgetLine, Direction } from "../value/BudgetLine.ts"
import type { Year } from "../value/Year.ts"

/** A mention, by what is mentioned. `field` is a path such as `event.line`. */
export type Mention =
  | { readonly _tag: "Line"; readonly field: string; readonly line: BudgetLine }
  | {
      readonly _tag: "Result"
      readonly field: string
      readonly direction: Direction
      readonly account: string
    }
  | { readonly _tag: "Action"; readonly field: string; readonly action: string }
  /** A year of the plan. An open year must not be closed either. */
  | { readonly _tag: "Year"; readonly field: string; readonly year: Year; readonly isOpen: boolean }

/** Returns everything that an event mentions, in the order of its fields. */
export const of = (event: BudgetEvent): ReadonlyArray<Mention> => {
  switch (event._tag) {
    case "PlanAdopted":
      return planYears(event.creditYears)
    case "StructureDeclared":
      return declared(event.declarations, "declarations")
    case "EstimatePosted":
      return [line(event.line, "line"), ...openYears(event.amounts, "amounts")]
    case "OverheadReallocated":
      return overhead(event)
    case "PassedThrough":
    case "ContributionsApportioned":
      return [line(event.line, "line"), ...event.years.map(({ year }) => open(year, "years"))]
    case "PlanAdjusted":
      return [
        ...declared(event.structure ?? {}, "structure"),
        ...planYears(event.creditYears),
        ...event.changes.flatMap((change) => [
          line(change.line, "changes.line"),
          ...openYears(change.amounts, "changes.amounts"),
        ]),
      ]
    case "ResultCarriedForward":
      return [result("O", event.account), open(event.year, "year")]
    case "FundsEarmarked":
      return [result("U", event.account), ...openYears(event.amounts, "amounts")]
    case "DebtOpened":
    case "RepaymentStated":
      return [open(event.year, "year")]
    case "CreditTransferred":
      return [line(event.from, "from"), line(event.to, "to"), open(event.year, "year")]
    case "EstimatesIndexed":
      return event.lines.flatMap((indexed) => [
        line(indexed.line, "lines.line"),
        ...indexed.years.map(({ year }) => open(year, "lines.years")),
      ])
    case "FundingAssigned":
      return event.lines.map((funding) => line(funding.line, "lines.line"))
    case "ConditionJudged":
      return []
    case "ActionStopped":
      return [
        action(event.action, "action"),
        ...event.taken.flatMap((taken) => [
          line(taken.line, "taken.line"),
          ...openYears(taken.amounts, "taken.amounts"),
        ]),
      ]
    case "CommitmentRecorded":
    case "ActualRecorded":
      return [line(event.line, "line"), open(event.year, "year")]
    case "CarriedOver":
      return [line(event.line, "line"), planYear(event.from, "from"), open(event.to, "to")]
    case "YearClosed":
      return [
        open(event.year, "year"),
        ...(event.released ?? []).map((released) => line(released.line, "released.line")),
      ]
    case "Reversed":
      return event.turned.map(({ year }) => open(year, "turned.year"))
  }
}

const line = (budgetLine: BudgetLine, field: string): Mention => ({
  _tag: "Line",
  field: `event.${field}`,
  line: budgetLine,
})

const result = (direction: Direction, account: string): Mention => ({
  _tag: "Result",
  field: "event.account",
  direction,
  account,
})

const action = (code: string, field: string): Mention => ({
  _tag: "Action",
  field: `event.${field}`,
  action: code,
})

const open = (year: Year, field: string): Mention => ({ ...planYear(year, field), isOpen: true })

const planYear = (year: Year, field: string) => ({
  _tag: "Year" as const,
  field: `event.${field}`,
  year,
  isOpen: false,
})

const openYears = (amounts: Amounts, field: string): ReadonlyArray<Mention> =>
  Object.keys(amounts).map((year) => open(Number(year), `${field}.${year}`))

const planYears = (years: ReadonlyArray<Year>): ReadonlyArray<Mention> =>
  years.map((year) => planYear(year, "creditYears"))

const declared = ({ targets = [] }: Declarations, field: string): ReadonlyArray<Mention> =>
  targets.map(({ year }) => planYear(year, `${field}.targets.year`))

// The accounts of the rule, on the policy item of each charge.
const overhead = ({ rule, charges }: Of<"OverheadReallocated">): ReadonlyArray<Mention> => [
  action(rule.target, "rule.target"),
  line(
    { direction: "O", account: rule.creditAccount, policyItem: rule.creditPolicyItem, action: rule.target },
    "rule",
  ),
  ...charges.flatMap(({ action, policyItem, year }) => [
    line({ direction: "U", account: rule.chargeAccount, policyItem, action }, "charges"),
    open(year, "charges.year"),
  ]),
]
