/**
 * The events of a budget: a closed union, named in the past tense. Amounts are changes in euro.
 *
 * An event that moves money contains the amounts and the rule that produced them. A replay therefore never computes a
 * rule, and an auditor can check the amounts.
 *
 * ```ts
 * BudgetEvent.kinds.slice(0, 3) // => ["PlanAdopted", "StructureDeclared", "EstimatePosted"]
 * Schema.is(BudgetEvent.BudgetEvent)({ _tag: "EstimatePosted", line: staff, amounts: { 2026: "10.00" } }) // => true
 * Schema.is(BudgetEvent.EntityType)("gemeente") // => true
 * Schema.is(BudgetEvent.Resolution)({ body: "Gemeenteraad", date: "2026-02-01" }) // => true
 * Schema.is(BudgetEvent.ReasonClass)("because") // => false
 * Schema.is(BudgetEvent.Reason)({ class: "index" }) // => true
 * Schema.is(BudgetEvent.Change)({ line: rent, amounts: { 2026: "-50.00" } }) // => true
 * Schema.is(BudgetEvent.Neutrality)("action") // => true
 * Schema.is(BudgetEvent.DebtKind)("bonds") // => true
 * Schema.is(BudgetEvent.CommitmentReference)("B-1") // => true
 * Schema.is(BudgetEvent.ReleasedCommitment)({ line: rent, reference: "B-1", amount: "40.00" }) // => true
 * Schema.is(BudgetEvent.Turned)({ place: { ...rent, phase: "estimate" }, year: 2026, amount: "-250.00" }) // => true
 * ```
 */
import * as Schema from "effect/Schema"
import { Amount } from "../value/Amount.ts"
import { Account, BudgetLine, Code, Place, Text } from "../value/BudgetLine.ts"
import { Day, Year, Years } from "../value/Year.ts"
import { Change, Neutrality } from "./Change.ts"
import { CommitmentReference, ReleasedCommitment } from "./CommitmentReference.ts"
import { Declarations } from "./Declarations.ts"
import { EntityType } from "./EntityType.ts"
import { Reason, Resolution } from "./Resolution.ts"
import {
  Amounts,
  ApportionedYear,
  DistributionKey,
  Funding,
  IndexedLine,
  IndexRule,
  OverheadCharge,
  OverheadRule,
  PartnerShare,
  PassedYear,
  RepaymentRule,
} from "./Rule.ts"

export { Change, Neutrality } from "./Change.ts"
export { CommitmentReference, ReleasedCommitment } from "./CommitmentReference.ts"
export { EntityType } from "./EntityType.ts"
export { Reason, ReasonClass, Resolution } from "./Resolution.ts"
export {
  Amounts,
  ApportionedYear,
  DistributionKey,
  Funding,
  FundingSource,
  IndexedLine,
  IndexedYear,
  IndexRule,
  OverheadCharge,
  OverheadException,
  OverheadRule,
  PartnerShare,
  PassedYear,
  RepaymentRule,
} from "./Rule.ts"

/** Kinds of financial debt in T3: obligatieleningen, leasing, kredietinstellingen, andere. */
export const DebtKind = Schema.Literals(["bonds", "leasing", "creditInstitutions", "other"]).annotate({
  identifier: "DebtKind",
})

/** See {@link DebtKind:var}. */
export type DebtKind = typeof DebtKind.Type

/** A reversed posting: its place, its year, and the negated amount. */
export const Turned = Schema.Struct({ place: Place, year: Year, amount: Amount }).annotate({
  identifier: "Turned",
})

