/**
 * A form compared under another structure, or with amounts under a condition left out.
 *
 * Postings made before the earlier moment may then count differently, so every cell is compared, and the effect of the
 * restatement is a cause of its own.
 */

import type { Kind } from "../event/BudgetEvent.ts"
import * as Balances from "../fold/Balances.ts"
import * as Address from "../form/Address.ts"
import type { FormId } from "../form/bbc3/index.ts"
import type { Layout } from "../form/Layout.ts"
import type * as Ledger from "../ledger/Ledger.ts"
import * as Statement from "../ledger/Statement.ts"
import * as Funding from "../rule/Funding.ts"
import type * as Year from "../value/Year.ts"
import * as Cause from "./Cause.ts"
import * as ChangedCell from "./ChangedCell.ts"

/** One of the two moments. */
export interface Side extends Ledger.PlanAt {
  readonly balances: Balances.Balances
}

/** Two moments of a form, earlier and later, and the changes in between. */
export interface ComparedForm {
  readonly ledger: Ledger.Ledger
  readonly form: FormId
  readonly early: Side
  readonly late: Side
  readonly layout: Layout
  readonly span: ReadonlyArray<Year.Year>
  readonly shown: ReadonlySet<Year.Year>
  /** The postings in between. */
  readonly moved: ReadonlyArray<Cause.CausePostings>
  readonly conditional: Funding.Conditional
}

/** Returns the cells that changed, with their causes: postings, a new structure, and conditions. */
export const changed = (
  comparison: ComparedForm,
  earlyLayout: Layout,
): ReadonlyArray<ChangedCell.ChangedCell> => {
  const { ledger, form, early, late, layout, span, shown, moved } = comparison
  const now = Statement.table(layout, late.balances, span)
  const restated = Statement.table(layout, early.balances, span)
  const then = Statement.table(earlyLayout, early.balances, span)
  const earlyRows = new Map(earlyLayout.rows.map((row) => [identity(row), row]))
  const between = Cause.shares(ledger.columns, layout, span, moved)
  const conditions = conditionChanges(comparison, restated)
  const structure = structureChange(comparison)
  const years = [...span.keys()].filter((at) => shown.has((span[0] ?? 0) + at))
  const yearOf = (at: number): Year.Year => (span[0] ?? 0) + at
  const out: Array<ChangedCell.ChangedCell> = []
  for (const row of layout.rows) {
    const before = earlyRows.get(identity(row))
    earlyRows.delete(identity(row))
    for (const at of years) {
      const cell = row.index * span.length + at
      const old = before === undefined ? 0n : (then[before.index * span.length + at] ?? 0n)
      const value = now[cell] ?? 0n
      if (old === value) continue
      const shares = [
        ...(between[cell] ?? []),
        Cause.share(structure, (restated[cell] ?? 0n) - old),
        ...conditions.map(({ key, amounts }) => Cause.share(key, amounts[cell] ?? 0n)),
      ]
      out.push(
        ChangedCell.of(layout, { form, row: row.index, year: yearOf(at), old, delta: value - old }, shares),
      )
    }
  }
  // Rows that the later structure no longer has.
  for (const { index } of earlyRows.values()) {
    for (const at of years) {
      const old = then[index * span.length + at] ?? 0n
      if (old === 0n) continue
      const shares = [Cause.share(structure, -old)]
      out.push(ChangedCell.of(earlyLayout, { form, row: index, year: yearOf(at), old, delta: -old }, shares))
    }
  }
  return out
}

// Two groups may have the same name, and then the same address.
const identity = (row: Layout["rows"][number]): string => `${row.group}\u001f${Address.format(row)}`

/** An entry that changed which conditional amounts count, and its effect on each cell. */
interface ConditionChange {
  readonly key: Cause.CauseKey
  readonly amounts: ReadonlyArray<bigint>
}

/** Returns the entries in between that met a condition, withdrew that, or assigned a condition to a line, in order. */
const conditionChanges = (
  { ledger, early, late, layout, span, conditional }: ComparedForm,
  restated: ArrayLike<bigint>,
): ReadonlyArray<ConditionChange> => {
  if (conditional === "with") return []
  const whole = Balances.of(ledger.columns, early.position)
  const out: Array<ConditionChange> = []
  let [plan, read] = [early.plan, restated]
  for (const { position, plan: next } of ledger.plans) {
    if (position <= early.position || position > late.position) continue
    const isSame = next.met === plan.met && next.funding === plan.funding
    plan = next
    if (isSame) continue
    const [then, now] = [read, Statement.table(layout, Funding.reach(plan, conditional)(whole), span)]
    const event = ledger.traces.events.get(position)
    const text = event?._tag === "ConditionJudged" ? (event.text ?? event.condition) : undefined
    out.push({
      key: { entry: position, event: ledger.traces.kindAt(position) as Kind, kind: "condition", text },
      amounts: Array.from(now, (amount, cell) => amount - (then[cell] ?? 0n)),
    })
    read = now
  }
  return out
}

/**
 * Returns the effect of a new structure on earlier postings, as a cause of the last entry in between that changed it.
 */
const structureChange = ({ ledger, early, late }: ComparedForm): Cause.CauseKey => {
  const entry =
    ledger.plans.findLast(
      ({ position, plan }, index, plans) =>
        position > early.position &&
        position <= late.position &&
        plans[index - 1]?.plan.structure !== plan.structure,
    )?.position ?? late.position
  return { entry, event: ledger.traces.kindAt(entry) as Kind, kind: "structure", text: undefined }
}
