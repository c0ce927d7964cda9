/**
 * The rules that produce amounts, and the record of each application: the base, the amount due, and the change from the
 * posted amount to the amount due. Events contain both, so that a replay does not compute rules. Amounts are in euro; 15 percent
 * is `"15"`.
 *
 * ```ts
 * Schema.is(Rule.Amounts)({ 2026: "10.00" }) // => true
 * Schema.is(Rule.OverheadRule)(plan.overhead) // => true
 * Schema.is(Rule.OverheadException)({ _tag: "LegalMaximum", action: "A1", percent: "10", reference: "Decreet" }) // => true
 * const amounts = { base: "1000.00", due: "150.00", amount: "150.00" }
 * Schema.is(Rule.OverheadCharge)({ action: "A1", policyItem: "0101", year: 2026, ...amounts }) // => true
 * Schema.is(Rule.PartnerShare)({ partner: "M1", percent: "60" }) // => true
 * Schema.is(Rule.PassedYear)({ year: 2026, received: "10.00", amount: "10.00", parts: [] }) // => true
 * Schema.is(Rule.IndexRule)({ _tag: "FixedRate", percent: "2", baseYear: 2026 }) // => true
 * const indexed = { year: 2027, times: 1, due: "255.00", amount: "5.00" }
 * Schema.is(Rule.IndexedYear)(indexed) // => true
 * Schema.is(Rule.IndexedLine)({ line: rent, base: "250.00", years: [indexed] }) // => true
 * Schema.is(Rule.DistributionKey)({ name: "Gelijk", by: "equal", weights: [{ member: "M1", weight: "1" }] }) // => true
 * Schema.is(Rule.ApportionedYear)({ year: 2026, whole: "10.00", parts: [] }) // => true
 * Schema.is(Rule.RepaymentRule)({ _tag: "DebtRate", percent: "8" }) // => true
 * Schema.is(Rule.FundingSource)("subsidies") // => true
 * Schema.is(Rule.Funding)({ line: rent, source: "subsidies" }) // => true
 * ```
 */
import * as Schema from "effect/Schema"
import { Amount } from "../value/Amount.ts"
import { Account, BudgetLine, Code, Text } from "../value/BudgetLine.ts"
import { Percent, Quantity } from "../value/Quantity.ts"
import { Month, Year } from "../value/Year.ts"
import { Amounts } from "./Amounts.ts"

export { Amounts } from "./Amounts.ts"
export { Funding, FundingSource } from "./FundingSource.ts"

/**
 * An exception to the overhead rule (uitzondering): a legal maximum, as a percentage or an amount a year, or the real
 * overhead cost a year; with the rule of the subsidising authority as its reference.
 */
export const OverheadException = Schema.TaggedUnion({
  LegalMaximum: {
    action: Code,
    percent: Schema.optionalKey(Percent),
    amounts: Schema.optionalKey(Amounts),
    reference: Text,
  },
  RealCost: { action: Code, amounts: Amounts, reference: Text },
  /** A chosen share above that of the rule (hoger aandeel): a percentage, an amount a year, or the larger of both. */
  HigherShare: {
    action: Code,
    percent: Schema.optionalKey(Percent),
    amounts: Schema.optionalKey(Amounts),
    reference: Text,
  },
}).annotate({ identifier: "OverheadException" })

/** See {@link OverheadException:var}. */
export type OverheadException = typeof OverheadException.Type

/**
 * The overhead rule (overheadverdeling): a share of staff cost, charged to the actions with staff and credited to one
 * action.
 */
export const OverheadRule = Schema.Struct({
  target: Code,
  percent: Percent,
  /** Account prefixes of the base: staff cost is 62. */
  baseAccounts: Schema.Array(Account),
  chargeAccount: Account,
  creditAccount: Account,
  creditPolicyItem: Code,
  excluded: Schema.Array(Code),
  exceptions: Schema.optionalKey(Schema.Array(OverheadException)),
}).annotate({ identifier: "OverheadRule" })

/** See {@link OverheadRule:var}. */
export type OverheadRule = typeof OverheadRule.Type

