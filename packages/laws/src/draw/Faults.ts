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

/** Makes the decision of a faulty request and its expected refusal; undefined when the fault does not apply to the ledger. */
export type RequestFault = (
  plan: Plan.Plan,
  facts: { readonly line: BudgetLine.BudgetLine; readonly events: ReadonlyArray<BudgetEvent.BudgetEvent> },
) => { readonly decide: Decision.Decision; readonly refusal: Refusal.RefusalTag } | undefined

/** The faults by name: what the request does. */
export const faults: Readonly<Record<string, RequestFault>> = {
  "adopts a second plan": ({ entity, years, edition }) => ({
    decide: Adoption.adopt({ entity, plan: "again", edition, years, creditYears: [] }),
    refusal: "PlanAlreadyAdopted",
  }),
  "declares nothing": () => ({ decide: Adoption.declare({}), refusal: "NothingDeclared" }),
  "declares one code twice": ({ structure }) => {
    const item = Lines.at([...structure.policyItems.values()], 0)
    return item && { decide: Adoption.declare({ policyItems: [item, item] }), refusal: "DuplicateCode" }
  },
  "declares a goal under an unknown parent": () => ({
    decide: Adoption.declare({
      goals: [{ code: "X1", level: "action", parent: "unknown", name: "X", priority: false }],
    }),
    refusal: "UnknownParent",
  }),
  "declares an objective under an action": ({ structure }) => ({
    decide: Adoption.declare({
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
  "declares an account on an unknown row of T2": () => ({
    decide: Adoption.declare({
      accounts: [{ section: "operating", direction: "U", row: "IX.Z", prefixes: ["999"] }],
    }),
    refusal: "UnknownFormRow",
  }),
  "names an unknown account": (_, { line }) => posts({ ...line, account: "9999999" }, "UnknownAccount"),
  "names an unknown action": (_, { line }) => posts({ ...line, action: "A404" }, "UnknownAction"),
  "names a goal of another level as the action": ({ structure }, { line }) => {
    const goal = [...structure.goals.values()].find(({ level }) => level !== "action")
    return goal && posts({ ...line, action: goal.code }, "NotAnAction")
  },
  "names an unknown policy item": (_, { line }) =>
    posts({ ...line, policyItem: "0000" }, "UnknownPolicyItem"),
  "names an unknown sector": (_, { line }) => posts({ ...line, sector: "S404" }, "UnknownSector"),
  "omits a sector that the row requires": (_, { line }) => {
    const { sector: __, ...rest } = line
    return posts({ ...rest, direction: "O", account: "7405000" }, "SectorRequired")
  },
  "posts an estimate on a result account": (_, { line }) =>
    posts({ ...line, direction: "O", account: "0930000" }, "ResultAccount"),
  "carries a result forward on an account that is not a result account": ({ years }) => ({
    decide: Estimate.carryResult({ account: "7450000", year: years.first, adopted: "1.00" }),
    refusal: "NotAResultAccount",
  }),
  "posts in a year after the plan": ({ years }, { line }) => ({
    decide: Estimate.post({ line, amounts: { [years.last + 1]: "1.00" } }),
    refusal: "YearOutsidePlan",
  }),
  "posts in a year before the plan": ({ years }, { line }) => ({
    decide: Estimate.post({ line, amounts: { [years.first - 1]: "1.00" } }),
    refusal: "YearOutsidePlan",
  }),
  "posts in a closed year": ({ closed }, { line }) =>
    inYear([...closed][0], "YearIsClosed", (year) => Estimate.post({ line, amounts: { [year]: "1.00" } })),
  "adjusts a closed year": ({ closed }, { line }) =>
    inYear([...closed][0], "YearIsClosed", (year) => {
      const changes = [{ line, amounts: { [year]: "1.00" } }]
      return Adjustment.adopt({ plan: "late", creditYears: [], changes })
    }),
  "adjusts under a label that is in use": ({ versions }, { line }) => ({
    decide: Adjustment.adopt({
      plan: versions.at(-1)?.label ?? "",
      creditYears: [],
      changes: [{ line, amounts: {} }],
    }),
    refusal: "PlanLabelTaken",
  }),
  "adjusts without changes": () => ({
    decide: Adjustment.adopt({ plan: "empty", creditYears: [], changes: [] }),
    refusal: "NothingChanges",
  }),
  "declares an adjustment neutral that differs by a millionth": (plan, { line }) =>
    inYear(openYear(plan), "NotNeutral", (year) => {
      const changes = [{ line, amounts: { [year]: "0.000001" } }]
      return Adjustment.adopt({ plan: "neutral", creditYears: [], neutrality: "year", changes })
    }),
  "passes on shares that sum to a millionth less than 100": () => ({
    decide: PassThrough.passOn(Lines.reserved, [
      { partner: "a", percent: "50" },
      { partner: "b", percent: "49.999999" },
    ]),
    refusal: "SharesDoNotSum",
  }),
  "names one partner twice": () => ({
    decide: PassThrough.passOn(Lines.reserved, [
      { partner: "a", percent: "50" },
      { partner: "a", percent: "50" },
    ]),
    refusal: "PartnerTwice",
  }),
  "reallocates overhead to an unknown action": ({ structure }) => ({
    decide: Overhead.reallocate({
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
  "transfers credit to another total of M3": (plan, { line }) =>
    transfers(plan, line, { to: { account: "4210000" }, amount: "1.00", refusal: "CreditExceeded" }),
  "transfers credit from expenditure to receipts": (plan, { line }) =>
    transfers(plan, line, {
      to: { direction: "O", account: "7470000" },
      amount: "1.00",
      refusal: "CreditExceeded",
    }),
  "transfers a negative amount of credit": (plan, { line }) =>
    transfers(plan, line, { to: { account: "6203001" }, amount: "-0.01", refusal: "TransferNotPositive" }),
  "transfers credit to the same line": (plan, { line }) =>
    transfers(plan, line, { to: {}, amount: "0.01", refusal: "TransferToSameLine" }),
  "transfers more credit than the estimate of the line": (plan, { line }) =>
    transfers(plan, line, { to: { account: "6203001" }, amount: "0.01", refusal: "TransferTooLarge" }),
  "carries over more than the unused credit": (plan, { line }) => {
    const year = openYear(plan)
    const unused = { ...unusedLine(line), account: "2400999" }
    return inYear(year === plan.years.last ? undefined : year, "CarryOverTooLarge", (from) =>
      Credit.carryOver({ line: unused, from, to: from + 1, amount: "0.01" }),
    )
  },
  "reverses an entry without amounts": (_, { events }) => {
    const [event] = events
    return (
      event && {
        decide: Reversal.of({ position: 1, event }, { class: "correction" }),
        refusal: "NotReversible",
      }
    )
  },
  "reverses an entry twice": ({ reversed }, { events }) => {
    const [position] = reversed.keys()
    const event = events[(position ?? 0) - 1]
    return position === undefined || event === undefined
      ? undefined
      : { decide: Reversal.of({ position, event }, { class: "correction" }), refusal: "AlreadyReversed" }
  },
}

/** Generates a valid scenario and a fault to try at its end. */
export const faulty: fc.Arbitrary<{ readonly scenario: Scenarios.Scenario; readonly fault: string }> =
  fc.record({
    scenario: Scenarios.scenario,
    fault: fc.constantFrom(...Object.keys(faults)),
  })

const posts = (line: BudgetLine.BudgetLine, refusal: Refusal.RefusalTag) => ({
  decide: (state: Decision.State) => {
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

/** Returns a decision about a year and its refusal; undefined without a year. */
const inYear = (
  year: number | undefined,
  refusal: Refusal.RefusalTag,
  decide: (year: number) => Decision.Decision,
) => (year === undefined ? undefined : { decide: decide(year), refusal })

const openYear = ({ years, closed }: Plan.Plan): number | undefined => {
  for (let year = years.first; year <= years.last; year++) if (!closed.has(year)) return year
  return undefined
}
