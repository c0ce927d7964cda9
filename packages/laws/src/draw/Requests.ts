/** Turns a step into requests, given the state after the earlier steps. */
import {
  Adjustment,
  Adoption,
  BudgetEvent,
  Commitment,
  Credit,
  type Decision,
  Estimate,
  Money,
  Overhead,
  PassThrough,
  type Plan,
} from "@grootboek/core"
import * as Adjustments from "./Adjustments.ts"
import type { Authority } from "./Authorities.ts"
import * as Lines from "./Lines.ts"
import { amountsOf, type PerYear, type ScenarioStep } from "./Steps.ts"

export const opening = (authority: Authority): ReadonlyArray<Decision.Request> => [
  request(
    "adopted",
    0,
    Adoption.adopt({
      entity: { name: authority.name, type: authority.type },
      plan: `${authority.years.first}/0`,
      edition: "bbc-3.0",
      years: authority.years,
      creditYears: [authority.years.first],
    }),
  ),
  request("declared", 0, Adoption.declare(authority.declarations)),
]

/** Returns the requests of a step; none when there is nothing to pick. */
export const of = (
  plan: Plan.Plan,
  step: Exclude<ScenarioStep, { readonly step: "reverse" }>,
  turn: number,
) => decisions(plan, step).map((decide, index) => request(`step${turn}.${index}`, turn, decide))

/** Makes a request with an invented source line. */
export const request = (id: string, line: number, decide: Decision.Decision): Decision.Request => ({
  id,
  decide,
  source: { name: "scenario.csv", sha256: "0".repeat(64), line: line + 1 },
})

const decisions = (
  plan: Plan.Plan,
  step: Exclude<ScenarioStep, { readonly step: "reverse" }>,
): ReadonlyArray<Decision.Decision> => {
  const { structure, years } = plan
  const yearOf = (number: number): number => years.first + (number % (years.last - years.first + 1))
  switch (step.step) {
    case "estimate": {
      const line = Lines.of(structure, step.line)
      return line === undefined ? [] : [Estimate.post({ line, amounts: amountsOf(plan, step.amounts) })]
    }
    case "staff": {
      const line = Lines.of(structure, step.line, { section: "operating", direction: "U", row: "I.A.2.c" })
      return line === undefined ? [] : [Estimate.post({ line, amounts: amountsOf(plan, step.amounts) })]
    }
    case "overhead":
      return [Overhead.reallocate(overheadRule(plan, step))]
    case "passOn":
      return [...paid(plan, step.amounts), PassThrough.passOn(Lines.reserved, shares(step.weights))]
    case "pay":
      return paid(plan, step.amounts)
    case "result": {
      const [adopted, operating, investment, financing] = step.parts.map(Money.format)
      const unprocessed = {
        ...(operating === undefined ? {} : { operating }),
        ...(investment === undefined ? {} : { investment }),
        ...(financing === undefined ? {} : { financing }),
      }
      return [
        Estimate.carryResult({
          account: "0930000",
          year: yearOf(step.year),
          ...(adopted === undefined ? {} : { adopted }),
          ...(operating === undefined ? {} : { unprocessed }),
        }),
      ]
    }
    case "earmark":
      return [Estimate.earmark({ account: "0900000", amounts: amountsOf(plan, step.amounts) })]
    case "debt": {
      const kind = Lines.at(BudgetEvent.DebtKind.literals, step.kind) ?? "other"
      const facts = { account: "1730000", kind, year: yearOf(step.year), amount: Money.format(step.amount) }
      return [Estimate.openDebt(facts)]
    }
    case "adjust":
      return [Adjustment.adopt(Adjustments.of(plan, step))]
    case "transfer": {
      const from = Lines.of(structure, step.line)
      const to = Lines.of(structure, { ...step.line, item: step.line.item + step.other, digits: 77 })
      const [year, size] = [yearOf(step.year), step.amount < 0n ? Money.negate(step.amount) : step.amount]
      const amount = Money.format(size)
      if (from === undefined || to === undefined) return []
      // A transfer of more than the estimate of its line would be refused.
      return [
        Estimate.post({ line: from, amounts: { [year]: amount } }),
        Credit.transfer({ from, to, year, amount, reason: { class: "transfer" } }),
      ]
    }
    case "actual": {
      const line = Lines.of(structure, step.line)
      const year = yearOf(step.year)
      const facts = { year, date: `${year}-06-30`, amount: Money.format(step.amount), voucher: "V1" }
      if (line === undefined) return []
      const reference = `C${step.other}`
      const { date, amount } = facts
      // Some bookings name a commitment of another amount, which stays open in part or is passed.
      return step.other > 4 || line.direction === "O"
        ? [Credit.record({ line, ...facts })]
        : [
            Commitment.record({ line, year, date, reference, amount: step.other > 2 ? "1000.00" : amount }),
            Credit.record({ line, ...facts, commitment: reference }),
          ]
    }
    case "carryOver": {
      const line = Lines.of(structure, step.line, { section: "investment", direction: "U" })
      const [from, amount] = [yearOf(step.year), Money.format(step.amount)]
      if (line === undefined) return []
      return [
        Estimate.post({ line, amounts: { [from]: amount } }),
        Credit.carryOver({ line, from, to: from + 1, amount }),
      ]
    }
    case "close":
      return [Credit.close({ year: yearOf(step.year) })]
  }
}

const overheadRule = (
  { structure }: Plan.Plan,
  { percent, target, item, account }: Extract<ScenarioStep, { readonly step: "overhead" }>,
): BudgetEvent.OverheadRule => ({
  target: Lines.at(Lines.actions(structure), target) ?? "",
  percent,
  baseAccounts: ["62"],
  chargeAccount: account === 0 ? "6170000" : "6140001",
  creditAccount: account === 1 ? "7450001" : "7470000",
  creditPolicyItem: Lines.at([...structure.policyItems.keys()], item) ?? "",
  excluded: [],
})

/** Posts equal receipts and payments for partners on the reserved action. */
const paid = (plan: Plan.Plan, perYear: PerYear): ReadonlyArray<Decision.Decision> => {
  const row = { section: "operating", action: Lines.reserved }
  const received = Lines.of(plan.structure, Lines.first, { ...row, direction: "O", row: "II.A.5" })
  const spent = Lines.of(plan.structure, Lines.first, { ...row, direction: "U", row: "I.A.1" })
  return [received, spent].flatMap((line) =>
    line === undefined ? [] : [Estimate.post({ line, amounts: amountsOf(plan, perYear) })],
  )
}

/** Converts weights to percentages that sum to 100; the last partner takes the remainder. */
const shares = (weights: ReadonlyArray<number>): ReadonlyArray<BudgetEvent.PartnerShare> => {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const cut = weights.slice(1).map((weight) => Math.floor((weight * 100) / total))
  return [100 - cut.reduce((sum, percent) => sum + percent, 0), ...cut].map((percent, at) => ({
    partner: `Partner ${at + 1}`,
    percent: String(percent),
  }))
}
