/** What verification says of a ledger that is sound: its laws and its norms. */
import { Check, type Journal, Ledger, Norm } from "@grootboek/core"
import type { VerifiedJournal } from "@grootboek/report"
import * as Result from "effect/Result"

/** Holds laws and norms against a ledger whose journal was verified up to a head. */
export const held = (ledger: Ledger.Ledger, head: Journal.Head): VerifiedJournal.VerifiedJournal => {
  const norms = Ledger.planAt(ledger) === undefined ? undefined : Norm.checks(ledger)
  return {
    entries: head.position,
    head: head.hash,
    findings: [],
    laws: Check.laws(ledger),
    norms: norms !== undefined && Result.isSuccess(norms) ? norms.success : [],
  }
}
