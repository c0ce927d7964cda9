/** The input that every topic of an overview is read from. */
import { type Ledger, Money, type Plan, Year } from "@grootboek/core"
import type { Language } from "../../words/Language.ts"

/** A ledger, its plan, a moment and the language of the answer. */
export interface OverviewInput {
  readonly ledger: Ledger.Ledger
  readonly plan: Plan.Plan
  readonly position: number
  readonly language: Language
  /** The nodes of the objectives tree without which norms are read; none when absent. */
  readonly without?: ReadonlyArray<string>
  /** The day at which indicators are judged; that of the moment when absent. */
  readonly on?: string
}

/** Returns the years of a plan as column heads. */
export const years = ({ years: span }: Plan.Plan): ReadonlyArray<string> => Year.list(span).map(String)

export const sumOf = (owed: ReadonlyArray<{ readonly amount: Money.Money }>): Money.Money =>
  Money.sum(owed.map(({ amount }) => amount))
