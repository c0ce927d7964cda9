/**
 * What can happen to a budget: a closed union, told in the past tense. Amounts are changes.
 *
 * An event that moves money carries the amounts and the rule that produced them, so that replay never
 * recomputes a rule and an auditor can check that it did what it says.
 */
import * as Schema from "effect/Schema"
import { Account, BudgetLine, Code, Place, Text } from "./BudgetLine.ts"
import { Amount } from "./Money.ts"
import { Percent } from "./Rate.ts"
import { Quantity } from "./Register.ts"
import { Declarations } from "./Structure.ts"
import { Day, Month, Year, Years } from "./Year.ts"

/** A change per year: `{ "2026": "21000.00" }`. */
export const Amounts = Schema.Record(
  Schema.String.check(Schema.isPattern(/^(?:19|20|21)\d\d$/u, { expected: "a year" })),
  Amount,
).annotate({
  identifier: "Amounts",
})

/** See {@link Amounts:var}. */
export type Amounts = typeof Amounts.Type

/** What kind of authority keeps the budget; decides which norms bind it. */
export const EntityType = Schema.Literals([
  "gemeente",
  "ocmw",
  "agb",
  "welzijnsvereniging",
  "andere",
]).annotate({ identifier: "EntityType" })

/** See {@link EntityType:var}. */
export type EntityType = typeof EntityType.Type

/** What a governing body resolved (besluit): body, day, reference. Never a person's name. */
export const Resolution = Schema.Struct({
  body: Code,
  date: Day,
  reference: Schema.optionalKey(Code),
}).annotate({ identifier: "Resolution" })

/** See {@link Resolution:var}. */
export type Resolution = typeof Resolution.Type

/** Why an amount changed: resultaat, indexering, timing, verschuiving, subsidie, correctie. */
export const ReasonClass = Schema.Literals([
  "result",
  "index",
  "timing",
  "transfer",
  "subsidy",
  "correction",
]).annotate({ identifier: "ReasonClass" })

/** See {@link ReasonClass:var}. */
export type ReasonClass = typeof ReasonClass.Type

/** A reason (reden) with its explanation (toelichting). */
export const Reason = Schema.Struct({ class: ReasonClass, text: Schema.optionalKey(Text) }).annotate({
  identifier: "Reason",
})

/** See {@link Reason:var}. */
export type Reason = typeof Reason.Type

/** One change of an adjustment; without a reason it counts as unexplained. `row` is its line in the source file. */
export const Change = Schema.Struct({
  line: BudgetLine,
  amounts: Amounts,
  reason: Schema.optionalKey(Reason),
  description: Schema.optionalKey(Text),
  row: Schema.optionalKey(Schema.Int),
}).annotate({ identifier: "Change" })

/** See {@link Change:var}. */
export type Change = typeof Change.Type

/** What an adjustment promises to leave as it is: receipts less expenditure, per year, or per year and action or section. */
export const Neutrality = Schema.Literals(["year", "action", "section"]).annotate({
  identifier: "Neutrality",
})

/** See {@link Neutrality:var}. */
export type Neutrality = typeof Neutrality.Type

/**
 * An action that may be charged no full overhead (uitzondering): a legal maximum, as a percentage or an amount a year,
 * or the real overhead cost a year; with the rule of the one who subsidises it as its reason.
 */
export const OverheadException = Schema.TaggedUnion({
  LegalMaximum: {
    action: Code,
    percent: Schema.optionalKey(Percent),
    amounts: Schema.optionalKey(Amounts),
    reference: Text,
  },
  RealCost: { action: Code, amounts: Amounts, reference: Text },
}).annotate({ identifier: "OverheadException" })

/** See {@link OverheadException:var}. */
export type OverheadException = typeof OverheadException.Type

/** The overhead rule (overheadverdeling): a share of staff cost, charged where it arises and credited to one action. */
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

