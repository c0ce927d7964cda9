/**
 * The whole check of a journal in one pass: hashes and chain, the validity of every entry, and remarks.
 *
 * Content is checked up to the first damaged entry: after it, the state that entries are checked against is not known.
 *
 * ```ts
 * const audited = Audit.all(sealed, { sha256 })
 * [audited.entries, audited.findings, audited.remarks.map(({ code }) => code)] // => [9, [], []]
 * const audit = Audit.begin({ sha256 })
 * for (const one of sealed) audit.take(one)
 * Ledger.position(audit.report().ledger) // => 9
 * ```
 */
import * as Result from "effect/Result"
import type { Folded } from "../codec/FoldReader.ts"
import type { AmountOverflow } from "../fold/Columns.ts"
import * as Finding from "../journal/Finding.ts"
import type { Sealed, Sha256 } from "../journal/Journal.ts"
import * as Remark from "../journal/Remark.ts"
import * as Verify from "../journal/Verify.ts"
import { format } from "../value/BudgetLine.ts"
import * as Ledger from "./Ledger.ts"
import * as PlanRemarks from "./PlanRemarks.ts"
import * as Remarks from "./Remarks.ts"
import * as Validity from "./Validity.ts"

/** The hash function, and the time with which record times are compared; without it none is in the future. */
export interface AuditOptions {
  readonly sha256: Sha256
  readonly now?: number
}

/** The result of a check. The ledger has every entry when no entry is damaged. */
export interface AuditedJournal extends Verify.Report {
  readonly remarks: ReadonlyArray<Remark.Remark>
  readonly ledger: Ledger.Ledger
}

/** A check in progress: it takes entries in order and can report at any time. */
export interface Audit extends Pick<Verify.Verification, "take"> {
  readonly report: () => AuditedJournal
}

/** Starts a check. */
export const begin = ({ sha256, now }: AuditOptions): Audit => {
  const verification = Verify.begin(sha256)
  const validity = Validity.begin()
  const remarking = Remarks.begin(now)
  const ledger = Ledger.empty()
  const invalid: Array<Finding.Finding> = []
  const remarks: Array<Remark.Remark> = []
  let isDamaged = false

  const checkContent = (sealed: Sealed, folded: Folded): ReadonlyArray<Finding.Finding> => {
    const { position, body } = sealed
    const wrong = validity.check(ledger, folded)
    for (const facts of remarking.take(ledger, folded)) remarks.push(Remark.of(position, facts))
    const overflow = fold(ledger, folded)
    if (overflow !== undefined) isDamaged = true
    if (wrong.length === 0 && overflow === undefined) return none
    return [...wrong, ...(overflow === undefined ? [] : [overflowOf(overflow)])].map(({ field, reason }) =>
      Finding.of(
        { _tag: "InvalidEntry", reason },
        { position, field, offset: Finding.offsetOf(body, field) },
      ),
    )
  }

  return {
    take: (sealed) => {
      const { findings, folded } = verification.read(sealed)
      if (folded === undefined) isDamaged = true
      if (isDamaged || folded === undefined) return findings
      const wrong = checkContent(sealed, folded)
      for (const finding of wrong) invalid.push(finding)
      return findings.length === 0 ? wrong : [...findings, ...wrong]
    },
    report: () => {
      const { entries, head, findings } = verification.report()
      const all = [...findings, ...invalid].sort((a, b) => a.position - b.position)
      const remarked = [
        ...withoutReversed(remarks, ledger),
        ...(isDamaged || invalid.length > 0 ? [] : PlanRemarks.of(ledger)),
      ]
      return {
        entries,
        head,
        findings: invalid.length === 0 ? findings : all,
        remarks: remarked.sort((a, b) => a.position - b.position),
        ledger,
      }
    },
  }
}

// A replaced opening is reversed after the new one is recorded: only then is it known that none is repeated.
const withoutReversed = (
  remarks: ReadonlyArray<Remark.Remark>,
  ledger: Ledger.Ledger,
): ReadonlyArray<Remark.Remark> => {
  const reversed = Ledger.planAt(ledger)?.reversed
  return remarks.filter(
    ({ facts, position }) =>
      facts._tag !== "OpeningRepeated" || !(reversed?.has(facts.earlier) || reversed?.has(position)),
  )
}

/** Checks entries in memory. */
export const all = (entries: Iterable<Sealed>, options: AuditOptions): AuditedJournal => {
  const check = begin(options)
  for (const sealed of entries) check.take(sealed)
  return check.report()
}

const none: ReadonlyArray<Finding.Finding> = []

const fold = (ledger: Ledger.Ledger, { kind, content, source, time }: Folded): AmountOverflow | undefined => {
  if ("event" in content) {
    const folded = Ledger.append(ledger, { event: content.event, time, ...(source && { source }) })
    return Result.isFailure(folded) ? folded.failure : undefined
  }
  const overflow = ledger.columns.post(content.changes)
  if (overflow === undefined) ledger.traces.append({ kind, time, source, event: undefined })
  return overflow
}

const overflowOf = ({ place, year }: AmountOverflow): Validity.Invalidity => ({
  field: "event",
  reason: { _tag: "AmountOverflow", place: format(place), year },
})
