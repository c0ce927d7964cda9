/**
 * Reasons to refuse a request: values with facts, never exceptions and never events.
 *
 * Amounts are decimal texts of euro. A `place` is a line or an account as `BudgetLine.format` writes it. `sourceLine` is the
 * line of the source file, where a request spans many lines.
 *
 * ```ts
 * const refused = Estimate.post({ line: { ...rent, action: "A9" }, amounts: { 2026: "1.00" } })(state)
 * const reason: Refusal.Refusal | undefined = Result.isFailure(refused) ? refused.failure[0] : undefined
 * reason?._tag // => "UnknownAction"
 * ```
 */
import type { ProblemReason } from "./Problem.ts"
import type { Year, Years } from "./Year.ts"

/** A list of declarations in which a code may occur once; `printedCell` is a cell of a published table. */
export type DeclaredKind =
  | "goal"
  | "policyItem"
  | "sector"
  | "account"
  | "member"
  | "condition"
  | "envelope"
  | "budgetHolder"
  | "pledge"
  | "risk"
  | "progress"
  | "fact"
  | "factRow"
  | "indicator"
  | "target"
  | "measurement"
  | "goalText"
  | "chapterText"
  | "heading"
  | "printedCell"

/** What an earlier import recorded: a budget line, a result carried forward, earmarked funds, or an opening debt. */
export type RecordedKind = "line" | "result" | "funds" | "debt"

/** A kind of rule of the plan that is applied again after changes, and a stop. */
export type RuleKind = "overhead" | "passThrough" | "contribution" | "repayment" | "stop"

