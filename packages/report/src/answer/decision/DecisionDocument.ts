/** The decision file as JSON: who decided, the effect per year, the changes by reason, and the norms before and after. */
import { Money } from "@grootboek/core"
import { DecisionFile } from "@grootboek/core/answer"
import * as Schema from "effect/Schema"
import { Exact } from "../../view/Decimal.ts"
import * as Fields from "../../view/Fields.ts"
import * as Resolutions from "../../view/Resolutions.ts"
import * as NormDocument from "../journal/NormDocument.ts"

const Amounts = Schema.Array(Exact)
const { plan: _, ...decided } = Resolutions.fields

/** A row of M2 before and after. */
export const Effect = Schema.Struct({
  section: Schema.String,
  code: Schema.String,
  label: Schema.String,
  old: Schema.NullOr(Amounts),
  new: Amounts,
})

const Changes = Schema.Struct({
  origin: Schema.Literals(["reason", "rule", "earlier"]),
  entry: Schema.Int,
  event: Schema.String,
  class: Schema.NullOr(Schema.String),
  reason: Schema.NullOr(Schema.String),
  isUnexplained: Schema.Boolean,
  actions: Schema.Array(Schema.Struct({ code: Schema.String, name: Schema.NullOr(Schema.String) })),
  receipts: Exact,
  expenditure: Exact,
  effects: Amounts,
})

/** The document of `decision --format json`. Amounts by year are in the order of `years`. */
export const DecisionDocument = Schema.Struct({
  plan: Schema.String,
  /** The decision before it; `null` for the first plan. */
  before: Schema.NullOr(Schema.String),
  entity: Schema.String,
  ...decided,
  /** The last entry of the decision, and its hash; `null` on a branch, whose entries are not in the journal. */
  position: Schema.Int,
  hash: Schema.NullOr(Schema.String),
  years: Schema.Array(Schema.Int),
  effects: Schema.Array(Effect),
  changes: Schema.Array(Changes),
  /** The effect of the changes without a reason. */
  unexplained: Amounts,
  norms: Schema.Struct({
    before: Schema.Array(NormDocument.Check),
    after: Schema.Array(NormDocument.Check),
  }),
}).annotate({ identifier: "DecisionDocument", description: "A decision on the plan with what it changed" })

/** See {@link DecisionDocument:var}. */
export type DecisionDocument = typeof DecisionDocument.Type

/** Returns a row of M2 before and after. */
export const effect = (row: DecisionFile.DecisionEffect): typeof Effect.Type => Fields.of(Effect.fields, row)

/** Returns the document of a decision. `nameOf` returns the name of an action. */
export const of = (
  file: DecisionFile.DecisionFile,
  {
    head,
    nameOf,
  }: { readonly head: string | undefined; readonly nameOf: (action: string) => string | undefined },
): DecisionDocument => {
  return {
    plan: file.plan,
    before: file.before ?? null,
    entity: file.entity,
    ...Fields.of(decided, { ...file.decision, ...file.decision.resolution }),
    position: file.position,
    hash: head ?? null,
    years: file.years,
    effects: file.effects.map(effect),
    changes: file.changes.map((group) =>
      Fields.of(Changes.fields, {
        ...group,
        class: group.reason?.class,
        reason: group.reason?.text,
        isUnexplained: DecisionFile.isUnexplained(group),
        actions: group.actions.map((code) => ({ code, name: nameOf(code) ?? null })),
      }),
    ),
    unexplained: file.unexplained.map(Money.format),
    norms: {
      before: file.norms.before.map(NormDocument.check),
      after: file.norms.after.map(NormDocument.check),
    },
  }
}
