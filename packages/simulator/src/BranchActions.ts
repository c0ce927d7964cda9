/** The commands of a history that start, fill, promote and drop branches. */
import { type Action, action, custom } from "./Action.ts"
import * as Files from "./Files.ts"
import * as Model from "./Model.ts"
import * as Plant from "./Plant.ts"
import { type RowPick, rowsOf, shown } from "./RowPick.ts"
import * as Rules from "./Rules.ts"
import * as Step from "./Step.ts"
import type { Trouble } from "./Trouble.ts"
import type * as World from "./World.ts"

export const newBranch = (trouble: Trouble | undefined): Action =>
  action({
    name: "start a branch",
    trouble,
    isPossible: ({ branches }) => branches.size < 3,
    step: newStep,
  })

const newStep = (model: Model.PlanModel, world: World.World): Step.Step => {
  const name = `b${model.serial}`
  return {
    argv: ["branch", "new", name, "--ledger", world.ledger],
    records: false,
    isOnce: true,
    after: {
      ...model,
      branches: new Map(model.branches).set(name, { base: model.events.length, events: [] }),
    },
  }
}

export const draft = (which: number, picks: ReadonlyArray<RowPick>, trouble: Trouble | undefined): Action =>
  action({
    name: `import ${shown(picks)} into branch ${which}`,
    trouble,
    isPossible: (model) => current(model).length > 0,
    step: (model, world) => draftStep(model, world, { name: pick(current(model), which)[0], picks }),
  })

const draftStep = (
  model: Model.PlanModel,
  world: World.World,
  { name, picks }: { readonly name: string; readonly picks: ReadonlyArray<RowPick> },
): Step.Step => {
  const branch = model.branches.get(name)
  if (branch === undefined) throw new Error(`the model has no branch ${name}`)
  const rows = rowsOf(model, picks)
  const file = Files.lines(world.folder, `draft-${model.serial}.csv`, rows)
  const events = Rules.drafted(model.events, [...branch.events, ...Model.estimates(rows)])
  return {
    argv: ["import", file, "--as", "lines", "--branch", name, "--ledger", world.ledger],
    records: false,
    after: { ...model, branches: new Map(model.branches).set(name, { ...branch, events }) },
  }
}

export const promote = (which: number, trouble: Trouble | undefined): Action =>
  action({
    name: `promote branch ${which}`,
    trouble,
    isPossible: (model) => promotable(model).length > 0,
    step: (model, world) => promoteStep(model, world, pick(promotable(model), which)[0]),
    plant: (model, { plant, ledger }) => {
      const [name] = pick(promotable(model), which)
      return plant === "branch promoted twice" ? Plant.promoting(ledger, name) : undefined
    },
  })

const promoteStep = (model: Model.PlanModel, world: World.World, name: string): Step.Step => {
  const { events = [] } = model.branches.get(name) ?? {}
  const branches = new Map(model.branches)
  branches.delete(name)
  const all = [...model.events, ...events]
  const lines = [
    ...model.lines,
    ...events.flatMap((event) => (event._tag === "EstimatePosted" ? [event.line] : [])),
  ]
  return {
    argv: ["branch", "promote", name, "--ledger", world.ledger],
    records: true,
    isOnce: true,
    midway: { ...model, events: all },
    after: { ...model, branches, lines, events: all },
  }
}

/** Starts a branch, fills it and promotes it before anything else is recorded; one of the three meets trouble. */
export const branchOut = (
  picks: ReadonlyArray<RowPick>,
  which: number,
  trouble: Trouble | undefined,
): Action =>
  custom({
    name: `branch out with ${shown(picks)}${trouble === undefined ? "" : ` (${trouble.kind} call ${trouble.call} of step ${which % 3})`}`,
    isPossible: ({ branches }) => branches.size < 3,
    run: async (model, world) => {
      const name = `b${model.serial}`
      const steps = [
        () => newStep(model, world),
        () => draftStep(model, world, { name, picks }),
        () => promoteStep(model, world, name),
      ]
      for (const [at, step] of steps.entries())
        await Step.run(world, model, { step: step(), trouble: at === which % 3 ? trouble : undefined })
    },
  })

export const drop = (which: number, trouble: Trouble | undefined): Action =>
  action({
    name: `drop branch ${which}`,
    trouble,
    isPossible: ({ branches }) => branches.size > 0,
    step: (model, world) => {
      const [name] = pick([...model.branches], which)
      const branches = new Map(model.branches)
      branches.delete(name)
      return {
        argv: ["branch", "drop", name, "--ledger", world.ledger],
        records: false,
        isOnce: true,
        after: { ...model, branches },
      }
    },
  })

const current = ({ branches, events }: Model.PlanModel) =>
  [...branches].filter(([, { base }]) => base === events.length)

const promotable = (model: Model.PlanModel) => current(model).filter(([, { events }]) => events.length > 0)

const pick = <A>(list: ReadonlyArray<A>, which: number): A => {
  const found = list[which % Math.max(1, list.length)]
  if (found === undefined) throw new Error("nothing to choose from")
  return found
}
