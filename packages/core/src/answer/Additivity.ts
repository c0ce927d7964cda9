/** The laws of sums: balances and forms of two parts of a journal add up to those of the whole. */
import * as Result from "effect/Result"
import * as Balances from "../fold/Balances.ts"
import { formIds } from "../form/bbc3/index.ts"
import * as Ledger from "../ledger/Ledger.ts"
import * as Statement from "../ledger/Statement.ts"
import * as Money from "../value/Money.ts"
import * as Year from "../value/Year.ts"
import { type CheckLaw, nameOfCell, nameOfSlot } from "./Comparisons.ts"
import * as Diff from "./Diff.ts"

/** The balances before the last version of the plan plus the later postings are the balances now. */
export const homomorphism: CheckLaw = ({ ledger, plan, at }, comparisons) => {
  const { columns } = ledger
  const before = splitOf(plan.versions, at)
  const sums = columns.at(before)
  for (let index = columns.endOf(before); index < columns.endOf(at); index++) {
    const slot = columns.cellOfPosting(index)
    sums[slot] = (sums[slot] as bigint) + columns.amountOf(index)
  }
  columns.at(at).forEach((amount, slot) => {
    const what = () => nameOfSlot(columns, slot)
    comparisons.equal(sums[slot] as bigint, amount, { position: at, what })
  })
}

/** A difference of more postings than this is not split into its causes. */
const fewPostings = 5_000

/** Each form of the difference is the difference of the forms; old amount and causes sum to the new amount. */
export const linearity: CheckLaw = ({ ledger, plan, at }, comparisons) => {
  const { columns } = ledger
  const before = splitOf(plan.versions, at)
  const span = Year.list(plan.years)
  const [early, late] = [Balances.of(columns, before), Balances.of(columns, at)]
  const amounts = late.amounts.map((amount, slot) => amount - (early.amounts[slot] as bigint))
  const equal = (sum: bigint, amount: bigint, ...cell: Parameters<typeof nameOfCell>): void =>
    comparisons.equal(sum, amount, { position: at, what: () => nameOfCell(...cell) })
  for (const id of formIds) {
    const layout = Ledger.layout(ledger, id, plan)
    const tableOf = (balances: Balances.Balances) => Statement.table(layout, balances, span)
    const [old, moved, now] = [tableOf(early), tableOf({ ...late, amounts }), tableOf(late)] as const
    layout.rows.forEach((row) => {
      span.forEach((year, index) => {
        const cell = row.index * span.length + index
        equal((old[cell] as bigint) + (moved[cell] as bigint), now[cell] as bigint, id, row, year)
      })
    })
  }
  if (columns.endOf(at) - columns.endOf(before) > fewPostings) return
  const difference = Diff.between(ledger, { from: before, to: at })
  for (const cell of Result.isSuccess(difference) ? difference.success.cells : []) {
    const parts = Money.sum([cell.old, ...cell.causes.map(({ amount }) => amount), cell.unexplained])
    equal(parts, cell.new, cell.form, cell, cell.year)
  }
}

/** The position before the last version of the plan; half the journal when there is one version. */
const splitOf = ([, ...later]: ReadonlyArray<{ readonly position: number }>, at: number): number => {
  const last = later.at(-1)
  return last === undefined ? Math.floor(at / 2) : last.position - 1
}
