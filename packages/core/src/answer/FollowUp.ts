/**
 * The follow-up report (opvolgingsrapportering): how far a year has come at the end of a month. State of the objectives,
 * J1, T2 on realisations, figures per action and budget holder, the limits of M3, and the risks that changed.
 */
import * as Result from "effect/Result"
import type { Progress, Risk } from "../event/Register.ts"
import { ancestor, type Goal } from "../event/Structure.ts"
import * as Balances from "../fold/Balances.ts"
import { forms } from "../form/bbc3/index.ts"
import * as Form from "../form/Form.ts"
import * as Layout from "../form/Layout.ts"
import * as Ledger from "../ledger/Ledger.ts"
import * as Statement from "../ledger/Statement.ts"
import { current, type Plan } from "../rule/Plan.ts"
import type { Refusal } from "../value/Refusal.ts"
import * as Year from "../value/Year.ts"
import * as Realisation from "./Realisation.ts"

/** What is asked. Risks are compared with an earlier moment, or with how each was first declared when none is given. */
export interface Asked extends Realisation.Period {
  readonly at?: string
  readonly before?: string
  /** From which percentage on a credit warns. */
  readonly warnAt: number
}

/** A node of the objectives tree, with its progress as declared, and that of the actions at or below it. */
export interface GoalState {
  readonly goal: Goal
  readonly progress: Progress | undefined
  readonly actions: ReadonlyMap<Progress["state"] | "unknown", number>
}

/** A risk now and before. */
export interface RiskChange {
  readonly risk: Risk
  readonly before: Risk | undefined
  readonly changed: boolean
}

/** A follow-up report. */
export interface FollowUp {
  readonly entity: string
  readonly plan: string
  readonly year: Year.Year
  readonly position: number
  /** The months that the period begins and ends with; undefined for those of the year. */
  readonly from: string | undefined
  readonly until: string | undefined
  readonly warnAt: number
  readonly goals: ReadonlyArray<GoalState>
  readonly whole: ReadonlyArray<Realisation.DirectionFigures>
  readonly actions: ReadonlyArray<Realisation.ActionFigures>
  readonly holders: ReadonlyArray<Realisation.HolderFigures>
  /** Budget holders by code, as they are called. */
  readonly holderNames: ReadonlyMap<string, string>
  readonly limits: ReadonlyArray<Realisation.Limit>
  /** What was realised, and beside it what was estimated: the same rows in the same order. */
  readonly J1: Statement.Statement
  readonly M1: Statement.Statement
  readonly T2: Statement.Statement
  readonly estimatedT2: Statement.Statement
  readonly risks: ReadonlyArray<RiskChange>
}

/** The report on a year up to a month, at a moment. */
export const of = (ledger: Ledger.Ledger, asked: Asked): Result.Result<FollowUp, Refusal> => {
  const at = Ledger.moment(ledger, asked.at)
  if (Result.isFailure(at)) return Result.fail(at.failure)
  const before = asked.before === undefined ? Result.succeed(0) : Ledger.moment(ledger, asked.before)
  if (Result.isFailure(before)) return Result.fail(before.failure)
  const plan = Ledger.planAt(ledger, at.success)
  if (plan === undefined) return Result.fail({ _tag: "PlanNotAdopted" })
  const { year, from, until, warnAt } = asked
  if (!Year.within(plan.years, year)) return Result.fail({ _tag: "YearOutsidePlan", year, years: plan.years })
  const balances = Balances.of(ledger.columns, at.success)
  const period = {
    year,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  }
  const read = (form: Form.Form) =>
    Statement.of(Layout.of(form, plan.structure), upTo(balances, until), {
      at: { position: at.success, plan: current(plan)?.label ?? "" },
      entity: plan.entity.name,
      years: [year],
      span: Year.list(plan.years),
      policy: "form",
    })
  return Result.succeed({
    entity: plan.entity.name,
    plan: current(plan)?.label ?? "",
    year,
    position: at.success,
    from,
    until,
    warnAt,
    goals: goalsOf(plan),
    whole: Realisation.whole(balances, period),
    actions: Realisation.byAction(plan, balances, period),
    holders: Realisation.byHolder(plan, balances, period),
    holderNames: new Map(
      [...plan.structure.register.budgetHolders.values()].map(({ code, name }) => [code, name]),
    ),
    limits: Realisation.limits(plan, balances, { ...period, warnAt }),
    J1: read(forms.J1),
    M1: read(forms.M1),
    T2: read({ ...forms.T2, rows: Form.realised(forms.T2.rows) }),
    estimatedT2: read(forms.T2),
    risks: risksOf(
      plan,
      asked.before === undefined
        ? (code) => firstOf(ledger, code)
        : (code) => Ledger.planAt(ledger, before.success)?.structure.register.risks.get(code),
    ),
  })
}

const upTo = (balances: Balances.Balances, until: string | undefined): Balances.Balances =>
  until === undefined
    ? balances
    : Balances.where(balances, ({ phase, part }) => phase !== "actual" || (part ?? "") <= until)

const goalsOf = ({ structure }: Plan): ReadonlyArray<GoalState> => {
  const { progress } = structure.register
  const below = new Map<string, Map<Progress["state"] | "unknown", number>>()
  for (const { code, level } of structure.goals.values()) {
    if (level !== "action") continue
    const state = progress.get(code)?.state ?? "unknown"
    for (const above of ["action", "actionPlan", "policyObjective", "strategicObjective"] as const) {
      const node = ancestor(structure, code, above)?.code
      if (node === undefined) continue
      const counts = below.get(node) ?? new Map<Progress["state"] | "unknown", number>()
      below.set(node, counts.set(state, (counts.get(state) ?? 0) + 1))
    }
  }
  return [...structure.goals.values()].map((goal) => ({
    goal,
    progress: progress.get(goal.code),
    actions: below.get(goal.code) ?? new Map(),
  }))
}

const risksOf = (now: Plan, beforeOf: (code: string) => Risk | undefined): ReadonlyArray<RiskChange> =>
  [...now.structure.register.risks.values()].map((risk) => {
    const old = beforeOf(risk.code)
    return {
      risk,
      before: old,
      changed: old === undefined || old.trend !== risk.trend || old.text !== risk.text,
    }
  })

/** A risk as it was first declared. */
const firstOf = (ledger: Ledger.Ledger, code: string): Risk | undefined => {
  for (const { position } of ledger.plans) {
    const risk = Ledger.planAt(ledger, position)?.structure.register.risks.get(code)
    if (risk !== undefined) return risk
  }
  return undefined
}
