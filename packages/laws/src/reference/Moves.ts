/**
 * Independent derivation of the amounts that an event moves, to check core's postings.
 *
 * It follows the description of the events and does not use `Posting`. Amounts are decimals.
 */
import type { BudgetEvent, BudgetLine } from "@grootboek/core"
import { Decimal } from "decimal.js"

/** The kit's own Decimal constructor, exact for every amount of a ledger. */
export const Exact = Decimal.clone({
  precision: 80,
  rounding: Decimal.ROUND_HALF_UP,
  toExpPos: 80,
  toExpNeg: -80,
})

/** A place in the reference model; `where` is its name. */
export interface ReferencePlace {
  readonly where: string
  readonly phase: BudgetLine.Phase
  readonly direction: "O" | "U"
  readonly account: string
  readonly policyItem: string | undefined
  readonly action: string | undefined
  readonly sector: string | undefined
  readonly part: string | undefined
}

export interface ReferenceMove {
  readonly place: ReferencePlace
  readonly year: number
  readonly amount: Decimal
}

export const moves = (event: BudgetEvent.BudgetEvent): ReadonlyArray<ReferenceMove> => {
  switch (event._tag) {
    case "PlanAdopted":
    case "StructureDeclared":
    case "FundingAssigned":
    case "ConditionJudged":
      return []
    case "EstimatePosted":
      return each(event.amounts, (year, amount) => move(line(event.line), year, amount))
    case "PlanAdjusted":
      return event.changes.flatMap((change) =>
        each(change.amounts, (year, amount) => move(line(change.line), year, amount)),
      )
    case "OverheadReallocated": {
      const { chargeAccount, creditAccount, creditPolicyItem, target } = event.rule
      return event.charges.flatMap(({ action, policyItem, year, amount }) => [
        move(line({ direction: "U", account: chargeAccount, policyItem, action }), year, amount),
        move(
          line({ direction: "O", account: creditAccount, policyItem: creditPolicyItem, action: target }),
          year,
          amount,
        ),
      ])
    }
    case "PassedThrough":
      return event.years.flatMap(({ year, parts }) =>
        parts.flatMap(({ partner, amount }) => [
          move(line(event.line, partner), year, amount),
          move(line(event.line), year, negative(amount)),
        ]),
      )
    case "EstimatesIndexed":
      return event.lines.flatMap(({ line: indexed, years }) =>
        years.map(({ year, amount }) => move(line(indexed), year, amount)),
      )
    case "ContributionsApportioned":
      return event.years.flatMap(({ year, parts }) =>
        parts.flatMap(({ member, amount }) => [
          move(line(event.line, member), year, amount),
          move(line(event.line), year, negative(amount)),
        ]),
      )
    case "ActionStopped":
      return event.taken.flatMap((taken) =>
        each(taken.amounts, (year, amount) => move(line(taken.line), year, amount)),
      )
    case "ResultCarriedForward": {
      const { adopted = "0", unprocessed = {}, accountsOf } = event
      const mark = accountsOf === undefined ? "" : ".accounts"
      const { operating = "0", investment = "0", financing = "0" } = unprocessed
      return Object.entries({ A: adopted, "B.1": operating, "B.2": investment, "B.3": financing }).map(
        ([part, amount]) =>
          move(
            placeOf({ direction: "O", account: event.account, part: `${part}${mark}` }),
            event.year,
            amount,
          ),
      )
    }
    case "FundsEarmarked":
      return each(event.amounts, (year, amount) =>
        move(placeOf({ direction: "U", account: event.account }), year, amount),
      )
    case "DebtOpened":
      return [
        move(
          placeOf({ phase: "debt", direction: "O", account: event.account, part: event.kind }),
          event.year,
          event.amount,
        ),
      ]
    case "RepaymentStated":
      return [
        move(
          placeOf({ phase: "debt", direction: "U", account: "421", part: "notional" }),
          event.year,
          event.amount,
        ),
      ]
    case "CreditTransferred":
      return [
        move(line(event.from), event.year, negative(event.amount)),
        move(line(event.to), event.year, event.amount),
      ]
    case "CarriedOver":
      return [
        move(line(event.line), event.from, negative(event.amount)),
        move(line(event.line), event.to, event.amount),
      ]
    case "CommitmentRecorded":
      return [move(commitment(event.line, event.reference), event.year, event.amount)]
    case "ActualRecorded":
      return [
        move(placeOf({ ...event.line, phase: "actual" }), event.year, event.amount),
        ...(event.commitment === undefined
          ? []
          : [move(commitment(event.line, event.commitment), event.year, negative(event.amount))]),
      ]
    case "YearClosed":
      return (event.released ?? []).map(({ line: on, reference, amount }) =>
        move(commitment(on, reference), event.year, amount),
      )
    case "Reversed":
      return event.turned.map(({ place, year, amount }) => move(placeOf(place), year, amount))
  }
}

const each = (
  amounts: BudgetEvent.Amounts,
  of: (year: number, amount: string) => ReferenceMove,
): ReadonlyArray<ReferenceMove> => Object.entries(amounts).map(([year, amount]) => of(Number(year), amount))

const move = (place: ReferencePlace, year: number, amount: string): ReferenceMove => ({
  place,
  year,
  amount: new Exact(amount),
})

const negative = (amount: string): string => (amount.startsWith("-") ? amount.slice(1) : `-${amount}`)

const line = (of: BudgetLine.BudgetLine, part?: string): ReferencePlace =>
  placeOf({ ...of, ...(part === undefined ? {} : { part }) })

const commitment = (of: BudgetLine.BudgetLine, reference: string): ReferencePlace =>
  placeOf({ ...of, phase: "commitment", part: reference })

/** Makes a place from known parts: an estimate unless the parts say otherwise. */
export const placeOf = (
  known: Partial<BudgetLine.Place> & Pick<ReferencePlace, "direction" | "account">,
): ReferencePlace => {
  const { phase = "estimate", direction, account, policyItem, action, sector, envelope } = known
  // Months of realisations and movements of commitments are checked elsewhere; the reference model ignores them.
  const part =
    phase === "actual"
      ? undefined
      : phase === "commitment"
        ? known.part?.replace(/^\d{4}-\d\d . /, "")
        : known.part
  return {
    where: [phase === "estimate" ? "" : phase, direction, account, policyItem, action, sector, envelope, part]
      .map((code) => code ?? "")
      .join(" ")
      .trim(),
    phase,
    direction,
    account,
    policyItem,
    action,
    sector,
    part,
  }
}

/** Returns receipts as they are, and expenditure with the opposite sign. */
export const signed = ({ place, amount }: ReferenceMove): Decimal =>
  place.direction === "O" ? amount : amount.neg()
