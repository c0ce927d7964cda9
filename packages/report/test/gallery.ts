/**
 * The error gallery of core: every refusal, damage, finding and store error, with an input that causes it and its
 * message. A name without an exhibit does not compile.
 */
import type { Finding, JournalStore, Refusal, Replay } from "@grootboek/core"
import { DamageText, FindingText, type Language, RefusalText, StoreText } from "@grootboek/report"

/** One row: the name, its cause, and the message in each language. */
export interface Row {
  readonly name: string
  readonly cause: string
  readonly said: Readonly<Record<Language, string>>
}

type Exhibits<Facts extends { readonly _tag: string }> = {
  readonly [Tag in Facts["_tag"]]: readonly [cause: string, facts: Extract<Facts, { readonly _tag: Tag }>]
}

const line = "A10101 · 9090 · 6140000 · U"

const refusals: Exhibits<Refusal.Facts> = {
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
    { _tag: "CreditExceeded", row: "Investeringen/U", year: 2026, credit: "460000.00", short: "1000.00" },
  ],
  NothingChanges: ["an adjustment without changes", { _tag: "NothingChanges" }],
  UnknownEntry: ["`reverse 999`", { _tag: "UnknownEntry", position: 999, last: 71 }],
  NotReversible: ["`reverse 1`", { _tag: "NotReversible", position: 1, kind: "PlanAdopted" }],
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

const damages: Exhibits<Replay.ReplayError> = {
  PositionGap: ["an entry removed", { _tag: "PositionGap", position: 18, expected: 17 }],
  HashMismatch: [
    "one byte changed",
    { _tag: "HashMismatch", position: 17, stored: "1".repeat(64), computed: "2".repeat(64) },
  ],
  BrokenChain: [
    "an entry replaced, hash and all",
    { _tag: "BrokenChain", position: 18, previous: "1".repeat(64), expected: "2".repeat(64) },
  ],
  TimeWentBack: [
    "a record time set back",
    {
      _tag: "TimeWentBack",
      position: 18,
      time: "2026-01-01T00:00:00.000Z",
      previous: "2026-01-05T09:00:00.000Z",
    },
  ],
  MalformedEntry: [
    "an entry that is not JSON",
    {
      _tag: "MalformedEntry",
      position: 17,
      field: "(body)",
      problem: "SyntaxError: Unexpected end of JSON input",
      reason: { kind: "json" },
      offset: 120,
    },
  ],
  UnknownEvent: [
    "an event of a later version",
    { _tag: "UnknownEvent", position: 17, kind: "PlanMerged", version: 2 },
  ],
  AmountOverflow: [
    "a journal whose sums exceed a cell",
    {
      _tag: "AmountOverflow",
      position: 17,
      place: { phase: "estimate", direction: "U", account: "6140000", policyItem: "9090", action: "A10101" },
      year: 2026,
    },
  ],
}

const stores: Exhibits<JournalStore.StoreError> = {
  PositionConflict: [
    "two writers at once",
    { _tag: "PositionConflict", ledger: "main", expected: 71, actual: 72 },
  ],
  IdConflict: [
    "an id used again for other content",
    { _tag: "IdConflict", ledger: "main", conflicts: [{ id: "line:abc", position: 17 }] },
  ],
  Misfit: [
    "an event that breaks its schema",
    {
      _tag: "Misfit",
      ledger: "main",
      id: "line:abc",
      field: "event.amounts.2026",
      problem: "Expected an amount such as 12.50, with two to six decimals",
      reason: { kind: "amount" },
    },
  ],
  Damaged: [
    "a damaged export",
    {
      _tag: "Damaged",
      ledger: "main",
      damage: { _tag: "HashMismatch", position: 17, stored: "1".repeat(64), computed: "2".repeat(64) },
    },
  ],
  StoreFailed: [
    "a disk that is full",
    {
      _tag: "StoreFailed",
      operation: "append",
      reason: "DiskFull: budget.db: SQLITE_FULL",
      problem: { code: "DiskFull", place: "budget.db", detail: "SQLITE_FULL" },
    },
  ],
}

