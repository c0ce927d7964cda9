/** Control totals: the exact sums of the accepted rows, per direction and year. */
import { Money } from "@grootboek/core"
import type { YearAmount } from "../cell/YearAmount.ts"

/** The sum of the accepted rows of a direction in a year. */
export interface ControlTotal {
  readonly direction: "O" | "U" | "debt"
  readonly year: number
  readonly amount: Money.Money
}

/** Totals under way. */
export interface ControlTotals {
  readonly add: (direction: ControlTotal["direction"], year: number, micros: YearAmount["micros"]) => void
  readonly list: () => ReadonlyArray<ControlTotal>
}

/** A sum in micro-euro: `exact` plus `small`. */
interface Sum {
  exact: bigint
  /** A safe integer; it moves to `exact` before it would be too large for one. */
  small: number
}

export const start = (): ControlTotals => {
  const sums: Readonly<Record<ControlTotal["direction"], Map<number, Sum>>> = {
    O: new Map(),
    U: new Map(),
    debt: new Map(),
  }
  return {
    add: (direction, year, micros) => {
      let sum = sums[direction].get(year)
      if (sum === undefined) {
        sum = { exact: 0n, small: 0 }
        sums[direction].set(year, sum)
      }
      if (typeof micros === "bigint") sum.exact += micros
      else if (Number.isSafeInteger(sum.small + micros)) sum.small += micros
      else {
        sum.exact += BigInt(sum.small)
        sum.small = micros
      }
    },
    list: () =>
      (["O", "U", "debt"] as const).flatMap((direction) =>
        [...sums[direction]]
          .sort(([a], [b]) => a - b)
          .map(([year, { exact, small }]) => ({
            direction,
            year,
            amount: Money.ofMicros(exact + BigInt(small)),
          })),
      ),
  }
}

/** Returns totals less earlier totals of the same file. */
export const since = (
  totals: ReadonlyArray<ControlTotal>,
  before: ReadonlyArray<ControlTotal>,
): ReadonlyArray<ControlTotal> =>
  totals.map((total) => {
    const earlier = before.find(({ direction, year }) => direction === total.direction && year === total.year)
    return earlier === undefined ? total : { ...total, amount: Money.subtract(total.amount, earlier.amount) }
  })