/** Every kind of event. */
export const BudgetEvent = Schema.TaggedUnion({
  /** A multi-year plan was adopted (meerjarenplan vastgesteld). It opens the ledger and occurs once. */
  PlanAdopted: {
    entity: Schema.Struct({ name: Code, type: EntityType }),
    plan: Code,
    edition: Schema.Literals(["bbc-3.0"]),
    years: Years,
    creditYears: Schema.Array(Year),
    resolution: Schema.optionalKey(Resolution),
  },
  /** Objectives, policy items, sectors or accounts were declared. */
  StructureDeclared: { declarations: Declarations },
  /** An estimate (raming) of one line changed in one or more years. */
  EstimatePosted: { line: BudgetLine, amounts: Amounts, description: Schema.optionalKey(Text) },
  /**
   * Overhead was reallocated (overhead doorgerekend): charged to actions and credited to one, so that totals do not
   * change.
   */
  OverheadReallocated: { rule: OverheadRule, charges: Schema.Array(OverheadCharge) },
  /** Receipts for partners were passed on (doorstorting): one payment line was split into a posting per partner. */
  PassedThrough: { line: BudgetLine, shares: Schema.Array(PartnerShare), years: Schema.Array(PassedYear) },
  /** The plan was adjusted (aanpassing van het meerjarenplan), all or nothing. */
  PlanAdjusted: {
    plan: Code,
    resolution: Schema.optionalKey(Resolution),
    motivation: Schema.optionalKey(Text),
    assumptions: Schema.optionalKey(Schema.Array(Text)),
    structure: Schema.optionalKey(Declarations),
    creditYears: Schema.Array(Year),
    neutrality: Schema.optionalKey(Neutrality),
    changes: Schema.Array(Change),
  },
  /** The cumulative result of the previous year was carried forward (gecumuleerd budgettair resultaat vorig boekjaar, 093; M2 VI). */
  ResultCarriedForward: {
    account: Account,
    year: Year,
    /** A. According to the plan of the previous year. */
    adopted: Schema.optionalKey(Amount),
    /** B. Estimates that are not in that plan: operating, investment, financing. */
    unprocessed: Schema.optionalKey(
      Schema.Struct({
        operating: Schema.optionalKey(Amount),
        investment: Schema.optionalKey(Amount),
        financing: Schema.optionalKey(Amount),
      }),
    ),
    /**
     * The closed year whose accounts B processes (verwerking van het rekeningresultaat); left out at the opening of a
     * plan.
     */
    accountsOf: Schema.optionalKey(Year),
    description: Schema.optionalKey(Text),
  },
  /** Funds were earmarked (onbeschikbare gelden, 090; M2 VIII). */
  FundsEarmarked: { account: Account, amounts: Amounts, description: Schema.optionalKey(Text) },
  /** Opening balance of one kind of debt on 1 January (financiële schulden; T3 A). */
  DebtOpened: {
    account: Account,
    kind: DebtKind,
    year: Year,
    amount: Amount,
    description: Schema.optionalKey(Text),
  },
  /**
   * The notional repayments (aangewezen aflossingen, M2 corrected margin II.b) of a year were stated, or follow the debts at a
   * rate: the amount due, and the change to it. `base` is the debt on 1 January.
   */
  RepaymentStated: {
    year: Year,
    rule: RepaymentRule,
    base: Schema.optionalKey(Amount),
    due: Amount,
    amount: Amount,
    description: Schema.optionalKey(Text),
  },
  /** Credit was moved between lines of one M3 row (interne kredietaanpassing), so that M3 does not change. */
  CreditTransferred: {
    from: BudgetLine,
    to: BudgetLine,
    year: Year,
    amount: Amount,
    reason: Reason,
    resolution: Schema.optionalKey(Resolution),
  },
  /** Estimates were indexed (indexering) to the amount due on the unrounded base. */
  EstimatesIndexed: {
    rule: IndexRule,
    lines: Schema.Array(IndexedLine),
    reason: Schema.optionalKey(Reason),
  },
  /**
   * A contribution was apportioned (bijdrageregeling): the amount of one line was split into a receivable per member.
   */
  ContributionsApportioned: {
    contribution: Code,
    line: BudgetLine,
    key: DistributionKey,
    years: Schema.Array(ApportionedYear),
  },
  /**
   * Sources of financing or conditions were assigned to lines (financiering, voorwaarde). A later assignment to a line
   * replaces the earlier one.
   */
  FundingAssigned: { lines: Schema.Array(Funding) },
  /** A condition was met or not met (voorwaarde vervuld of niet); before that it is not met. */
  ConditionJudged: {
    condition: Code,
    met: Schema.Boolean,
    date: Day,
    resolution: Schema.optionalKey(Resolution),
    text: Schema.optionalKey(Text),
  },
  /** An action was stopped (stopzetting, einddatum): the estimates of the years after its last day were taken back. */
  ActionStopped: {
    action: Code,
    lastDay: Day,
    reason: Reason,
    taken: Schema.Array(Schema.Struct({ line: BudgetLine, amounts: Amounts })),
  },
  /**
   * A commitment was recorded on an expenditure line (vastlegging, BVR BBC art. 83 and 85), or released in part (vrijgave) by a
   * negative amount. `thirdParty` is an opaque reference, never a name.
   */
  CommitmentRecorded: {
    line: BudgetLine,
    year: Year,
    date: Day,
    reference: CommitmentReference,
    amount: Amount,
    thirdParty: Schema.optionalKey(Code),
    description: Schema.optionalKey(Text),
  },
  /** A realisation was booked on a line (aanrekening). It may name the commitment that it uses. */
  ActualRecorded: {
    line: BudgetLine,
    year: Year,
    date: Day,
    amount: Amount,
    voucher: Code,
    commitment: Schema.optionalKey(CommitmentReference),
    description: Schema.optionalKey(Text),
  },
  /** Unused investment credit moved to the next year (overdracht van investeringskredieten). */
  CarriedOver: {
    line: BudgetLine,
    from: Year,
    to: Year,
    amount: Amount,
    resolution: Schema.optionalKey(Resolution),
  },
  /** A year was closed (boekjaar afgesloten): its estimates no longer change, and its open commitments are released. */
  YearClosed: {
    year: Year,
    resolution: Schema.optionalKey(Resolution),
    released: Schema.optionalKey(Schema.Array(ReleasedCommitment)),
  },
  /**
   * An earlier entry was reversed (tegenboeking); the event contains the negated amounts. `replacedBy` names the entries
   * that were recorded in its place.
   */
  Reversed: {
    entry: Schema.Int,
    replacedBy: Schema.optionalKey(Schema.Array(Schema.Int)),
    reason: Reason,
    turned: Schema.Array(Turned),
  },
}).annotate({ identifier: "BudgetEvent" })

/** See {@link BudgetEvent:var}. */
export type BudgetEvent = typeof BudgetEvent.Type

/** The name of an event kind. */
export type Kind = BudgetEvent["_tag"]

/** One kind of event. */
export type Of<K extends Kind> = Extract<BudgetEvent, { readonly _tag: K }>

/** The names of all kinds, in the order of the union. */
export const kinds: ReadonlyArray<Kind> = Object.keys(BudgetEvent.cases) as ReadonlyArray<Kind>