const found = <Code extends Finding.Code>(code: Code, message: string) => ({
  code,
  position: 17,
  field: "(body)",
  offset: 0,
  message,
})

const findings: {
  readonly [Code in Finding.Code]: readonly [cause: string, facts: Finding.Finding & { readonly code: Code }]
} = {
  PositionGap: ["an entry removed", found("PositionGap", "expected entry 17, found entry 18")],
  HashMismatch: [
    "one byte changed",
    found("HashMismatch", "entry 17 has the hash 2222…, but 1111… was recorded"),
  ],
  BrokenChain: [
    "an entry replaced",
    found("BrokenChain", "entry 18 follows 1111…, but the hash before it is 2222…"),
  ],
  TimeWentBack: ["a record time set back", found("TimeWentBack", "entry 18 was recorded before entry 17")],
  MalformedEntry: [
    "an entry that is not JSON",
    found("MalformedEntry", "entry 17 (body): Unexpected end of JSON input"),
  ],
  UnknownEvent: [
    "an event of a later version",
    found("UnknownEvent", "entry 17 holds PlanMerged of version 2"),
  ],
  NotCanonical: [
    "an entry with a blank added and hashed anew",
    found("NotCanonical", "entry 17 is not in canonical form"),
  ],
  IdReused: ["an id copied to another entry", found("IdReused", "entry 18 has the id line:abc of entry 17")],
  IdNotFound: ["an index that lost a row", found("IdNotFound", "entry 17 is not found by its id")],
  MalformedLine: [
    "a line of prose in an export",
    found("MalformedLine", "line 17 is neither an entry nor the last line"),
  ],
  CutLine: ["an export cut in the middle of a line", found("CutLine", "line 17 has no end")],
  TrailerMissing: ["an export cut between lines", found("TrailerMissing", "the last line is missing")],
  TrailerMismatch: [
    "an export without its last entry",
    found("TrailerMismatch", "the last line declares 71 entries"),
  ],
  AfterTrailer: ["two exports in one file", found("AfterTrailer", "line 73 follows the last line")],
  BeforeCheckpoint: [
    "a journal without its tail",
    found("BeforeCheckpoint", "the journal is shorter than the checkpoint"),
  ],
  CheckpointMismatch: [
    "a journal rewritten",
    found("CheckpointMismatch", "the journal differs from that of the checkpoint"),
  ],
}

/** The rows of a kind of exhibits. */
const rows = <Facts>(
  exhibits: Readonly<Record<string, readonly [cause: string, facts: Facts]>>,
  message: (facts: Facts, language: Language) => string,
): ReadonlyArray<Row> =>
  Object.entries(exhibits).map(([name, [cause, facts]]) => ({
    name,
    cause,
    said: { en: message(facts, "en"), nl: message(facts, "nl") },
  }))

/** All of it, by chapter. */
export const chapters: ReadonlyArray<{ readonly title: string; readonly rows: ReadonlyArray<Row> }> = [
  {
    title: "Refusals: a request that becomes no event",
    rows: rows<Refusal.Facts>(refusals, RefusalText.message),
  },
  {
    title: "Damage: a journal that cannot be replayed",
    rows: rows<Replay.ReplayError>(damages, DamageText.message),
  },
  {
    title: "Findings: what `verify` and `restore` report",
    rows: rows<Finding.Finding>(findings, FindingText.message),
  },
  {
    title: "Store errors: what could not be written",
    rows: rows<JournalStore.StoreError>(stores, StoreText.message),
  },
]

/** The marks around this part of the gallery in its file. */
export const marks = { begin: "<!-- core: begin -->", end: "<!-- core: end -->" }

/** This part of the gallery as Markdown. */
export const markdown = (): string =>
  chapters
    .flatMap(({ title, rows }) => [
      `### ${title}`,
      "",
      "| name | caused by | said in English | said in Dutch |",
      "|---|---|---|---|",
      ...rows.map(
        ({ name, cause, said }) => `| \`${name}\` | ${cell(cause)} | ${cell(said.en)} | ${cell(said.nl)} |`,
      ),
      "",
    ])
    .join("\n")

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("<", "&lt;")
