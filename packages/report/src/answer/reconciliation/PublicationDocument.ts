/** Two publications compared as JSON: every cell with its old and new figure, the sums of each, and where changes begin. */
import { Money } from "@grootboek/core"
import type { Consistency, PublicationDiff } from "@grootboek/core/answer"
import * as Schema from "effect/Schema"
import { Exact } from "../../view/Decimal.ts"
import type * as PublicationText from "../../words/PublicationText.ts"
import * as ConsistencyDocument from "./ConsistencyDocument.ts"

const Cell = Schema.Struct({
  form: Schema.String,
  entity: Schema.optionalKey(Schema.String),
  series: Schema.optionalKey(Schema.String),
  section: Schema.String,
  code: Schema.String,
  label: Schema.String,
  year: Schema.Int,
  old: Schema.NullOr(Exact),
  new: Schema.NullOr(Exact),
  /** New minus old; `null` when one of them does not print the cell. */
  delta: Schema.NullOr(Exact),
  /** Whether the change begins here: no printed row that it adds changed. */
  moved: Schema.Boolean,
}).annotate({ identifier: "PublicationCell" })

/** The document of `reconcile --against --format json`. */
export const PublicationDocument = Schema.Struct({
  ok: Schema.Boolean,
  /** Why `ok` is what it is, and the exit status with it. */
  reason: Schema.Literals(["Compared", "Broken", "NothingInCommon"]),
  counts: Schema.Struct({
    compared: Schema.Int,
    changed: Schema.Int,
    onlyOld: Schema.Int,
    onlyNew: Schema.Int,
  }),
  cells: Schema.Array(Cell),
  /** The sums of the old and of the new publication. */
  old: ConsistencyDocument.ConsistencyDocument,
  new: ConsistencyDocument.ConsistencyDocument,
}).annotate({
  identifier: "PublicationDocument",
  description: "Two publications compared cell by cell, and the sums of each",
})

/** See {@link PublicationDocument:var}. */
export type PublicationDocument = typeof PublicationDocument.Type

export interface ComparedPublications {
  readonly diff: PublicationDiff.PublicationDiff
  readonly old: Consistency.ConsistencyReport
  readonly new: Consistency.ConsistencyReport
}

/** Returns why the comparison is accepted or not. */
export const reasonOf = ({ diff, ...reports }: ComparedPublications): PublicationText.ComparisonReason =>
  reports.old.counts.broken + reports.new.counts.broken > 0
    ? "Broken"
    : diff.counts.compared === 0
      ? "NothingInCommon"
      : "Compared"

/** Returns the document. It is not `ok` when a sum of either publication is broken. */
export const of = ({ diff, ...reports }: ComparedPublications): PublicationDocument => ({
  ok: reasonOf({ diff, ...reports }) === "Compared",
  reason: reasonOf({ diff, ...reports }),
  counts: diff.counts,
  cells: diff.cells.map(({ level: _, isMoved, old, new: current, delta, ...cell }) => ({
    ...cell,
    old: old === undefined ? null : Money.format(old.amount),
    new: current === undefined ? null : Money.format(current.amount),
    delta: delta === undefined ? null : Money.format(delta),
    moved: isMoved,
  })),
  old: ConsistencyDocument.of(reports.old, null),
  new: ConsistencyDocument.of(reports.new, null),
})
