/**
 * The follow-up report (opvolgingsrapportering): how far a year has come at the end of a month. State of the objectives,
 * J1, T2 on realisations, figures per action and budget holder, the limits of M3, and the risks that changed.
 */
import * as Result from "effect/Result"
import * as Balances from "./Balances.ts"
import * as Form from "./Form.ts"
import { forms } from "./forms/index.ts"
import * as Layout from "./Layout.ts"
import * as Ledger from "./Ledger.ts"
import * as Money from "./Money.ts"
import { current, type Plan } from "./Plan.ts"
import * as Realisation from "./Realisation.ts"
import type { Refusal } from "./Refusal.ts"
import type { Progress, Risk } from "./Register.ts"
import * as Statement from "./Statement.ts"
import type { Goal } from "./Structure.ts"
import * as Year from "./Year.ts"

/** What is asked. Risks are compared with an earlier moment, where one is given. */
export interface Asked extends Realisation.Period {
  readonly at?: string
  readonly before?: string
  /** From which percentage on a credit warns. */
  readonly warnAt: number
}

/** A node of the objectives tree, with its progress as declared. */
export interface GoalState {
  readonly goal: Goal
  readonly progress: Progress | undefined
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
  readonly until: string | undefined
  readonly goals: ReadonlyArray<GoalState>
  readonly actions: ReadonlyArray<Realisation.ActionFigures>
  readonly holders: ReadonlyArray<Omit<Realisation.ActionFigures, "action">>
  readonly limits: ReadonlyArray<Realisation.Limit>
  readonly J1: Statement.Statement
  readonly T2: Statement.Statement
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
  const { year, until, warnAt } = asked
  if (!Year.within(plan.years, year)) return Result.fail({ _tag: "YearOutsidePlan", year, years: plan.years })
  const balances = Balances.of(ledger.columns, at.success)
  const period = { year, ...(until === undefined ? {} : { until }) }
  const then = asked.before === undefined ? undefined : Ledger.planAt(ledger, before.success)
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
    until,
    goals: [...plan.structure.goals.values()].map((goal) => ({
      goal,
      progress: plan.structure.register.progress.get(goal.code),
    })),
    actions: Realisation.byAction(plan, balances, period),
    holders: Realisation.byHolder(plan, balances, period),
    limits: Realisation.limits(plan, balances, { ...period, warnAt }),
    J1: read(forms.J1),
    T2: read({ ...forms.T2, rows: Form.realised(forms.T2.rows) }),
    risks: risksOf(plan, then),
  })
}

/** What a report says of one action, in Dutch sentences for a reader who is no accountant. */
export const tell = (report: FollowUp, action: string): ReadonlyArray<string> => {
  const state = report.goals.find(({ goal }) => goal.code === action)
  if (state === undefined) return []
  const when = report.until === undefined ? `in ${report.year}` : `tot en met ${monthName(report.until)}`
  const of = (direction: "O" | "U") =>
    report.actions.find((one) => one.action === action && one.direction === direction)
  return [
    `${state.goal.name} (${action}), ${when}.`,
    ...sentence(of("U"), {
      done: "uitgegeven",
      left: "nog beschikbaar",
      over: "meer uitgegeven dan voorzien",
    }),
    ...sentence(of("O"), {
      done: "ontvangen",
      left: "nog te ontvangen",
      over: "meer ontvangen dan voorzien",
    }),
    ...(state.progress === undefined
      ? []
      : [
          `Stand op ${state.progress.on}: ${states[state.progress.state]}.${
            state.progress.text === undefined ? "" : ` ${state.progress.text}`
          }`,
        ]),
  ]
}

const sentence = (
  figures: Realisation.Figures | undefined,
  words: { readonly done: string; readonly left: string; readonly over: string },
): ReadonlyArray<string> => {
  if (figures === undefined) return []
  const { estimate, realised, available, percent } = figures
  const share = percent === undefined ? "" : ` (${percent.replace(".", ",")} %)`
  const rest =
    available < 0n
      ? `Er is ${euro(Money.negate(available))} ${words.over}.`
      : `Er is ${euro(available)} ${words.left}.`
  return [`Van ${euro(estimate)} is ${euro(realised)} ${words.done}${share}. ${rest}`]
}

const euro = (amount: Money.Money): string => {
  const [whole = "0", cents = "00"] = Money.format(Money.round(amount, 2)).split(".")
  return `€ ${whole.replace(/\B(?=(\d{3})+$)/g, ".")},${cents}`
}

const months = [
  "januari",
  "februari",
  "maart",
  "april",
  "mei",
  "juni",
  "juli",
  "augustus",
  "september",
  "oktober",
  "november",
  "december",
]

const monthName = (month: string): string =>
  `${months[Number(month.slice(5)) - 1] ?? ""} ${month.slice(0, 4)}`

const states: Readonly<Record<Progress["state"], string>> = {
  notStarted: "nog niet gestart",
  onTrack: "op schema",
  delayed: "vertraagd",
  done: "afgerond",
  stopped: "stopgezet",
}

const upTo = (balances: Balances.Balances, until: string | undefined): Balances.Balances =>
  until === undefined
    ? balances
    : Balances.where(balances, ({ phase, part }) => phase !== "actual" || (part ?? "") <= until)

const risksOf = (now: Plan, before: Plan | undefined): ReadonlyArray<RiskChange> =>
  [...now.structure.register.risks.values()].map((risk) => {
    const old = before?.structure.register.risks.get(risk.code)
    return {
      risk,
      before: old,
      changed: old === undefined || old.trend !== risk.trend || old.text !== risk.text,
    }
  })
