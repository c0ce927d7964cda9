/** What the topics of an overview share: what they are read from, and how they say it. */
import { type Ledger, Money, type Plan, Year } from "@grootboek/core"
import type { Language } from "../../words/Language.ts"

/** What a topic is read from. */
export interface OverviewInput {
  readonly ledger: Ledger.Ledger
  readonly plan: Plan.Plan
  readonly position: number
  readonly language: Language
}

/** The years of a plan, as heads of columns. */
export const years = ({ years: span }: Plan.Plan): ReadonlyArray<string> => Year.list(span).map(String)

/** What is owed together. */
export const sumOf = (owed: ReadonlyArray<{ readonly amount: Money.Money }>): Money.Money =>
  Money.sum(owed.map(({ amount }) => amount))
