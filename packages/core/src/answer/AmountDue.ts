/**
 * The amount due behind a posting of a rule that updates an earlier one: a rule posts what is due less what it posted before.
 *
 * ```ts
 * const more = { id: "more", decide: Estimate.post({ line: staff, amounts: { 2026: "100.00" } }) }
 * const after = Result.getOrThrow(Intake.decide(ledger, [more], context)).ledger
 * const { postings } = Result.getOrThrow(Explain.cell(after, { form: "T2", row: "EXPLOITATIE/I.A.1", year: 2026 }))
 * const owed = postings.map((posting) => posting.owed).find((one) => one !== undefined)
 * owed && [owed.before, owed.due].map(Money.format) // => ["150.00", "165.00"]
 * ```
 */
import type { Rule } from "../event/Posting.ts"
import * as Ledger from "../ledger/Ledger.ts"
import { passKey } from "../rule/Posted.ts"
import * as Money from "../value/Money.ts"
import { of as postingsOf } from "./EntryPostings.ts"

/** The amount due, the amount that the rule had posted before, and the entry that posted it last. */
export interface AmountDue {
  readonly due: Money.Money
  readonly before: Money.Money
  readonly earlier: number | undefined
}

/** Returns the amount due of a posting, by its index in the columns; undefined for the first posting of a rule, and without a rule. */
export const of = (ledger: Ledger.Ledger, posting: number): AmountDue | undefined => {
  const { entry, turn, amount, cell } = ledger.columns.posting(posting)
  const rule = postingsOf(ledger, entry)[turn]?.rule
  if (rule === undefined) return undefined
  const before = "due" in rule ? Money.subtract(Money.from(rule.due), amount) : passedOn(ledger, entry, turn)
  if (before === undefined || Money.isZero(before)) return undefined
  // Both postings of a charge have one amount; the receipt is shared by all charges, the expenditure is not.
  const own = rule.rule === "overhead" ? ledger.columns.posting(posting - (turn % 2)).cell : cell
  const earlier = lastOf(ledger, { cell: own, rule: rule.rule, until: entry - 1 })
  return { due: Money.add(before, amount), before, earlier }
}

/** Returns the amount that a partner had received before an entry. */
const passedOn = (ledger: Ledger.Ledger, entry: number, turn: number): Money.Money | undefined => {
  const posted = postingsOf(ledger, entry)[turn]
  if (posted?.rule?.rule !== "passThrough") return undefined
  const passed = Ledger.planAt(ledger, entry - 1)?.passThroughs.get(posted.place.action ?? "")?.passed
  return passed?.get(passKey(posted.year, posted.rule.partner))
}

const lastOf = (
  ledger: Ledger.Ledger,
  { cell, rule, until }: { readonly cell: number; readonly rule: Rule["rule"]; readonly until: number },
): number | undefined => {
  for (const index of ledger.columns.chain(cell, 0, until)) {
    const { entry, turn } = ledger.columns.posting(index)
    if (postingsOf(ledger, entry)[turn]?.rule?.rule === rule) return entry
  }
  return undefined
}
