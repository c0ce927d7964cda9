/** The changes of a whole list as JSON: old, new and Δ per line and year, and the totals per direction. */
import { Money, Revision } from "@grootboek/core"
import * as Schema from "effect/Schema"
import { Exact } from "../../view/Decimal.ts"
import * as Fields from "../../view/Fields.ts"
import type { ImportedRevision } from "../../view/Imported.ts"

const Cell = { year: Schema.Int, old: Exact, new: Exact, delta: Exact }
const Codes = Schema.NullOr(Schema.String)

const Line = Schema.Struct({
  fate: Schema.Literals(["new", "changed", "gone"]),
  action: Codes,
  policyItem: Schema.String,
  account: Schema.String,
  sector: Codes,
  envelope: Codes,
  direction: Schema.Literals(["O", "U"]),
  description: Codes,
  cells: Schema.Array(Schema.Struct(Cell)),
})

/** The part `state` of the document of `import --format json`. */
export const RevisionDocument = Schema.Struct({
  /** What the changes are recorded as. */
  as: Schema.Literals(["estimates", "adjustment"]),
  plan: Schema.NullOr(Schema.String),
  years: Schema.Array(Schema.Int),
  scope: Schema.Array(Schema.Literals(Revision.narrowings)),
  lines: Schema.Array(Line),
  totals: Schema.Array(Schema.Struct({ direction: Schema.Literals(["O", "U"]), ...Cell })),
}).annotate({
  identifier: "RevisionDocument",
  description: "What a whole list of budget lines changes; rules are applied after it",
})

/** See {@link RevisionDocument:var}. */
export type RevisionDocument = typeof RevisionDocument.Type

export const of = ({ plan, years, scope, lines, totals }: ImportedRevision): RevisionDocument => ({
  as: plan === undefined ? "estimates" : "adjustment",
  plan: plan ?? null,
  years,
  scope,
  lines: lines.map(lineOf),
  totals: totals.map((total) => ({ direction: total.direction, ...cellOf(total) })),
})

/** Returns a line of the document: a large plan has too many of them for one text. */
export const lineOf = ({ line, years, ...revised }: Revision.RevisedLine): typeof Line.Type =>
  Fields.of(Line.fields, { ...line, ...revised, cells: years.map(cellOf) })

const cellOf = (changed: Revision.RevisedYear) =>
  Fields.of(Cell, { ...changed, delta: Money.subtract(changed.new, changed.old) })
