/**
 * Remarks of verification: entries that are valid, but that a person should check. Only a later version refuses to record
 * them, or no version does.
 *
 * ```ts
 * const booking = { line: rent, year: 2026, date: "2026-05-01", amount: "500.00", voucher: "F-2" }
 * const booked = Intake.decide(ledger, [{ id: "book", decide: Credit.record(booking) }], context)
 * const remarks = RealisationRemarks.of(Result.getOrThrow(booked).ledger, 9)
 * remarks.map(({ code }) => code) // => ["EstimatePassed"]
 * ```
 */

import type { FundingSource } from "../event/Rule.ts"
import type { PlaceYear, RuleKind } from "../value/Refusal.ts"

/** A remark about an entry. */
export interface Remark {
  readonly position: number
  readonly code: RemarkCode
  readonly facts: RemarkFacts
}

/** What a person should check. Amounts are decimal texts of euro. */
export type RemarkFacts =
  /** A credit transfer of zero or less moves credit the other way. */
  | { readonly _tag: "TransferNotPositive"; readonly amount: string }
  /** A credit transfer goes from a line to the same line. */
  | { readonly _tag: "TransferToSameLine"; readonly place: string }
  /** A credit transfer takes more than the estimate of the line. */
  | ({ readonly _tag: "TransferTooLarge"; readonly left: string; readonly asked: string } & PlaceYear)
  /** A result or a debt was opened twice; both amounts count. */
  | {
      readonly _tag: "OpeningRepeated"
      readonly account: string
      readonly year: number
      readonly earlier: number
    }
  /** A code has invisible characters, or letters of several scripts that look alike. */
  | { readonly _tag: "SimilarCode"; readonly codeText: string }
  /** The record time is in the future. */
  | { readonly _tag: "TimeAhead"; readonly time: string; readonly now: string }
  /** The estimate of a line in a year is below zero. */
  | ({ readonly _tag: "EstimateBelowZero"; readonly before: string; readonly now: string } & PlaceYear)
  /** A rule was switched off by a reversal, and amounts that it posted still count. */
  | {
      readonly _tag: "RuleLeftOver"
      readonly rule: RuleKind
      readonly subject: string
    }
  /** The amounts that a rule posted are not those that are due now. */
  | {
      readonly _tag: "RuleBehind"
      readonly rule: RuleKind
      readonly subject: string
    }
  /** A pass-through received another amount than it paid on, by realisations. */
  | {
      readonly _tag: "PassThroughOwed"
      readonly action: string
      readonly year: number
      readonly received: string
      readonly paid: string
    }
  /** A contribution of members is on another action than the one that the overhead rule credits. */
  | {
      readonly _tag: "ContributionElsewhere"
      readonly contribution: string
      readonly action: string
      readonly target: string
    }
  /** The account of a receipt does not fit the only source of financing of its action. */
  | {
      readonly _tag: "SourceDisagrees"
      readonly action: string
      readonly source: FundingSource
      readonly account: string
      readonly row: string
    }
  /** Lines name an envelope that a plan with envelopes does not declare. */
  | { readonly _tag: "EnvelopeUndeclared"; readonly envelope: string }
  /** An adjustment with a number was recorded, and the one with the number before it was not. */
  | { readonly _tag: "LabelGap"; readonly plan: string; readonly missing: string }
  /** An adjustment was recorded after one with a later label. */
  | { readonly _tag: "LabelOrder"; readonly plan: string; readonly later: string }
  /** The decision of an adjustment is dated before that of an earlier version of the plan. */
  | {
      readonly _tag: "DecisionBefore"
      readonly plan: string
      readonly date: string
      readonly other: string
      readonly since: string
    }
  /** A line without an estimate in a year has bookings. */
  | ({ readonly _tag: "LineWithoutEstimate"; readonly realised: string } & PlaceYear)
  /** More is realised on a line in a year than its estimate. */
  | ({ readonly _tag: "EstimatePassed"; readonly estimate: string; readonly realised: string } & PlaceYear)
  /** What is open of commitments and what is realised pass the estimate of a line in a year. */
  | ({
      readonly _tag: "AvailableBelowZero"
      readonly estimate: string
      readonly open: string
      readonly realised: string
    } & PlaceYear)
  /** The closing of a year released what was open of commitments. */
  | {
      readonly _tag: "CommitmentsReleased"
      readonly year: number
      readonly count: number
      readonly amount: string
    }
  /** More than a year passed since the entry before it. */
  | { readonly _tag: "TimeJump"; readonly time: string; readonly previous: string }

/** The code of a remark. */
export type RemarkCode = RemarkFacts["_tag"]

/** Returns a remark. */
export const of = (position: number, facts: RemarkFacts): Remark => ({ position, code: facts._tag, facts })
