/** The events of short valid journals, one for each kind of event: a plan, its structure, and what the kind needs. */
import type { BudgetEvent } from "@grootboek/core"

type Event = BudgetEvent.BudgetEvent

const adopted: Event = {
  _tag: "PlanAdopted",
  entity: { name: "V", type: "gemeente" },
  plan: "2026/0",
  edition: "bbc-3.0",
  years: { first: 2026, last: 2027 },
  creditYears: [2026],
}

const declared: Event = {
  _tag: "StructureDeclared",
  declarations: {
    accounts: [
      { direction: "U", prefixes: ["61"], section: "operating", row: "I.A.1" },
      { direction: "O", prefixes: ["70"], section: "operating", row: "II.A.1.b" },
      { direction: "U", prefixes: ["22"], section: "investment" },
      { direction: "U", prefixes: ["090"], section: "result" },
      { direction: "O", prefixes: ["093"], section: "result" },
    ],
    conditions: [{ code: "C1", name: "Subsidie" }],
    goals: [
      { code: "AP1", level: "actionPlan", name: "Plan", priority: false },
      { code: "A1", level: "action", parent: "AP1", name: "Actie", priority: false },
      { code: "A2", level: "action", parent: "AP1", name: "Andere", priority: false },
      { code: "A3", level: "action", parent: "AP1", name: "Overhead", priority: false },
    ],
    members: [
      { code: "M1", name: "Een" },
      { code: "M2", name: "Twee" },
    ],
    sectors: [{ code: "9004", counterparty: "Gemeente" }],
    policyItems: [{ code: "0100", name: "Item", field: "0100", fieldName: "Veld", domain: "Domein" }],
  },
}

const spent = {
  direction: "U",
  account: "6140000",
  policyItem: "0100",
  action: "A1",
  sector: "9004",
  envelope: "E1",
} as const
const building = { direction: "U", account: "2210000", policyItem: "0100" } as const
const received = { direction: "O", account: "7000000", policyItem: "0100" } as const
const estimate: Event = {
  _tag: "EstimatePosted",
  line: spent,
  amounts: { 2026: "100.00", 2027: "-0.000001" },
}

