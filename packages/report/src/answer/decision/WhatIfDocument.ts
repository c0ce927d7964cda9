/** Supposed changes as JSON: their texts, M2 before and after, the changes by reason, what follows by rule, and the norms. */
import type { WhatIfSheet } from "@grootboek/core/answer"
import * as Schema from "effect/Schema"
import { Exact } from "../../view/Decimal.ts"
import * as DecisionDocument from "./DecisionDocument.ts"

const { changes, norms } = DecisionDocument.DecisionDocument.fields

/** The document of `what-if --format json`. Amounts by year are in the order of `years`. */
export const WhatIfDocument = Schema.Struct({
  suppositions: Schema.Array(Schema.String),
  entity: Schema.String,
  /** The plan that the changes are compared with, and the last entry of its journal. */
  plan: Schema.String,
  position: Schema.Int,
  years: Schema.Array(Schema.Int),
  /** The rows of M2 that change, and those of the result and the margin. */
  effects: Schema.Array(DecisionDocument.Effect),
  changes,
  norms,
  /** The changes of the adjustment that the command can save. */
  adjustment: Schema.Array(
    Schema.Struct({
      line: Schema.Record(Schema.String, Schema.String),
      reason: Schema.String,
      text: Schema.NullOr(Schema.String),
      amounts: Schema.Record(Schema.String, Exact),
    }),
  ),
}).annotate({
  identifier: "WhatIfDocument",
  description: "Supposed changes of a plan, and M2 and the norms with them",
})

/** See {@link WhatIfDocument:var}. */
export type WhatIfDocument = typeof WhatIfDocument.Type

/** Returns the document of supposed changes, given as texts. `after` is the last entry of the journal. */
export const of = (
  { file, rows, changes }: WhatIfSheet.WhatIfSheet,
  {
    suppositions,
    after,
    nameOf,
  }: {
    readonly suppositions: ReadonlyArray<string>
    readonly after: number
    readonly nameOf: (action: string) => string | undefined
  },
): WhatIfDocument => {
  const decided = DecisionDocument.of(file, { head: undefined, nameOf })
  return {
    suppositions,
    entity: file.entity,
    plan: file.before ?? "",
    position: after,
    years: file.years,
    effects: rows.map(DecisionDocument.effect),
    changes: decided.changes,
    norms: decided.norms,
    adjustment: changes.map(({ line, reason, amounts }) => ({
      line: { ...line },
      reason: reason?.class ?? "",
      text: reason?.text ?? null,
      amounts,
    })),
  }
}
