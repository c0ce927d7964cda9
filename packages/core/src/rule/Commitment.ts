/**
 * Commitments (vastleggingen, BVR BBC art. 85): recorded, released, used by realisations, and released when their year closes.
 *
 * The open amount of a commitment is the recorded amount less releases and less the realisations that name it, never below zero.
 * No form and no norm counts it.
 *
 * ```ts
 * const [open] = Commitment.open(balances, { year: 2026 })
 * open && [open.reference, Money.format(open.amount)] // => ["B-1", "40.00"]
 * const released = { line: rent, year: 2026, reference: "B-1", amount: "-40.00" }
 * Result.isSuccess(Commitment.record({ ...released, date: "2026-05-01" })(state)) // => true
 * Commitment.released(balances, 2026).map(({ amount }) => amount) // => ["-40.00"]
 * Commitment.checkRelease(balances, { ...released, amount: "-50.00" }).map(({ _tag }) => _tag) // => ["ReleaseTooLarge"]
 * const first = { line: rent, year: 2026, date: "2026-05-01", reference: "B-1", amount: "40.00" }
 * Commitment.checkNew(balances, first).map(({ _tag }) => _tag) // => ["CommitmentTwice"]
 * const named = { line: rent, year: 2026, commitment: "B-2" }
 * Commitment.checkNamed(balances, named).map(({ _tag }) => _tag) // => ["UnknownCommitment"]
 * const booked = { line: rent, year: 2026, amount: "900.00" }
 * Commitment.checkEstimate(balances, booked).map(({ _tag }) => _tag) // => ["EstimatePassed"]
 * ```
 */
import * as Result from "effect/Result"
import type { Of } from "../event/BudgetEvent.ts"
import * as Balances from "../fold/Balances.ts"
import { type BudgetLine, estimated, format, key, lineOf } from "../value/BudgetLine.ts"
import * as CommitmentPart from "../value/CommitmentPart.ts"
import * as Money from "../value/Money.ts"
import type { Refusal } from "../value/Refusal.ts"
import type { Year } from "../value/Year.ts"
import { checkLine, checkRunning, checkYear, type Decision, unless, withPlan } from "./Decision.ts"

/** A commitment with its open amount. */
export interface OpenCommitment {
  readonly line: BudgetLine
  readonly reference: string
  readonly amount: Money.Money
}

/** A year, and the last month that counts; all months by default. */
export interface CommitmentPeriod {
  readonly year: Year
  readonly until?: string | undefined
}

/** Returns the commitments of a year of which an amount is open, in the order in which they were recorded. */
export const open = (
  balances: Balances.Balances,
  { year, until }: CommitmentPeriod,
): ReadonlyArray<OpenCommitment> => {
  const sums = new Map<string, OpenCommitment>()
  for (const { place, year: other, amount } of Balances.list(balances)) {
    if (place.phase !== "commitment" || other !== year) continue
    const [line, part] = [lineOf(place), CommitmentPart.parse(place.part ?? "")]
    if (line === undefined || part === undefined || (until !== undefined && part.month > until)) continue
    const id = `${key(estimated(line))}\u001f${part.reference}`
    const before = sums.get(id)?.amount ?? Money.zero
    sums.set(id, { line, reference: part.reference, amount: Money.add(before, amount) })
  }
  return [...sums.values()].filter(({ amount }) => amount > 0n)
}

/** Records a commitment on an expenditure line, or releases a part of one by a negative amount. */
export const record = (facts: Omit<Of<"CommitmentRecorded">, "_tag">): Decision =>
  withPlan((plan, { balances, isStrict = false }) => {
    const { line, year } = facts
    const isRelease = Money.from(facts.amount) < 0n
    const refusals: ReadonlyArray<Refusal> = [
      ...(line.direction === "U" ? [] : [{ _tag: "CommitmentOfReceipts", place: format(line) } as const]),
      ...checkLine(plan, line),
      ...checkYear(plan, year),
      ...(isRelease ? [] : checkRunning(plan, line, [year])),
    ]
    if (refusals.length > 0) return Result.fail(refusals)
    const now = balances()
    const checked = isRelease ? checkRelease(now, facts) : checkNew(now, facts)
    const past = isStrict && !isRelease && checked.length === 0 ? checkAvailable(now, facts) : []
    return unless([...checked, ...past], () => [{ _tag: "CommitmentRecorded", ...facts }])
  })

/** Refuses a booking that names a commitment which its line does not have in that year. */
export const checkNamed = (
  balances: Balances.Balances,
  { line, year, commitment: reference }: Pick<Of<"ActualRecorded">, "line" | "year" | "commitment">,
): ReadonlyArray<Extract<Refusal, { readonly _tag: "UnknownCommitment" }>> =>
  reference === undefined || stateOf(balances, { line, year, reference }).isRecorded
    ? []
    : [{ _tag: "UnknownCommitment", reference, place: format(line), year }]