/** Every reason to refuse, by name. The error gallery in the documentation shows each with an input that causes it. */
export type Facts =
  | { readonly _tag: "PlanNotAdopted" }
  | { readonly _tag: "PlanAlreadyAdopted"; readonly entity: string; readonly plan: string }
  | { readonly _tag: "PlanLabelTaken"; readonly plan: string; readonly position: number }
  | { readonly _tag: "YearOutsidePlan"; readonly year: Year; readonly years: Years }
  | { readonly _tag: "YearIsClosed"; readonly year: Year }
  | {
      readonly _tag: "UnknownAccount"
      readonly account: string
      readonly direction: string
      readonly probably?: string
    }
  | { readonly _tag: "ResultAccount"; readonly account: string }
  | { readonly _tag: "NotAResultAccount"; readonly account: string }
  | ({ readonly _tag: "UnknownPolicyItem"; readonly policyItem: string } & ProbableCode)
  | ({ readonly _tag: "UnknownAction"; readonly action: string } & ProbableCode)
  | { readonly _tag: "NotAnAction"; readonly action: string; readonly level: string }
  | ({ readonly _tag: "UnknownSector"; readonly sector: string } & ProbableCode)
  | { readonly _tag: "SectorRequired"; readonly account: string; readonly row: string }
  | {
      readonly _tag: "SectorWithoutRow"
      readonly sector: string
      readonly purpose: string
      readonly row: string
    }
  | {
      readonly _tag: "DuplicateCode"
      readonly what: DeclaredKind
      readonly code: string
      /** Of a cell of a published table: where it is printed, and its amounts. */
      readonly printed?: ReadonlyArray<{
        readonly file?: string
        readonly line: number
        readonly amount: string
      }>
    }
  | { readonly _tag: "UnknownParent"; readonly code: string; readonly parent: string }
  | { readonly _tag: "ParentNotAbove"; readonly code: string; readonly parent: string }
  | { readonly _tag: "UnknownFormRow"; readonly section: string; readonly row: string }
  | { readonly _tag: "NothingDeclared" }
  | { readonly _tag: "UnknownGoal"; readonly goal: string }
  | { readonly _tag: "UnknownIndicator"; readonly indicator: string }
  | { readonly _tag: "NotCounted"; readonly indicator: string; readonly kind: string }
  | { readonly _tag: "NotADeed"; readonly indicator: string; readonly value: string }
  | { readonly _tag: "IndicatorInWords"; readonly indicator: string }
  | { readonly _tag: "WordsMissing"; readonly indicator: string }
  | { readonly _tag: "TargetWithoutValue"; readonly indicator: string; readonly aim: string }
  | {
      readonly _tag: "TargetDayOutside"
      readonly indicator: string
      readonly day: string
      readonly from: Year
      readonly until: Year
    }
  | { readonly _tag: "MarginWithoutAbout"; readonly indicator: string; readonly aim: string }
  | { readonly _tag: "MeasurementWithoutValue"; readonly indicator: string }
  | {
      readonly _tag: "TermEndsBefore"
      readonly goal: string
      readonly from: Year
      readonly until: string
    }
  | { readonly _tag: "NothingSelected" }
  | { readonly _tag: "IndexGap"; readonly series: string; readonly missing: ReadonlyArray<string> }
  | {
      readonly _tag: "IndexNotPositive"
      readonly series: string
      readonly month: string
      readonly value: string
    }
  | { readonly _tag: "BaseYearNotBefore"; readonly baseYear: Year; readonly year: Year }
  | { readonly _tag: "UnknownMember"; readonly member: string }
  | { readonly _tag: "MemberTwice"; readonly member: string }
  | { readonly _tag: "NegativeWeight"; readonly member: string; readonly weight: string }
  | { readonly _tag: "KeySumsToZero"; readonly key: string }
  | { readonly _tag: "LineApportioned"; readonly line: string; readonly contribution: string }
  | { readonly _tag: "UnknownCondition"; readonly condition: string }
  | { readonly _tag: "LineTwice"; readonly line: string }
  | { readonly _tag: "NoOverheadRule" }
  | { readonly _tag: "ExceptionTwice"; readonly action: string }
  | { readonly _tag: "ExceptionWithoutLimit"; readonly action: string }
  | {
      readonly _tag: "ActionHasStopped"
      readonly action: string
      readonly lastDay: string
      readonly year: Year
    }
  | { readonly _tag: "YearNotClosed"; readonly year: Year }
  | ({ readonly _tag: "AmountOverflow" } & PlaceYear)
  | { readonly _tag: "NotNeutral"; readonly what: string; readonly year: Year; readonly difference: string }
  | { readonly _tag: "SharesDoNotSum"; readonly sum: string }
  | { readonly _tag: "PartnerTwice"; readonly partner: string }
  | { readonly _tag: "NoPaymentLine"; readonly action: string }
  | { readonly _tag: "ManyPaymentLines"; readonly action: string; readonly lines: ReadonlyArray<string> }
  | {
      readonly _tag: "NotPassedOn"
      readonly action: string
      readonly year: Year
      readonly received: string
      readonly paid: string
    }
  | {
      readonly _tag: "CreditExceeded"
      /** The total of M3 of the line that gives. */
      readonly source: string
      /** The total of M3 of the line that receives. */
      readonly row: string
      readonly year: Year
      readonly credit: string
      readonly short: string
    }
  | { readonly _tag: "RepaymentNotPositive"; readonly year: Year; readonly stated: string }
  | { readonly _tag: "RepaymentTwice"; readonly year: Year }
  | { readonly _tag: "CommitmentOfReceipts"; readonly place: string }
  | ({ readonly _tag: "CommitmentOfZero" } & CommitmentFacts)
  | ({ readonly _tag: "CommitmentTwice" } & CommitmentFacts)
  | ({ readonly _tag: "UnknownCommitment" } & CommitmentFacts)
  | ({
      readonly _tag: "CommitmentTooLarge"
      readonly available: string
      readonly asked: string
    } & CommitmentFacts)
  | ({ readonly _tag: "ReleaseTooLarge"; readonly open: string; readonly asked: string } & CommitmentFacts)
  | ({ readonly _tag: "LineWithoutEstimate"; readonly asked: string } & PlaceYear)
  | ({ readonly _tag: "EstimatePassed"; readonly estimate: string; readonly realised: string } & PlaceYear)
  | { readonly _tag: "TransferNotPositive"; readonly asked: string }
  | { readonly _tag: "TransferToSameLine"; readonly place: string }
  | ({ readonly _tag: "TransferTooLarge"; readonly left: string; readonly asked: string } & PlaceYear)
  | ({
      readonly _tag: "AmountRecorded"
      readonly what: RecordedKind
      readonly amount: string
      readonly entry: number
      readonly file?: string
      readonly line?: number
    } & PlaceYear)
  | ({ readonly _tag: "ClosedYearDiffers"; readonly recorded: string; readonly listed: string } & PlaceYear)
  | ({ readonly _tag: "ReplacesMore"; readonly entry: number } & PlaceYear)
  | { readonly _tag: "AdjustmentNeeded"; readonly plan: string }
  | { readonly _tag: "PostedByRule"; readonly place: string; readonly target: string }
  | { readonly _tag: "NothingChanges" }
  | { readonly _tag: "UnknownEntry"; readonly position: number; readonly last: number }
  | { readonly _tag: "NotReversible"; readonly position: number; readonly kind: string }
  | {
      readonly _tag: "FollowsFromRule"
      readonly position: number
      /** The position of the entry that states the rule. */
      readonly stated: number
      readonly rule: RuleKind
      readonly subject: string
    }
  | { readonly _tag: "AlreadyReversed"; readonly position: number; readonly by: number }
  | {
      readonly _tag: "CarryOverTooLarge"
      readonly place: string
      readonly left: string
      readonly asked: string
    }
  | { readonly _tag: "NothingToCarry"; readonly place: string; readonly asked: string }
  | { readonly _tag: "NotAnInvestment"; readonly place: string }
  | { readonly _tag: "NotFirstYear"; readonly year: Year; readonly first: Year }
  | { readonly _tag: "NextYearOnly"; readonly from: Year; readonly to: Year }
  | {
      readonly _tag: "MalformedValue"
      readonly field: string
      readonly problem: string
      readonly reason?: ProblemReason
    }
  | { readonly _tag: "UnknownMoment"; readonly moment: string; readonly known: ReadonlyArray<string> }
  | { readonly _tag: "UnknownForm"; readonly form: string; readonly known: ReadonlyArray<string> }
  | { readonly _tag: "FormNotBuilt"; readonly form: string; readonly known: ReadonlyArray<string> }
  | {
      readonly _tag: "UnknownRow"
      readonly form: string
      readonly row: string
      readonly near: ReadonlyArray<string>
    }
  | {
      readonly _tag: "AmbiguousRow"
      readonly form: string
      readonly row: string
      readonly candidates: ReadonlyArray<string>
    }
  | {
      readonly _tag: "YearNotShown"
      readonly form: string
      readonly year: Year
      readonly years: ReadonlyArray<Year>
    }

/** A line or an account by its codes, and a year. */
export interface PlaceYear {
  readonly place: string
  readonly year: Year
}

/** A commitment on a line in a year. */
export interface CommitmentFacts extends PlaceYear {
  readonly reference: string
}

/** The declared code that an unknown one probably is. */
export interface ProbableCode {
  /** The code with the zeros in front that a spreadsheet drops. */
  readonly probably?: string
  /** The code in other capitals. */
  readonly capitals?: string
}

/** A refusal: its facts, and the line of the source file where known. */
export type Refusal = Facts & { readonly sourceLine?: number }

/** The name of a reason to refuse. */
export type RefusalTag = Facts["_tag"]
