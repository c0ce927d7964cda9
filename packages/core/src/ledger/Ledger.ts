/**
 * A ledger: a journal folded into columns, with the plan at every position.
 *
 * Entries are appended in order and never removed, so that statements can be read at any position.
 *
 * ```ts
 * const m2 = Result.getOrThrow(Ledger.statement(ledger, "M2", { at: 7 }))
 * m2.at // => { position: 7, plan: "2026/1" }
 * Ledger.position(ledger) // => 9
 * Result.getOrThrow(Ledger.moment(ledger, "plan:2026/0")) // => 6
 * Result.isFailure(Ledger.checkPosition(ledger, 99)) // => true
 * Ledger.planAt(ledger, 2)?.versions.length // => 1
 * Ledger.label(Result.getOrThrow(Ledger.requirePlan(ledger, undefined))) // => { position: 9, plan: "2026/1" }
 * Ledger.state(ledger).plan?.entity.name // => "Demo"
 * Result.getOrThrow(Ledger.formOf("m2")) // => "M2"
 * Ledger.layout(ledger, "M2", plan).form.id // => "M2"
 * Ledger.yearsShown("M3", plan) // => [2026]
 * const copy = Ledger.copy(ledger)
 * Result.isSuccess(Ledger.append(copy, entry)) // => true
 * [Ledger.position(copy), Ledger.position(ledger)] // => [10, 9]
 * Ledger.position(Ledger.of(ledger.columns.copy(), ledger.traces.copy())) // => 9
 * Ledger.keeping(ledger, (_, position) => position < 4).columns.postings // => 12
 * Ledger.position(Ledger.empty()) // => 0
 * ```
 */
import * as Result from "effect/Result"
import * as Posting from "../event/Posting.ts"
import type * as Structure from "../event/Structure.ts"
import * as Balances from "../fold/Balances.ts"
import { type AmountOverflow, Columns } from "../fold/Columns.ts"
import * as KeptPostings from "../fold/KeptPostings.ts"
import { Traces } from "../fold/Trace.ts"
import { type FormId, formIds, forms, notBuilt } from "../form/bbc3/index.ts"
import * as Layout from "../form/Layout.ts"
import type * as Journal from "../journal/Journal.ts"
import type { State } from "../rule/Decision.ts"
import * as Funding from "../rule/Funding.ts"
import * as Plan from "../rule/Plan.ts"
import type { Refusal } from "../value/Refusal.ts"
import * as Year from "../value/Year.ts"
import * as Moment from "./Moment.ts"
import * as PlanDecision from "./PlanDecision.ts"
import * as Statement from "./Statement.ts"

/** A ledger in memory. */
export interface Ledger {
  readonly columns: Columns
  readonly traces: Traces
  /** Every change of the plan, with its position. */
  readonly plans: Array<{ readonly position: number; readonly plan: Plan.Plan }>
  readonly layouts: Map<string, WeakMap<Structure.Structure, Layout.Layout>>
}

/** Returns a ledger without entries. */
export const empty = (): Ledger => ({
  columns: new Columns(),
  traces: new Traces(),
  plans: [],
  layouts: new Map(),
})

/** Returns the ledger of columns and traces. The plans are derived from the events in the traces. */
export const of = (columns: Columns, traces: Traces): Ledger => {
  const plans: Ledger["plans"] = []
  for (const [position, event] of traces.events) {
    const before = plans.at(-1)?.plan
    const after = Plan.evolve(before, event, position)
    if (after !== undefined && after !== before) plans.push({ position, plan: after })
  }
  return { columns, traces, plans, layouts: new Map() }
}

/** Returns an independent copy. The cost depends on the number of cells, not on the length of the journal. */
export const copy = ({ columns, traces, plans, layouts }: Ledger): Ledger => ({
  columns: columns.copy(),
  traces: traces.copy(),
  plans: [...plans],
  layouts,
})

/** Returns the ledger with the same entries and plans, in which only the postings that pass a test count. */
export const keeping = (
  { columns, traces, plans, layouts }: Ledger,
  isKept: (posting: number, entry: number) => boolean,
): Ledger => ({ columns: KeptPostings.of(columns, isKept), traces, plans, layouts })

/** Folds the next entry. After an overflow the ledger is unchanged. */
export const append = (
  ledger: Ledger,
  {
    event,
    time,
    source,
  }: Pick<Journal.Entry, "event" | "time"> & { readonly source?: Journal.Source | undefined },
): Result.Result<void, AmountOverflow> => {
  const overflow = ledger.columns.append(Posting.of(event))
  if (overflow !== undefined) return Result.fail(overflow)
  const position = ledger.columns.entries
  const kept = event._tag === "EstimatePosted" || event._tag === "ActualRecorded" ? undefined : event
  ledger.traces.append({ kind: event._tag, time, source, event: kept })
  const before = ledger.plans.at(-1)?.plan
  const after = Plan.evolve(before, event, position)
  if (after !== undefined && after !== before) ledger.plans.push({ position, plan: after })
  return done
}

