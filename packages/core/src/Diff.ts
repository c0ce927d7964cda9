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
  const isForward = a.position <= b.position
  const [early, late] = isForward ? [a, b] : [b, a]
  const layout = Ledger.layout(ledger, form, late.plan)
  const earlyLayout = Ledger.layout(ledger, form, early.plan)
  const shown = new Set([...Ledger.yearsShown(form, early.plan), ...Ledger.yearsShown(form, late.plan)])
  const reading: Reading = { ledger, early, late, layout, span: Year.list(late.plan.years), shown }
  const cells = layout === earlyLayout ? moved(reading) : reread(reading, earlyLayout)
  return isForward ? cells : cells.map(turned)
}

/** What the cells of a form are compared under. */
interface Reading {
  readonly ledger: Ledger.Ledger
  readonly early: Side
  readonly late: Side
  readonly layout: Layout
  readonly span: ReadonlyArray<Year.Year>
  readonly shown: ReadonlySet<Year.Year>
}

const stretchOf = ({ early, late }: Reading): Trail.Stretch => ({
  after: early.position,
  until: late.position,
})

// Under one layout a difference is the postings in between, so only the cells that they move are looked at.
const moved = (reading: Reading): ReadonlyArray<ChangedCell> => {
  const { ledger, early, layout, span, shown } = reading
  const between = Trail.moved(ledger.columns, layout, span, stretchOf(reading))
  if (between.size === 0) return []
  const then = Statement.table(layout, early.balances, span)
  const cells = [...between].sort(([a], [b]) => a - b)
  return cells.flatMap(([at, steps]): ReadonlyArray<ChangedCell> => {
    const year = (span[0] ?? 0) + (at % span.length)
    const row = layout.rows[Math.floor(at / span.length)]
    const delta = Money.sum(steps.map(({ amount }) => amount))
    if (row === undefined || Money.isZero(delta) || !shown.has(year)) return []
    const old = then[at] ?? 0n
    return [cellOf(layout, row, year, { old, value: old + delta, causes: causesOf(ledger, steps) })]
  })
}

// Under another structure old postings may be read otherwise too, so every cell is looked at.
const reread = (reading: Reading, earlyLayout: Layout): ReadonlyArray<ChangedCell> => {
  const { ledger, early, late, layout, span, shown } = reading
  const stretch = stretchOf(reading)
  const now = Statement.table(layout, late.balances, span)
  const again = Statement.table(layout, early.balances, span)
  const then = Statement.table(earlyLayout, early.balances, span)
  const earlyRows = new Map(earlyLayout.rows.map((row) => [Address.format(row), row]))
  const between = Trail.moved(ledger.columns, layout, span, stretch)
  const years = [...span.keys()].filter((at) => shown.has((span[0] ?? 0) + at))
  const yearOf = (at: number): Year.Year => (span[0] ?? 0) + at
  const out: Array<ChangedCell> = []
  for (const row of layout.rows) {
    const before = earlyRows.get(Address.format(row))
    earlyRows.delete(Address.format(row))
    for (const at of years) {
      const cell = row.index * span.length + at
      const old = before === undefined ? 0n : (then[before.index * span.length + at] ?? 0n)
      const value = now[cell] ?? 0n
      if (old === value) continue
      const otherwise = (again[cell] ?? 0n) - old
      const causes = [...causesOf(ledger, between.get(cell) ?? []), ...structural(ledger, stretch, otherwise)]
      out.push(cellOf(layout, row, yearOf(at), { old, value, causes }))
    }
  }
  for (const row of earlyRows.values()) {
    for (const at of years) {
      const old = then[row.index * span.length + at] ?? 0n
      if (old === 0n) continue
      const causes = structural(ledger, stretch, -old)
      out.push(cellOf(layout, row, yearOf(at), { old, value: 0n, causes }))
    }
  }
  return out
}

const cellOf = (
  layout: Layout,
  { section, code, label }: Layout["rows"][number],
  year: Year.Year,
  {
    old,
    value,
    causes,
  }: { readonly old: bigint; readonly value: bigint; readonly causes: ReadonlyArray<Cause> },
): ChangedCell => {
  const isTold = (cause: Cause): boolean => cause.kind !== "unexplained"
  return {
    form: layout.form.id,
    section,
    code,
    label,
    year,
    old: Money.ofMicros(old),
    new: Money.ofMicros(value),
    delta: Money.ofMicros(value - old),
    causes: causes.filter(isTold),
    unexplained: Money.sum(causes.filter((cause) => !isTold(cause)).map(({ amount }) => amount)),
  }
}

const turned = (cell: ChangedCell): ChangedCell => ({
  ...cell,
  old: cell.new,
  new: cell.old,
  delta: Money.negate(cell.delta),
  causes: cell.causes.map((cause) => ({ ...cause, amount: Money.negate(cause.amount) })),
  unexplained: Money.negate(cell.unexplained),
})

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
