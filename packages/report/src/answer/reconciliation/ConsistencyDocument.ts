/** Checks between published tables as JSON: broken identities, suspects, and the proof if one was requested. */
import { Address, Money } from "@grootboek/core"
import type { Consistency, Published } from "@grootboek/core/answer"
import * as Schema from "effect/Schema"
import { Exact } from "../../view/Decimal.ts"
import type * as PublishedVerdict from "../../words/PublishedVerdict.ts"

const Part = { entity: Schema.optionalKey(Schema.String), series: Schema.optionalKey(Schema.String) }

const Policy = Schema.Literals(["form", "exact", "rows"])

const Figure = Schema.Struct({
  ...Part,
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
    /** Sums that no form states, but that follow from others, and are not broken. */
    derived: Schema.optionalKey(Schema.Struct({ holds: Schema.Int, rounding: Schema.Int })),
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
      /** Whether rounding explains it only if printed zeros are amounts that round to zero. */
      hidden: Schema.optionalKey(Schema.Boolean),
      /** The printed figures that the sum adds, each with its sign; only where no form states the sum. */
      derivedFrom: Schema.optionalKey(Schema.Array(Schema.Struct({ sign: Schema.Int, figure: Figure }))),
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
  /** Why `ok` is what it is, and the exit status with it. */
  reason: Schema.optionalKey(
    Schema.Literals(["Fits", "Doubtful", "Broken", "Unchecked", "Contradictory", "Undecided"]),
  ),
  /** Per table: the ways of printing that explain its figures, and how many sums each way breaks. */
  printing: Schema.optionalKey(
    Schema.Array(
      Schema.Struct({
        ...Part,
        form: Schema.String,
        fits: Schema.Array(Policy),
        chosen: Policy,
        broken: Schema.Struct({ form: Schema.Int, exact: Schema.Int, rows: Schema.Int }),
        /** The number of sums of its figures that were checked. */
        checked: Schema.Int,
      }),
    ),
  ),
  /** Rows without which sums could not be checked. */
  missing: Schema.optionalKey(
    Schema.Array(
      Schema.Struct({
        form: Schema.String,
        row: Schema.String,
        years: Schema.Array(Schema.Int),
        sums: Schema.Int,
      }),
    ),
  ),
  /** The result if rows that are not printed are zero; only where that allows more sums to be checked. */
  unprintedZero: Schema.optionalKey(
    Schema.Struct({ holds: Schema.Int, rounding: Schema.Int, broken: Schema.Int }),
  ),
}).annotate({
  identifier: "ConsistencyDocument",
  description: "Published tables checked against themselves and each other, without a ledger",
})

/** See {@link ConsistencyDocument:var}. */
export type ConsistencyDocument = typeof ConsistencyDocument.Type

/** Returns why tables are accepted or not. */
export const reasonOf = (
  { counts, derived, findings }: Consistency.ConsistencyReport,
  proof: ConsistencyDocument["proof"],
): PublishedVerdict.VerdictReason => {
  if (counts.broken > 0) return "Broken"
  if (proof?.verdict === "Contradictory") return "Contradictory"
  if (counts.holds + counts.rounding + derived.holds + derived.rounding === 0) return "Unchecked"
  if (proof?.verdict === "Undecided") return "Undecided"
  return findings.some(({ isHidden }) => isHidden) ? "Doubtful" : "Fits"
}

/** Reports whether a reason accepts the tables. */
const isAccepted = (reason: PublishedVerdict.VerdictReason): boolean =>
  reason === "Fits" || reason === "Doubtful"

/** Returns the document of a report, and of the proof if there is one. */
export const of = (
  report: Consistency.ConsistencyReport,
  proof: ConsistencyDocument["proof"],
  withZeros?: Consistency.ConsistencyReport,
): ConsistencyDocument => ({
  ok: isAccepted(reasonOf(report, proof)),
  reason: reasonOf(report, proof),
  printing: report.tried.map(({ chosen, broken, checked, ...table }, index) => ({
    ...table,
    fits: [...(report.policies[index]?.open ?? [])],
    chosen,
    broken,
    checked,
  })),
  missing: report.missing.map(({ identities, years, ...row }) => ({
    ...row,
    years: [...years],
    sums: identities,
  })),
  ...(withZeros === undefined ? {} : { unprintedZero: withZeros.counts }),
  counts: {
    ...report.counts,
    unchecked: report.unchecked,
    ...(report.derived.holds + report.derived.rounding === 0 ? {} : { derived: report.derived }),
  },
  findings: report.findings.flatMap(
    ({ outcome, figure, sum, difference, tolerance, isHidden, kind, terms }) =>
      outcome === "holds"
        ? []
        : [
            {
              outcome,
              figure: figureOf(figure),
              sum: Money.format(sum),
              difference: Money.format(difference),
              tolerance: Money.format(tolerance),
              ...(isHidden ? { hidden: true } : {}),
              ...(kind === "derived"
                ? { derivedFrom: terms.map((term) => ({ sign: term.sign, figure: figureOf(term.figure) })) }
                : {}),
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
  ...(figure.entity === undefined ? {} : { entity: figure.entity }),
  ...(figure.series === undefined ? {} : { series: figure.series }),
  file: figure.file ?? null,
  line: figure.line,
  form: figure.form,
  row: Address.format(figure),
  year: figure.year,
  amount: Money.format(figure.amount),
})
