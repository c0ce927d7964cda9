/** Control totals: what the accepted rows sum to, per direction and year, exactly. */
import { Money } from "@grootboek/core"
import type { Figure } from "../cell/YearAmount.ts"
import type { Total } from "./FileContent.ts"

type What = Total["direction"]

/** Totals that grow. */
export interface Totals {
  readonly add: (direction: What, figure: Figure) => void
  readonly list: () => ReadonlyArray<Total>
}

interface Sum {
  readonly direction: What
  readonly year: number
  exact: bigint
  /** Kept within what a number holds exactly; added to `exact` before it grows beyond. */
  small: number
}

/** No rows yet. */
export const empty = (): Totals => {
  const sums: Readonly<Record<What, Map<number, Sum>>> = { O: new Map(), U: new Map(), debt: new Map() }
  const settle = (sum: Sum): void => {
    sum.exact += BigInt(sum.small)
    sum.small = 0
  }
  return {
    add: (direction, { year, micros }) => {
      let sum = sums[direction].get(year)
      if (sum === undefined) {
        sum = { direction, year, exact: 0n, small: 0 }
        sums[direction].set(year, sum)
      }
      if (typeof micros === "bigint") sum.exact += micros
      else {
        const next = sum.small + micros
        if (Number.isSafeInteger(next)) sum.small = next
        else {
          settle(sum)
          sum.small = micros
        }
      }
    },
    list: () =>
      Object.values(sums).flatMap((years) => {
        const list = [...years.values()].sort((a, b) => a.year - b.year)
        list.forEach(settle)
        return list.map(({ direction, year, exact }) => ({ direction, year, amount: Money.ofMicros(exact) }))
      }),
  }
}
