/**
 * What changed between two moments, cell by cell: old, new, the difference, and what caused it.
 *
 * A difference is the postings between the moments, plus what a changed structure reads otherwise (a rule change,
 * told apart from data). Causes and what stays unexplained sum to the difference exactly. A change of an adjustment
 * that states no reason is unexplained.
 */
import * as Result from "effect/Result"
import * as Address from "./Address.ts"
import * as Balances from "./Balances.ts"
import * as Explain from "./Explain.ts"
import { type FormId, formIds } from "./forms/index.ts"
import type { Layout } from "./Layout.ts"
import * as Ledger from "./Ledger.ts"
import * as Money from "./Money.ts"
import type { Plan } from "./Plan.ts"
import type { Refusal } from "./Refusal.ts"
import * as Statement from "./Statement.ts"
import * as Trail from "./Trail.ts"
import * as Year from "./Year.ts"

/** What kind of thing changed a cell: a stated reason's class, the kind of event, or `structure` for another reading. */
export interface Cause {
  /** The entry that caused it. */
  readonly entry: number
  readonly event: string
  /** The reason class of an adjustment, `overhead` or `passThrough` for a rule that followed, `structure` for a rule change, else `posted`. */
  readonly kind: string
  /** The reason in words, as stated. */
  readonly text: string | undefined
  readonly amount: Money.Money
}

/** A cell that changed. */
export interface ChangedCell {
  readonly form: string
  readonly section: string
  readonly code: string
  readonly label: string
  readonly year: Year.Year
  readonly old: Money.Money
  readonly new: Money.Money
  readonly delta: Money.Money
  readonly causes: ReadonlyArray<Cause>
  readonly unexplained: Money.Money
}

/** A difference between two moments. */
export interface Difference {
  readonly from: { readonly position: number; readonly plan: string }
  readonly to: { readonly position: number; readonly plan: string }
  readonly cells: ReadonlyArray<ChangedCell>
}

/** The difference between two moments, over some forms or all of them. */
export const between = (
  ledger: Ledger.Ledger,
  from: string,
  to: string,
  only: ReadonlyArray<FormId> = formIds,
): Result.Result<Difference, Refusal> => {
  const before = side(ledger, from)
  if (Result.isFailure(before)) return Result.fail(before.failure)
  const after = side(ledger, to)
  if (Result.isFailure(after)) return Result.fail(after.failure)
  const [a, b] = [before.success, after.success]
  const label = ({ position, plan }: Side) => ({ position, plan: plan.versions.at(-1)?.label ?? "" })
  return Result.succeed({
    from: label(a),
    to: label(b),
    cells: only.flatMap((form) => changed(ledger, form, a, b)),
  })
}

/** One side of a difference. */
interface Side {
  readonly position: number
  readonly plan: Plan
  readonly balances: Balances.Balances
}

const side = (ledger: Ledger.Ledger, text: string): Result.Result<Side, Refusal> => {
  const position = Ledger.moment(ledger, text)
  if (Result.isFailure(position)) return Result.fail(position.failure)
  const plan = Ledger.planAt(ledger, position.success)
  return plan === undefined
    ? Result.fail({ _tag: "PlanNotAdopted" })
    : Result.succeed({
        position: position.success,
        plan,
        balances: Balances.of(ledger.columns, position.success),
      })
}

