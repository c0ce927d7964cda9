/** An explanation as JSON: the formula tree of a cell, and every posting that counts in it down to its source line. */
import { BudgetEvent, BudgetLine, type Explain, Money, Selector, Statement } from "@grootboek/core"
import { type AmountDue, UnmatchedRow } from "@grootboek/core/answer"
import * as Schema from "effect/Schema"
import { Exact, Printed } from "../../view/Decimal.ts"
import * as Fields from "../../view/Fields.ts"
import * as FormTitle from "../../view/FormTitle.ts"
import * as Resolutions from "../../view/Resolutions.ts"
import { Source, of as sourceOf } from "../../view/Source.ts"
import type { Language } from "../../words/Language.ts"

/** A row of the formula tree. */
export interface RowNode {
  readonly section: string
  readonly code: string
  readonly label: string
  readonly year: number
  readonly sign: 1 | -1
  readonly exact: string
  readonly printed: string
  readonly counts: string | null
  readonly rows: ReadonlyArray<RowNode>
}

const rowFields = {
  section: Schema.String,
  code: Schema.String,
  label: Schema.String,
  year: Schema.Int,
  /** Whether the row is added (1) or subtracted (-1) by the one above it. */
  sign: Schema.Literals([1, -1]),
  exact: Exact,
  printed: Printed,
  /** The selector of a leaf in words; `null` for a row that adds rows. */
  counts: Schema.NullOr(Schema.String),
}

const RowNode: Schema.Codec<RowNode> = Schema.Struct({
  ...rowFields,
  rows: Schema.Array(Schema.suspend((): Schema.Codec<RowNode> => RowNode)),
}).annotate({ identifier: "RowNode" })

/** The rule that produced an amount: its name, and the facts that the amount was computed from, as the event recorded them. */
const Rule = Schema.StructWithRest(Schema.Struct({ rule: Schema.String }), [
  Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Int])),
]).annotate({ identifier: "Rule" })

const Names = Schema.Struct({
  action: Schema.NullOr(Schema.String),
  policyItem: Schema.NullOr(Schema.String),
  sector: Schema.NullOr(Schema.String),
  account: Schema.NullOr(Schema.String),
})

const Owed = Schema.Struct({ due: Exact, before: Exact, adds: Exact, earlier: Schema.NullOr(Schema.Int) })

const Posting = Schema.Struct({
  entry: Schema.Int,
  event: Schema.String,
  amount: Exact,
  rule: Schema.NullOr(Rule),
  source: Schema.NullOr(Source),
  place: BudgetLine.Place,
  year: Schema.Int,
  reason: Schema.NullOr(BudgetEvent.Reason),
  /** The names beside the codes of the place; of the account, the T2 row that counts it. */
  names: Names,
  /** Where a rule updates what it posted before: due = before + adds. `null` elsewhere. */
  owed: Schema.NullOr(Owed),
})

/** The document of `explain --format json`. */
export const ExplanationDocument = Schema.Struct({
  form: Schema.String,
  section: Schema.String,
  code: Schema.String,
  label: Schema.String,
  year: Schema.Int,
  exact: Exact,
  printed: Printed,
  /** The rounded exact amount, where another figure is printed; `null` elsewhere. */
  roundsTo: Schema.NullOr(Printed),
  /** The selector of the row in words; `null` for a row that adds rows. */
  counts: Schema.NullOr(Schema.String),
  rows: Schema.Array(RowNode),
  postings: Schema.Array(Posting),
  nothing: Schema.NullOr(Schema.String),
  /** The decisions behind the entries: their own, or that of the version of the plan in force. */
  decisions: Resolutions.Decided,
}).annotate({
  identifier: "ExplanationDocument",
  description: "Why a cell is what it is; the signed amounts of the postings sum to exact",
})

/** See {@link ExplanationDocument:var}. */
export type ExplanationDocument = typeof ExplanationDocument.Type

export const of = (explanation: Explain.Explanation, language: Language = "en"): ExplanationDocument => {
  const decimals = FormTitle.decimals(explanation.form)
  const figure = (printed: Money.Money) => Statement.figure({ decimals }, printed)
  const counts = (selector: Selector.Selector | undefined) =>
    selector === undefined ? null : Selector.format(selector, language)
  const node = (row: Explain.RowTree): RowNode => ({
    ...Fields.of(rowFields, { ...row, printed: figure(row.printed), counts: counts(row.counts) }),
    rows: row.rows.map(node),
  })
  return {
    form: explanation.form,
    section: explanation.section,
    code: explanation.code,
    label: explanation.label,
    year: explanation.year,
    exact: Money.format(explanation.exact),
    printed: figure(explanation.printed),
    roundsTo: explanation.roundsTo === undefined ? null : figure(explanation.roundsTo),
    counts: counts(explanation.counts),
    rows: explanation.rows.map(node),
    postings: explanation.postings.map((posting) =>
      Fields.of(Posting.fields, {
        ...posting,
        source: sourceOf(posting.source),
        names: Fields.of(Names.fields, posting.names),
        owed: posting.owed === undefined ? null : owed(posting.owed),
      }),
    ),
    decisions: Resolutions.document(explanation.decisions),
    nothing: explanation.nothing === undefined ? null : UnmatchedRow.format(explanation.nothing, language),
  }
}

const owed = (amount: AmountDue.AmountDue) =>
  Fields.of(Owed.fields, { ...amount, adds: Money.subtract(amount.due, amount.before) })
