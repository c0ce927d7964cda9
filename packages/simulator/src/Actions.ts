/** The commands of a history, as fast-check draws and shrinks them. */
import { join } from "node:path"
import * as fc from "fast-check"
import { type Action, action, custom, recording } from "./Action.ts"
import * as BranchActions from "./BranchActions.ts"
import * as Check from "./Check.ts"
import * as Files from "./Files.ts"
import * as Model from "./Model.ts"
import * as Plant from "./Plant.ts"
import { type RowPick, rowsOf, shown } from "./RowPick.ts"
import * as RuleActions from "./RuleActions.ts"
import * as Rules from "./Rules.ts"
import * as Step from "./Step.ts"
import type { Trouble } from "./Trouble.ts"
import * as World from "./World.ts"

export interface Drawing {
  /** Whether some run in a process of their own, which is killed: they are slow, and not reproducible. */
  readonly processes: boolean
  /** Whether amounts are round and nothing goes wrong, so that a failing history is shrunk in few steps. */
  readonly isPlain: boolean
}

export const all = ({ processes, isPlain }: Drawing): fc.Arbitrary<Action> => {
  const cent = isPlain ? fc.constantFrom(-100_00) : anyCent
  const perYear: fc.Arbitrary<Files.Cents> = fc.tuple(
    cent,
    isPlain ? fc.constant(0) : fc.oneof(fc.constant(0), cent),
    isPlain ? fc.constant(0) : fc.constantFrom(0, 1),
  )
  const trouble = isPlain ? fc.constant(undefined) : anyTrouble
  const row: fc.Arbitrary<RowPick> = fc.record({
    account: fc.nat(isPlain ? 0 : Files.accounts.length - 1),
    action: fc.nat(isPlain ? 0 : Files.actions.length - 1),
    item: fc.nat(isPlain ? 0 : Files.policyItems.length - 1),
    cents: perYear,
  })
  const rows = fc.array(row, { minLength: 1, maxLength: 3 })
  const changes = fc.array(fc.tuple(fc.nat(20), perYear), { minLength: 1, maxLength: 3 })
  const which = fc.nat(isPlain ? 1 : 9)
  const weighted: ReadonlyArray<readonly [weight: number, arbitrary: fc.Arbitrary<Action>]> = [
    [6, fc.tuple(rows, trouble).map(([picks, what]) => importLines(picks, what))],
    [2, which.map(importAgain)],
    [3, fc.tuple(changes, trouble).map(([picks, what]) => adjust(picks, what))],
    [2, fc.tuple(which, cent, trouble).map(([at, cents, what]) => realise(at, cents, what))],
    [1, fc.tuple(cent, trouble).map(([cents, what]) => result(cents, what))],
    [3, fc.tuple(which, trouble).map(([at, what]) => reverse(at, what))],
    [3, trouble.map(BranchActions.newBranch)],
    [4, fc.tuple(which, rows, trouble).map(([at, picks, what]) => BranchActions.draft(at, picks, what))],
    [4, fc.tuple(which, trouble).map(([at, what]) => BranchActions.promote(at, what))],
    [
      isPlain ? 0 : 4,
      fc.tuple(rows, which, trouble).map(([picks, at, what]) => BranchActions.branchOut(picks, at, what)),
    ],
    [isPlain ? 0 : 6, RuleActions.all({ perYear, trouble })],
    [1, fc.tuple(which, trouble).map(([at, what]) => BranchActions.drop(at, what))],
    [1, trouble.map(sign)],
    [1, trouble.map(move)],
    [1, fc.tuple(rows, rows).map(([first, second]) => importBoth(first, second))],
    [1, fc.constantFrom(-86_400_000, -3_600_000, 3_600_000, 86_400_000).map(setClock)],
    [2, fc.tuple(fc.constantFrom(...Check.forms), fc.nat(40)).map(([form, at]) => read(form, at))],
  ]
  const killing = fc.tuple(rows, fc.integer({ min: 200, max: 4_000 })).map(([picks, ms]) => kill(picks, ms))
  return fc.oneof(
    ...weighted.map(([weight, arbitrary]) => ({ weight: weight * 50, arbitrary })),
    ...(processes ? [{ weight: 25, arbitrary: killing }] : []),
  )
}

const anyCent = fc.oneof(
  fc.integer({ min: 1, max: 99_99 }),
  fc.integer({ min: -500_000_00, max: 500_000_00 }).filter((cents) => cents !== 0),
)

