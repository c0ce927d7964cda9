/** Kinds of forged entries: the event that each contains, and the reason that must be found. */
import { type BudgetEvent, type Finding, Money, Posting, type Structure } from "@grootboek/core"
import {
  adjustment,
  contribution,
  declaring,
  estimate,
  type ForgeryTarget,
  goal,
  overhead,
  overheadRule,
  passed,
  reversal,
} from "./ForgedEvents.ts"

type Reason = Finding.InvalidReason["_tag"]

/** A forged entry: added at the end unless it replaces one. */
export interface Forgery {
  readonly reason: Reason
  readonly event: BudgetEvent.BudgetEvent
  readonly replaces?: number
  /** Valid entries that are added before it. */
  readonly before?: ReadonlyArray<BudgetEvent.BudgetEvent>
  /** Returns another text of the body. */
  readonly rewrite?: (body: string) => string
}

/** Returns a forged entry, and how it is placed. */
const forged = (
  reason: Reason,
  event: BudgetEvent.BudgetEvent,
  placed: Omit<Forgery, "reason" | "event"> = {},
): Forgery => ({ reason, event, ...placed })

const declared = (reason: Reason, declarations: Structure.Declarations): Forgery =>
  forged(reason, declaring(declarations))

export const kinds = {
  "an undeclared action": (target) => forged("UnknownAction", estimate(target, { action: "A99999" })),
  "an undeclared policy item": (target) =>
    forged("UnknownPolicyItem", estimate(target, { policyItem: "8888" })),
  "an undeclared sector": (target) => forged("UnknownSector", estimate(target, { sector: "ZZZ" })),
  "an undeclared account": (target) => forged("UnknownAccount", estimate(target, { account: "9999999" })),
  "an undeclared action in an earlier entry": (target) =>
    forged("UnknownAction", estimate(target, { action: "A99999" }), { replaces: target.position }),
  "a year outside the plan": (target) =>
    forged("YearOutsidePlan", {
      _tag: "EstimatePosted",
      line: target.line,
      amounts: { [target.year - 1]: "1.00" },
    }),
  "a second adoption": ({ events }) => forged("PlanAlreadyAdopted", events[0] as BudgetEvent.BudgetEvent),
  "an entry before the plan": ({ year }) =>
    forged("PlanNotAdopted", { _tag: "YearClosed", year }, { replaces: 1 }),
  "an estimate after closing": (target) =>
    forged("YearIsClosed", estimate(target), { before: [{ _tag: "YearClosed", year: target.year }] }),
  "an impossible day": ({ line, year }) =>
    forged("ImpossibleDay", {
      _tag: "ActualRecorded",
      line,
      year,
      date: `${year}-02-30`,
      amount: "1.00",
      voucher: "V1",
    }),
  "an impossible day of a resolution": ({ year }) =>
    forged("ImpossibleDay", { _tag: "YearClosed", year, resolution: { body: "raad", date: "2026-06-31" } }),
  "an impossible time": (target) =>
    forged("ImpossibleTime", estimate(target), {
      rewrite: (body) => body.replace(/"time":"[^"]+"/, '"time":"2026-11-31T09:00:00.000Z"'),
    }),
  "a byte order mark": (target) =>
    forged("ByteOrderMark", estimate(target), { rewrite: (body) => `\ufeff${body}` }),
  "a blank between key and value": (target) =>
    forged("NotCanonical", estimate(target), { rewrite: (body) => body.replace('"event":', '"event": ') }),
  "keys in another order": (target) =>
    forged("NotCanonical", estimate(target), {
      rewrite: (body) => body.replace(/^\{("actor":"[^"]*"),(.*)\}$/, "{$2,$1}"),
    }),
  "an escaped letter": (target) =>
    forged("NotCanonical", estimate(target), {
      rewrite: (body) => body.replace('"actor":"l', '"actor":"\\u006c'),
    }),
  "overhead of another percentage": (target) =>
    forged("AmountNotDue", overhead(target, { base: "100.00", due: "16.00", amount: "16.00" })),
  "overhead rounded otherwise": (target) =>
    forged("AmountNotDue", overhead(target, { base: "0.00001", due: "0.000001", amount: "0.000001" })),
  "overhead of another amount": (target) =>
    forged("AmountNotDue", overhead(target, { base: "1000000.00", due: "150000.00", amount: "150000.01" })),
  "parts that are not due": (target) =>
    forged("AmountNotDue", passed(target, { amounts: ["600001.00", "399999.00"] })),
  "parts that do not sum": (target) => forged("PartsDoNotSum", passed(target, { whole: "1000000.01" })),
  "shares that do not sum": (target) => forged("SharesDoNotSum", passed(target, { percents: ["60", "41"] })),
  "a part with another rounding order": (target) => forged("RuleDiffers", passed(target, { order: 1 })),
  "an index of another amount": ({ line, year }) =>
    forged("AmountNotDue", {
      _tag: "EstimatesIndexed",
      rule: { _tag: "FixedRate", percent: "2", baseYear: year },
      lines: [
        {
          line,
          base: "100.00",
          years: [{ year: year + 1, times: 1, due: "102.01", amount: "102.01" }],
        },
      ],
    }),
  "a contribution of another amount": (target) =>
    forged("AmountNotDue", contribution(target, ["50.01", "49.99"])),
  "a reversal of other amounts": ({ events, position }) =>
    forged("ReversalDiffers", {
      _tag: "Reversed",
      entry: position,
      reason: { class: "correction" },
      turned: Posting.turn(Posting.of(events[position - 1] as BudgetEvent.BudgetEvent)).map((turned) => ({
        ...turned,
        amount: Money.format(Money.add(Money.from(turned.amount), Money.from("0.01"))),
      })),
    }),
  "a reversal of a later entry": ({ events, line, year }) =>
    forged("ReversalDiffers", {
      _tag: "Reversed",
      entry: events.length + 2,
      reason: { class: "correction" },
      turned: [{ place: { phase: "estimate", ...line }, year, amount: "1.00" }],
    }),
  "a stop that removes amounts of another action": ({ line, year }) =>
    forged("RuleDiffers", {
      _tag: "ActionStopped",
      action: "A9",
      lastDay: `${year}-06-30`,
      reason: { class: "timing" },
      taken: [{ line, amounts: { [year + 1]: "-1.00" } }],
    }),
  "a measurement of an undeclared indicator": ({ year }) =>
    declared("UnknownIndicator", {
      measurements: [{ indicator: "unknown", on: `${year}-06-30`, value: "1" }],
    }),
  "a target of an undeclared indicator": ({ year }) =>
    declared("UnknownIndicator", { targets: [{ indicator: "unknown", year, aim: "follow" }] }),
  "a goal below an undeclared goal": () =>
    declared("UnknownParent", { goals: [{ ...goal, parent: "unknown" }] }),
  "a goal below a goal of its own level": () =>
    declared("ParentNotAbove", { goals: [goal, { ...goal, code: "forged:2", parent: goal.code }] }),
  "an adjustment with a goal below an undeclared goal": () =>
    forged("UnknownParent", { ...adjustment, structure: { goals: [{ ...goal, parent: "unknown" }] } }),
  "a budget holder of an undeclared goal": () =>
    declared("UnknownGoal", { budgetHolders: [{ code: "forged", name: "Dienst", goals: ["unknown"] }] }),
  "a condition of an undeclared goal": () =>
    declared("UnknownGoal", { conditions: [{ code: "forged", name: "Subsidie", goals: ["unknown"] }] }),
  "progress of an undeclared goal": ({ year }) =>
    declared("UnknownGoal", { progress: [{ goal: "unknown", on: `${year}-06-30`, state: "done" }] }),
  "a norm that excludes an undeclared goal": () =>
    declared("UnknownGoal", {
      pledges: [
        { _tag: "MinimumReserve", code: "forged", floor: "1.00", reference: "raad", without: ["unknown"] },
      ],
    }),
  "an indicator of an undeclared goal": () =>
    declared("UnknownGoal", {
      indicators: [{ code: "forged", goal: "unknown", name: "Aantal", kind: "count", total: "sum" }],
    }),
  "the text of an undeclared goal": () =>
    declared("UnknownGoal", { goalTexts: [{ goal: "unknown", commentary: "Tekst" }] }),
  "an account of an unknown row": () =>
    declared("UnknownFormRow", {
      accounts: [{ section: "operating", direction: "U", row: "IX.Z", prefixes: ["699"] }],
    }),
  "an account table that leaves recorded amounts without a row": ({ line }) =>
    declared("SectorRequired", {
      accounts: [
        { section: "operating", direction: line.direction, row: "II.A.3.b", prefixes: [line.account] },
      ],
    }),
  "a code that is declared twice": () =>
    declared("DuplicateCode", { goals: [goal, { ...goal, name: "Anders" }] }),
  "a member that is declared twice": () =>
    declared("DuplicateCode", {
      members: [
        { code: "forged", name: "Een" },
        { code: "forged", name: "Twee" },
      ],
    }),
  "an undeclared condition of a line": ({ line }) =>
    forged("UnknownCondition", { _tag: "FundingAssigned", lines: [{ line, condition: "unknown" }] }),
  "a verdict on an undeclared condition": ({ year }) =>
    forged("UnknownCondition", {
      _tag: "ConditionJudged",
      condition: "unknown",
      met: true,
      date: `${year}-06-30`,
    }),
  "an undeclared member of a contribution": (target) =>
    forged("UnknownMember", contribution(target, ["50.00", "50.00"], "unknown")),
  "a partner with two shares": (target) =>
    forged("PartnerTwice", passed(target, { partners: ["Een", "Een"] })),
  "overhead that excludes an undeclared action": (target) =>
    forged("UnknownAction", overheadRule(target, { excluded: ["unknown"] })),
  "overhead that excludes a goal that is not an action": (target) =>
    forged("NotAnAction", overheadRule(target, { excluded: [goal.code] }), {
      before: [declaring({ goals: [goal] })],
    }),
  "an overhead exception of an undeclared action": (target) =>
    forged(
      "UnknownAction",
      overheadRule(target, {
        exceptions: [{ _tag: "RealCost", action: "unknown", amounts: {}, reference: "Decreet" }],
      }),
    ),
  "overhead on an undeclared account": (target) =>
    forged("UnknownAccount", overheadRule(target, { chargeAccount: "9999999" })),
  "a label of another adjustment": () => forged("PlanLabelTaken", adjustment, { before: [adjustment] }),
  "a second reversal of an entry": ({ events, position }) =>
    forged("AlreadyReversed", reversal(events, position), { before: [reversal(events, position)] }),
  "a booking that names an unknown commitment": ({ line, year }) =>
    forged("UnknownCommitment", {
      _tag: "ActualRecorded",
      line,
      year,
      date: `${year}-06-30`,
      amount: "1.00",
      voucher: "forged",
      commitment: "unknown",
    }),
  "a closing that releases what is not open": ({ line, year }) =>
    forged("AmountNotDue", {
      _tag: "YearClosed",
      year,
      released: [{ line, reference: "unknown", amount: "-1.00" }],
    }),
  "an adjustment that is not neutral": ({ line, year }) =>
    forged("NotNeutral", {
      ...adjustment,
      neutrality: "year",
      changes: [{ line, amounts: { [year]: "1.00" } }],
    }),
} as const satisfies Readonly<Record<string, (target: ForgeryTarget) => Forgery>>

export type ForgeryKind = keyof typeof kinds

export const names = Object.keys(kinds) as ReadonlyArray<ForgeryKind>