const done: Result.Result<void, never> = Result.succeed(undefined)

/** The number of entries. */
export const position = (ledger: Ledger): number => ledger.columns.entries

/** The plan at a position; at the end of the journal by default. */
export const planAt = (ledger: Ledger, at: number = position(ledger)): Plan.Plan | undefined =>
  ledger.plans.findLast((change) => change.position <= at)?.plan

/** The state that decisions read: the end of the journal. */
export const state = (ledger: Ledger): State => ({
  plan: planAt(ledger),
  balances: () => Balances.of(ledger.columns),
})

/** The position of a moment such as `plan:2026/1`, `decision:2026/1`, `position:123` or `time:…`; the end when none is given. */
export const moment = (ledger: Ledger, text: string | undefined): Result.Result<number, Refusal> =>
  text === undefined ? Result.succeed(position(ledger)) : Moment.parse(timeline(ledger), text)

const timeline = (ledger: Ledger): Moment.Timeline => {
  const { traces } = ledger
  const versions = planAt(ledger)?.versions ?? []
  return {
    last: position(ledger),
    versions,
    decidedAt: (version) =>
      PlanDecision.end({ traces, versions, planAt: (at) => planAt(ledger, at) }, version),
    positionAt: (time) => traces.positionAt(time),
  }
}

/** The options that every question takes. */
export interface QuestionOptions {
  /** The last entry that counts; the end of the journal by default. `Ledger.moment` finds it for a plan or a time. */
  readonly at?: number | undefined
  /** How figures are printed; as the form prescribes by default. */
  readonly policy?: Statement.Policy | undefined
  /** Whether amounts under an unmet condition count; all amounts by default. */
  readonly conditional?: Funding.Conditional | undefined
}

/** A position of the journal, and the plan at it. */
export interface PlanAt {
  readonly position: number
  readonly plan: Plan.Plan
}

/** Checks that the journal has a position, and returns it; the end when none is given. */
export const checkPosition = (ledger: Ledger, at: number | undefined): Result.Result<number, Refusal> =>
  at === undefined ? Result.succeed(position(ledger)) : Moment.check(timeline(ledger), at)

/** The plan that a question reads. Refuses a position that the journal does not have, and a journal without a plan. */
export const requirePlan = (ledger: Ledger, at: number | undefined): Result.Result<PlanAt, Refusal> => {
  const found = checkPosition(ledger, at)
  if (Result.isFailure(found)) return Result.fail(found.failure)
  const plan = planAt(ledger, found.success)
  return plan === undefined
    ? Result.fail({ _tag: "PlanNotAdopted" })
    : Result.succeed({ position: found.success, plan })
}

/** A moment as answers show it: its position, and the label of the plan. */
export const label = ({ position, plan }: PlanAt): Statement.Statement["at"] => ({
  position,
  plan: Plan.current(plan)?.label ?? "",
})

/** Returns the id of a form by its name, in upper or lower case. */
export const formOf = (name: string): Result.Result<FormId, Refusal> => {
  const wanted = name.toLowerCase()
  const id = formIds.find((form) => form.toLowerCase() === wanted)
  if (id !== undefined) return Result.succeed(id)
  const missing = notBuilt.find((form) => form.toLowerCase() === wanted)
  return Result.fail(
    missing === undefined
      ? { _tag: "UnknownForm", form: name, known: formIds }
      : { _tag: "FormNotBuilt", form: missing, known: formIds },
  )
}

/** Returns the layout of a form under the structure of a plan, compiled once. */
export const layout = (ledger: Ledger, form: FormId, { structure }: Plan.Plan): Layout.Layout => {
  const known = ledger.layouts.get(form) ?? new WeakMap<Structure.Structure, Layout.Layout>()
  ledger.layouts.set(form, known)
  const found = known.get(structure) ?? Layout.of(forms[form], structure)
  known.set(structure, found)
  return found
}

/** The years that a form shows at a position. */
export const yearsShown = (form: FormId, plan: Plan.Plan): ReadonlyArray<Year.Year> =>
  forms[form].years === "plan" ? Year.list(plan.years) : (Plan.current(plan)?.creditYears ?? [])

/** Returns a form filled in. */
export const statement = (
  ledger: Ledger,
  form: FormId,
  { at, policy = "form", conditional = "with" }: QuestionOptions = {},
): Result.Result<Statement.Statement, Refusal> =>
  Result.map(requirePlan(ledger, at), ({ position, plan }) =>
    Statement.of(
      layout(ledger, form, plan),
      Funding.reach(plan, conditional)(Balances.of(ledger.columns, position)),
      {
        at: label({ position, plan }),
        entity: plan.entity.name,
        years: yearsShown(form, plan),
        span: Year.list(plan.years),
        policy,
      },
    ),
  )
