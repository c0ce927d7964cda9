/** Generator of journals with right hashes and one entry that is not valid, and the reason that must be found. */
import { type BudgetEvent, type Finding, Journal, Money, Posting } from "@grootboek/core"
import * as fc from "fast-check"
import { digest } from "../kit/Digest.ts"
import { first } from "./Lines.ts"
import * as Scenarios from "./Scenarios.ts"

/** A journal with a forged entry, and the finding that is expected. */
export interface Forged {
  readonly deed: Deed
  readonly sealed: ReadonlyArray<Journal.Sealed>
  readonly position: number
  readonly reason: Reason
}

type Reason = Finding.InvalidReason["_tag"]

/** What a forger knows: the entries, a line with an estimate, its position, and a year of the plan. */
interface Target {
  readonly events: ReadonlyArray<BudgetEvent.BudgetEvent>
  readonly line: BudgetEvent.Of<"EstimatePosted">["line"]
  readonly position: number
  readonly year: number
}

/** A forged entry: added at the end unless it replaces one. */
interface Forgery {
  readonly reason: Reason
  readonly event: BudgetEvent.BudgetEvent
  readonly replaces?: number
  /** Valid entries that are added before it. */
  readonly before?: ReadonlyArray<BudgetEvent.BudgetEvent>
  /** Another text of the body. */
  readonly rewrite?: (body: string) => string
}

const estimate = (
  { line, year }: Target,
  codes: Partial<BudgetEvent.Of<"EstimatePosted">["line"]> = {},
): BudgetEvent.BudgetEvent => ({
  _tag: "EstimatePosted",
  line: { ...line, ...codes },
  amounts: { [year]: "100.00" },
})

const overhead = (
  { line: { action = "", policyItem }, year }: Target,
  charge: { readonly base: string; readonly due: string; readonly amount: string },
): BudgetEvent.BudgetEvent => ({
  _tag: "OverheadReallocated",
  rule: {
    target: action,
    percent: "15",
    baseAccounts: ["62"],
    chargeAccount: "6170000",
    creditAccount: "7470000",
    creditPolicyItem: policyItem,
    excluded: [],
  },
  charges: [{ action, policyItem, year, ...charge }],
})

const passed = (
  { line, year }: Target,
  facts: {
    readonly percents: readonly [string, string]
    readonly amounts: readonly [string, string]
    readonly whole: string
    readonly order?: number
  },
): BudgetEvent.BudgetEvent => ({
  _tag: "PassedThrough",
  line: { ...line, action: "A9" },
  shares: ["Een", "Twee"].map((partner, at) => ({ partner, percent: facts.percents[at] ?? "0" })),
  years: [
    {
      year,
      received: "1000000.00",
      amount: facts.whole,
      parts: ["Een", "Twee"].map((partner, at) => ({
        partner,
        amount: facts.amounts[at] ?? "0.00",
        order: at === 0 ? (facts.order ?? 0) : 0,
      })),
    },
  ],
})

const contribution = ({ line, year }: Target, due: readonly [string, string]): BudgetEvent.BudgetEvent => ({
  _tag: "ContributionsApportioned",
  contribution: "Bijdrage",
  line,
  key: { name: "sleutel", by: "equal", weights: ["Een", "Twee"].map((member) => ({ member, weight: "1" })) },
  years: [
    {
      year,
      whole: "100.00",
      parts: ["Een", "Twee"].map((member, at) => {
        const amount = due[at] ?? "0.00"
        return { member, due: amount, amount, order: 0 }
      }),
    },
  ],
})

/** The deeds of a forger. */
const deeds = {
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
} as const satisfies Readonly<Record<string, (target: Target) => Forgery>>

/** The name of a deed. */
export type Deed = keyof typeof deeds

/** The names of all deeds. */
export const names = Object.keys(deeds) as ReadonlyArray<Deed>

/** Generates forged journals. */
export const forged: fc.Arbitrary<Forged> = fc
  .record({ scenario: Scenarios.scenario, deed: fc.constantFrom(...names) })
  .map(({ scenario, deed }) => forge(scenario, deed))

/** Describes a forgery in words. */
export const format = ({ deed, reason, position }: Forged): string =>
  `${deed}: ${reason} at entry ${position}`

// An estimate in two years, on a line that every authority has.
const ordinary: Scenarios.Scenario["steps"] = [
  { step: "estimate", line: first, amounts: [Money.from("1"), Money.from("2")] },
]

/** Returns the journal of a scenario with a forged entry, sealed again from that entry on. */
export const forge = (scenario: Scenarios.Scenario, deed: Deed): Forged => {
  const played = Scenarios.play({ ...scenario, steps: [...ordinary, ...scenario.steps] })
  const target = targetOf(played)
  const { reason, event, replaces, before = [], rewrite = same }: Forgery = deeds[deed](target)
  const proposals = played.batches.flat().map(({ source: _, ...proposal }) => proposal)
  const added = [...before, ...(replaces === undefined ? [event] : [])].map((one, turn) => ({
    id: `forged:${turn}`,
    actor: "laws",
    event: one,
  }))
  const all = [...proposals, ...added].map((proposal, at) =>
    at + 1 === replaces ? { ...proposal, event } : proposal,
  )
  const position = replaces ?? all.length
  let head = Journal.genesis
  const sealed = all.map((proposal): Journal.Sealed => {
    const time = played.entries[head.position]?.time ?? "2026-03-01T09:00:00.000Z"
    const { body, hash, head: next } = Journal.seal(proposal, head, time, digest)
    const isForged = next.position === position
    const bytes = isForged ? encoder.encode(rewrite(decoder.decode(body))) : body
    const kept = isForged ? Journal.hashOf(bytes, digest) : hash
    head = { ...next, hash: kept }
    return { position: next.position, hash: kept, body: bytes }
  })
  return { deed, sealed, position, reason }
}

const same = (body: string): string => body

const targetOf = ({ events, years }: Scenarios.PlayedScenario): Target => {
  const at = events.findIndex(({ _tag }) => _tag === "EstimatePosted")
  const event = events[at]
  if (event?._tag !== "EstimatePosted") throw new TypeError("the first estimate was refused")
  return { events, line: event.line, position: at + 1, year: years[0] ?? 0 }
}

const encoder = new TextEncoder()
const decoder = new TextDecoder("utf-8", { ignoreBOM: true })
