/**
 * The follow-up report (opvolgingsrapportering): the progress of a year at the end of a month.
 *
 * It contains the state of the objectives, J1, T2 on realisations, figures per action and budget holder, the limits of
 * M3, the risks that changed, and the indicators.
 *
 * ```ts
 * const report = Result.getOrThrow(FollowUp.of(ledger, { year: 2026, warnAt: 80 }))
 * const [, expenditure] = report.whole
 * expenditure && [expenditure.estimate, expenditure.realised].map(Money.format) // => ["1350.00", "80.00"]
 * FollowUp.each(ledger, report)("A1").about?.action // => "A1"
 * ```
 */
import * as Result from "effect/Result"
import type { GoalText } from "../event/PolicyText.ts"
import * as Balances from "../fold/Balances.ts"
import { forms } from "../form/bbc3/index.ts"
import * as Form from "../form/Form.ts"
import * as Layout from "../form/Layout.ts"
import * as Ledger from "../ledger/Ledger.ts"
import * as Statement from "../ledger/Statement.ts"
import type { Plan } from "../rule/Plan.ts"
import type { Refusal } from "../value/Refusal.ts"
import * as Year from "../value/Year.ts"
import * as ActionChange from "./ActionChange.ts"
import * as ForPartners from "./ForPartners.ts"
import * as GoalState from "./GoalState.ts"
import * as Indicators from "./Indicators.ts"
import * as PassThroughState from "./PassThroughState.ts"
import * as PlaceNames from "./PlaceNames.ts"
import * as Realisation from "./Realisation.ts"
import * as RiskChange from "./RiskChange.ts"

export type { GoalState } from "./GoalState.ts"
export type { RiskChange } from "./RiskChange.ts"

/** The period of a report. Risks are compared with an earlier position, or with their first declaration by default. */
export interface FollowUpPeriod extends Realisation.Period {
  readonly before?: number | undefined
  /** The percentage of a credit from which it has a warning. */
  readonly warnAt: number
  /** The day at which indicators are judged; that of the moment by default. */
  readonly on?: string | undefined
  /** The action whose budget lines are listed; none by default. */
  readonly action?: string | undefined
}

/** Figures of a budget line, with the names of its codes. */
export interface NamedLine extends Realisation.LineFigures {
  readonly names: PlaceNames.PlaceNames
}

/** The texts of an action, and its changes by the decisions after the first plan. */
export interface ActionAccount {
  readonly action: string
  readonly text: GoalText | undefined
  readonly financing: string
  /** The years of the amounts of the changes. */
  readonly years: ReadonlyArray<Year.Year>
  readonly changes: ReadonlyArray<ActionChange.ActionChange>
}

/** A follow-up report. */
export interface FollowUp {
  readonly entity: string
  readonly plan: string
  readonly year: Year.Year
  readonly position: number
  /** The first and the last month of the period; undefined where they are those of the year. */
  readonly from: string | undefined
  readonly until: string | undefined
  readonly warnAt: number
  /** Bookings on the year after December: they count unless the period ends earlier. */
  readonly late: ReadonlyArray<Realisation.LateBookings>
  readonly goals: ReadonlyArray<GoalState.GoalState>
  readonly whole: ReadonlyArray<Realisation.DirectionFigures>
  readonly actions: ReadonlyArray<Realisation.ActionFigures>
  /** What was received for partners and paid on from 1 January to the end of the period, per pass-through with bookings. */
  readonly passedOn: ReadonlyArray<PassThroughState.PassThroughYear>
  /** The part of what is available that is paid on to partners, per action. */
  readonly forPartners: ForPartners.PartnerMoney["forPartners"]
  /** The budget lines of the action that the report is about; undefined for a report on all actions. */
  readonly lines: ReadonlyArray<NamedLine> | undefined
  /** The texts and the decisions of the action that the report is about; undefined for a report on all actions. */
  readonly about: ActionAccount | undefined
  readonly holders: ReadonlyArray<Realisation.HolderFigures>
  /** The names of budget holders by code. */
  readonly holderNames: ReadonlyMap<string, string>
  readonly limits: ReadonlyArray<Realisation.Limit>
  /** Realisations and estimates, with the same rows in the same order. */
  readonly J1: Statement.Statement
  readonly M1: Statement.Statement
  readonly T2: Statement.Statement
  readonly estimatedT2: Statement.Statement
  readonly risks: ReadonlyArray<RiskChange.RiskChange>
  /** The day at which the indicators are judged. */
  readonly on: string
  readonly indicators: ReadonlyArray<Indicators.JudgedIndicator>
}

