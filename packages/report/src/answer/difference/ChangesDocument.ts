/**
 * Changes between two decisions as the audit pack has them: the largest causes of each cell, and the sum of the others.
 *
 * `diff --format json` lists every cause. Each reason is listed once, because thousands of cells share it.
 */
import { type Diff, Money } from "@grootboek/core"
import * as Schema from "effect/Schema"
import { Exact, Unexplained } from "../../view/Decimal.ts"
import * as Resolutions from "../../view/Resolutions.ts"
import * as ReasonText from "../../words/ReasonText.ts"
import { ComparedMoment, cellOf, changedCell } from "./DifferenceDocument.ts"

/** The number of causes that the pack lists for a cell. */
export const most = 5

/** The document of `changes/*.json` in the audit pack. */
export const ChangesDocument = Schema.Struct({
  from: ComparedMoment,
  to: ComparedMoment,
  /** Every reason that a cell lists; causes name it by its index. */
  reasons: Schema.Array(
    Schema.Struct({
      entry: Schema.Int,
      event: Schema.String,
      kind: Schema.String,
      text: Schema.NullOr(Schema.String),
      reason: Schema.String,
    }),
  ),
  cells: Schema.Array(
    Schema.Struct({
      ...changedCell,
      causes: Schema.Array(Schema.Struct({ reason: Schema.Int, amount: Exact })),
      /** The number and the sum of the causes that are not listed; `null` when all are. */
      rest: Schema.NullOr(Schema.Struct({ causes: Schema.Int, amount: Exact })),
      unexplained: Unexplained,
    }),
  ),
  /** The decisions behind the entries in between. */
  decisions: Resolutions.Decided,
}).annotate({
  identifier: "ChangesDocument",
  description: "Changes in the audit pack; causes, rest and unexplained sum to delta",
})

/** See {@link ChangesDocument:var}. */
export type ChangesDocument = typeof ChangesDocument.Type

/** Returns the document of a shortened difference. */
export const of = ({ from, to, cells, decisions }: Diff.Difference): ChangesDocument => {
  const indexes = new Map<string, number>()
  const reasons: Array<ChangesDocument["reasons"][number]> = []
  const indexOf = (cause: Diff.Cause): number => {
    const key = `${cause.entry}\u001f${cause.kind}\u001f${cause.text ?? ""}`
    const known = indexes.get(key)
    if (known !== undefined) return known
    const { entry, event, kind, text = null } = cause
    indexes.set(key, reasons.length)
    return reasons.push({ entry, event, kind, text, reason: ReasonText.ofCause(cause, "nl") }) - 1
  }
  return {
    from,
    to,
    reasons,
    cells: cells.map((cell) => ({
      ...cellOf(cell),
      causes: cell.causes.map((cause) => ({ reason: indexOf(cause), amount: Money.format(cause.amount) })),
      rest:
        cell.rest === undefined ? null : { causes: cell.rest.causes, amount: Money.format(cell.rest.amount) },
      unexplained: Money.isZero(cell.unexplained) ? "0" : Money.format(cell.unexplained),
    })),
    decisions: Resolutions.document(decisions),
  }
}