// Most commands run undisturbed. A command writes some tens of times; a later call does not occur.
const anyTrouble: fc.Arbitrary<Trouble | undefined> = fc.option(
  fc.record({
    kind: fc.constantFrom<Trouble["kind"]>("crash before", "crash after", "full disk"),
    call: fc.integer({ min: 1, max: 45 }),
  }),
  { freq: 2, nil: undefined },
)

const importLines = (picks: ReadonlyArray<RowPick>, trouble: Trouble | undefined): Action =>
  action({
    name: `import ${shown(picks)}`,
    trouble,
    step: (model, world) => {
      const rows = rowsOf(model, picks)
      const file = Files.lines(world.folder, `lines-${model.serial}.csv`, rows)
      return recording(model, world, {
        argv: [file, "--as", "lines"],
        after: {
          events: Rules.followed([...model.events, ...Model.estimates(rows)]),
          lines: [...model.lines, ...rows.map(({ line }) => line)],
        },
      })
    },
    plant: (model, { plant, ledger }) =>
      plant === "lost batch" && picks.length > 1 && model.lines.length > 0 ? Plant.losing(ledger) : undefined,
  })

const importAgain = (which: number): Action =>
  custom({
    name: `import file ${which} again`,
    run: async (model, world) => {
      const argv = world.recorded[which % Math.max(1, world.recorded.length)]
      if (argv === undefined) return
      const { status, err } = await World.command(argv, { now: model.now })
      // Nothing is recorded, whatever the clock shows.
      if (status !== 0 && !(status === 1 && err.includes("--time")))
        throw new Error(`${argv.join(" ")} ended with ${status} when it was repeated: ${err}`)
    },
  })

const adjust = (picks: ReadonlyArray<readonly [number, Files.Cents]>, trouble: Trouble | undefined): Action =>
  action({
    name: `adjust ${picks.map(([line, cents]) => `line ${line} by ${cents.map(Files.decimal).join(" ")}`).join(", ")}`,
    trouble,
    isPossible: ({ lines }) => lines.length > 0,
    step: (model, world) => {
      const byLine = new Map(
        picks.map(([which, cents]) => [model.lines[which % model.lines.length], cents] as const),
      )
      const rows = [...byLine].flatMap(([line, cents]) => (line === undefined ? [] : [{ line, cents }]))
      const adjustments = model.adjustments + 1
      const plan = `${Files.years[0]}/${adjustments}`
      const file = Files.adjustment(world.folder, `adjustment-${model.serial}.csv`, rows)
      return recording(model, world, {
        argv: [file, "--as", "adjustment", "--plan", plan],
        after: { events: Rules.followed([...model.events, Model.adjustment(plan, rows)]), adjustments },
      })
    },
  })

const realise = (which: number, cents: number, trouble: Trouble | undefined): Action =>
  action({
    name: `realise ${Files.decimal(cents)} on line ${which}`,
    trouble,
    isPossible: ({ lines }) => lines.length > 0,
    step: (model, world) => {
      const line = model.lines[which % model.lines.length] ?? rowsOf(model, [])[0]?.line
      if (line === undefined) throw new Error("the model has no lines")
      const name = `actual-${model.serial}.csv`
      const file = Files.actual(world.folder, name, { line, cents: [cents, 0, 0] })
      const event = {
        _tag: "ActualRecorded",
        line,
        year: Files.years[0],
        date: `${Files.years[0]}-03-01`,
        amount: Files.decimal(cents),
        voucher: name,
      } as const
      return recording(model, world, {
        argv: [file, "--as", "actuals"],
        after: { events: Rules.followed([...model.events, event]) },
      })
    },
  })

const result = (cents: number, trouble: Trouble | undefined): Action =>
  action({
    name: `import a result of ${Files.decimal(cents)}`,
    trouble,
    isPossible: ({ hasResult }) => !hasResult,
    step: (model, world) => {
      const file = Files.result(world.folder, `result-${model.serial}.csv`, cents)
      const event = {
        _tag: "ResultCarriedForward",
        account: "0930000",
        year: Files.years[0],
        adopted: Files.decimal(cents),
      } as const
      return recording(model, world, {
        argv: [file, "--as", "opening"],
        after: { events: Rules.followed([...model.events, event]), hasResult: true },
      })
    },
  })

const reverse = (which: number, trouble: Trouble | undefined): Action =>
  action({
    name: `reverse estimate ${which}`,
    trouble,
    isPossible: (model) => Model.reversible(model).length > 0,
    step: (model, world) => {
      const open = Model.reversible(model)
      const entry = open[which % open.length] ?? 0
      return {
        argv: ["reverse", `${entry}`, "--reason", "correction", "--ledger", world.ledger],
        records: true,
        isOnce: true,
        after: { ...model, events: Rules.followed([...model.events, Model.reversal(model, entry)]) },
      }
    },
  })

