/**
 * The groups that the rows of a form repeat for: objectives, domains, actions, or all nodes of the objectives tree.
 */
import * as Structure from "../event/Structure.ts"
import type { Dimensions } from "./Dimension.ts"
import type { GroupBy } from "./Form.ts"

/** A group that rows repeat for; `below` lists the groups that it adds instead of counting places. */
export interface RowGroup {
  readonly key: string
  readonly name: string
  readonly level: number
  readonly below: ReadonlyArray<string> | undefined
}

/** The key of the group for amounts without a group. */
export const restKey = "\u001frest"

/** Returns the groups of a structure, in its order; a node of the objectives tree is followed by those below it. */
export const of = (by: GroupBy, structure: Structure.Structure): ReadonlyArray<RowGroup> => {
  const group = (key: string, name: string, level = 0, below?: ReadonlyArray<string>): RowGroup => ({
    key,
    name,
    level,
    below,
  })
  const goals = [...structure.goals.values()]
  switch (by) {
    case "policyObjective":
    case "action":
      return goals.filter((goal) => goal.level === by).map((goal) => group(goal.code, goal.name))
    case "policyDomain":
      return [...new Set([...structure.policyItems.values()].map((item) => item.domain))].map((domain) =>
        group(domain, domain.toLocaleUpperCase("nl-BE")),
      )
    case "goal": {
      const walk = (parent: string | undefined, level: number): ReadonlyArray<RowGroup> =>
        Structure.children(structure, parent).flatMap((goal) => {
          const below = Structure.children(structure, goal.code).map((child) => child.code)
          const node = group(goal.code, goal.name, level, goal.level === "action" ? undefined : below)
          return [node, ...walk(goal.code, level + 1)]
        })
      return walk(undefined, 0)
    }
  }
}

/** Returns the groups that count places themselves; the other groups add groups. */
export const countingGroups = (by: GroupBy, structure: Structure.Structure): ReadonlySet<string> =>
  new Set(of(by, structure).flatMap(({ key, below }) => (below === undefined ? [key] : [])))

/** Returns the code of the group that a place belongs to, whether or not the structure declares it. */
export const groupCode = (by: GroupBy, dimensions: Dimensions): string | undefined => {
  switch (by) {
    case "policyObjective":
      return dimensions.policyObjective
    case "policyDomain":
      return dimensions.domain
    case "action":
    case "goal":
      return dimensions.action
  }
}
