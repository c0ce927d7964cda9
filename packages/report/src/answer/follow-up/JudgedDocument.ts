/** An indicator with its judgments, as JSON. */
import { Indicator } from "@grootboek/core"
import { type FollowUp, Judgment } from "@grootboek/core/answer"
import * as Schema from "effect/Schema"
import * as Fields from "../../view/Fields.ts"

const JudgedPeriod = Schema.Struct({
  period: Schema.String,
  from: Schema.String,
  until: Schema.String,
  aim: Schema.NullOr(Indicator.Aim),
  value: Schema.NullOr(Schema.String),
  measured: Schema.NullOr(Schema.String),
  text: Schema.NullOr(Schema.String),
  /** Measured in percent of the value aimed at. */
  share: Schema.NullOr(Schema.String),
  verdict: Schema.Literals(Judgment.verdicts),
})

/** An indicator with its judgment in every period that has begun. */
export const JudgedIndicator = Schema.Struct({
  code: Schema.String,
  goal: Schema.String,
  name: Schema.String,
  kind: Indicator.IndicatorKind,
  judgments: Schema.Array(JudgedPeriod),
})

/** Returns the document of an indicator. */
export const of = ({
  indicator,
  judgments,
}: FollowUp.FollowUp["indicators"][number]): typeof JudgedIndicator.Type =>
  Fields.of(JudgedIndicator.fields, {
    ...indicator,
    judgments: judgments.map(({ period, target, ...judgment }) =>
      Fields.of(JudgedPeriod.fields, {
        ...judgment,
        period: period.name,
        from: period.from,
        until: period.until,
        aim: target?.aim,
        value: target?.value,
      }),
    ),
  })
