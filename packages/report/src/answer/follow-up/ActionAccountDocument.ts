/** The texts of an action and the decisions that changed it, as JSON. */
import { Money } from "@grootboek/core"
import type { FollowUp } from "@grootboek/core/answer"
import * as Schema from "effect/Schema"
import { Exact } from "../../view/Decimal.ts"
import * as Fields from "../../view/Fields.ts"
import * as Resolutions from "../../view/Resolutions.ts"
import * as DifferenceDocument from "../difference/DifferenceDocument.ts"

const declaredChange = { ...DifferenceDocument.declaredChange, list: Schema.String }

export const ActionAccountDocument = Schema.Struct({
  description: Schema.NullOr(Schema.String),
  commentary: Schema.NullOr(Schema.String),
  from: Schema.NullOr(Schema.Int),
  until: Schema.NullOr(Schema.String),
  term: Schema.NullOr(Schema.String),
  status: Schema.NullOr(Schema.String),
  financing: Schema.NullOr(Schema.String),
  years: Schema.Array(Schema.Int),
  decisions: Schema.Array(
    Schema.Struct({
      ...Resolutions.fields,
      /** The change of the estimates in each of the years. */
      receipts: Schema.Array(Exact),
      expenditure: Schema.Array(Exact),
      declared: Schema.Array(Schema.Struct(declaredChange)),
    }),
  ),
})

/** Returns the document of an account. */
export const of = ({
  text,
  financing,
  years,
  changes,
}: FollowUp.ActionAccount): typeof ActionAccountDocument.Type =>
  Fields.of(ActionAccountDocument.fields, {
    description: text?.description,
    commentary: text?.commentary,
    from: text?.term?.from,
    until: text?.term?.until,
    term: text?.term?.text,
    status: text?.status,
    financing: financing === "" ? undefined : financing,
    years,
    decisions: changes.map(({ decision, receipts, expenditure, declared }) => ({
      ...Resolutions.fieldsOf(decision),
      receipts: receipts.map(Money.format),
      expenditure: expenditure.map(Money.format),
      declared: declared.map((one) => Fields.of(declaredChange, one)),
    })),
  })
