/**
 * The structure of a plan: the declared objectives tree, policy items, sectors and account table.
 *
 * ```ts
 * const { structure } = plan
 * Structure.ancestor(structure, "A1", "policyObjective")?.code // => "BD1"
 * Structure.children(structure, "AP1").map(({ code }) => code) // => ["A1", "A2"]
 * Structure.isWithin(structure, "A1", ["BD1"]) // => true
 * Structure.accountRule(structure, "U", "6140000")?.row // => "I.A.1"
 * Structure.spelled(structure, "A1") // => "A1"
 * const goal = { code: "SD1", level: "strategicObjective", name: "Wonen", priority: true } as const
 * const declared = Structure.declare(Structure.empty, { goals: [goal] })
 * declared.goals.get("SD1")?.name // => "Wonen"
 * Structure.changes(structure, { members: [] }) // => { members: [] }
 * Schema.is(Structure.Goal)(structure.goals.get("A1")) // => true
 * Schema.is(Structure.GoalLevel)("action") // => true
 * Schema.is(Structure.PolicyItem)(structure.policyItems.get("0101")) // => true
 * Schema.is(Structure.Sector)(structure.sectors.get("9004")) // => true
 * Schema.is(Structure.AccountRule)(Structure.accountRule(structure, "U", "6140000")) // => true
 * Schema.is(Structure.Declarations)({ goals: [] }) // => true
 * ```
 */
import type { Direction } from "../value/BudgetLine.ts"
import * as Spelling from "../value/Spelling.ts"
import type { AccountRule, Declarations, Goal, GoalLevel, PolicyItem, Sector } from "./Declarations.ts"
import * as Register from "./Register.ts"

export { AccountRule, Declarations, Goal, GoalLevel, PolicyItem, Sector } from "./Declarations.ts"

/** The declarations in force at one moment. Maps keep the order of declaration. */
export interface Structure {
  readonly goals: ReadonlyMap<string, Goal>
  readonly policyItems: ReadonlyMap<string, PolicyItem>
  readonly sectors: ReadonlyMap<string, Sector>
  /** By direction and prefix: `U620` → rule. */
  readonly accounts: ReadonlyMap<string, AccountRule>
  /** The register: members, conditions, pledges, facts, … */
  readonly register: Register.Register
}

/** The empty structure. */
export const empty: Structure = {
  goals: new Map(),
  policyItems: new Map(),
  sectors: new Map(),
  accounts: new Map(),
  register: Register.empty,
}

/** Returns the structure after a declaration. A later declaration of a code replaces its facts. */
export const declare = (structure: Structure, more: Declarations): Structure => ({
  goals: merge(
    structure.goals,
    (more.goals ?? []).map((goal) => [goal.code, goal]),
  ),
  policyItems: merge(
    structure.policyItems,
    (more.policyItems ?? []).map((item) => [item.code, item]),
  ),
  sectors: merge(
    structure.sectors,
    (more.sectors ?? []).map((sector) => [sector.code, sector]),
  ),
  accounts: merge(
    structure.accounts,
    (more.accounts ?? []).flatMap((rule) =>
      rule.prefixes.map((prefix): [string, AccountRule] => [rule.direction + prefix, rule]),
    ),
  ),
  register: Register.declare(structure.register, more),
})

/** Returns a declaration without the indicators, targets, measurements and texts that are in force already. */
export const changes = ({ register }: Structure, declarations: Declarations): Declarations =>
  Register.changes(register, declarations)

/** Returns a code as it is declared, of a goal, policy item or sector or in the register: the same, or spelled otherwise. */
export const spelled = (structure: Structure, code: string): string | undefined => {
  const { goals, policyItems, sectors, register } = structure
  const declared = [goals, policyItems, sectors, ...Object.values(register)]
  if (declared.some((codes) => codes.has(code))) return code
  const known = spellings.get(structure) ?? new Map<string, string>()
  if (known.size === 0)
    for (const codes of declared)
      for (const one of codes.keys())
        if (!known.has(Spelling.normal(one))) known.set(Spelling.normal(one), one)
  spellings.set(structure, known)
  return known.get(Spelling.normal(code))
}

/** The declared codes by their normal spelling. */
const spellings = new WeakMap<Structure, Map<string, string>>()

/** Returns the rule of the longest prefix of an account in a direction. */
export const accountRule = (
  structure: Structure,
  direction: Direction,
  account: string,
): AccountRule | undefined => {
  for (let length = account.length; length > 0; length--) {
    const rule = structure.accounts.get(direction + account.slice(0, length))
    if (rule !== undefined) return rule
  }
  return undefined
}

/** Returns the nearest node at a level, from a code upwards; the node itself when it has that level. */
export const ancestor = (
  structure: Structure,
  code: string | undefined,
  level: GoalLevel,
): Goal | undefined => {
  let goal = code === undefined ? undefined : structure.goals.get(code)
  while (goal !== undefined && goal.level !== level)
    goal = goal.parent === undefined ? undefined : structure.goals.get(goal.parent)
  return goal
}

/** Returns whether a node is one of some nodes, or is below one of them. */
export const isWithin = (
  structure: Structure,
  code: string | undefined,
  nodes: ReadonlyArray<string>,
): boolean => {
  let goal = code === undefined ? undefined : structure.goals.get(code)
  while (goal !== undefined && !nodes.includes(goal.code))
    goal = goal.parent === undefined ? undefined : structure.goals.get(goal.parent)
  return goal !== undefined
}

/** Returns the children of a node (`undefined`: the roots), in order of declaration. */
export const children = (structure: Structure, parent: string | undefined): ReadonlyArray<Goal> =>
  [...structure.goals.values()].filter((goal) => goal.parent === parent)

const merge = <A>(
  old: ReadonlyMap<string, A>,
  more: ReadonlyArray<readonly [string, A]>,
): ReadonlyMap<string, A> => (more.length === 0 ? old : new Map([...old, ...more]))
