/** A cell that changed between two moments, with what caused it: the causes and what stays unexplained sum to the difference. */

import type { Layout } from "../form/Layout.ts"
import * as Money from "../value/Money.ts"
import type * as Year from "../value/Year.ts"
import type { Cause } from "./Cause.ts"

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

/** A cell from what it held and holds, and the shares that moved it. */
export const of = (
  { form, rows }: Layout,
  {
    row,
    year,
    old,
    delta,
  }: { readonly row: number; readonly year: Year.Year; readonly old: bigint; readonly delta: bigint },
  shares: ReadonlyArray<Cause>,
): ChangedCell => {
  const { section, code, label } = rows[row] as Layout["rows"][number]
  const isTold = shares.every(isWhole)
  return {
    form: form.id,
    section,
    code,
    label,
    year,
    old: Money.ofMicros(old),
    new: Money.ofMicros(old + delta),
    delta: Money.ofMicros(delta),
    // Mostly every share is a cause: the list itself will do.
    causes: isTold ? shares : shares.filter(isWhole),
    unexplained: isTold ? Money.zero : Money.sum(shares.filter(isUntold).map(({ amount }) => amount)),
  }
}

/** What shares come to. One share, as most cells have, is its own sum, and no other object is made of it. */
export const total = (shares: ReadonlyArray<Cause>): Money.Money => {
  let sum = shares[0]?.amount ?? Money.zero
  for (let index = 1; index < shares.length; index++)
    sum = Money.add(sum, shares[index]?.amount ?? Money.zero)
  return sum
}

const isUntold = ({ kind }: Cause): boolean => kind === "unexplained"

/** Whether a share is a cause: one that moved something, and tells why. */
const isWhole = (cause: Cause): boolean => cause.amount !== 0n && !isUntold(cause)

/** The same cell, read backwards in time. */
export const turned = (cell: ChangedCell): ChangedCell => ({
  ...cell,
  old: cell.new,
  new: cell.old,
  delta: Money.negate(cell.delta),
  causes: cell.causes.map((cause) => ({ ...cause, amount: Money.negate(cause.amount) })),
  unexplained: Money.negate(cell.unexplained),
})
