/** One command with the change that it makes: run, interrupted by trouble, repeated, and compared with the model. */
import * as Check from "./Check.ts"
import type { PlanModel } from "./Model.ts"
import type { Trouble } from "./Trouble.ts"
import * as World from "./World.ts"

export interface Step {
  readonly argv: ReadonlyArray<string>
  readonly after: PlanModel
  /** Whether it records entries. */
  readonly records: boolean
  /** Whether it is refused when it is repeated after it had its effect. */
  readonly isOnce?: boolean
  /** A state in which an interruption may leave the ledger; repeating the command completes it. */
  readonly midway?: PlanModel
}

const toleranceMs = 5 * 60_000

export const run = async (
  world: World.World,
  model: PlanModel,
  { step, trouble }: { readonly step: Step; readonly trouble: Trouble | undefined },
): Promise<void> => {
  const { after, records } = step
  let { argv } = step
  if (records && model.last > model.now + toleranceMs) {
    // The entry before has a time that is ahead of the clock.
    const refused = await World.command(argv, { now: model.now })
    if (refused.status !== 1 || !refused.err.includes("--time"))
      throw new Error(`${argv.join(" ")} ended with ${refused.status} though the clock is behind`)
    Check.entries(world, model)
    argv = [...argv, "--time", new Date(model.last).toISOString()]
  }
  const ran = await World.command(argv, { now: model.now, trouble })
  if (ran.troubled) await resume(world, { model, step: { ...step, argv }, status: ran.status })
  else if (ran.status !== 0)
    throw new Error(`${argv.join(" ")} ended with ${ran.status}: ${ran.err}${ran.out}`)
  Object.assign(model, after, { last: records ? Math.max(model.now, model.last) : model.last })
}

// All or nothing: an interrupted command has had its whole effect or none, and can be repeated if it had none.
const resume = async (
  world: World.World,
  {
    model,
    step,
    status,
  }: { readonly model: PlanModel; readonly step: Step; readonly status: number | undefined },
): Promise<void> => {
  const { argv, after, midway, isOnce = false } = step
  const states = status === 0 ? [after] : [after, ...(midway === undefined ? [] : [midway]), model]
  const state = states.find((one) => holds(() => Check.entries(world, one)))
  if (state === undefined) return Check.entries(world, states.at(-1) ?? model)
  if (state === after && isOnce) return
  await Check.must(model, argv)
}

const holds = (check: () => void): boolean => {
  try {
    check()
    return true
  } catch {
    return false
  }
}