const sign = (trouble: Trouble | undefined): Action =>
  action({
    name: "sign a checkpoint",
    trouble,
    step: (model, world) => {
      const position = model.events.length
      return {
        argv: [
          ...["checkpoint", "sign", "--ledger", world.ledger, "--key", join(world.folder, "key.pem")],
          ...["--key-name", "witness", "--out", join(world.folder, `checkpoint-${position}`)],
        ],
        records: false,
        after: { ...model, checkpoints: [...model.checkpoints, position] },
      }
    },
  })

/** Exports the ledger, restores it under another name, and continues there. */
const move = (trouble: Trouble | undefined): Action =>
  custom({
    name: trouble === undefined ? "move" : `move (${trouble.kind} call ${trouble.call})`,
    run: async (model, world) => {
      const file = join(world.folder, `export-${model.serial}.ndjson`)
      const step = { records: false, after: model }
      const exporting = { ...step, argv: ["export", "--ledger", world.ledger, "--out", file] }
      await Step.run(world, model, { step: exporting, trouble })
      const ledger = join(world.folder, `ledger-${model.serial}.db`)
      const argv = ["restore", file, "--ledger", ledger]
      const ran = await World.command(argv, { now: model.now, trouble })
      if (ran.status !== 0 && !ran.troubled) throw new Error(`restore ended with ${ran.status}: ${ran.err}`)
      // Repeating it restores what is missing.
      await Check.must(world, model, argv)
      world.ledger = ledger
      world.recorded.length = 0
      // Drafts stay beside the ledger that they were made for.
      model.branches = new Map()
    },
  })

const importBoth = (first: ReadonlyArray<RowPick>, second: ReadonlyArray<RowPick>): Action =>
  custom({
    name: `import ${shown(first)} and ${shown(second)} at once`,
    isPossible: ({ last, now }) => last <= now,
    run: async (model, world) => {
      const files = [rowsOf(model, first), rowsOf(model, second, 5)].map((rows, at) => ({
        rows,
        argv: [
          ...["import", Files.lines(world.folder, `lines-${model.serial}-${at}.csv`, rows)],
          ...["--as", "lines", "--ledger", world.ledger],
        ],
      }))
      const [one, other] = files
      if (one === undefined || other === undefined) return
      await World.both([one.argv, other.argv], { now: model.now })
      // Repeating each is harmless when it was kept, and completes it when it was refused.
      for (const { argv } of files) await Check.must(world, model, argv)
      const seen = World.events(world)[model.events.length]
      const isFirst = seen?._tag === "EstimatePosted" && seen.line.account === one.rows[0]?.line.account
      for (const { rows } of isFirst ? [one, other] : [other, one]) {
        model.events = Rules.followed([...model.events, ...Model.estimates(rows)])
        model.lines = [...model.lines, ...rows.map(({ line }) => line)]
      }
      model.last = Math.max(model.last, model.now)
    },
  })

const kill = (picks: ReadonlyArray<RowPick>, afterMs: number): Action =>
  custom({
    name: `import ${shown(picks)} in a process that is killed after ${afterMs} ms`,
    run: async (model, world) => {
      const rows = rowsOf(model, picks)
      const file = Files.lines(world.folder, `lines-${model.serial}.csv`, rows)
      // Its clock is that of the machine, so the time is given.
      const time = new Date(Math.max(model.now, model.last)).toISOString()
      const argv = ["import", file, "--as", "lines", "--ledger", world.ledger, "--time", time]
      const events = Rules.followed([...model.events, ...Model.estimates(rows)])
      const status = await World.killed(argv, afterMs)
      if (status === 0) Check.entries(world, { ...model, events })
      await Check.must(world, model, argv)
      model.events = events
      model.lines = [...model.lines, ...rows.map(({ line }) => line)]
      model.last = Math.max(model.now, model.last)
    },
  })

const setClock = (shiftMs: number): Action =>
  custom({
    name: `shift the clock by ${shiftMs / 3_600_000} h`,
    run: async (model) => {
      model.now += shiftMs
    },
  })

const read = (form: Check.Form, at: number): Action =>
  custom({
    name: `read ${form} after entry ${at}`,
    run: (model, world) =>
      Check.figures(world, model, {
        form,
        position: Files.opening.length + (at % (model.events.length - Files.opening.length + 1)),
      }),
  })
