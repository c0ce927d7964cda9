/** The laws and norms of a ledger whose journal is intact. */
import { Check, type Journal, Ledger, Norm } from "@grootboek/core"
import type { VerifiedJournal } from "@grootboek/report"
import * as Result from "effect/Result"

/** Checks the laws and the norms of a ledger. */
export const of = (ledger: Ledger.Ledger, head: Journal.Head): VerifiedJournal.VerifiedJournal => {
  const norms = Ledger.planAt(ledger) === undefined ? undefined : Norm.checks(ledger)
  return {
    entries: head.position,
    head: head.hash,
    findings: [],
    laws: Check.laws(ledger),
    norms: norms !== undefined && Result.isSuccess(norms) ? norms.success : [],
  }
}
