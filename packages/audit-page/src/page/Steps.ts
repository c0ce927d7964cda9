/**
 * A version of the plan taken apart into steps: its decision, each of its changes, and the rules that followed.
 *
 * The steps are folded by core's own columns, a step in the place of an entry, so that "after step 5" is a prefix.
 */
import {
  Balances,
  type BudgetEvent,
  Columns,
  type FormId,
  Journal,
  Ledger,
  Money,
  Posting,
  Statement,
  Year,
} from "@grootboek/core"
import * as Result from "effect/Result"
import type { Opened } from "./Opened.ts"

/** One step: where it stands in the journal, what it says, and what it moves. */
export interface Step {
  readonly entry: number
  readonly event: BudgetEvent.BudgetEvent
  /** The change of an adjustment that the step is; none for a whole entry. */
  readonly change: BudgetEvent.Change | undefined
  readonly source: Journal.Source | undefined
  readonly postings: ReadonlyArray<Posting.Posting>
}

/** A stretch of the journal in steps. */
export interface Steps {
  readonly list: ReadonlyArray<Step>
  readonly columns: Columns.Columns
  /** The position before the first step, and the one after the last. */
  readonly before: number
  readonly after: number
}

/** The steps of the version with a label. */
export const of = ({ ledger, sealed }: Opened, label: string): Steps => {
  const versions = Ledger.planAt(ledger)?.versions ?? []
  const index = versions.findIndex((version) => version.label === label)
  const first = versions[index]?.position ?? 1
  const after = (versions[index + 1]?.position ?? Ledger.position(ledger) + 1) - 1
  const list = sealed.slice(first - 1, after).flatMap((one) => {
    const entry = Journal.parse(one)
    return Result.isSuccess(entry) ? stepsOf(entry.success) : []
  })
  const columns = new Columns.Columns()
  for (const { postings } of list) columns.append(postings)
  return { list, columns, before: first - 1, after }
}

const stepsOf = ({ position, event, source }: Journal.Entry): ReadonlyArray<Step> => {
  const postings = Posting.of(event)
  const whole: Step = { entry: position, event, change: undefined, source, postings }
  if (event._tag !== "PlanAdjusted") return [whole]
  let turn = 0
  const changes = event.changes.map((change): Step => {
    const count = Object.keys(change.amounts).length
    const own = postings.slice(turn, turn + count)
    turn += count
    const line = change.row ?? source?.line
    return {
      entry: position,
      event,
      change,
      source: source === undefined ? undefined : { ...source, ...(line === undefined ? {} : { line }) },
      postings: own,
    }
  })
  return [{ ...whole, postings: [] }, ...changes]
}

/** What the steps up to one of them change in the rows of a form, by address, per year of the plan. */
export const changes = (
  ledger: Ledger.Ledger,
  form: FormId,
  steps: Steps,
  upTo: number,
): ReadonlyMap<string, ReadonlyArray<Money.Money>> => {
  const plan = Ledger.planAt(ledger, steps.after)
  if (plan === undefined) return new Map()
  const layout = Ledger.layout(ledger, form, plan)
  const amounts = Statement.amounts(layout, Balances.of(steps.columns, upTo), Year.list(plan.years))
  return new Map(
    layout.rows.map((row) => [`${row.section}/${row.code}`, (amounts[row.index] ?? []).map(Money.ofMicros)]),
  )
}
