/** A small sound ledger, the same with events that no decision would produce, and what the laws report of it. */
import {
  type BudgetEvent,
  Estimate,
  type Form,
  type FormId,
  formIds,
  Layout,
  Ledger,
  Money,
  Overhead,
  PassThrough,
} from "@grootboek/core"
import { Check } from "@grootboek/core/answer"
import { ledger } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { face } from "./SmallForm.ts"
import { adopted, declared, fees, goods, grant, payment, rule, van, wages } from "./SmallPlan.ts"

const shares = [
  { partner: "Noord", percent: "60" },
  { partner: "Zuid", percent: "40" },
]

/** Returns a ledger that breaks no law. */
export const sound = () =>
  ledger(
    adopted,
    declared,
    Estimate.post({ line: goods, amounts: { "2026": "100.00" } }),
    Estimate.post({ line: wages, amounts: { "2026": "200.00", "2027": "210.00" } }),
    Estimate.post({ line: fees, amounts: { "2026": "300.00" } }),
    Estimate.post({ line: van, amounts: { "2027": "50.00" } }),
    Estimate.post({ line: grant, amounts: { "2026": "10.00" } }),
    Estimate.post({ line: payment, amounts: { "2026": "10.00" } }),
    Overhead.reallocate(rule),
    PassThrough.passOn("A2", shares),
  )

/** Appends events that no decision produced, and returns the ledger. */
export const appended = (
  to: Ledger.Ledger,
  ...events: ReadonlyArray<BudgetEvent.BudgetEvent>
): Ledger.Ledger => {
  for (const event of events)
    Result.getOrThrow(Ledger.append(to, { event, time: "2026-01-01T00:00:00.000Z" }))
  return to
}

/** Returns the ledger of the small plan, which has two entries, with these events after them. */
export const planWith = (...events: ReadonlyArray<BudgetEvent.BudgetEvent>): Ledger.Ledger =>
  appended(ledger(adopted, declared), ...events)

/** Returns the sound ledger with events after it that no decision produced. */
export const forced = (...events: ReadonlyArray<BudgetEvent.BudgetEvent>): Ledger.Ledger =>
  appended(sound(), ...events)

/** Returns the ledger with one euro too much in its first balance at one position. */
export const withWrongBalance = (made: Ledger.Ledger, wrong: number): Ledger.Ledger => {
  const at = (position: number): BigInt64Array => {
    const amounts = made.columns.at(position)
    if (position === wrong) amounts[0] = (amounts[0] ?? 0n) + 1_000_000n
    return amounts
  }
  return { ...made, columns: Object.create(made.columns, { at: { value: at } }) }
}

/** The rows of a small form, and whether it claims to be complete. */
export type SmallForm = Pick<Form.FixedForm, "rows" | "complete">

/** Returns the ledger with these forms; every other form has no rows. */
export const withForms = (
  made: Ledger.Ledger,
  forms: Readonly<Partial<Record<FormId, SmallForm>>>,
): Ledger.Ledger => {
  const layouts = formIds.map((id) => {
    const form = { kind: "fixed", id, title: id, ...face, ...(forms[id] ?? { rows: {} }) } as const
    const known = made.plans.map(
      ({ plan: { structure } }) => [structure, Layout.of(form, structure)] as const,
    )
    return [id, new WeakMap(known)] as const
  })
  return { ...made, layouts: new Map(layouts) }
}

const nameOf = (what: Check.Compared): string =>
  what._tag === "Named"
    ? what.name
    : `${what._tag} ${what._tag === "Action" ? what.action : what.section} ${what.year}`

/** The number of comparisons of a law, and its breaches as text. */
export type Report = readonly [number, ...ReadonlyArray<string>]

/** Returns what one law reports. */
export const lawOf = (of: Ledger.Ledger, code: Check.LawCode, at?: number): Report =>
  textOf(Check.law(of, code, { at }))

/** Returns what every law reports. */
export const reportOf = (of: Ledger.Ledger, at?: number): Readonly<Record<string, Report>> =>
  Object.fromEntries(Check.laws(of, { at }).map((check) => [check.law, textOf(check)]))

const textOf = ({ comparisons, breaches }: Check.LawCheck): Report => [
  comparisons,
  ...breaches.map(
    ({ position, what, difference }) => `${position} ${nameOf(what)}: ${Money.format(difference)}`,
  ),
]
