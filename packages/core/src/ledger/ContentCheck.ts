/** The fixed list of checks of the content of an entry. */
import type { BudgetEvent } from "../event/BudgetEvent.ts"
import * as Structure from "../event/Structure.ts"
import * as Balances from "../fold/Balances.ts"
import { type Invalidity, invalid } from "../journal/InvalidReason.ts"
import { unbalanced } from "../rule/Adjustment.ts"
import * as Commitment from "../rule/Commitment.ts"
import { current, type Plan } from "../rule/Plan.ts"
import * as Money from "../value/Money.ts"
import type * as Ledger from "./Ledger.ts"
import * as MentionCheck from "./MentionCheck.ts"
import * as Preconditions from "./Preconditions.ts"
import * as References from "./References.ts"
import * as RuleAmounts from "./RuleAmounts.ts"

/** An entry to check, with the ledger and the plan before it. */
export interface CheckedEntry {
  readonly ledger: Ledger.Ledger
  readonly plan: Plan | undefined
  readonly event: BudgetEvent
}

/** A check of the content of an entry. */
export interface ContentCheck {
  readonly code: string
  readonly note: string
  readonly find: (checked: CheckedEntry) => ReadonlyArray<Invalidity>
}

const planFirst = ({ plan, event }: CheckedEntry): ReadonlyArray<Invalidity> => {
  if (event._tag !== "PlanAdopted")
    return plan === undefined ? [invalid("event", { _tag: "PlanNotAdopted" })] : []
  if (plan === undefined) return []
  const label = current(plan)?.label ?? ""
  return [invalid("event", { _tag: "PlanAlreadyAdopted", entity: plan.entity.name, plan: label })]
}

const neutrality = ({ plan, event }: CheckedEntry): ReadonlyArray<Invalidity> => {
  if (plan === undefined || event._tag !== "PlanAdjusted" || event.neutrality === undefined) return []
  const after =
    event.structure === undefined
      ? plan
      : { ...plan, structure: Structure.declare(plan.structure, event.structure) }
  return unbalanced(after, event.neutrality, event.changes).map((reason) => invalid("event.changes", reason))
}

const reversal = ({ ledger, event }: CheckedEntry): ReadonlyArray<Invalidity> => {
  if (event._tag !== "Reversed") return []
  const { columns } = ledger
  const first = columns.endOf(event.entry - 1)
  const isExact =
    event.entry >= 1 &&
    event.entry <= columns.entries &&
    columns.endOf(event.entry) - first === event.turned.length &&
    event.turned.every(({ place, year, amount }, turn) => {
      const { cell, amount: posted } = columns.posting(first + turn)
      return columns.findCell(place, year) === cell && Money.from(amount) === -posted
    })
  return isExact ? [] : [invalid("event.turned", { _tag: "ReversalDiffers", entry: event.entry })]
}

const indicators = ({ plan, event }: CheckedEntry): ReadonlyArray<Invalidity> => {
  const [declarations, field] =
    event._tag === "StructureDeclared"
      ? [event.declarations, "event.declarations"]
      : event._tag === "PlanAdjusted"
        ? [event.structure, "event.structure"]
        : []
  if (plan === undefined || declarations === undefined) return []
  const { targets = [], measurements = [] } = declarations
  const own = new Set((declarations.indicators ?? []).map(({ code }) => code))
  const { register } = plan.structure
  const unknown = (list: string) => (one: { readonly indicator: string }) =>
    own.has(one.indicator) || register.indicators.has(one.indicator)
      ? []
      : [invalid(`${field}.${list}.indicator`, { _tag: "UnknownIndicator", indicator: one.indicator })]
  return [...targets.flatMap(unknown("targets")), ...measurements.flatMap(unknown("measurements"))]
}

const commitments = ({ ledger, event }: CheckedEntry): ReadonlyArray<Invalidity> => {
  if (event._tag === "ActualRecorded" && event.commitment !== undefined)
    return Commitment.checkNamed(Balances.of(ledger.columns), event).map((reason) =>
      invalid("event.commitment", reason),
    )
  if (event._tag !== "CommitmentRecorded" || Money.from(event.amount) >= 0n) return []
  return Commitment.checkRelease(Balances.of(ledger.columns), event).map((reason) =>
    invalid("event.amount", reason),
  )
}

/** The list of checks: the plan, what an event mentions and refers to, declared neutrality, and the amounts of rules. */
export const checks: ReadonlyArray<ContentCheck> = [
  {
    code: "planFirst",
    note: "The plan is adopted once, by the first event.",
    find: planFirst,
  },
  {
    code: "mentions",
    note: "Lines, accounts, actions, years and days are declared, in the plan, open, and in the calendar.",
    find: MentionCheck.find,
  },
  {
    code: "references",
    note: "Parents, goals, members, conditions, rows and exceptions are declared, codes once; a label and a reversal occur once.",
    find: References.find,
  },
  {
    code: "preconditions",
    note: "Transfers, carry-overs, keys, exceptions, commitments, indicators and stopped actions are as every decision demanded.",
    find: Preconditions.find,
  },
  { code: "neutrality", note: "An adjustment that is declared neutral is neutral.", find: neutrality },
  {
    code: "ruleAmounts",
    note: "Amounts of a rule follow from the base, the rate and the rounding that the event records.",
    find: RuleAmounts.find,
  },
  {
    code: "reversal",
    note: "A reversal negates the amounts of the entry that it names.",
    find: reversal,
  },
  {
    code: "indicators",
    note: "A target or a measurement names an indicator that is declared before it, or with it.",
    find: indicators,
  },
  {
    code: "commitments",
    note: "A booking or a release names a commitment of its line and year, and a release takes at most what is open.",
    find: commitments,
  },
]
