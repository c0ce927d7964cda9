/** Generator of requests with one known fault, and the refusal expected for each. */
import {
  Adjustment,
  Adoption,
  type BudgetEvent,
  type BudgetLine,
  Credit,
  type Decision,
  Estimate,
  Overhead,
  PassThrough,
  type Plan,
  type Refusal,
  Reversal,
} from "@grootboek/core"
import * as fc from "fast-check"
import * as Lines from "./Lines.ts"
import * as Scenarios from "./Scenarios.ts"

/** Makes a faulty request and its expected refusal; undefined when the ledger has nothing to try it on. */
export type RequestFault = (
  plan: Plan.Plan,
  facts: { readonly line: BudgetLine.BudgetLine; readonly events: ReadonlyArray<BudgetEvent.BudgetEvent> },
) => { readonly ask: Decision.Decision; readonly refusal: Refusal.RefusalTag } | undefined

export const faults: Readonly<Record<string, RequestFault>> = {
  "adopts a second plan": ({ entity, years, edition }) => ({
    ask: Adoption.adopt({ entity, plan: "again", edition, years, creditYears: [] }),
    refusal: "PlanAlreadyAdopted",
  }),
  "declares nothing": () => ({ ask: Adoption.declare({}), refusal: "NothingDeclared" }),
  "declares one code twice": ({ structure }) => {
    const item = Lines.at([...structure.policyItems.values()], 0)
    return item && { ask: Adoption.declare({ policyItems: [item, item] }), refusal: "DuplicateCode" }
  },
  "hangs a goal under nobody": () => ({
    ask: Adoption.declare({
      goals: [{ code: "X1", level: "action", parent: "nobody", name: "X", priority: false }],
    }),
    refusal: "UnknownParent",
  }),
  "hangs an objective under an action": ({ structure }) => ({
    ask: Adoption.declare({
      goals: [
        {
          code: "X1",
          level: "policyObjective",
          parent: Lines.actions(structure)[0] ?? "",
          name: "X",
          priority: false,
        },
      ],
    }),
    refusal: "ParentNotAbove",
  }),
  "puts an account on a row that T2 lacks": () => ({
    ask: Adoption.declare({
      accounts: [{ section: "operating", direction: "U", row: "IX.Z", prefixes: ["999"] }],
    }),
    refusal: "UnknownFormRow",
  }),
  "names an unknown account": (_, { line }) => posts({ ...line, account: "9999999" }, "UnknownAccount"),
  "names an unknown action": (_, { line }) => posts({ ...line, action: "A404" }, "UnknownAction"),
  "names a plan for an action": ({ structure }, { line }) => {
    const goal = [...structure.goals.values()].find(({ level }) => level !== "action")
    return goal && posts({ ...line, action: goal.code }, "NotAnAction")
  },
  "names an unknown policy item": (_, { line }) =>
    posts({ ...line, policyItem: "0000" }, "UnknownPolicyItem"),
  "names an unknown sector": (_, { line }) => posts({ ...line, sector: "S404" }, "UnknownSector"),
  "leaves out a sector that the row needs": (_, { line }) => {
    const { sector: __, ...rest } = line
    return posts({ ...rest, direction: "O", account: "7405000" }, "SectorRequired")
  },
  "budgets on the account of a result": (_, { line }) =>
    posts({ ...line, direction: "O", account: "0930000" }, "ResultAccount"),
  "carries a result on an ordinary account": ({ years }) => ({
    ask: Estimate.carryResult({ account: "7450000", year: years.first, adopted: "1.00" }),
    refusal: "NotAResultAccount",
  }),
  "posts in a year after the plan": ({ years }, { line }) => ({
    ask: Estimate.post({ line, amounts: { [years.last + 1]: "1.00" } }),
    refusal: "YearOutsidePlan",
  }),
  "posts in a year before the plan": ({ years }, { line }) => ({
    ask: Estimate.post({ line, amounts: { [years.first - 1]: "1.00" } }),
    refusal: "YearOutsidePlan",
  }),
  "posts in a closed year": ({ closed }, { line }) =>
    inYear([...closed][0], "YearIsClosed", (year) => Estimate.post({ line, amounts: { [year]: "1.00" } })),
  "adjusts a closed year": ({ closed }, { line }) =>
    inYear([...closed][0], "YearIsClosed", (year) => {
      const changes = [{ line, amounts: { [year]: "1.00" } }]
      return Adjustment.adopt({ plan: "late", creditYears: [], changes })
    }),
  "adjusts under a label that is taken": ({ versions }, { line }) => ({
    ask: Adjustment.adopt({
      plan: versions.at(-1)?.label ?? "",
      creditYears: [],
      changes: [{ line, amounts: {} }],
    }),
    refusal: "PlanLabelTaken",
  }),
  "adjusts nothing": () => ({
    ask: Adjustment.adopt({ plan: "empty", creditYears: [], changes: [] }),
    refusal: "NothingChanges",
  }),
  "says neutral and is a millionth off": (plan, { line }) =>
    inYear(openYear(plan), "NotNeutral", (year) => {
      const changes = [{ line, amounts: { [year]: "0.000001" } }]
      return Adjustment.adopt({ plan: "neutral", creditYears: [], neutrality: "year", changes })
    }),
  "passes on shares that are a millionth short": () => ({
    ask: PassThrough.passOn(Lines.reserved, [
      { partner: "a", percent: "50" },
      { partner: "b", percent: "49.999999" },
    ]),
    refusal: "SharesDoNotSum",
  }),
  "passes on to one partner twice": () => ({
    ask: PassThrough.passOn(Lines.reserved, [
      { partner: "a", percent: "50" },
      { partner: "a", percent: "50" },
    ]),
    refusal: "PartnerTwice",
  }),
  "reallocates overhead to nobody": ({ structure }) => ({
    ask: Overhead.reallocate({
      target: "A404",
      percent: "15",
      baseAccounts: ["62"],
      chargeAccount: "6170000",
      creditAccount: "7470000",
      creditPolicyItem: Lines.at([...structure.policyItems.keys()], 0) ?? "",
      excluded: [],
    }),
    refusal: "UnknownAction",
  }),
  "moves credit to another total of M3": (plan, { line }) =>
    transfers(plan, line, { to: { account: "4210000" }, amount: "1.00", refusal: "CreditExceeded" }),
  "moves credit from expenditure to receipts": (plan, { line }) =>
    transfers(plan, line, {
      to: { direction: "O", account: "7470000" },
      amount: "1.00",
      refusal: "CreditExceeded",
    }),
  "moves credit of less than nothing": (plan, { line }) =>
    transfers(plan, line, { to: { account: "6203001" }, amount: "-0.01", refusal: "TransferNotPositive" }),
  "moves credit to the same line": (plan, { line }) =>
    transfers(plan, line, { to: {}, amount: "0.01", refusal: "TransferToSameLine" }),
  "moves more credit than the line holds": (plan, { line }) =>
    transfers(plan, line, { to: { account: "6203001" }, amount: "0.01", refusal: "TransferTooLarge" }),
  "carries over more than is left": (plan, { line }) => {
    const year = openYear(plan)
    const unused = { ...unusedLine(line), account: "2400999" }
    return inYear(year === plan.years.last ? undefined : year, "CarryOverTooLarge", (from) =>
      Credit.carryOver({ line: unused, from, to: from + 1, amount: "0.01" }),
    )
  },
  "reverses what moved no money": (_, { events }) => {
    const [event] = events
    return (
      event && { ask: Reversal.of({ position: 1, event }, { class: "correction" }), refusal: "NotReversible" }
    )
  },
  "reverses twice": ({ reversed }, { events }) => {
    const [position] = reversed.keys()
    const event = events[(position ?? 0) - 1]
    return position === undefined || event === undefined
      ? undefined
      : { ask: Reversal.of({ position, event }, { class: "correction" }), refusal: "AlreadyReversed" }
  },
}

