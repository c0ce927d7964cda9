/**
 * The front door: a journal folded into columns, with the plan at every position. It only grows.
 *
 * Feed it entries in order; ask it for statements, explanations and differences at any moment.
 */
import * as Result from "effect/Result"
import * as Balances from "./Balances.ts"
import { type AmountOverflow, Columns } from "./Columns.ts"
import type { State } from "./Decision.ts"
import { type FormId, formIds, forms } from "./forms/index.ts"
import * as Journal from "./Journal.ts"
import * as Layout from "./Layout.ts"
import * as Moment from "./Moment.ts"
import * as Plan from "./Plan.ts"
import * as Posting from "./Posting.ts"
import type { Refusal } from "./Refusal.ts"
import * as Statement from "./Statement.ts"
import type * as Structure from "./Structure.ts"
import { Traces } from "./Trace.ts"
import * as Year from "./Year.ts"

/** A ledger in memory. */
export interface Ledger {
  readonly columns: Columns
  readonly traces: Traces
  /** The plan from a position on, whenever it changed. */
  readonly plans: Array<{ readonly position: number; readonly plan: Plan.Plan }>
  readonly layouts: Map<string, WeakMap<Structure.Structure, Layout.Layout>>
}

/** A ledger without entries. */
export const empty = (): Ledger => ({
  columns: new Columns(),
  traces: new Traces(),
  plans: [],
  layouts: new Map(),
})

/** Folds an entry that comes next. On an overflow nothing is folded. */
export const append = (
  ledger: Ledger,
  entry: Pick<Journal.Entry, "event" | "time" | "source">,
): Result.Result<void, AmountOverflow> => {
  const overflow = ledger.columns.append(Posting.of(entry.event))
  if (overflow !== undefined) return Result.fail(overflow)
  const position = ledger.columns.entries
  ledger.traces.append(entry)
  const before = ledger.plans.at(-1)?.plan
  const after = Plan.evolve(before, entry.event, position)
  if (after !== undefined && after !== before) ledger.plans.push({ position, plan: after })
  return Result.succeed(undefined)
}

/** Why a journal could not be replayed: what is wrong with the first bad entry. */
export type ReplayError = Journal.Damage | (AmountOverflow & { readonly position: number })

/** Opens stored entries, checks each against the chain, and folds them. The first thing wrong is the answer. */
export const replay = (
  sealed: Iterable<Journal.Sealed>,
  sha256: Journal.Sha256,
): Result.Result<Ledger, ReplayError> => {
  const ledger = empty()
  let head = Journal.genesis
  for (const one of sealed) {
    const entry = Journal.open(one, head, sha256)
    if (Result.isFailure(entry)) return Result.fail(entry.failure)
    const folded = append(ledger, entry.success)
    if (Result.isFailure(folded)) return Result.fail({ ...folded.failure, position: one.position })
    head = Journal.headOf(entry.success)
  }
  return Result.succeed(ledger)
}

/** How many entries a ledger has. */
export const position = (ledger: Ledger): number => ledger.columns.entries

/** The plan at a position; at the end when none is given. */
export const planAt = (ledger: Ledger, at: number = position(ledger)): Plan.Plan | undefined =>
  ledger.plans.findLast((change) => change.position <= at)?.plan

/** What decisions look at: the end of the journal. */
export const state = (ledger: Ledger): State => ({
  plan: planAt(ledger),
  balances: () => Balances.of(ledger.columns),
})

/** The position that a moment stands for: `plan:2026/1`, `position:123`, `time:…`; the end when none is given. */
export const moment = (ledger: Ledger, text: string | undefined): Result.Result<number, Refusal> =>
  Moment.resolve(
    {
      last: position(ledger),
      versions: planAt(ledger)?.versions ?? [],
      positionAt: (time) => ledger.traces.positionAt(time),
    },
    text,
  )

/** The form of a name. */
export const formOf = (name: string): Result.Result<FormId, Refusal> => {
  const id = formIds.find((form) => form.toLowerCase() === name.toLowerCase())
  return id === undefined
    ? Result.fail({ _tag: "UnknownForm", form: name, known: formIds })
    : Result.succeed(id)
}

/** A form under the structure of a position, compiled once. */
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

/** A form filled in at a moment. */
export const statement = (
  ledger: Ledger,
  form: FormId,
  options: { readonly at?: string | undefined; readonly policy?: Statement.Policy } = {},
): Result.Result<Statement.Statement, Refusal> => {
  const at = moment(ledger, options.at)
  if (Result.isFailure(at)) return Result.fail(at.failure)
  const plan = planAt(ledger, at.success)
  if (plan === undefined) return Result.fail({ _tag: "PlanNotAdopted" })
  return Result.succeed(
    Statement.of(layout(ledger, form, plan), Balances.of(ledger.columns, at.success), {
      at: { position: at.success, plan: Plan.current(plan)?.label ?? "" },
      entity: plan.entity.name,
      years: yearsShown(form, plan),
      span: Year.list(plan.years),
      policy: options.policy ?? "form",
    }),
  )
}
