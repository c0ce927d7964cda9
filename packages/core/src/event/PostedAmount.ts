/** One amount of an event at a place in a year, and the rule that produced it. */
import type { Place } from "../value/BudgetLine.ts"
import type * as Money from "../value/Money.ts"
import type { Year } from "../value/Year.ts"
import type { Reason } from "./Resolution.ts"

/** The rule that produced an amount, with the data to recompute it. Amounts are decimal texts of euro. */
export type Rule =
  | {
      readonly rule: "overhead"
      readonly percent: string
      readonly base: string
      readonly due: string
      readonly target: string
      /** Under an exception: the standard share, and the reference of the exception. */
      readonly standard?: string
      readonly reference?: string
    }
  | {
      readonly rule: "passThrough"
      readonly percent: string
      readonly received: string
      readonly partner: string
      readonly order: number
    }
  | {
      readonly rule: "indexation"
      readonly base: string
      readonly baseYear: Year
      readonly times: number
      readonly due: string
      readonly percent?: string
      readonly series?: string
      readonly index?: string
      readonly baseIndex?: string
    }
  | {
      readonly rule: "contribution"
      readonly contribution: string
      readonly key: string
      readonly whole: string
      readonly member: string
      readonly weight: string
      readonly due: string
      readonly order: number
    }
  | {
      readonly rule: "repayment"
      readonly due: string
      /** Of a rate: the percentage, and the debt on 1 January. */
      readonly percent?: string
      readonly base?: string
    }
  | { readonly rule: "stop"; readonly action: string; readonly lastDay: string }
  | { readonly rule: "reversal"; readonly of: number }

/**
 * One change of one place in one year, in micro-euro. `row` is its line in the source file, where it differs from that of the
 * entry.
 */
export interface Posting {
  readonly place: Place
  readonly year: Year
  readonly amount: Money.Money
  readonly rule?: Rule
  readonly reason?: Reason
  readonly row?: number
}