/** Returns the report on a year up to a month. */
export const of = (
  ledger: Ledger.Ledger,
  { year, from, until, warnAt, before, on: day, action }: FollowUpPeriod,
  { at }: Pick<Ledger.QuestionOptions, "at"> = {},
): Result.Result<FollowUp, Refusal> => {
  const found = Ledger.requirePlan(ledger, at)
  if (Result.isFailure(found)) return Result.fail(found.failure)
  const earlier = Ledger.checkPosition(ledger, before)
  if (Result.isFailure(earlier)) return Result.fail(earlier.failure)
  const { position, plan } = found.success
  const label = Ledger.label(found.success)
  if (!Year.within(plan.years, year)) return Result.fail({ _tag: "YearOutsidePlan", year, years: plan.years })
  const balances = Balances.of(ledger.columns, position)
  const on = day ?? Indicators.dayOf(ledger, position)
  const period = { year, from, until }
  const about = action === undefined ? undefined : describe(ledger, found.success)(action)
  const actions = Realisation.byAction(plan, balances, period)
  const counted = upTo(balances, until)
  const read = (form: Form.Form) =>
    Statement.of(Layout.of(form, plan.structure), counted, {
      at: label,
      entity: plan.entity.name,
      years: [year],
      span: Year.list(plan.years),
      policy: "form",
    })
  return Result.succeed({
    entity: plan.entity.name,
    plan: label.plan,
    year,
    position,
    from,
    until,
    warnAt,
    late: Realisation.late(balances, year),
    goals: GoalState.of(plan),
    whole: Realisation.whole(balances, period),
    actions,
    forPartners: ForPartners.of(plan, actions),
    passedOn: PassThroughState.of(plan, counted).filter(
      (state) => state.phase === "actual" && state.year === year,
    ),
    lines: action === undefined ? undefined : named(plan, Realisation.byLine(balances, action, period)),
    about,
    holders: Realisation.byHolder(plan, balances, period),
    holderNames: new Map(
      [...plan.structure.register.budgetHolders.values()].map(({ code, name }) => [code, name]),
    ),
    limits: Realisation.limits(plan, balances, { ...period, warnAt }),
    J1: read(forms.J1),
    M1: read(forms.M1),
    T2: read({ ...forms.T2, rows: Form.realised(forms.T2.rows) }),
    estimatedT2: read(forms.T2),
    risks: RiskChange.of(ledger, plan, before),
    on,
    indicators: Indicators.of(plan, on),
  })
}

/**
 * Returns the report on one action from a report on all of them, for a caller that needs many. Throws when the ledger has no
 * plan at the position of the report.
 */
export const each = (ledger: Ledger.Ledger, report: FollowUp): ((action: string) => FollowUp) => {
  const found = Result.getOrThrow(Ledger.requirePlan(ledger, report.position))
  const about = describe(ledger, found)
  const lines = Realisation.linesByAction(Balances.of(ledger.columns, report.position), report)
  return (action) => ({
    ...report,
    lines: named(found.plan, lines.get(action) ?? []),
    about: about(action),
  })
}

const named = (
  { structure }: Plan,
  lines: ReadonlyArray<Realisation.LineFigures>,
): ReadonlyArray<NamedLine> =>
  lines.map((one) => ({ ...one, names: PlaceNames.of(structure, { ...one.line, phase: "estimate" }) }))

const describe = (
  ledger: Ledger.Ledger,
  { plan, position }: Ledger.PlanAt,
): ((action: string) => ActionAccount) => {
  const { goals, register } = plan.structure
  const changes = ActionChange.all(ledger, position)
  return (action) => ({
    action,
    text: register.goalTexts.get(action),
    financing: goals.get(action)?.financing ?? "",
    years: Year.list(plan.years),
    changes: changes.get(action) ?? [],
  })
}

const upTo = (balances: Balances.Balances, until: string | undefined): Balances.Balances =>
  until === undefined
    ? balances
    : Balances.where(balances, ({ phase, part }) => phase !== "actual" || (part ?? "") <= until)