const changed = (ledger: Ledger.Ledger, form: FormId, a: Side, b: Side): ReadonlyArray<ChangedCell> => {
  // Read forwards in time: a difference backwards is the same one turned.
  const [early, late, sign] = a.position <= b.position ? [a, b, 1n] : [b, a, -1n]
  const layout = Ledger.layout(ledger, form, late.plan)
  const earlyLayout = Ledger.layout(ledger, form, early.plan)
  const span = Year.list(late.plan.years)
  const first = late.plan.years.first
  const years = new Set([...Ledger.yearsShown(form, early.plan), ...Ledger.yearsShown(form, late.plan)])
  const now = Statement.amounts(layout, late.balances, span)
  const then = byAddress(earlyLayout, Statement.amounts(earlyLayout, early.balances, span))
  const reread = layout === earlyLayout ? undefined : Statement.amounts(layout, early.balances, span)
  const stretch = { after: early.position, until: late.position }
  const gone = earlyLayout.rows.filter(
    (row) => !layout.rows.some((other) => Address.format(other) === Address.format(row)),
  )
  let places: ReadonlyMap<number, ReadonlyArray<number>> | undefined
  const out: Array<ChangedCell> = []
  const push = (
    row: Layout["rows"][number],
    year: number,
    old: bigint,
    value: bigint,
    causes: ReadonlyArray<Cause>,
  ) => {
    const told = causes.filter((cause) => cause.kind !== "unexplained")
    const unexplained = Money.sum(
      causes.filter((cause) => cause.kind === "unexplained").map((cause) => cause.amount),
    )
    out.push({
      form: layout.form.id,
      section: row.section,
      code: row.code,
      label: row.label,
      year,
      old: Money.ofMicros(sign === 1n ? old : value),
      new: Money.ofMicros(sign === 1n ? value : old),
      delta: Money.ofMicros((value - old) * sign),
      causes: told.map((cause) => ({ ...cause, amount: Money.ofMicros(cause.amount * sign) })),
      unexplained: Money.ofMicros(unexplained * sign),
    })
  }
  for (const row of layout.rows) {
    for (const year of span.filter((one) => years.has(one))) {
      const at = year - first
      const old = then.get(Address.format(row))?.[at] ?? 0n
      const value = now[row.index]?.[at] ?? 0n
      if (old === value) continue
      places ??= Trail.placesByLeaf(layout, ledger.columns)
      const steps = Trail.steps(ledger.columns, Trail.leaves(layout, row.index, year, first), places, stretch)
      const otherwise = (reread?.[row.index]?.[at] ?? old) - old
      push(row, year, old, value, [...causesOf(ledger, steps), ...structural(ledger, stretch, otherwise)])
    }
  }
  for (const row of gone) {
    for (const year of span.filter((one) => years.has(one))) {
      const old = then.get(Address.format(row))?.[year - first] ?? 0n
      if (old !== 0n) push(row, year, old, 0n, structural(ledger, stretch, -old))
    }
  }
  return out
}

const byAddress = (layout: Layout, amounts: Statement.Amounts): ReadonlyMap<string, ReadonlyArray<bigint>> =>
  new Map(layout.rows.map((row) => [Address.format(row), amounts[row.index] ?? []]))

/** One cause per entry, kind and text. */
const causesOf = (ledger: Ledger.Ledger, steps: ReadonlyArray<Trail.Step>): ReadonlyArray<Cause> => {
  const out = new Map<string, Cause>()
  for (const step of steps) {
    const { entry, event, rule, reason } = Explain.posting(ledger, step)
    const kind = reason?.class ?? (event === "PlanAdjusted" ? "unexplained" : (rule?.rule ?? "posted"))
    const key = `${entry}\u001f${kind}\u001f${reason?.text ?? ""}`
    const amount = Money.add(out.get(key)?.amount ?? Money.zero, step.amount)
    out.set(key, { entry, event, kind, text: reason?.text, amount })
  }
  return [...out.values()].filter((cause) => !Money.isZero(cause.amount))
}

/** What another reading of old postings moved; it is owed to the last entry of the stretch that changed the structure. */
const structural = (
  ledger: Ledger.Ledger,
  { after, until }: Trail.Stretch,
  amount: bigint,
): ReadonlyArray<Cause> => {
  if (amount === 0n) return []
  const changes = ledger.plans.filter((change) => change.position > after && change.position <= until)
  const entry =
    changes.findLast(
      ({ position }) =>
        Ledger.planAt(ledger, position - 1)?.structure !== Ledger.planAt(ledger, position)?.structure,
    )?.position ?? until
  return [
    {
      entry,
      event: ledger.traces.at(entry)?.kind ?? "",
      kind: "structure",
      text: undefined,
      amount: Money.ofMicros(amount),
    },
  ]
}
