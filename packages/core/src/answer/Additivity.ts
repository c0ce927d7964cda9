/** The laws of sums: balances and forms of two parts of a journal add up to those of the whole. */
import * as Result from "effect/Result"
import * as Balances from "../fold/Balances.ts"
import * as Address from "../form/Address.ts"
import { formIds } from "../form/bbc3/index.ts"
import * as Ledger from "../ledger/Ledger.ts"
import * as Statement from "../ledger/Statement.ts"
import * as Money from "../value/Money.ts"
import * as Year from "../value/Year.ts"
import { type CheckLaw, nameOfSlot } from "./Comparisons.ts"
import * as Diff from "./Diff.ts"

/** The balances before the last version of the plan plus the later postings are the balances now. */
export const homomorphism: CheckLaw = ({ ledger, plan, at }, comparisons) => {
  const { columns } = ledger
  const before = splitOf(plan.versions, at)
  const sums = Balances.of(columns, before).amounts.slice()
  for (let index = columns.endOf(before); index < columns.endOf(at); index++) {
    const slot = columns.cellOfPosting(index)
    sums[slot] = (sums[slot] ?? 0n) + columns.amountOf(index)
  }
  Balances.of(columns, at).amounts.forEach((amount, slot) => {
    comparisons.equal(sums[slot] ?? 0n, amount, { position: at, what: () => nameOfSlot(columns, slot) })
  })
}

/** A difference of more postings than this is not split into its causes. */
const fewPostings = 5_000

/** Each form of the difference is the difference of the forms; old amount and causes sum to the new amount. */
export const linearity: CheckLaw = ({ ledger, plan, at }, comparisons) => {
  const { columns } = ledger
  const before = splitOf(plan.versions, at)
  const [early, late] = [Balances.of(columns, before), Balances.of(columns, at)]
  const amounts = late.amounts.map((amount, slot) => amount - (early.amounts[slot] ?? 0n))
  const between = { ...late, amounts }
  const span = Year.list(plan.years)
  for (const id of formIds) {
    const layout = Ledger.layout(ledger, id, plan)
    const [old, moved, now] = [early, between, late].map((some) => Statement.table(layout, some, span))
    layout.rows.forEach((row) => {
      span.forEach((year, index) => {
        const cell = row.index * span.length + index
        comparisons.equal((old?.[cell] ?? 0n) + (moved?.[cell] ?? 0n), now?.[cell] ?? 0n, {
          position: at,
          what: () => `${id} ${Address.format(row)} ${year}`,
        })
      })
    })
  }
  if (columns.endOf(at) - columns.endOf(before) > fewPostings) return
  const difference = Diff.between(ledger, { from: before, to: at })
  for (const cell of Result.isSuccess(difference) ? difference.success.cells : []) {
    const parts = Money.sum([cell.old, ...cell.causes.map(({ amount }) => amount), cell.unexplained])
    comparisons.equal(parts, cell.new, {
      position: at,
      what: () => `${cell.form} ${Address.format(cell)} ${cell.year}`,
    })
  }
}

/** The position before the last version of the plan; half the journal when there is one version. */
const splitOf = (versions: ReadonlyArray<{ readonly position: number }>, at: number): number =>
  versions.length > 1 ? (versions.at(-1)?.position ?? 1) - 1 : Math.floor(at / 2)
