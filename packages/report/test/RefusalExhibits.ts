/** An input for every refusal. */
import type { Refusal } from "@grootboek/core"

/** A cause and its facts for every tag. A tag without an exhibit does not compile. */
export type Exhibits<Facts extends { readonly _tag: string }> = {
  readonly [Tag in Facts["_tag"]]: readonly [cause: string, facts: Extract<Facts, { readonly _tag: Tag }>]
}

const line = "A10101 · 9090 · 6140000 · U"

/** Every refusal. */
export const refusals: Exhibits<Refusal.Facts> = {
  PlanNotAdopted: ["`import` into a file without a plan", { _tag: "PlanNotAdopted" }],
  PlanAlreadyAdopted: ["`init` twice", { _tag: "PlanAlreadyAdopted", entity: "W13", plan: "2026/0" }],
  PlanLabelTaken: [
    "two adjustments labelled 2026/1",
    { _tag: "PlanLabelTaken", plan: "2026/1", position: 72 },
  ],
  YearOutsidePlan: [
    "a column 2032",
    { _tag: "YearOutsidePlan", year: 2032, years: { first: 2026, last: 2031 } },
  ],
  YearIsClosed: ["an adjustment of a closed year", { _tag: "YearIsClosed", year: 2026 }],
  UnknownAccount: ["account 9990000", { _tag: "UnknownAccount", account: "9990000", direction: "U" }],
  ResultAccount: ["a budget line on 0930000", { _tag: "ResultAccount", account: "0930000" }],
  NotAResultAccount: ["an opening on 6140000", { _tag: "NotAResultAccount", account: "6140000" }],
  UnknownPolicyItem: ["policy item 9999", { _tag: "UnknownPolicyItem", policyItem: "9999" }],
  UnknownAction: ["action A99999", { _tag: "UnknownAction", action: "A99999" }],
  NotAnAction: ["a line on action plan AP101", { _tag: "NotAnAction", action: "AP101", level: "actionPlan" }],
  UnknownSector: ["sector XX", { _tag: "UnknownSector", sector: "XX" }],
  SectorRequired: [
    "account 7401000 without a sector",
    { _tag: "SectorRequired", account: "7401000", row: "EXPLOITATIE/II.A.3.a-2" },
  ],
  SectorWithoutRow: [
    "a subsidy from a sector without origin row",
    { _tag: "SectorWithoutRow", sector: "FIN", purpose: "origin", row: "II.A.3.a-2" },
  ],
  DuplicateCode: ["a goal declared twice", { _tag: "DuplicateCode", what: "goal", code: "A10101" }],
  UnknownParent: [
    "a goal under an undeclared code",
    { _tag: "UnknownParent", code: "A10101", parent: "AP999" },
  ],
  ParentNotAbove: [
    "an action plan under an action",
    { _tag: "ParentNotAbove", code: "AP101", parent: "A10101" },
  ],
  UnknownFormRow: [
    "an account table with row I.Z",
    { _tag: "UnknownFormRow", section: "operating", row: "I.Z" },
  ],
  NothingDeclared: ["a declaration without anything", { _tag: "NothingDeclared" }],
  UnknownIndicator: ["a target of indicator A10101/9", { _tag: "UnknownIndicator", indicator: "A10101/9" }],
  NotCounted: [
    "an indicator of kind percentage with telling som",
    { _tag: "NotCounted", indicator: "A10401/3", kind: "percent" },
  ],
  NotADeed: ["2 measured of a deed", { _tag: "NotADeed", indicator: "A10402/1", value: "2" }],
  IndicatorInWords: [
    "a value for an indicator in words",
    { _tag: "IndicatorInWords", indicator: "A30101/1" },
  ],
  WordsMissing: ["a target in words without words", { _tag: "WordsMissing", indicator: "A30101/1" }],
  TargetWithoutValue: [
    "minstens without a value",
    { _tag: "TargetWithoutValue", indicator: "A10101/1", aim: "atLeast" },
  ],
  TargetDayOutside: [
    "a target by 31 December 2032 in a plan until 2031",
    { _tag: "TargetDayOutside", indicator: "A10402/2", day: "2032-12-31", from: 2026, until: 2031 },
  ],
  MarginWithoutAbout: [
    "minstens with a margin",
    { _tag: "MarginWithoutAbout", indicator: "A10101/1", aim: "atLeast" },
  ],
  MeasurementWithoutValue: [
    "a measurement of a count without a value",
    { _tag: "MeasurementWithoutValue", indicator: "A10101/1" },
  ],
  TermEndsBefore: [
    "a term from 2027 until 30 June 2026",
    { _tag: "TermEndsBefore", goal: "A10304", from: 2027, until: "2026-06-30" },
  ],
  UnknownGoal: ["a budget holder of goal A99999", { _tag: "UnknownGoal", goal: "A99999" }],
  NoOverheadRule: ["an overhead exception before there is a rule", { _tag: "NoOverheadRule" }],
  NothingSelected: ["an indexation of lines that do not exist", { _tag: "NothingSelected" }],
  IndexGap: [
    "an index series without a month",
    { _tag: "IndexGap", series: "health index", missing: ["2028-01"] },
  ],
  IndexNotPositive: [
    "an index of zero",
    { _tag: "IndexNotPositive", series: "health index", month: "2028-01", value: "0" },
  ],
  BaseYearNotBefore: [
    "indexing 2026 on base year 2026",
    { _tag: "BaseYearNotBefore", baseYear: 2026, year: 2026 },
  ],
  UnknownMember: ["a key that names an undeclared member", { _tag: "UnknownMember", member: "OCMW X" }],
  MemberTwice: ["a key that names a member twice", { _tag: "MemberTwice", member: "OCMW X" }],
  NegativeWeight: ["a weight below zero", { _tag: "NegativeWeight", member: "OCMW X", weight: "-1" }],
  KeySumsToZero: ["a key of zero weights", { _tag: "KeySumsToZero", key: "inhabitants" }],
  LineApportioned: [
    "two contributions on one line",
    { _tag: "LineApportioned", line, contribution: "working costs" },
  ],
  UnknownCondition: ["a condition that is not declared", { _tag: "UnknownCondition", condition: "C1" }],
  LineTwice: ["one line named twice", { _tag: "LineTwice", line }],
  ExceptionTwice: ["two overhead exceptions of one action", { _tag: "ExceptionTwice", action: "A10101" }],
  ExceptionWithoutLimit: [
    "an overhead exception without a limit",
    { _tag: "ExceptionWithoutLimit", action: "A10101" },
  ],
  ActionHasStopped: [
    "an estimate after the end of an action",
    { _tag: "ActionHasStopped", action: "A10101", lastDay: "2027-12-31", year: 2028 },
  ],
  YearNotClosed: ["accounts of a year that is open", { _tag: "YearNotClosed", year: 2026 }],
  AmountOverflow: [
    "amounts that sum beyond 9 × 10¹² euro",
    { _tag: "AmountOverflow", place: line, year: 2026 },
  ],
  NotNeutral: [
    "a neutral adjustment that moves a cent",
    { _tag: "NotNeutral", what: "year", year: 2026, difference: "0.01" },
  ],
  SharesDoNotSum: ["shares of 50 and 40 percent", { _tag: "SharesDoNotSum", sum: "90" }],
  PartnerTwice: ["a partner named twice", { _tag: "PartnerTwice", partner: "Partner 1" }],
  NoPaymentLine: [
    "a pass-through of an action without expenditure",
    { _tag: "NoPaymentLine", action: "A10203" },
  ],
  ManyPaymentLines: [
    "a pass-through of an action with two expenditure lines",
    { _tag: "ManyPaymentLines", action: "A10203", lines: [line, "A10203 · 9090 · 6150000 · U"] },
  ],
  NotPassedOn: [
    "received and paid differ by a cent",
    { _tag: "NotPassedOn", action: "A10203", year: 2026, received: "409920.00", paid: "409919.99" },
  ],
  CreditExceeded: [
    "a transfer from operating to investment",
    {
      _tag: "CreditExceeded",
      source: "Exploitatie/U",
      row: "Investeringen/U",
      year: 2026,
      credit: "460000.00",
      short: "1000.00",
    },
  ],
  NothingChanges: ["an adjustment without changes", { _tag: "NothingChanges" }],
  AdjustmentNeeded: [
    "a whole list through the library, after an adjustment and without a label",
    { _tag: "AdjustmentNeeded", plan: "2026/1" },
  ],
  ClosedYearDiffers: [
    "a list (`--as state`) that changes a closed year",
    { _tag: "ClosedYearDiffers", place: line, year: 2026, recorded: "21000.00", listed: "22000.00" },
  ],
  ReplacesMore: [
    "`--as opening --replace` of one of the two years of an entry",
    { _tag: "ReplacesMore", entry: 7, place: "0900000 · U", year: 2027 },
  ],
  PostedByRule: [
    "a list (`--as state`) with a line of the overhead rule",
    { _tag: "PostedByRule", place: "A10101 · 9090 · 6170000 · U", target: "A50111" },
  ],
  RepaymentNotPositive: ["repayments of zero", { _tag: "RepaymentNotPositive", year: 2026, stated: "0.00" }],
  RepaymentTwice: ["an amount and a rate for one year", { _tag: "RepaymentTwice", year: 2026 }],
  CommitmentOfReceipts: [
    "a commitment on a line of receipts",
    { _tag: "CommitmentOfReceipts", place: "A10101 · 9090 · 7470000 · O" },
  ],
  CommitmentOfZero: [
    "a commitment of 0,00",
    { _tag: "CommitmentOfZero", reference: "V-12", place: line, year: 2026 },
  ],
  CommitmentTwice: [
    "a commitment with the reference of a recorded one",
    { _tag: "CommitmentTwice", reference: "V-12", place: line, year: 2026 },
  ],
  UnknownCommitment: [
    "a booking or a release that names a commitment of another line",
    { _tag: "UnknownCommitment", reference: "V-13", place: line, year: 2026 },
  ],
  CommitmentTooLarge: [
    "`--strict`, a commitment of more than is available",
    {
      _tag: "CommitmentTooLarge",
      reference: "V-12",
      place: line,
      year: 2026,
      available: "21000.00",
      asked: "30000.00",
    },
  ],
  ReleaseTooLarge: [
    "a release of more than is open",
    { _tag: "ReleaseTooLarge", reference: "V-12", place: line, year: 2026, open: "100.00", asked: "150.00" },
  ],
  LineWithoutEstimate: [
    "`--strict`, a booking on a line without an estimate",
    { _tag: "LineWithoutEstimate", place: line, year: 2026, asked: "50.00" },
  ],
  EstimatePassed: [
    "`--strict`, a booking past the estimate of its line",
    { _tag: "EstimatePassed", place: line, year: 2026, estimate: "21000.00", realised: "21050.00" },
  ],
  TransferNotPositive: ["a transfer of -50,00", { _tag: "TransferNotPositive", asked: "-50.00" }],
  TransferToSameLine: ["a transfer of a line to itself", { _tag: "TransferToSameLine", place: line }],
  TransferTooLarge: [
    "a transfer of more than the estimate of the line",
    { _tag: "TransferTooLarge", place: line, year: 2026, left: "21000.00", asked: "30000.00" },
  ],
  AmountRecorded: [
    "a corrected file imported with `--as lines`",
    {
      _tag: "AmountRecorded",
      what: "line",
      place: line,
      year: 2026,
      amount: "21000.00",
      entry: 6,
      file: "budget-lines.csv",
      line: 2,
    },
  ],
  UnknownEntry: ["`reverse 999`", { _tag: "UnknownEntry", position: 999, last: 71 }],
  NotReversible: ["`reverse 1`", { _tag: "NotReversible", position: 1, kind: "PlanAdopted" }],
  FollowsFromRule: [
    "`reverse` of overhead that followed an adjustment",
    { _tag: "FollowsFromRule", position: 71, stated: 12, rule: "overhead", subject: "A50111" },
  ],
  AlreadyReversed: ["`reverse 17` twice", { _tag: "AlreadyReversed", position: 17, by: 72 }],
  CarryOverTooLarge: [
    "carrying over more than is left",
    { _tag: "CarryOverTooLarge", place: line, left: "1000.00", asked: "1000.01" },
  ],
  NothingToCarry: ["carrying over -50,00", { _tag: "NothingToCarry", place: line, asked: "-50.00" }],
  NotAnInvestment: ["carrying over operating credit", { _tag: "NotAnInvestment", place: line }],
  NotFirstYear: ["an opening debt dated 2028", { _tag: "NotFirstYear", year: 2028, first: 2026 }],
  NextYearOnly: ["carrying over from 2026 to 2028", { _tag: "NextYearOnly", from: 2026, to: 2028 }],
  MalformedValue: [
    "an amount with a comma in an event",
    {
      _tag: "MalformedValue",
      field: "amounts.2026",
      problem: "Expected an amount such as 12.50, with two to six decimals",
      reason: { kind: "amount" },
    },
  ],
  UnknownMoment: [
    "`--at plan:2099/9`",
    { _tag: "UnknownMoment", moment: "plan:2099/9", known: ["plan:2026/0", "position:1 … position:71"] },
  ],
  UnknownForm: ["`statement T9`", { _tag: "UnknownForm", form: "T9", known: ["M1", "M2", "M3"] }],
  FormNotBuilt: ["`statement J4`", { _tag: "FormNotBuilt", form: "J4", known: ["M1", "M2", "M3"] }],
  UnknownRow: ["`explain T2 I.Z 2026`", { _tag: "UnknownRow", form: "T2", row: "I.Z", near: [] }],
  AmbiguousRow: [
    "`explain T2 I.A 2026`",
    { _tag: "AmbiguousRow", form: "T2", row: "I.A", candidates: ["EXPLOITATIE/I.A", "INVESTERINGEN/I.A"] },
  ],
  YearNotShown: [
    "`explain M3 Exploitatie/U 2032`",
    { _tag: "YearNotShown", form: "M3", year: 2032, years: [2026, 2027] },
  ],
}
