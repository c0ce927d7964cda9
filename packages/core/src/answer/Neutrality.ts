/**
 * The laws of neutral entries: the balance of receipts and expenditure does not change, and a reversal undoes its
 * entry exactly.
 */
import type { BudgetEvent } from "../event/BudgetEvent.ts"
import type { Balance } from "../fold/Balances.ts"
import type { Slot } from "../fold/Slots.ts"
import * as Dimension from "../form/Dimension.ts"
import * as Ledger from "../ledger/Ledger.ts"
import { format as formatPlace, key, type Place } from "../value/BudgetLine.ts"
import type { Section } from "../value/Section.ts"
import type { CheckedLedger, CheckLaw, Compared, Comparisons } from "./Comparisons.ts"

/** The code of a law about neutral entries. */
export type NeutralityLaw =
  | "overheadNeutral"
  | "passThroughNeutral"
  | "transferNeutral"
  | "adjustmentNeutral"
  | "reversalZero"
  | "contributionNeutral"
  | "carryOverNeutral"

/** The law of an event, and the groups in which its postings sum to zero. */
interface RequiredSum {
  readonly law: NeutralityLaw
  readonly by: "year" | "action" | "section" | "place" | "slot"
}

/** The law of every kind of event. An adjustment is neutral only when it says so, in the groups that it names. */
const requiredSums = {
  OverheadReallocated: { law: "overheadNeutral", by: "year" },
  PassedThrough: { law: "passThroughNeutral", by: "year" },
  CreditTransferred: { law: "transferNeutral", by: "year" },
  PlanAdjusted: { law: "adjustmentNeutral", by: "year" },
  Reversed: { law: "reversalZero", by: "slot" },
  ContributionsApportioned: { law: "contributionNeutral", by: "year" },
  CarriedOver: { law: "carryOverNeutral", by: "place" },
  PlanAdopted: undefined,
  StructureDeclared: undefined,
  EstimatePosted: undefined,
  ResultCarriedForward: undefined,
  FundsEarmarked: undefined,
  DebtOpened: undefined,
  RepaymentStated: undefined,
  EstimatesIndexed: undefined,
  FundingAssigned: undefined,
  ConditionJudged: undefined,
  ActionStopped: undefined,
  CommitmentRecorded: undefined,
  ActualRecorded: undefined,
  YearClosed: undefined,
} as const satisfies Readonly<Record<BudgetEvent["_tag"], RequiredSum | undefined>>

const requiredOf = (event: BudgetEvent): RequiredSum | undefined => {
  if (event._tag !== "PlanAdjusted") return requiredSums[event._tag]
  return event.neutrality && { ...requiredSums.PlanAdjusted, by: event.neutrality }
}

/** Checks one law for every entry that must satisfy it, up to the position. */
export const check =
  (law: NeutralityLaw): CheckLaw =>
  (checked, comparisons) => {
    for (const [position, event] of checked.ledger.traces.events) {
      const required = position <= checked.at ? requiredOf(event) : undefined
      if (required?.law !== law) continue
      comparisons.count += 1
      breaches(checked, { position, event, required }, comparisons)
    }
  }

/** An entry with the law that it must satisfy. */
interface NeutralEntry {
  readonly position: number
  readonly event: BudgetEvent
  readonly required: RequiredSum
}

const breaches = (
  { ledger }: CheckedLedger,
  { position, event, required: { by } }: NeutralEntry,
  comparisons: Comparisons,
): void => {
  const positions = event._tag === "Reversed" ? [event.entry, position] : [position]
  const plan = Ledger.planAt(ledger, position)
  const sectionOf = (place: Place): Section | undefined => {
    const dimensions = plan && Dimension.of(plan.structure, place)
    return dimensions && "section" in dimensions ? dimensions.section : undefined
  }
  // The key of a place includes the phase, its printed text does not.
  const groups: Readonly<Record<RequiredSum["by"], (posting: Balance) => Group>> = {
    year: (posting) => ({ id: `${posting.year}`, what: named(`${posting.year}`), amount: net(posting) }),
    action: (posting) => {
      const { year, place } = posting
      const { action } = place
      return { id: `${action} ${year}`, what: { _tag: "Action", action, year }, amount: net(posting) }
    },
    section: (posting) => {
      const { year, place } = posting
      const section = sectionOf(place)
      return { id: `${section} ${year}`, what: { _tag: "Section", section, year }, amount: net(posting) }
    },
    place: ({ place, amount }) => ({ id: key(place), what: named(formatPlace(place)), amount }),
    slot: ({ place, year, amount }) => ({
      id: `${key(place)} ${year}`,
      what: named(`${formatPlace(place)} ${year}`),
      amount,
    }),
  }
  const sums = new Map<string, Pick<Group, "what" | "amount">>()
  for (const posting of positions.flatMap((entry) => postingsOf(ledger, entry))) {
    const { what, amount, id } = groups[by](posting)
    sums.set(id, { what, amount: (sums.get(id)?.amount ?? 0n) + amount })
  }
  for (const { what, amount } of sums.values()) if (amount !== 0n) comparisons.fail(position, what, amount)
}

const named = (name: string): Compared => ({ _tag: "Named", name })

/** The group of a posting, and what the posting adds to its sum. */
interface Group {
  readonly id: string
  readonly what: Compared
  readonly amount: bigint
}

const net = ({ place, amount }: Balance): bigint => (place.direction === "O" ? amount : -amount)

const postingsOf = ({ columns }: Ledger.Ledger, entry: number): ReadonlyArray<Balance> => {
  const out: Array<Balance> = []
  for (let index = columns.endOf(entry - 1); index < columns.endOf(entry); index++) {
    const { cell, amount } = columns.posting(index)
    const { place, year } = columns.cells[cell] as Slot
    out.push({ place: columns.places[place] as Place, year, amount })
  }
  return out
}
