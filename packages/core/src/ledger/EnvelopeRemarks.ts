/** Remarks about envelopes that lines name and that a plan with envelopes does not declare. */
import * as Remark from "../journal/Remark.ts"
import * as Ledger from "./Ledger.ts"

/**
 * Returns a remark for each such envelope, at the first entry with amounts of it. Every version recorded them. A plan that
 * declares no envelopes may name any.
 */
export const of = (ledger: Ledger.Ledger, after: number): ReadonlyArray<Remark.Remark> => {
  const declared = Ledger.planAt(ledger)?.structure.register.envelopes
  if (declared === undefined || declared.size === 0) return []
  const { columns } = ledger
  const first = new Map<string, number>()
  columns.cells.forEach(({ place }, slot) => {
    const envelope = columns.places[place]?.envelope
    if (envelope === undefined || declared.has(envelope)) return
    for (const posting of columns.chain(slot, 0, columns.entries)) {
      const { entry } = columns.posting(posting)
      first.set(envelope, Math.min(first.get(envelope) ?? entry, entry))
    }
  })
  return [...first].flatMap(([envelope, entry]) =>
    entry > after ? [Remark.of(entry, { _tag: "EnvelopeUndeclared", envelope })] : [],
  )
}
