/** Checks between published tables as JSON: broken identities, suspects, and the proof if one was requested. */
import { Address, type Consistency, Money, type Published } from "@grootboek/core"
import * as Schema from "effect/Schema"
import { Exact } from "../../view/Decimal.ts"

const Figure = Schema.Struct({
  file: Schema.NullOr(Schema.String),
  line: Schema.Int,
  form: Schema.String,
  row: Schema.String,
  year: Schema.Int,
  amount: Exact,
}).annotate({ identifier: "PublishedFigure" })

/** The document of `reconcile --format json` without a ledger. */
export const ConsistencyDocument = Schema.Struct({
  ok: Schema.Boolean,
  counts: Schema.Struct({
    holds: Schema.Int,
    rounding: Schema.Int,
    broken: Schema.Int,
    unchecked: Schema.Int,
  }),
  /** Identities that are broken, or off by what rounding can do. */
  findings: Schema.Array(
    Schema.Struct({
      outcome: Schema.Literals(["rounding", "broken"]),
      figure: Figure,
      /** The sum of the printed figures that it should equal. */
      sum: Exact,
      difference: Exact,
      tolerance: Exact,
    }),
  ),
  suspects: Schema.Array(Schema.Struct({ figure: Figure, broken: Schema.Int, of: Schema.Int })),
  /** Whether exact amounts exist that round to all figures at once; `null` without a proof. */
  proof: Schema.NullOr(
    Schema.Struct({
      verdict: Schema.Literals(["Consistent", "Contradictory", "Undecided"]),
      lines: Schema.Array(Schema.String),
    }),
  ),
}).annotate({
  identifier: "ConsistencyDocument",
  description: "Published tables checked against themselves and each other, without a ledger",
})

/** See {@link ConsistencyDocument:var}. */
export type ConsistencyDocument = typeof ConsistencyDocument.Type

/** Returns the document of a report, and of the proof if there is one. */
export const of = (
  report: Consistency.ConsistencyReport,
  proof: ConsistencyDocument["proof"],
): ConsistencyDocument => ({
  ok: report.counts.broken === 0 && proof?.verdict !== "Contradictory",
  counts: { ...report.counts, unchecked: report.unchecked },
  findings: report.findings.flatMap(({ outcome, figure, sum, difference, tolerance }) =>
    outcome === "holds"
      ? []
      : [
          {
            outcome,
            figure: figureOf(figure),
            sum: Money.format(sum),
            difference: Money.format(difference),
            tolerance: Money.format(tolerance),
          },
        ],
  ),
  suspects: report.suspects.map(({ figure, broken, of: all }) => ({
    figure: figureOf(figure),
    broken,
    of: all,
  })),
  proof,
})

const figureOf = (figure: Published.PublishedFigure): typeof Figure.Type => ({
  file: figure.file ?? null,
  line: figure.line,
  form: figure.form,
  row: Address.format(figure),
  year: figure.year,
  amount: Money.format(figure.amount),
})
