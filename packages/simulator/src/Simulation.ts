/**
 * Runs histories: random commands against the command line and the model, from a seed.
 *
 * fast-check draws the commands, and shrinks those of a history that fails: it leaves commands out and makes their
 * choices smaller as long as the history still fails. The seed and the path of a failure repeat it.
 */

import { join } from "node:path"
import * as fc from "fast-check"
import type { Action } from "./Action.ts"
import * as Actions from "./Actions.ts"
import * as Check from "./Check.ts"
import * as Model from "./Model.ts"
import type { Plant } from "./Plant.ts"
import * as World from "./World.ts"

export interface Simulated {
  readonly seed: number
  readonly runs: number
  readonly path?: string | undefined
  readonly plant?: Plant
  /** Whether some commands run in processes of their own, which are killed. */
  readonly processes?: boolean
  readonly progress?: (histories: number) => void
}

export interface SimulationReport {
  readonly histories: number
  /** Commands that ran, by their first word. */
  readonly commands: ReadonlyMap<string, number>
  readonly failure: Failure | undefined
}

/** A history that failed, after it was shrunk. */
export interface Failure {
  readonly commands: ReadonlyArray<string>
  readonly problem: string
  readonly path: string
  readonly shrinks: number
}

const longest = 14

export const run = async (simulated: Simulated): Promise<SimulationReport> => {
  const { seed, runs, path, plant, processes = false, progress } = simulated
  const template = await World.template()
  const counts = new Map<string, number>()
  let histories = 0
  const counted = (action: Action): Action => ({
    check: (model) => action.check(model),
    run: async (model, world) => {
      const name = kindOf(String(action))
      counts.set(name, (counts.get(name) ?? 0) + 1)
      await action.run(model, world)
    },
    toString: () => String(action),
  })
  try {
    const action = Actions.all({ processes, isPlain: plant !== undefined })
    const lists = fc.commands([action.map(counted)], { maxCommands: longest, size: "max" })
    const details = await fc.check(
      fc.asyncProperty(lists, async (list) => {
        await World.inside(template, plant, async (world) => {
          const model = Model.start()
          await fc.asyncModelRun(() => ({ model, real: world }), list)
          await finish(world, model)
        })
        histories += 1
        progress?.(histories)
      }),
      { seed, numRuns: runs, ...(path === undefined ? {} : { path }) },
    )
    const { counterexample, counterexamplePath, errorInstance, numShrinks } = details
    return {
      histories,
      commands: counts,
      failure: details.failed
        ? {
            commands: [...(counterexample?.[0] ?? [])].map(String),
            problem: errorInstance instanceof Error ? errorInstance.message : String(errorInstance),
            path: counterexamplePath ?? "",
            shrinks: numShrinks,
          }
        : undefined,
    }
  } finally {
    template.remove()
  }
}

/** Checks the end of a history: every form, the whole journal, and every checkpoint that was signed. */
const finish = async (world: World.World, model: Model.PlanModel): Promise<void> => {
  for (const form of Check.forms) await Check.figures(world, model, { form })
  await Check.journal(world, model)
  for (const position of new Set(model.checkpoints))
    await Check.must(model, [
      ...["checkpoint", "check", join(world.folder, `checkpoint-${position}`), "--ledger", world.ledger],
      ...["--key", join(world.folder, "key.pub.pem"), "--key-name", "witness"],
    ])
}

const kindOf = (name: string): string => name.replace(/ \(.*/, "").split(" ")[0] ?? name
