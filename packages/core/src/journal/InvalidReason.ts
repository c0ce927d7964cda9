/**
 * Reasons why an entry is not valid although its hash is right, with facts from which messages are made.
 *
 * The list is the same for journals of every age. What only a later version refuses to record is a remark.
 */
import type { Facts } from "../value/Refusal.ts"
import type { Year } from "../value/Year.ts"

/** Why the content of an entry is not valid. Amounts are decimal texts of euro. */
export type InvalidReason =
  /** A reason for which every version of the decisions refuses a request. */
  | Extract<Facts, { readonly _tag: RefusedAlways }>
  /** The body has blanks, escapes or an order of keys that canonical JSON does not have. */
  | { readonly _tag: "NotCanonical" }
  | { readonly _tag: "ByteOrderMark" }
  /** A day that the calendar does not have. */
  | { readonly _tag: "ImpossibleDay"; readonly day: string }
  /** A record time that does not exist, such as 24:00. */
  | { readonly _tag: "ImpossibleTime"; readonly time: string }
  /** An amount that does not follow from the base, the rate and the rounding of its rule. */
  | {
      readonly _tag: "AmountNotDue"
      readonly of: string
      readonly year: Year
      readonly recorded: string
      readonly due: string
    }
  /** A field of a rule that does not follow from its other fields, such as the turn in which a part was rounded. */
  | { readonly _tag: "RuleDiffers"; readonly recorded: string; readonly expected: string }
  /** Parts that do not sum to their whole. */
  | { readonly _tag: "PartsDoNotSum"; readonly year: Year; readonly whole: string; readonly sum: string }
  /** A reversal whose amounts are not the negated amounts of the entry that it names. */
  | { readonly _tag: "ReversalDiffers"; readonly entry: number }

/** What is not valid in an entry: the path of its field, and why. */
export interface Invalidity {
  readonly field: string
  readonly reason: InvalidReason
}

/** Returns the invalidity of a field. */
export const invalid = (field: string, reason: InvalidReason): Invalidity => ({ field, reason })

type RefusedAlways =
  | "PlanNotAdopted"
  | "PlanAlreadyAdopted"
  | "YearOutsidePlan"
  | "YearIsClosed"
  | "UnknownAccount"
  | "UnknownPolicyItem"
  | "UnknownAction"
  | "NotAnAction"
  | "UnknownSector"
  | "SectorRequired"
  | "SectorWithoutRow"
  | "ResultAccount"
  | "NotAResultAccount"
  | "SharesDoNotSum"
  | "NotNeutral"
  | "BaseYearNotBefore"
  | "IndexGap"
  | "IndexNotPositive"
  | "UnknownIndicator"
  | "UnknownParent"
  | "ParentNotAbove"
  | "UnknownGoal"
  | "UnknownMember"
  | "UnknownCondition"
  | "UnknownFormRow"
  | "DuplicateCode"
  | "PartnerTwice"
  | "ExceptionTwice"
  | "PlanLabelTaken"
  | "AlreadyReversed"
  | "NotReversible"
  | "UnknownEntry"
  | "NextYearOnly"
  | "ActionHasStopped"
  | "UnknownCommitment"
  | "ReleaseTooLarge"
  | "CommitmentOfReceipts"
  | "CommitmentOfZero"
  | "CommitmentTwice"
  | "CreditExceeded"
  | "NotAnInvestment"
  | "CarryOverTooLarge"
  | "MemberTwice"
  | "NegativeWeight"
  | "KeySumsToZero"
  | "LineApportioned"
  | "ExceptionWithoutLimit"
  | "NoPaymentLine"
  | "NothingDeclared"
  | "NothingChanges"
  | "RepaymentNotPositive"
  | "RepaymentTwice"
  | "NotCounted"
  | "TargetDayOutside"
  | "IndicatorInWords"
  | "WordsMissing"
  | "TargetWithoutValue"
  | "NotADeed"
  | "MarginWithoutAbout"
  | "MeasurementWithoutValue"
  | "TermEndsBefore"
  | "AmountOverflow"
