/** A difference between two moments as JSON: every changed cell, and the entries and reasons that changed it. */
import { type Diff, Money } from "@grootboek/core"
import * as Schema from "effect/Schema"
import { Exact, Unexplained } from "../../view/Decimal.ts"
import * as Fields from "../../view/Fields.ts"
import { Moment } from "../../view/Moment.ts"
import * as Resolutions from "../../view/Resolutions.ts"
import * as ReasonText from "../../words/ReasonText.ts"

export const ComparedMoment = Schema.Struct({
  ...Moment.fields,
  moment: Schema.optionalKey(Schema.String),
}).annotate({
  identifier: "ComparedMoment",
})

/** The fields of a cell that changed, before its causes. */
export const changedCell = {
  form: Schema.String,
  section: Schema.String,
  code: Schema.String,
  label: Schema.String,
  year: Schema.Int,
  old: Exact,
  new: Exact,
  delta: Exact,
} as const

const Cause = Schema.Struct({
  entry: Schema.Int,
  /** In the words of the adjustment's file: class and text. */
  reason: Schema.String,
  amount: Exact,
  event: Schema.String,
  kind: Schema.String,
  text: Schema.NullOr(Schema.String),
})

/** The fields of a change beside the amounts, before its entry. */
export const declaredChange = {
  list: Schema.Literals(["indicators", "targets", "goalTexts", "chapterTexts", "headings"]),
  code: Schema.String,
  /** The year of a target, or the number of a paragraph. */
  number: Schema.NullOr(Schema.Int),
  field: Schema.String,
  old: Schema.NullOr(Schema.String),
  new: Schema.NullOr(Schema.String),
}

/** The document of `diff --format json`. */
export const DifferenceDocument = Schema.Struct({
  from: ComparedMoment,
  to: ComparedMoment,
  cells: Schema.Array(
    Schema.Struct({
      ...changedCell,
      causes: Schema.Array(Cause),
      unexplained: Unexplained,
    }),
  ),
  /** What changed beside the amounts: indicators, targets and texts. */
  declared: Schema.Array(Schema.Struct({ ...declaredChange, entry: Schema.Int })),
  /** The decisions behind the entries in between. */
  decisions: Resolutions.Decided,
}).annotate({
  identifier: "DifferenceDocument",
  description: "What changed between two moments; causes and unexplained sum to delta",
})

/** See {@link DifferenceDocument:var}. */
export type DifferenceDocument = typeof DifferenceDocument.Type

/** Returns the values of {@link changedCell}. */
export const cellOf = (cell: Diff.ChangedCell) => Fields.of(changedCell, cell)

export const of = ({ from, to, cells, declared, decisions }: Diff.Difference): DifferenceDocument => ({
  from,
  to,
  cells: cells.map((cell) => ({
    ...cellOf(cell),
    causes: cell.causes.map((cause) =>
      Fields.of(Cause.fields, { ...cause, reason: ReasonText.ofCause(cause, "nl") }),
    ),
    unexplained: Money.isZero(cell.unexplained) ? "0" : Money.format(cell.unexplained),
  })),
  declared: declared.map((one) => ({ ...Fields.of(declaredChange, one), entry: one.entry })),
  decisions: Resolutions.document(decisions),
})
