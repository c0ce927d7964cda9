/**
 * A form read under another structure, or under other conditions, at two moments: old postings may count otherwise too,
 * so every cell is looked at. What another reading moved is a cause of its own.
 */

import * as Balances from "../fold/Balances.ts"
import * as Address from "../form/Address.ts"
import type { Layout } from "../form/Layout.ts"
import * as Ledger from "../ledger/Ledger.ts"
import * as Statement from "../ledger/Statement.ts"
import type * as Trail from "../ledger/Trail.ts"
import * as Funding from "../rule/Funding.ts"
import type * as Year from "../value/Year.ts"
import * as Cause from "./Cause.ts"
import * as ChangedCell from "./ChangedCell.ts"
import { type Reading, stretch } from "./Reading.ts"

/** The cells that changed. */
export const changed = (reading: Reading, earlyLayout: Layout): ReadonlyArray<ChangedCell.ChangedCell> => {
  const { ledger, early, late, layout, span, shown, moves } = reading
  const now = Statement.table(layout, late.balances, span)
  const again = Statement.table(layout, early.balances, span)
  const then = Statement.table(earlyLayout, early.balances, span)
  const earlyRows = new Map(earlyLayout.rows.map((row) => [identity(row), row]))
  const between = Cause.shares(ledger.columns, layout, span, moves)
  const judged = judgements(reading, again)
  const restructured = restructuring(ledger, stretch(reading))
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
        Cause.share(restructured, (again[cell] ?? 0n) - old),
        ...judged.map(({ motive, amounts }) => Cause.share(motive, amounts[cell] ?? 0n)),
      ]
      out.push(ChangedCell.of(layout, { row: row.index, year: yearOf(at), old, delta: value - old }, shares))
    }
  }
  // What the later structure has no row for any more.
  for (const { index } of earlyRows.values()) {
    for (const at of years) {
      const old = then[index * span.length + at] ?? 0n
      if (old === 0n) continue
      const shares = [Cause.share(restructured, -old)]
      out.push(ChangedCell.of(earlyLayout, { row: index, year: yearOf(at), old, delta: -old }, shares))
    }
  }
  return out
}

// Two groups may bear one name, and then one address.
const identity = (row: Layout["rows"][number]): string => `${row.group}\u001f${Address.format(row)}`

/** An entry that let old money in or out, and how much in each cell. */
interface Judgement {
  readonly motive: Cause.Motive
  readonly amounts: ReadonlyArray<bigint>
}

/** Every entry of the stretch that met a condition, or took that back, or put a line under one: each in its turn. */
const judgements = (
  { ledger, early, late, layout, span, conditional }: Reading,
  again: ArrayLike<bigint>,
): ReadonlyArray<Judgement> => {
  if (conditional === "with") return []
  const whole = Balances.of(ledger.columns, early.position)
  const out: Array<Judgement> = []
  let [plan, read] = [early.plan, again]
  for (const { position } of ledger.plans) {
    if (position <= early.position || position > late.position) continue
    const next = Ledger.planAt(ledger, position) ?? plan
    const isSame = next.met === plan.met && next.funding === plan.funding
    plan = next
    if (isSame) continue
    const [then, now] = [read, Statement.table(layout, Funding.reach(plan, conditional)(whole), span)]
    const event = ledger.traces.events.get(position)
    const text = event?._tag === "ConditionJudged" ? (event.text ?? event.condition) : undefined
    out.push({
      motive: { entry: position, event: ledger.traces.kindAt(position) as string, kind: "condition", text },
      amounts: Array.from(now, (amount, cell) => amount - (then[cell] ?? 0n)),
    })
    read = now
  }
  return out
}

/** What another reading of old postings moved is owed to the last entry of the stretch that changed the structure. */
const restructuring = (ledger: Ledger.Ledger, { after, until }: Trail.Stretch): Cause.Motive => {
  const entry =
    ledger.plans.findLast(
      ({ position }) =>
        position > after &&
        position <= until &&
        Ledger.planAt(ledger, position - 1)?.structure !== Ledger.planAt(ledger, position)?.structure,
    )?.position ?? until
  return { entry, event: ledger.traces.kindAt(entry) as string, kind: "structure", text: undefined }
}