/** One charge: the amount due on a base, and the change from the posted amount to the amount due. */
export const OverheadCharge = Schema.Struct({
  action: Code,
  policyItem: Code,
  year: Year,
  base: Amount,
  due: Amount,
  amount: Amount,
  /** The standard share, where an exception sets another `due`. */
  standard: Schema.optionalKey(Amount),
  /** The reference of that exception. */
  reference: Schema.optionalKey(Text),
}).annotate({
  identifier: "OverheadCharge",
})

/** See {@link OverheadCharge:var}. */
export type OverheadCharge = typeof OverheadCharge.Type

/** A partner's share (aandeel) in money passed on, in percent. */
export const PartnerShare = Schema.Struct({ partner: Code, percent: Percent }).annotate({
  identifier: "PartnerShare",
})

/** See {@link PartnerShare:var}. */
export type PartnerShare = typeof PartnerShare.Type

/**
 * The receipts of a year and their split; `order` is the turn in which a partner received a remaining cent, 0 without
 * one.
 */
export const PassedYear = Schema.Struct({
  year: Year,
  received: Amount,
  amount: Amount,
  parts: Schema.Array(Schema.Struct({ partner: Code, amount: Amount, order: Schema.Int })),
}).annotate({ identifier: "PassedYear" })

/**
 * Indexation (indexering) of the estimates of a base year: by a fixed percentage a year, or by an index series whose
 * base month belongs to the base year. A year n years after the base year takes the index of n years after the base
 * month.
 */
export const IndexRule = Schema.TaggedUnion({
  FixedRate: { percent: Percent, baseYear: Year },
  IndexSeries: {
    series: Code,
    baseMonth: Month,
    baseYear: Year,
    values: Schema.Record(Month, Quantity),
  },
}).annotate({ identifier: "IndexRule" })

/** See {@link IndexRule:var}. */
export type IndexRule = typeof IndexRule.Type

/**
 * An indexed year of a line: the amount due on the unrounded base, its index if any, and the change to the amount due.
 */
export const IndexedYear = Schema.Struct({
  year: Year,
  /** The number of times the rate compounds: years after the base year. */
  times: Schema.Int,
  month: Schema.optionalKey(Month),
  index: Schema.optionalKey(Quantity),
  due: Amount,
  amount: Amount,
}).annotate({ identifier: "IndexedYear" })

/** See {@link IndexedYear:var}. */
export type IndexedYear = typeof IndexedYear.Type

/** A line that was indexed, with its base: the estimates of the base year, unrounded. */
export const IndexedLine = Schema.Struct({
  line: BudgetLine,
  base: Amount,
  years: Schema.Array(IndexedYear),
}).annotate({ identifier: "IndexedLine" })

/** See {@link IndexedLine:var}. */
export type IndexedLine = typeof IndexedLine.Type

/** A distribution key (verdeelsleutel): the members and their weights. */
export const DistributionKey = Schema.Struct({
  name: Code,
  by: Schema.Literals(["inhabitants", "shares", "equal"]),
  weights: Schema.Array(Schema.Struct({ member: Code, weight: Quantity })),
  reference: Schema.optionalKey(Text),
}).annotate({ identifier: "DistributionKey" })

/** See {@link DistributionKey:var}. */
export type DistributionKey = typeof DistributionKey.Type

/**
 * A year of a contribution: the whole, the amount due by each member, and the change to it. `order` is the turn in
 * which a member received a remaining cent, 0 without one.
 */
export const ApportionedYear = Schema.Struct({
  year: Year,
  whole: Amount,
  parts: Schema.Array(Schema.Struct({ member: Code, due: Amount, amount: Amount, order: Schema.Int })),
}).annotate({ identifier: "ApportionedYear" })

/** See {@link ApportionedYear:var}. */
export type ApportionedYear = typeof ApportionedYear.Type

/** How the notional repayments of a year are set: a stated amount, or a rate on the debts of 1 January (T3 A). */
export const RepaymentRule = Schema.TaggedUnion({
  StatedAmount: { amount: Amount },
  DebtRate: { percent: Percent },
}).annotate({ identifier: "RepaymentRule" })

/** See {@link RepaymentRule:var}. */
export type RepaymentRule = typeof RepaymentRule.Type
