/** A small sound ledger, the same with events that no decision would produce, and what the laws report of it. */
import { type BudgetEvent, Estimate, Ledger, Money, Overhead, PassThrough } from "@grootboek/core"
import { Check } from "@grootboek/core/answer"
import { ledger } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
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

/** Returns the sound ledger with events after it that no decision produced. */
export const forced = (...events: ReadonlyArray<BudgetEvent.BudgetEvent>): Ledger.Ledger => {
  const out = sound()
  for (const event of events)
    Result.getOrThrow(Ledger.append(out, { event, time: "2026-01-01T00:00:00.000Z" }))
  return out
}

const nameOf = (what: Check.Compared): string =>
  what._tag === "Named"
    ? what.name
    : `${what._tag} ${what._tag === "Action" ? what.action : what.section} ${what.year}`

/** Returns by law the number of comparisons, and what is wrong. */
export const reportOf = (of: Ledger.Ledger, at?: number) =>
  Object.fromEntries(
    Check.laws(of, { at }).map(({ law, comparisons, breaches }) => [
      law,
      [
        comparisons,
        ...breaches.map(
          ({ position, what, difference }) => `${position} ${nameOf(what)}: ${Money.format(difference)}`,
        ),
      ],
    ]),
  )