/** One charge: what is due on a base, and the change that brings what was posted to what is due. */
export const OverheadCharge = Schema.Struct({
  action: Code,
  policyItem: Code,
  year: Year,
  base: Amount,
  due: Amount,
  amount: Amount,
  /** What the share alone would be, where an exception sets `due` lower. */
  standard: Schema.optionalKey(Amount),
  /** The rule of that exception. */
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

/** What was received in a year and how it was split; `order` is the turn in which a partner got a left-over unit, 0 if none. */
export const PassedYear = Schema.Struct({
  year: Year,
  received: Amount,
  amount: Amount,
  parts: Schema.Array(Schema.Struct({ partner: Code, amount: Amount, order: Schema.Int })),
}).annotate({ identifier: "PassedYear" })

/**
 * How estimates grow (indexering) from those of a base year: by a fixed percentage a year, or along an index series
 * whose base month belongs to the base year. A year that lies n years later takes the index of n years later.
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

/** An indexed year of a line: what is due on the unrounded base, the index it took if any, and the change that brings it there. */
export const IndexedYear = Schema.Struct({
  year: Year,
  /** How many times the rate compounds: years after the base year. */
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

/** A distribution key (verdeelsleutel): the members that take part and what each weighs. */
export const DistributionKey = Schema.Struct({
  name: Code,
  by: Schema.Literals(["inhabitants", "shares", "equal"]),
  weights: Schema.Array(Schema.Struct({ member: Code, weight: Quantity })),
  reference: Schema.optionalKey(Text),
}).annotate({ identifier: "DistributionKey" })

/** See {@link DistributionKey:var}. */
export type DistributionKey = typeof DistributionKey.Type

/** A year of a contribution: the whole, what each member owes, and the change that brings it there. `order` is the turn in which a member got a left-over cent, 0 if none. */
export const ApportionedYear = Schema.Struct({
  year: Year,
  whole: Amount,
  parts: Schema.Array(Schema.Struct({ member: Code, due: Amount, amount: Amount, order: Schema.Int })),
}).annotate({ identifier: "ApportionedYear" })

/** See {@link ApportionedYear:var}. */
export type ApportionedYear = typeof ApportionedYear.Type

/** Where money comes from (legende financiering of the plan). */
export const FundingSource = Schema.Literals([
  "subsidies",
  "cofinancing",
  "gifts",
  "inKind",
  "memberOperating",
  "memberTime",
  "paidServices",
  "toBeFinanced",
]).annotate({ identifier: "FundingSource" })

/** See {@link FundingSource:var}. */
export type FundingSource = typeof FundingSource.Type

/** What a line is financed by, and the condition it stands under. */
export const Funding = Schema.Struct({
  line: BudgetLine,
  source: Schema.optionalKey(FundingSource),
  condition: Schema.optionalKey(Code),
}).annotate({ identifier: "Funding" })

/** See {@link Funding:var}. */
export type Funding = typeof Funding.Type

/** Kinds of financial debt in T3: obligatieleningen, leasing, kredietinstellingen, andere. */
export const DebtKind = Schema.Literals(["bonds", "leasing", "creditInstitutions", "other"]).annotate({
  identifier: "DebtKind",
})

/** See {@link DebtKind:var}. */
export type DebtKind = typeof DebtKind.Type

/** A posting turned back: where it stood, and the amount that undoes it. */
export const Turned = Schema.Struct({ place: Place, year: Year, amount: Amount }).annotate({
  identifier: "Turned",
})

/** Every kind of event. */
export const BudgetEvent = Schema.TaggedUnion({
  /** A multi-year plan was adopted (meerjarenplan vastgesteld): opens the ledger, once. */
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
  /** Overhead was reallocated (overhead doorgerekend): charged to actions, credited to one; neutral by construction. */
  OverheadReallocated: { rule: OverheadRule, charges: Schema.Array(OverheadCharge) },
  /** Money received for partners was passed on (doorstorting): one payment line became a posting per partner. */
  PassedThrough: { line: BudgetLine, shares: Schema.Array(PartnerShare), years: Schema.Array(PassedYear) },
  /** The plan was adjusted (aanpassing van het meerjarenplan): all or nothing. */
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
    /** A. As the previous year's plan has it. */
    adopted: Schema.optionalKey(Amount),
    /** B. Estimates that plan did not hold: operating, investment, financing. */
    unprocessed: Schema.optionalKey(
      Schema.Struct({
        operating: Schema.optionalKey(Amount),
        investment: Schema.optionalKey(Amount),
        financing: Schema.optionalKey(Amount),
      }),
    ),
    /** The closed year whose accounts B brings in (verwerking van het rekeningresultaat); left out at the opening of a plan. */
    accountsOf: Schema.optionalKey(Year),
    description: Schema.optionalKey(Text),
  },
  /** Funds were earmarked (onbeschikbare gelden, 090; M2 VIII). */
  FundsEarmarked: { account: Account, amounts: Amounts, description: Schema.optionalKey(Text) },
  /** Debts of one kind stood open on 1 January (financiële schulden; T3 A). */
  DebtOpened: {
    account: Account,
    kind: DebtKind,
    year: Year,
    amount: Amount,
    description: Schema.optionalKey(Text),
  },
  /** Credit moved between lines below M3 (interne kredietaanpassing); M3 stays as it is. */
  CreditTransferred: {
    from: BudgetLine,
    to: BudgetLine,
    year: Year,
    amount: Amount,
    reason: Reason,
    resolution: Schema.optionalKey(Resolution),
  },
  /** Estimates were indexed (indexering): brought to what is due on the unrounded base. */
  EstimatesIndexed: {
    rule: IndexRule,
    lines: Schema.Array(IndexedLine),
    reason: Schema.optionalKey(Reason),
  },
  /** A contribution was apportioned (bijdrageregeling): the amount of one line became a receivable per member. */
  ContributionsApportioned: {
    contribution: Code,
    line: BudgetLine,
    key: DistributionKey,
    years: Schema.Array(ApportionedYear),
  },
  /** Lines took a source of financing or a condition (financiering, voorwaarde); a line named again takes its new one. */
  FundingAssigned: { lines: Schema.Array(Funding) },
  /** A condition was judged (voorwaarde vervuld of niet); until then it is not met. */
  ConditionJudged: {
    condition: Code,
    met: Schema.Boolean,
    date: Day,
    resolution: Schema.optionalKey(Resolution),
    text: Schema.optionalKey(Text),
  },
  /** An action stopped (stopzetting, einddatum): the estimates of the years after its last day were taken back. */
  ActionStopped: {
    action: Code,
    lastDay: Day,
    reason: Reason,
    taken: Schema.Array(Schema.Struct({ line: BudgetLine, amounts: Amounts })),
  },
  /** A realisation was booked against a line (aanrekening). */
  ActualRecorded: {
    line: BudgetLine,
    year: Year,
    date: Day,
    amount: Amount,
    voucher: Code,
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
  /** A year was closed (boekjaar afgesloten): its estimates change no more. */
  YearClosed: { year: Year, resolution: Schema.optionalKey(Resolution) },
  /** An earlier entry was undone (tegenboeking); it carries the amounts that turn it back. */
  Reversed: { entry: Schema.Int, reason: Reason, turned: Schema.Array(Turned) },
}).annotate({ identifier: "BudgetEvent" })

/** See {@link BudgetEvent:var}. */
export type BudgetEvent = typeof BudgetEvent.Type

/** The name of an event kind. */
export type Kind = BudgetEvent["_tag"]

/** One kind of event. */
export type Of<K extends Kind> = Extract<BudgetEvent, { readonly _tag: K }>

/** The names of all kinds, in the order in which they are told above. */
export const kinds: ReadonlyArray<Kind> = Object.keys(BudgetEvent.cases) as ReadonlyArray<Kind>
