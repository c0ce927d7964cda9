/** The deeds of a forger: what each writes, and the reason that must be found. */
import { type BudgetEvent, type Finding, Money, Posting } from "@grootboek/core"
import { contribution, estimate, type ForgeryTarget, overhead, passed } from "./ForgedEvents.ts"

type Reason = Finding.InvalidReason["_tag"]

/** A forged entry: added at the end unless it replaces one. */
export interface Forgery {
  readonly reason: Reason
  readonly event: BudgetEvent.BudgetEvent
  readonly replaces?: number
  /** Valid entries that are added before it. */
  readonly before?: ReadonlyArray<BudgetEvent.BudgetEvent>
  /** Another text of the body. */
  readonly rewrite?: (body: string) => string
}
/** The deeds of a forger. */
export const deeds = {
  "an undeclared action": (target) => ({
    reason: "UnknownAction",
    event: estimate(target, { action: "A99999" }),
  }),
  "an undeclared policy item": (target) => ({
    reason: "UnknownPolicyItem",
    event: estimate(target, { policyItem: "8888" }),
  }),
  "an undeclared sector": (target) => ({
    reason: "UnknownSector",
    event: estimate(target, { sector: "ZZZ" }),
  }),
  "an undeclared account": (target) => ({
    reason: "UnknownAccount",
    event: estimate(target, { account: "9999999" }),
  }),
  "an undeclared action in an earlier entry": (target) => ({
    reason: "UnknownAction",
    event: estimate(target, { action: "A99999" }),
    replaces: target.position,
  }),
  "a year outside the plan": (target) => ({
    reason: "YearOutsidePlan",
    event: { _tag: "EstimatePosted", line: target.line, amounts: { [target.year - 1]: "1.00" } },
  }),
  "a second adoption": ({ events }) => ({
    reason: "PlanAlreadyAdopted",
    event: events[0] as BudgetEvent.BudgetEvent,
  }),
  "an entry before the plan": ({ year }) => ({
    reason: "PlanNotAdopted",
    event: { _tag: "YearClosed", year },
    replaces: 1,
  }),
  "an estimate after closing": (target) => ({
    reason: "YearIsClosed",
    event: estimate(target),
    before: [{ _tag: "YearClosed", year: target.year }],
  }),
  "an impossible day": ({ line, year }) => ({
    reason: "ImpossibleDay",
    event: {
      _tag: "ActualRecorded",
      line,
      year,
      date: `${year}-02-30`,
      amount: "1.00",
      voucher: "V1",
    },
  }),
  "an impossible day of a resolution": ({ year }) => ({
    reason: "ImpossibleDay",
    event: { _tag: "YearClosed", year, resolution: { body: "raad", date: "2026-06-31" } },
  }),
  "an impossible time": (target) => ({
    reason: "ImpossibleTime",
    event: estimate(target),
    rewrite: (body) => body.replace(/"time":"[^"]+"/, '"time":"2026-11-31T09:00:00.000Z"'),
  }),
  "a byte order mark": (target) => ({
    reason: "ByteOrderMark",
    event: estimate(target),
    rewrite: (body) => `\ufeff${body}`,
  }),
  "a blank": (target) => ({
    reason: "NotCanonical",
    event: estimate(target),
    rewrite: (body) => body.replace('"event":', '"event": '),
  }),
  "keys in another order": (target) => ({
    reason: "NotCanonical",
    event: estimate(target),
    rewrite: (body) => body.replace(/^\{("actor":"[^"]*"),(.*)\}$/, "{$2,$1}"),
  }),
  "an escaped letter": (target) => ({
    reason: "NotCanonical",
    event: estimate(target),
    rewrite: (body) => body.replace('"actor":"l', '"actor":"\\u006c'),
  }),
  "overhead of another percentage": (target) => ({
    reason: "AmountNotDue",
    event: overhead(target, { base: "100.00", due: "16.00", amount: "16.00" }),
  }),
  "overhead rounded otherwise": (target) => ({
    reason: "AmountNotDue",
    event: overhead(target, { base: "0.00001", due: "0.000001", amount: "0.000001" }),
  }),
  "overhead of another amount": (target) => ({
    reason: "AmountNotDue",
    event: overhead(target, { base: "1000000.00", due: "150000.00", amount: "150000.01" }),
  }),
  "parts that are not due": (target) => ({
    reason: "AmountNotDue",
    event: passed(target, {
      percents: ["60", "40"],
      amounts: ["600001.00", "399999.00"],
      whole: "1000000.00",
    }),
  }),
  "parts that do not sum": (target) => ({
    reason: "PartsDoNotSum",
    event: passed(target, {
      percents: ["60", "40"],
      amounts: ["600000.00", "400000.00"],
      whole: "1000000.01",
    }),
  }),
  "shares that do not sum": (target) => ({
    reason: "SharesDoNotSum",
    event: passed(target, {
      percents: ["60", "41"],
      amounts: ["600000.00", "400000.00"],
      whole: "1000000.00",
    }),
  }),
  "a part rounded out of turn": (target) => ({
    reason: "RuleDiffers",
    event: passed(target, {
      percents: ["60", "40"],
      amounts: ["600000.00", "400000.00"],
      whole: "1000000.00",
      order: 1,
    }),
  }),
  "an index that does not follow": ({ line, year }) => ({
    reason: "AmountNotDue",
    event: {
      _tag: "EstimatesIndexed",
      rule: { _tag: "FixedRate", percent: "2", baseYear: year },
      lines: [
        {
          line,
          base: "100.00",
          years: [{ year: year + 1, times: 1, due: "102.01", amount: "102.01" }],
        },
      ],
    },
  }),
  "a contribution that does not follow": (target) => ({
    reason: "AmountNotDue",
    event: contribution(target, ["50.01", "49.99"]),
  }),
  "a reversal of other amounts": ({ events, position }) => ({
    reason: "ReversalDiffers",
    event: {
      _tag: "Reversed",
      entry: position,
      reason: { class: "correction" },
      turned: Posting.turn(Posting.of(events[position - 1] as BudgetEvent.BudgetEvent)).map((turned) => ({
        ...turned,
        amount: Money.format(Money.add(Money.from(turned.amount), Money.from("0.01"))),
      })),
    },
  }),
  "a reversal of a later entry": ({ events, line, year }) => ({
    reason: "ReversalDiffers",
    event: {
      _tag: "Reversed",
      entry: events.length + 2,
      reason: { class: "correction" },
      turned: [{ place: { phase: "estimate", ...line }, year, amount: "1.00" }],
    },
  }),
  "a stop that takes from another action": ({ line, year }) => ({
    reason: "RuleDiffers",
    event: {
      _tag: "ActionStopped",
      action: "A9",
      lastDay: `${year}-06-30`,
      reason: { class: "timing" },
      taken: [{ line, amounts: { [year + 1]: "-1.00" } }],
    },
  }),
  "a measurement of an undeclared indicator": ({ year }) => ({
    reason: "UnknownIndicator",
    event: {
      _tag: "StructureDeclared",
      declarations: { measurements: [{ indicator: "nobody", on: `${year}-06-30`, value: "1" }] },
    },
  }),
  "a target of an undeclared indicator": ({ year }) => ({
    reason: "UnknownIndicator",
    event: {
      _tag: "StructureDeclared",
      declarations: { targets: [{ indicator: "nobody", year, aim: "follow" }] },
    },
  }),
  "a booking that names a commitment of nobody": ({ line, year }) => ({
    reason: "UnknownCommitment",
    event: {
      _tag: "ActualRecorded",
      line,
      year,
      date: `${year}-06-30`,
      amount: "1.00",
      voucher: "forged",
      commitment: "nobody",
    },
  }),
  "a closing that releases what is not open": ({ line, year }) => ({
    reason: "AmountNotDue",
    event: { _tag: "YearClosed", year, released: [{ line, reference: "nobody", amount: "-1.00" }] },
  }),
  "an adjustment that is not neutral": ({ line, year }) => ({
    reason: "NotNeutral",
    event: {
      _tag: "PlanAdjusted",
      plan: "forged",
      creditYears: [],
      neutrality: "year",
      changes: [{ line, amounts: { [year]: "1.00" } }],
    },
  }),
} as const satisfies Readonly<Record<string, (target: ForgeryTarget) => Forgery>>

/** The name of a deed. */
export type Deed = keyof typeof deeds

/** The names of all deeds. */
export const names = Object.keys(deeds) as ReadonlyArray<Deed>
