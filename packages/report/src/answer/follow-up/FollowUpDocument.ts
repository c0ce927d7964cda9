/** The follow-up report as JSON: figures, limits, states and risks as data, and as sentences. */
import { Money } from "@grootboek/core"
import { type FollowUp, ForPartners, type Realisation } from "@grootboek/core/answer"
import * as Schema from "effect/Schema"
import { Exact } from "../../view/Decimal.ts"
import * as Fields from "../../view/Fields.ts"
import * as FollowUpText from "../../words/FollowUpText.ts"
import type { Language } from "../../words/Language.ts"
import * as StatementDocument from "../statement/StatementDocument.ts"
import * as ActionAccountDocument from "./ActionAccountDocument.ts"
import * as GoalDocument from "./GoalDocument.ts"
import * as JudgedDocument from "./JudgedDocument.ts"

const creditFigures = {
  direction: Schema.Literals(["O", "U"]),
  estimate: Exact,
  /** What is open of commitments at the end of the period. */
  committed: Exact,
  /** From the first of January to the end of the period. */
  realised: Exact,
  /** The part that was realised during the period. */
  during: Exact,
  available: Exact,
  /** Realised in percent of the estimate; `null` where nothing is estimated. */
  percent: Schema.NullOr(Schema.String),
}

const figures = {
  ...creditFigures,
  /** The part of what is available that is paid on to partners. */
  forPartners: Exact,
}

const Trend = Schema.Literals(["rising", "stable", "falling"])

const Action = Schema.Struct({
  action: Schema.NullOr(Schema.String),
  holder: Schema.NullOr(Schema.String),
  ...figures,
  /** The part of the estimate under a condition that is not met. */
  conditional: Exact,
  sentences: Schema.Array(Schema.String),
})

const Partner = Schema.Struct({ partner: Schema.String, received: Exact, paid: Exact, owed: Exact })

const Line = Schema.Struct({
  account: Schema.String,
  /** The T2 row that counts the account. */
  name: Schema.NullOr(Schema.String),
  policyItem: Schema.String,
  sector: Schema.NullOr(Schema.String),
  envelope: Schema.NullOr(Schema.String),
  ...figures,
})

const Holder = Schema.Struct({
  holder: Schema.NullOr(Schema.String),
  name: Schema.NullOr(Schema.String),
  ...figures,
})

const Limit = Schema.Struct({
  row: Schema.String,
  ...creditFigures,
  alarm: Schema.Literals(["fine", "warning", "exceeded"]),
})

const Risk = Schema.Struct({
  code: Schema.String,
  name: Schema.String,
  before: Schema.NullOr(Trend),
  now: Trend,
  changed: Schema.Boolean,
  text: Schema.NullOr(Schema.String),
})

/** The document of `follow-up --format json`. */
export const FollowUpDocument = Schema.Struct({
  entity: Schema.String,
  plan: Schema.String,
  position: Schema.Int,
  year: Schema.Int,
  from: Schema.NullOr(Schema.String),
  until: Schema.NullOr(Schema.String),
  sentences: Schema.Array(Schema.String),
  /** What was booked on the year after December, and whether the figures include it. */
  late: Schema.Array(
    Schema.Struct({ direction: Schema.Literals(["O", "U"]), amount: Exact, included: Schema.Boolean }),
  ),
  goals: Schema.Array(GoalDocument.GoalDocument),
  whole: Schema.Array(Schema.Struct(figures)),
  actions: Schema.Array(Action),
  /** What was received for the partners of each pass-through with bookings, paid on, and is still owed. */
  passedOn: Schema.Array(Schema.Struct({ action: Schema.String, partners: Schema.Array(Partner) })),
  /** The budget lines of the action; `null` in a report on all actions. */
  lines: Schema.NullOr(Schema.Array(Line)),
  /** The texts of the action and the decisions that changed it; `null` in a report on all actions. */
  about: Schema.NullOr(ActionAccountDocument.ActionAccountDocument),
  holders: Schema.Array(Holder),
  warnAt: Schema.Int,
  limits: Schema.Array(Limit),
  J1: StatementDocument.StatementDocument,
  T2: StatementDocument.StatementDocument,
  risks: Schema.Array(Risk),
  /** The day at which the indicators are judged. */
  judgedOn: Schema.String,
  indicators: Schema.Array(JudgedDocument.JudgedIndicator),
}).annotate({ identifier: "FollowUpDocument", description: "How far a year has come" })

/** See {@link FollowUpDocument:var}. */
export type FollowUpDocument = typeof FollowUpDocument.Type

/** Returns the document of a report; of one action alone when one is named. */
export const of = (report: FollowUp.FollowUp, language: Language, action?: string): FollowUpDocument => {
  const isAsked = (code: string | undefined) => action === undefined || code === action
  const parted = <F extends Realisation.Figures & ForPartners.PartedFigures>(one: F) => ({
    ...one,
    forPartners: ForPartners.part(report, one),
  })
  return {
    entity: report.entity,
    plan: report.plan,
    position: report.position,
    year: report.year,
    from: report.from ?? null,
    until: report.until ?? null,
    sentences:
      action === undefined
        ? FollowUpText.summary(report, language)
        : FollowUpText.action(report, action, language),
    late: report.late.map(({ direction, amount }) => ({
      direction,
      amount: Money.format(amount),
      included: report.until === undefined,
    })),
    goals: report.goals.filter(({ goal }) => isAsked(goal.code)).map(GoalDocument.of),
    whole: report.whole.map((one) => Fields.of(figures, parted(one))),
    actions: report.actions
      .filter((one) => isAsked(one.action))
      .map((one) =>
        Fields.of(Action.fields, {
          ...parted(one),
          sentences: one.action === undefined ? [] : FollowUpText.action(report, one.action, language),
        }),
      ),
    passedOn: report.passedOn
      .filter(({ action }) => isAsked(action))
      .map(({ action, partners }) => ({
        action,
        partners: partners.map((partner) => Fields.of(Partner.fields, partner)),
      })),
    lines:
      report.lines?.map(({ line, names, ...one }) =>
        Fields.of(Line.fields, { ...parted({ ...line, ...one, line }), name: names.account }),
      ) ?? null,
    about: report.about === undefined ? null : ActionAccountDocument.of(report.about),
    holders: report.holders.map((one) =>
      Fields.of(Holder.fields, { ...parted(one), name: report.holderNames.get(one.holder ?? "") }),
    ),
    warnAt: report.warnAt,
    limits: report.limits.map((one) => Fields.of(Limit.fields, one)),
    J1: StatementDocument.of(report.J1),
    T2: StatementDocument.of(report.T2),
    risks: report.risks.map(({ risk, before, changed }) =>
      Fields.of(Risk.fields, { ...risk, before: before?.trend, now: risk.trend, changed }),
    ),
    judgedOn: report.on,
    indicators: report.indicators.filter(({ indicator }) => isAsked(indicator.goal)).map(JudgedDocument.of),
  }
}