/** What follows the adoption and the first structure, for each kind. */
const entries = {
  PlanAdopted: [],
  StructureDeclared: [
    { _tag: "StructureDeclared", declarations: { members: [{ code: "M3", name: "Drie" }] } },
    {
      _tag: "StructureDeclared",
      declarations: {
        conditions: [{ code: "C2", name: "Gift", goals: ["A1"] }],
        envelopes: [{ code: "E1", name: "Gebouw" }],
        budgetHolders: [{ code: "H1", name: "Dienst", goals: ["A1"] }],
        pledges: [
          { _tag: "MinimumReserve", code: "N1", floor: "1.00", reference: "Raad", without: ["A1"] },
          { _tag: "BudgetNeutrality", code: "N2", tolerance: "0.00", reference: "Raad", goals: ["A2"] },
        ],
        risks: [{ code: "R1", name: "Rente", trend: "rising" }],
        progress: [{ goal: "A1", on: "2026-06-30", state: "onTrack" }],
        facts: [{ table: "personeel", row: "VTE", year: 2026, value: "2.5" }],
        factRows: [{ table: "personeel", row: "VTE" }],
        indicators: [{ code: "I1", goal: "A1", name: "Aantal", kind: "count", total: "sum" }],
        targets: [{ indicator: "I1", year: 2026, aim: "atLeast", value: "10" }],
        measurements: [{ indicator: "I1", on: "2026-06-30", value: "5" }],
        goalTexts: [{ goal: "AP1", commentary: "Tekst" }],
        chapterTexts: [{ chapter: "inleiding", number: 1, text: "Tekst" }],
        headings: [{ name: "nisCode", value: "12345" }],
      },
    },
  ],
  EstimatePosted: [estimate],
  OverheadReallocated: [
    {
      _tag: "OverheadReallocated",
      rule: {
        target: "A3",
        percent: "15",
        baseAccounts: ["61"],
        chargeAccount: "6170000",
        creditAccount: "7000000",
        creditPolicyItem: "0100",
        excluded: ["A2"],
        exceptions: [{ _tag: "RealCost", action: "A2", amounts: { 2026: "1.00" }, reference: "Decreet" }],
      },
      charges: [
        { action: "A1", policyItem: "0100", year: 2026, base: "100.00", due: "15.00", amount: "15.00" },
      ],
    },
  ],
  PassedThrough: [
    {
      _tag: "PassedThrough",
      line: spent,
      shares: [
        { partner: "P1", percent: "50" },
        { partner: "P2", percent: "50" },
      ],
      years: [
        {
          year: 2026,
          received: "100.00",
          amount: "100.00",
          parts: [
            { partner: "P1", amount: "50.00", order: 0 },
            { partner: "P2", amount: "50.00", order: 0 },
          ],
        },
      ],
    },
  ],
  EstimatesIndexed: [
    {
      _tag: "EstimatesIndexed",
      reason: { class: "index", text: "index" },
      rule: {
        _tag: "IndexSeries",
        series: "consumptieprijzen",
        baseMonth: "2025-12",
        baseYear: 2026,
        values: { "2025-12": "100", "2026-12": "102" },
      },
      lines: [
        {
          line: spent,
          base: "12500.00",
          years: [
            { year: 2027, month: "2026-12", index: "102", times: 1, due: "12750.00", amount: "12750.00" },
          ],
        },
      ],
    },
  ],
  ContributionsApportioned: [
    {
      _tag: "ContributionsApportioned",
      contribution: "werking",
      line: received,
      key: {
        name: "gelijk",
        by: "equal",
        weights: [
          { member: "M1", weight: "1" },
          { member: "M2", weight: "1" },
        ],
      },
      years: [
        {
          year: 2026,
          whole: "100.00",
          parts: [
            { member: "M1", due: "50.00", amount: "50.00", order: 0 },
            { member: "M2", due: "50.00", amount: "50.00", order: 0 },
          ],
        },
      ],
    },
  ],
  FundingAssigned: [
    {
      _tag: "FundingAssigned",
      lines: [{ line: spent, source: "toBeFinanced", condition: "C1" }],
    },
  ],
  ConditionJudged: [{ _tag: "ConditionJudged", condition: "C1", met: true, date: "2026-05-30" }],
  ActionStopped: [
    estimate,
    {
      _tag: "ActionStopped",
      action: "A1",
      lastDay: "2026-12-31",
      reason: { class: "subsidy", text: "\u201cbis\u201d \u20ac" },
      taken: [{ line: spent, amounts: { 2027: "0.000001" } }],
    },
  ],
  PlanAdjusted: [
    {
      _tag: "PlanAdjusted",
      plan: "2026/1",
      creditYears: [2026, 2027],
      neutrality: "year",
      changes: [
        { line: spent, amounts: { 2026: "20.00" }, reason: { class: "timing", text: "later" } },
        { line: { ...spent, account: "6150000" }, amounts: { 2026: "-20.00" } },
      ],
      structure: { members: [{ code: "M4", name: "Vier" }] },
    },
  ],
  CreditTransferred: [
    {
      _tag: "CreditTransferred",
      from: spent,
      to: { ...spent, account: "6150000" },
      year: 2026,
      amount: "75.25",
      reason: { class: "transfer" },
    },
  ],
  ResultCarriedForward: [
    {
      _tag: "ResultCarriedForward",
      account: "0930000",
      year: 2026,
      adopted: "400.00",
      unprocessed: { operating: "1.00", investment: "-2.00", financing: "0.00" },
    },
  ],
  FundsEarmarked: [{ _tag: "FundsEarmarked", account: "0900000", amounts: { 2026: "12500.00" } }],
  DebtOpened: [
    { _tag: "DebtOpened", kind: "creditInstitutions", account: "1730000", year: 2026, amount: "250000.00" },
  ],
  RepaymentStated: [
    {
      _tag: "RepaymentStated",
      year: 2026,
      rule: { _tag: "StatedAmount", amount: "10.00" },
      due: "10.00",
      amount: "10.00",
    },
  ],
  CommitmentRecorded: [
    {
      _tag: "CommitmentRecorded",
      line: spent,
      year: 2026,
      date: "2026-03-01",
      reference: "B-1",
      amount: "50.00",
      thirdParty: "K-12",
    },
    {
      _tag: "ActualRecorded",
      line: spent,
      year: 2026,
      date: "2026-03-31",
      amount: "40.00",
      voucher: "IF-1",
      commitment: "B-1",
    },
    { _tag: "YearClosed", year: 2026, released: [{ line: spent, reference: "B-1", amount: "-10.00" }] },
  ],
  CarriedOver: [
    { _tag: "EstimatePosted", line: building, amounts: { 2026: "7500.00" } },
    { _tag: "CarriedOver", line: building, from: 2026, to: 2027, amount: "5000.00" },
  ],
  ActualRecorded: [
    {
      _tag: "ActualRecorded",
      line: spent,
      year: 2026,
      date: "2026-03-31",
      amount: "1040.17",
      voucher: "IF-2026-0042",
    },
  ],
  YearClosed: [{ _tag: "YearClosed", year: 2026 }],
  Reversed: [
    estimate,
    {
      _tag: "Reversed",
      entry: 3,
      reason: { class: "correction" },
      turned: [
        { place: { phase: "estimate", ...spent }, year: 2026, amount: "-100.00" },
        { place: { phase: "estimate", ...spent }, year: 2027, amount: "0.000001" },
      ],
    },
  ],
} satisfies Record<BudgetEvent.Kind, ReadonlyArray<Event>>

/** The events of a valid journal for each kind, from the adoption of the plan on. */
export const all: ReadonlyArray<readonly [kind: string, events: ReadonlyArray<Event>]> = Object.entries(
  entries,
).map(([kind, after]) => [kind, [adopted, declared, ...after]])