/** Generates a valid scenario and a fault to try at its end. */
export const faulty: fc.Arbitrary<{ readonly scenario: Scenarios.Scenario; readonly fault: string }> =
  fc.record({
    scenario: Scenarios.scenario,
    fault: fc.constantFrom(...Object.keys(faults)),
  })

const posts = (line: BudgetLine.BudgetLine, refusal: Refusal.RefusalTag) => ({
  ask: (state: Decision.State) => {
    const year = state.plan === undefined ? 0 : (openYear(state.plan) ?? state.plan.years.first)
    return Estimate.post({ line, amounts: { [year]: "1.00" } })(state)
  },
  refusal,
})

/** Returns a line without amounts. */
const unusedLine = ({ policyItem }: BudgetLine.BudgetLine) =>
  ({ direction: "U", account: "6203000", policyItem, envelope: "unused" }) as const

/** Transfers credit from a line without amounts; `to` is how the other line differs from it. */
const transfers = (
  plan: Plan.Plan,
  line: BudgetLine.BudgetLine,
  {
    to,
    amount,
    refusal,
  }: {
    readonly to: Partial<BudgetLine.BudgetLine>
    readonly amount: string
    readonly refusal: Refusal.RefusalTag
  },
) =>
  inYear(openYear(plan), refusal, (year) => {
    const from = unusedLine(line)
    return Credit.transfer({ from, to: { ...from, ...to }, year, amount, reason: { class: "transfer" } })
  })

/** Asks something of a year; undefined when there is no such year. */
const inYear = (
  year: number | undefined,
  refusal: Refusal.RefusalTag,
  ask: (year: number) => Decision.Decision,
) => (year === undefined ? undefined : { ask: ask(year), refusal })

const openYear = ({ years, closed }: Plan.Plan): number | undefined => {
  for (let year = years.first; year <= years.last; year++) if (!closed.has(year)) return year
  return undefined
}
