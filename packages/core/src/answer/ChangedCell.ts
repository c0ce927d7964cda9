/** A cell that changed between two moments: its causes and the unexplained remainder sum to the difference. */
import type { FormId } from "../form/bbc3/index.ts"
import type { Layout } from "../form/Layout.ts"
import * as Money from "../value/Money.ts"
import type * as Year from "../value/Year.ts"
import type { Cause } from "./Cause.ts"

/** A cell that changed. */
export interface ChangedCell {
  readonly form: FormId
  readonly section: string
  readonly code: string
  readonly label: string
  readonly year: Year.Year
  readonly old: Money.Money
  readonly new: Money.Money
  readonly delta: Money.Money
  readonly causes: ReadonlyArray<Cause>
  /** The number and the sum of the causes that a shortened difference does not list. */
  readonly rest?: { readonly causes: number; readonly amount: Money.Money }
  readonly unexplained: Money.Money
}

/** Returns a changed cell of a layout. The shares sum to the difference. */
export const of = (
  { rows }: Layout,
  {
    form,
    row,
    year,
    old,
    delta,
  }: {
    readonly form: FormId
    readonly row: number
    readonly year: Year.Year
    readonly old: bigint
    readonly delta: bigint
  },
  shares: ReadonlyArray<Cause>,
): ChangedCell => {
  const { section, code, label } = rows[row] as Layout["rows"][number]
  const isExplained = shares.every(isCause)
  return {
    form,
    section,
    code,
    label,
    year,
    old: Money.ofMicros(old),
    new: Money.ofMicros(old + delta),
    delta: Money.ofMicros(delta),
    // Usually every share is a cause; the list is then used as it is.
    causes: isExplained ? shares : shares.filter(isCause),
    unexplained: isExplained
      ? Money.zero
      : Money.sum(shares.filter(isUnexplained).map(({ amount }) => amount)),
  }
}

/** Returns the cell with at most so many causes, the largest first, and the sum of the others. */
export const shortened = (cell: ChangedCell, most: number): ChangedCell => {
  const { causes } = cell
  if (causes.length <= most) return cell
  // Selects by insertion: a cell may have hundreds of causes, and few are kept.
  const kept: Array<Cause> = []
  let amount = Money.zero
  for (const cause of causes) {
    amount = Money.add(amount, cause.amount)
    const size = Money.abs(cause.amount)
    let at = kept.length
    while (at > 0 && Money.abs((kept[at - 1] as Cause).amount) < size) at--
    if (at === most) continue
    kept.splice(at, 0, cause)
    if (kept.length > most) kept.pop()
  }
  for (const cause of kept) amount = Money.subtract(amount, cause.amount)
  return { ...cell, causes: kept, rest: { causes: causes.length - kept.length, amount } }
}

/** Returns the sum of shares. Most cells have one share, for which nothing is allocated. */
export const total = (shares: ReadonlyArray<Cause>): Money.Money => {
  let sum = shares[0]?.amount ?? Money.zero
  for (let index = 1; index < shares.length; index++)
    sum = Money.add(sum, shares[index]?.amount ?? Money.zero)
  return sum
}

const isUnexplained = ({ kind }: Cause): boolean => kind === "unexplained"

const isCause = (share: Cause): boolean => share.amount !== 0n && !isUnexplained(share)

/** Returns the same cell with the two moments exchanged. */
export const reversed = (cell: ChangedCell): ChangedCell => ({
  ...cell,
  old: cell.new,
  new: cell.old,
  delta: Money.negate(cell.delta),
  causes: cell.causes.map((cause) => ({ ...cause, amount: Money.negate(cause.amount) })),
  ...(cell.rest === undefined ? {} : { rest: { ...cell.rest, amount: Money.negate(cell.rest.amount) } }),
  unexplained: Money.negate(cell.unexplained),
})
