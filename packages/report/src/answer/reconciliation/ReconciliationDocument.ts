/** A reconciliation as JSON: counts, figures that differ, and figures that are not the plain rounding. */
import { Money, Statement } from "@grootboek/core"
import type { Reconcile } from "@grootboek/core/answer"
import * as Schema from "effect/Schema"
import { Exact, Printed } from "../../view/Decimal.ts"
import { FileFinding } from "../../view/FileFinding.ts"
import * as FormTitle from "../../view/FormTitle.ts"
import { Moment } from "../../view/Moment.ts"
import * as ComparisonText from "../../words/ComparisonText.ts"
import * as IdentityText from "../../words/IdentityText.ts"
import type { Audience, Language } from "../../words/Language.ts"

/** A published figure beside the computed one. */
const Figure = Schema.Struct({
  ...FileFinding.fields,
  section: Schema.String,
  row: Schema.String,
  year: Schema.Int,
  published: Exact,
  printed: Schema.NullOr(Printed),
  exact: Schema.NullOr(Exact),
  /** The rounded exact amount, where another figure is printed; `null` elsewhere. */
  roundsTo: Schema.NullOr(Printed),
  difference: Exact,
  tolerance: Exact,
}).annotate({ identifier: "ComparedFigure" })

/** The document of `reconcile --format json`. */
export const ReconciliationDocument = Schema.Struct({
  ok: Schema.Boolean,
  form: Schema.String,
  at: Moment,
  counts: Schema.Struct({
    compared: Schema.Int,
    equal: Schema.Int,
    rounding: Schema.Int,
    error: Schema.Int,
    missing: Schema.Int,
  }),
  /** How many figures each way of printing gives. */
  printedBy: Schema.Struct({ form: Schema.Int, exact: Schema.Int, rows: Schema.Int }),
  findings: Schema.Array(Figure),
  /** Figures that are equal to the printed figure, which is not the plain rounding of the exact amount. */
  roundings: Schema.Array(Figure),
  /** The sums within the table, and the figures that cannot all be right. */
  itself: Schema.Struct({
    counts: Schema.Struct({ holds: Schema.Int, rounding: Schema.Int, broken: Schema.Int }),
    unchecked: Schema.Int,
    findings: Schema.Array(FileFinding),
    suspects: Schema.Array(
      Schema.Struct({
        section: Schema.String,
        row: Schema.String,
        year: Schema.Int,
        broken: Schema.Int,
        of: Schema.Int,
      }),
    ),
  }),
}).annotate({
  identifier: "ReconciliationDocument",
  description: "Every published figure compared with the computed one",
})

/** See {@link ReconciliationDocument:var}. */
export type ReconciliationDocument = typeof ReconciliationDocument.Type

/** Returns whether every figure is equal, and there are figures. */
const ok = ({ equal, rounding, error, missing }: Reconcile.Reconciliation["counts"]): boolean =>
  equal > 0 && rounding + error + missing === 0

/** Returns the document of a reconciliation of a published file; its messages are in a language. */
export const of = (
  { form, at, comparisons, counts, printedBy, itself }: Reconcile.Reconciliation,
  file: string,
  language: Language,
  audience: Audience = "library",
): ReconciliationDocument => {
  const decimals = FormTitle.decimals(form)
  const printed = (amount: Money.Money | undefined) =>
    amount === undefined ? null : Statement.figure({ decimals }, amount)
  const figure = (one: Reconcile.Comparison): typeof Figure.Type => ({
    file,
    line: one.cell.line,
    column: one.cell.column,
    code: ComparisonText.code(one),
    message: ComparisonText.message(one, form, language, audience),
    section: one.cell.section,
    row: one.cell.code,
    year: one.cell.year,
    published: Money.format(one.cell.amount),
    printed: printed(one.printed),
    exact: one.exact === undefined ? null : Money.format(one.exact),
    roundsTo: printed(one.roundsTo),
    difference: Money.format(one.difference),
    tolerance: Money.format(one.tolerance),
  })
  return {
    ok: ok(counts),
    form,
    at,
    counts: { compared: comparisons.length, ...counts },
    printedBy,
    findings: comparisons.filter(({ outcome }) => outcome !== "equal").map(figure),
    roundings: comparisons
      .filter(({ outcome, roundsTo }) => outcome === "equal" && roundsTo !== undefined)
      .map(figure),
    itself: {
      counts: itself.counts,
      unchecked: itself.unchecked,
      findings: itself.findings
        .filter(({ outcome }) => outcome === "broken")
        .map((finding) => ({
          file,
          line: finding.figure.line,
          column: finding.figure.column,
          code: "BrokenIdentity",
          message: IdentityText.message(finding, language),
        })),
      suspects: itself.suspects.map(({ figure, broken, of }) => ({
        section: figure.section,
        row: figure.code,
        year: figure.year,
        broken,
        of,
      })),
    },
  }
}
