/** The state of each node of the objectives tree: its declared progress, and that of the actions below it. */
import type { Progress } from "../event/Register.ts"
import { ancestor, type Goal } from "../event/Structure.ts"
import type { Plan } from "../rule/Plan.ts"

/** A node of the objectives tree with its declared progress, and that of the actions at or below it. */
export interface GoalState {
  readonly goal: Goal
  readonly progress: Progress | undefined
  readonly actions: ReadonlyMap<Progress["state"] | "unknown", number>
}

/** Returns the state of every node of the objectives tree of a plan, in its order. */
export const of = ({ structure }: Plan): ReadonlyArray<GoalState> => {
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
