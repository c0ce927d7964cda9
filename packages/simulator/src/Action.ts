/** One command of a history: it runs against the command line and the model, and both are compared. */
import type * as fc from "fast-check"
import * as Check from "./Check.ts"
import type * as Model from "./Model.ts"
import type * as Plant from "./Plant.ts"
import * as Step from "./Step.ts"
import type { Trouble } from "./Trouble.ts"
import type * as World from "./World.ts"

export type Action = fc.AsyncCommand<Model.PlanModel, World.World>

const minuteMs = 60_000

/** A command, what it is called, and what goes wrong meanwhile. */
export interface ActionDefinition {
  readonly name: string
  readonly trouble?: Trouble | undefined
  readonly isPossible?: (model: Model.PlanModel) => boolean
  readonly step: (model: Model.PlanModel, world: World.World) => Step.Step
  /** Prepares a planted fault, and returns how it occurs after the command. */
  readonly plant?: (model: Model.PlanModel, world: World.World) => Plant.PlantedFault | undefined
}

export const action = ({ name, trouble, isPossible = () => true, step, plant }: ActionDefinition): Action =>
  custom({
    name: trouble === undefined ? name : `${name} (${trouble.kind} call ${trouble.call})`,
    isPossible,
    run: async (model, world) => {
      const occur = plant?.(model, world)
      await Step.run(world, model, { step: step(model, world), trouble })
      await occur?.()
    },
  })

/** Returns a command that runs alone, and is compared with the model afterwards. */
export const custom = ({
  name,
  isPossible = () => true,
  run,
}: Pick<ActionDefinition, "name" | "isPossible"> & {
  readonly run: (model: Model.PlanModel, world: World.World) => Promise<void>
}): Action => ({
  check: (model) => isPossible(model),
  run: async (model, world) => {
    model.now += minuteMs
    model.serial += 1
    await run(model, world)
    Check.entries(world, model)
    const form = Check.forms[model.serial % Check.forms.length] ?? "M2"
    await Check.figures(world, model, { form })
  },
  toString: () => name,
})

/** Returns the step of an import, which may be repeated later. */
export const recording = (
  model: Model.PlanModel,
  world: World.World,
  { argv, after }: { readonly argv: ReadonlyArray<string>; readonly after: Partial<Model.PlanModel> },
): Step.Step => {
  const line = ["import", ...argv, "--ledger", world.ledger]
  world.recorded.push(line)
  return { argv: line, records: true, after: { ...model, ...after } }
}
