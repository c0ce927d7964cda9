/** The laws and norms of a ledger whose journal is intact. */
import { type Audit, Check, Ledger, Norm } from "@grootboek/core"
import { VerifiedJournal } from "@grootboek/report"
import * as Result from "effect/Result"
import type { Language } from "../words/Language.ts"

/** Checks the laws and the norms of a ledger. */
export const of = ({
  ledger,
  head,
  remarks,
}: Omit<Audit.AuditedJournal, "entries" | "findings">): VerifiedJournal.VerifiedJournal => {
  const norms = Ledger.planAt(ledger) === undefined ? undefined : Norm.checks(ledger)
  return {
    entries: head.position,
    head: head.hash,
    findings: [],
    remarks,
    laws: Check.laws(ledger),
    norms: norms !== undefined && Result.isSuccess(norms) ? norms.success : [],
  }
}

/** Returns the findings of a journal that is damaged or not valid: its laws and norms mean nothing. */
export const ofFindings = (
  { entries, head, findings, remarks }: Audit.AuditedJournal,
  language: Language,
): VerifiedJournal.VerifiedJournal => ({
  entries,
  head: head.hash,
  findings: findings.map((finding) => VerifiedJournal.ofFinding(finding, language)),
  remarks,
  norms: [],
})
