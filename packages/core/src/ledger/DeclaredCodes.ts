/**
 * The references of declarations: each code must be declared once, parents and goals be declared, and recorded amounts keep a
 * row.
 */
import * as Register from "../event/Register.ts"
import * as Structure from "../event/Structure.ts"
import type { Columns } from "../fold/Columns.ts"
import { accountRows } from "../form/AccountRows.ts"
import * as Dimension from "../form/Dimension.ts"
import { type Invalidity, type InvalidReason, invalid } from "../journal/InvalidReason.ts"
import * as Repeated from "../rule/Repeated.ts"
import type { DeclaredKind } from "../value/Refusal.ts"

/** Declarations, and the field of the event that contains them. */
interface Declaration {
  readonly field: string
  readonly more: Structure.Declarations
}

/** Returns the references of declarations that are not valid. */
export const find = (
  before: Structure.Structure,
  columns: Columns,
  { field, more }: Declaration,
): ReadonlyArray<Invalidity> => {
  const after = Structure.declare(before, more)
  return [
    ...kinds(more).flatMap(([what, codes]) =>
      Repeated.of(codes).map((code) => invalid(field, { _tag: "DuplicateCode", what, code })),
    ),
    ...parents(after, more).map((reason) => invalid(`${field}.goals.parent`, reason)),
    ...goals(more)
      .filter(([, goal]) => !after.goals.has(goal))
      .map(([path, goal]) => invalid(`${field}.${path}`, { _tag: "UnknownGoal", goal })),
    ...(more.accounts ?? []).flatMap(
      ({ section, row }): ReadonlyArray<Invalidity> =>
        row === undefined || accountRows.has(`${section}/${row}`)
          ? []
          : [invalid(`${field}.accounts.row`, { _tag: "UnknownFormRow", section, row })],
    ),
    ...unplaced(after, columns, more).map((reason) => invalid(field, reason)),
  ]
}

const kinds = (
  more: Structure.Declarations,
): ReadonlyArray<readonly [DeclaredKind, ReadonlyArray<string>]> => [
  ["goal", (more.goals ?? []).map(({ code }) => code)],
  ["policyItem", (more.policyItems ?? []).map(({ code }) => code)],
  ["sector", (more.sectors ?? []).map(({ code }) => code)],
  [
    "account",
    (more.accounts ?? []).flatMap(({ direction, prefixes }) =>
      prefixes.map((prefix) => `${direction} ${prefix}`),
    ),
  ],
  ...Register.codes(more),
]

const levels: ReadonlyArray<string> = Structure.GoalLevel.literals

const parents = (
  { goals: known }: Structure.Structure,
  { goals: added = [] }: Structure.Declarations,
): ReadonlyArray<InvalidReason> =>
  added.flatMap(({ code, level, parent: name }): ReadonlyArray<InvalidReason> => {
    if (name === undefined) return []
    const parent = known.get(name)
    if (parent === undefined) return [{ _tag: "UnknownParent", code, parent: name }]
    return levels.indexOf(parent.level) < levels.indexOf(level)
      ? []
      : [{ _tag: "ParentNotAbove", code, parent: name }]
  })

/** The nodes of the objectives tree that the lists of a register name, with the path of each. */
const goals = ({
  budgetHolders = [],
  conditions = [],
  progress = [],
  pledges = [],
  indicators = [],
  goalTexts = [],
}: Structure.Declarations): ReadonlyArray<readonly [path: string, goal: string]> => {
  const at = (path: string, codes: ReadonlyArray<string> = []) => codes.map((code) => [path, code] as const)
  return [
    ...budgetHolders.flatMap((one) => at("budgetHolders.goals", one.goals)),
    ...conditions.flatMap((one) => at("conditions.goals", one.goals)),
    ...at(
      "progress.goal",
      progress.map(({ goal }) => goal),
    ),
    ...pledges.flatMap((one) => [
      ...at("pledges.without", one.without),
      ...(one._tag === "BudgetNeutrality" ? at("pledges.goals", one.goals) : []),
    ]),
    ...at(
      "indicators.goal",
      indicators.map(({ goal }) => goal),
    ),
    ...at(
      "goalTexts.goal",
      goalTexts.map(({ goal }) => goal),
    ),
  ]
}

// Recorded amounts keep their row; only accounts and sectors decide it.
const unplaced = (
  after: Structure.Structure,
  { places }: Columns,
  { accounts = [], sectors = [] }: Structure.Declarations,
): ReadonlyArray<InvalidReason> =>
  accounts.length + sectors.length === 0
    ? []
    : places.flatMap((place): ReadonlyArray<InvalidReason> => {
        const reading = Dimension.of(after, place)
        return Dimension.isUnplaced(reading) ? [reading] : []
      })