/** Refuses a booking past the estimate of its line, or on a line without one. */
export const checkEstimate = (
  balances: Balances.Balances,
  { line, year, amount }: Pick<Of<"ActualRecorded">, "line" | "year" | "amount">,
): ReadonlyArray<Refusal> => {
  const estimate = Balances.ofLine(balances, "estimate", line, year)
  const realised = Money.add(Balances.ofLine(balances, "actual", line, year), Money.from(amount))
  const place = format(line)
  if (Money.isZero(estimate)) return [{ _tag: "LineWithoutEstimate", place, year, asked: amount }]
  return realised <= estimate || Money.from(amount) <= 0n
    ? []
    : [
        {
          _tag: "EstimatePassed",
          place,
          year,
          estimate: Money.format(estimate),
          realised: Money.format(realised),
        },
      ]
}

/** Returns what the closing of a year releases: every open amount, negated. */
export const released = (
  balances: Balances.Balances,
  year: Year,
): NonNullable<Of<"YearClosed">["released"]> =>
  open(balances, { year }).map(({ line, reference, amount }) => ({
    line,
    reference,
    amount: Money.format(Money.negate(amount)),
  }))

type Named = Pick<Of<"CommitmentRecorded">, "line" | "year" | "reference">

/** Returns whether a commitment is recorded, and what is open of it. A reversed one is not recorded. */
const stateOf = (
  balances: Balances.Balances,
  { line, year, reference }: Named,
): { readonly isRecorded: boolean; readonly open: Money.Money } => {
  let [recorded, left] = [Money.zero, Money.zero]
  for (const { part, amount } of Balances.partsOfLine(balances, "commitment", line, year)) {
    const known = CommitmentPart.parse(part ?? "")
    if (known?.reference !== reference) continue
    left = Money.add(left, amount)
    if (known.movement === "recorded") recorded = Money.add(recorded, amount)
  }
  return { isRecorded: recorded > 0n, open: left > 0n ? left : Money.zero }
}

/** Refuses a commitment of zero, and a second one with the reference of another on its line in that year. */
export const checkNew = (
  balances: Balances.Balances,
  { line, year, reference, amount }: Omit<Of<"CommitmentRecorded">, "_tag">,
): ReadonlyArray<Extract<Refusal, { readonly _tag: "CommitmentOfZero" | "CommitmentTwice" }>> => {
  const place = format(line)
  if (Money.isZero(Money.from(amount))) return [{ _tag: "CommitmentOfZero", reference, place, year }]
  return stateOf(balances, { line, year, reference }).isRecorded
    ? [{ _tag: "CommitmentTwice", reference, place, year }]
    : []
}

const checkAvailable = (
  balances: Balances.Balances,
  { line, year, reference, amount: asked }: Omit<Of<"CommitmentRecorded">, "_tag">,
): ReadonlyArray<Refusal> => {
  const place = format(line)
  const available = availableOn(balances, line, year)
  return Money.from(asked) <= available
    ? []
    : [{ _tag: "CommitmentTooLarge", reference, place, year, available: Money.format(available), asked }]
}

/** Refuses a release of a commitment that its line does not have, or of more than is open. */
export const checkRelease = (
  balances: Balances.Balances,
  { line, year, reference, amount }: Named & Pick<Of<"CommitmentRecorded">, "amount">,
): ReadonlyArray<Extract<Refusal, { readonly _tag: "UnknownCommitment" | "ReleaseTooLarge" }>> => {
  const place = format(line)
  const { isRecorded, open: left } = stateOf(balances, { line, year, reference })
  if (!isRecorded) return [{ _tag: "UnknownCommitment", reference, place, year }]
  const asked = Money.negate(Money.from(amount))
  return asked <= left
    ? []
    : [
        {
          _tag: "ReleaseTooLarge",
          reference,
          place,
          year,
          open: Money.format(left),
          asked: Money.format(asked),
        },
      ]
}

/** Returns estimate − open − realised of a line in a year. */
const availableOn = (balances: Balances.Balances, line: BudgetLine, year: Year): Money.Money => {
  const sums = new Map<string, Money.Money>()
  for (const { part, amount } of Balances.partsOfLine(balances, "commitment", line, year)) {
    const { reference = "" } = CommitmentPart.parse(part ?? "") ?? {}
    sums.set(reference, Money.add(sums.get(reference) ?? Money.zero, amount))
  }
  const taken = Money.sum([...sums.values()].filter((amount) => amount > 0n))
  const estimate = Balances.ofLine(balances, "estimate", line, year)
  return Money.subtract(Money.subtract(estimate, taken), Balances.ofLine(balances, "actual", line, year))
}
