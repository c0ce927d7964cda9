/** How an adjustment changes the structure of a plan: one new or redeclared code. */
import type { Structure } from "@grootboek/core"
import { actions, at } from "./Lines.ts"
import type { StructureChange } from "./Steps.ts"

/** Returns the declarations; undefined when nothing changes or nothing can be changed. */
export const of = (
  structure: Structure.Structure,
  change: StructureChange,
  which: number,
): Structure.Declarations | undefined => {
  const goals = [...structure.goals.values()]
  const action = structure.goals.get(at(actions(structure), which) ?? "")
  switch (change) {
    case "none":
      return undefined
    case "action": {
      const code = `N${structure.goals.size}`
      const parent = at(
        goals.filter((goal) => goal.level !== "action"),
        which,
      )?.code
      const goal = { code, level: "action", name: `Doel ${code}`, priority: false } as const
      return { goals: [{ ...goal, ...(parent === undefined ? {} : { parent }) }] }
    }
    case "name": {
      const goal = at(goals, which)
      return goal === undefined ? undefined : { goals: [{ ...goal, name: `${goal.name} bis` }] }
    }
    case "parent": {
      const parent = at(
        goals.filter((goal) => goal.level === "actionPlan" || goal.level === "policyObjective"),
        which,
      )
      return action === undefined || parent === undefined
        ? undefined
        : { goals: [{ ...action, parent: parent.code }] }
    }
    case "domain": {
      const item = at([...structure.policyItems.values()], which)
      return item === undefined ? undefined : { policyItems: [{ ...item, domain: "Domein nieuw" }] }
    }
    case "account": {
      // Maps an account to another row of goods and services, so that earlier amounts move to that row.
      const prefix = at(["613", "614", "230", "240"], which)
      return prefix === undefined
        ? undefined
        : { accounts: [{ section: "operating", direction: "U", row: "I.A.5", prefixes: [prefix] }] }
    }
  }
}
