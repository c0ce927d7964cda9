/**
 * Adopting the plan of a ledger and declaring its structure.
 *
 * ```ts
 * const facts = {
 *   entity: { name: "Demo", type: "gemeente" },
 *   plan: "2026/0",
 *   edition: "bbc-3.0",
 *   years: { first: 2026, last: 2031 },
 *   creditYears: [2026],
 * } as const
 * Result.isFailure(Adoption.adopt(facts)(state)) // => true
 * const item = { code: "0102", name: "Post", field: "0110", fieldName: "Secretariaat", domain: "Bestuur" }
 * const more = { policyItems: [item] }
 * Result.getOrThrow(Adoption.declare(more)(state)).length // => 1
 * Result.getOrThrow(Adoption.update(more)(state)).length // => 1
 * Adoption.check(plan, more, balances) // => []
 * ```
 */

import type { Of } from "../event/BudgetEvent.ts"
import * as Register from "../event/Register.ts"
import * as Structure from "../event/Structure.ts"
import type { Balances } from "../fold/Balances.ts"
import { accountRows } from "../form/AccountRows.ts"
import * as Dimension from "../form/Dimension.ts"
import type { DeclaredKind, Refusal } from "../value/Refusal.ts"
import { within } from "../value/Year.ts"
import { type Decision, located, unless, withPlan } from "./Decision.ts"
import * as IndicatorCheck from "./IndicatorCheck.ts"
import { current, type Plan } from "./Plan.ts"
import * as Repeated from "./Repeated.ts"

/** Adopts a multi-year plan (meerjarenplan vaststellen). Refused when the ledger has a plan: `PlanAlreadyAdopted`. */
export const adopt =
  (facts: Omit<Of<"PlanAdopted">, "_tag">): Decision =>
  ({ plan }) => {
    const refusals: ReadonlyArray<Refusal> =
      plan === undefined
        ? facts.creditYears
            .filter((year) => !within(facts.years, year))
            .map((year) => ({ _tag: "YearOutsidePlan", year, years: facts.years }))
        : [{ _tag: "PlanAlreadyAdopted", entity: plan.entity.name, plan: current(plan)?.label ?? "" }]
    return unless(refusals, () => [{ _tag: "PlanAdopted", ...facts }])
  }

/**
 * Declares objectives, policy items, sectors and accounts. A later declaration of a code replaces its facts. A code that
 * occurs twice in one declaration is refused. `lines` are the lines of the rows in the source file, when the declarations are
 * one list.
 */
export const declare = (declarations: Structure.Declarations, lines: ReadonlyArray<number> = []): Decision =>
  withPlan((plan, { balances }) =>
    unless(check(plan, declarations, balances(), lines), () => [{ _tag: "StructureDeclared", declarations }]),
  )

/**
 * Declares without the indicators, targets, measurements and texts that are in force already, so that a file with more rows
 * of them can be imported again. `lines` are those of {@link declare}.
 */
export const update = (declarations: Structure.Declarations, lines: ReadonlyArray<number> = []): Decision =>
  withPlan((plan, { balances }) =>
    unless(check(plan, declarations, balances(), lines), () => {
      const changed = Structure.changes(plan.structure, declarations)
      return Object.keys(changed).length === 0 ? [] : [{ _tag: "StructureDeclared", declarations: changed }]
    }),
  )

/** Returns the reasons to refuse declarations on a plan with balances. `lines` are those of {@link declare}. */
export const check = (
  { structure, years }: Pick<Plan, "structure" | "years">,
  declarations: Structure.Declarations,
  balances: Balances,
  lines: ReadonlyArray<number> = [],
): ReadonlyArray<Refusal> => {
  const { goals = [], policyItems = [], sectors = [], accounts = [] } = declarations
  const after = Structure.declare(structure, declarations)
  const registered = Register.codes(declarations).flatMap(([, codes]) => codes)
  const levels: ReadonlyArray<string> = Structure.GoalLevel.literals
  const twice = (what: DeclaredKind, codes: ReadonlyArray<string>): ReadonlyArray<Refusal> =>
    Repeated.of(codes).map((code) => ({ _tag: "DuplicateCode", what, code }))
  return [
    ...(goals.length + policyItems.length + sectors.length + accounts.length + registered.length === 0
      ? [{ _tag: "NothingDeclared" } as const]
      : []),
    ...twice("goal", codesOf(goals)),
    ...twice("policyItem", codesOf(policyItems)),
    ...twice("sector", codesOf(sectors)),
    ...twice(
      "account",
      accounts.flatMap((rule) => rule.prefixes.map((prefix) => `${rule.direction} ${prefix}`)),
    ),
    ...Register.codes(declarations).flatMap(([what, codes]) => twice(what, codes)),
    ...located(declarations.budgetHolders, lines, ({ goals }) => unknownGoals(after, goals)),
    ...located(declarations.conditions, lines, ({ goals = [] }) => unknownGoals(after, goals)),
    ...located(declarations.progress, lines, ({ goal }) => unknownGoals(after, [goal])),
    ...located(declarations.pledges, lines, (pledge) =>
      unknownGoals(after, [
        ...(pledge.without ?? []),
        ...(pledge._tag === "BudgetNeutrality" ? (pledge.goals ?? []) : []),
      ]),
    ),
    ...located(goals, lines, (goal): ReadonlyArray<Refusal> => {
      if (goal.parent === undefined) return []
      const parent = after.goals.get(goal.parent)
      if (parent === undefined) return [{ _tag: "UnknownParent", code: goal.code, parent: goal.parent }]
      const below = levels.indexOf(parent.level) < levels.indexOf(goal.level)
      return below ? [] : [{ _tag: "ParentNotAbove", code: goal.code, parent: goal.parent }]
    }),
    ...located(
      accounts,
      lines,
      ({ section, row }): ReadonlyArray<Refusal> =>
        row === undefined || accountRows.has(`${section}/${row}`)
          ? []
          : [{ _tag: "UnknownFormRow", section, row }],
    ),
    ...IndicatorCheck.check(declarations, { after, years, lines }),
    ...unplaced(after, balances),
  ]
}

const unknownGoals = ({ goals }: Structure.Structure, codes: ReadonlyArray<string>): ReadonlyArray<Refusal> =>
  codes.filter((goal) => !goals.has(goal)).map((goal) => ({ _tag: "UnknownGoal", goal }))

const codesOf = (list: ReadonlyArray<{ readonly code: string }>) => list.map(({ code }) => code)

// Recorded amounts must keep their row: without one, no form would count them.
const unplaced = (after: Structure.Structure, { columns }: Balances): ReadonlyArray<Refusal> =>
  columns.places.flatMap((place): ReadonlyArray<Refusal> => {
    const reading = Dimension.of(after, place)
    return Dimension.isUnplaced(reading) ? [reading] : []
  })
