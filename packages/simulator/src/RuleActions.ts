/** The commands of a history that state rules, and those whose amounts a rule splits. */
import * as fc from "fast-check"
import { type Action, action, recording } from "./Action.ts"
import * as Files from "./Files.ts"
import * as Model from "./Model.ts"
import * as Rules from "./Rules.ts"
import type { Trouble } from "./Trouble.ts"

/** How amounts and trouble are drawn. */
export interface RuleDrawing {
  readonly perYear: fc.Arbitrary<Files.Cents>
  readonly trouble: fc.Arbitrary<Trouble | undefined>
}

export const all = ({ perYear, trouble }: RuleDrawing): fc.Arbitrary<Action> =>
  fc.oneof(
    fc.tuple(fc.integer({ min: 1, max: 40 }), trouble).map(([percent, what]) => overhead(percent, what)),
    fc.tuple(perYear, trouble).map(([cents, what]) => receive(cents, what)),
    fc.tuple(fc.integer({ min: 1, max: 4 }), trouble).map(([fifths, what]) => share(fifths, what)),
  )

const overhead = (whole: number, trouble: Trouble | undefined): Action =>
  action({
    name: `set overhead of ${whole} percent and some thousandths`,
    trouble,
    step: (model, world) => {
      // A rule that was stated before is not stated again: each has a percentage of its own.
      const percent = `${whole}.${`${model.serial}1`.padStart(3, "0")}`
      const rule = Rules.overheadRule(percent)
      const file = Files.overhead(world.folder, `overhead-${model.serial}.csv`, rule)
      const stated = [...model.events, Rules.overhead(model.events, rule)]
      return recording(model, world, {
        argv: [file, "--as", "overhead"],
        after: { events: Rules.followed(stated) },
      })
    },
  })

/** Receives an amount and pays it: the first time as lines, later as an adjustment of both. */
const receive = (cents: Files.Cents, trouble: Trouble | undefined): Action =>
  action({
    name: `receive and pay ${cents.map(Files.decimal).join(" ")}`,
    trouble,
    step: (model, world) => {
      const rows = [Rules.receipt, Rules.payment].map((line) => ({ line, cents }))
      if (!pays(model)) {
        const file = Files.lines(world.folder, `received-${model.serial}.csv`, rows)
        const events = Rules.followed([...model.events, ...Model.estimates(rows)])
        return recording(model, world, { argv: [file, "--as", "lines"], after: { events } })
      }
      const adjustments = model.adjustments + 1
      const plan = `${Files.years[0]}/${adjustments}`
      const file = Files.adjustment(world.folder, `received-${model.serial}.csv`, rows)
      return recording(model, world, {
        argv: [file, "--as", "adjustment", "--plan", plan],
        after: { events: Rules.followed([...model.events, Model.adjustment(plan, rows)]), adjustments },
      })
    },
  })

const share = (fifths: number, trouble: Trouble | undefined): Action => {
  const shares = [
    { partner: "P1", percent: `${fifths * 20}` },
    { partner: "P2", percent: `${100 - fifths * 20}` },
  ]
  return action({
    name: `share ${fifths * 20} percent with the first partner`,
    trouble,
    isPossible: (model) => pays(model) && !wereShared(model, shares),
    step: (model, world) => {
      const file = Files.shares(world.folder, `shares-${model.serial}.csv`, shares)
      const stated = [...model.events, Rules.passed(model.events, shares)]
      return recording(model, world, {
        argv: [file, "--as", "passthrough"],
        after: { events: Rules.followed(stated) },
      })
    },
  })
}

const pays = ({ events }: Model.PlanModel): boolean =>
  events.some((event) => event._tag === "EstimatePosted" && event.line.account === Rules.payment.account)

// A file with shares that were stated before is a repeat, and changes nothing.
const wereShared = (
  { events }: Model.PlanModel,
  [first]: ReadonlyArray<{ readonly percent: string }>,
): boolean =>
  events.some((event) => event._tag === "PassedThrough" && event.shares[0]?.percent === first?.percent)
