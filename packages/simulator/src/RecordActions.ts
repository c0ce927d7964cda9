/** The commands of a history that record entries in the ledger: imports, adjustments, realisations and reversals. */
import { type Action, action, custom, recording } from "./Action.ts"
import * as Check from "./Check.ts"
import * as Files from "./Files.ts"
import * as Model from "./Model.ts"
import * as Plant from "./Plant.ts"
import { type RowPick, rowsOf, shown } from "./RowPick.ts"
import * as Rules from "./Rules.ts"
import type { Trouble } from "./Trouble.ts"
import * as World from "./World.ts"

export const importLines = (picks: ReadonlyArray<RowPick>, trouble: Trouble | undefined): Action =>
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

export const importAgain = (which: number): Action =>
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

export const importBoth = (first: ReadonlyArray<RowPick>, second: ReadonlyArray<RowPick>): Action =>
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
      for (const { argv } of files) await Check.must(model, argv)
      const seen = World.events(world)[model.events.length]
      const isFirst = seen?._tag === "EstimatePosted" && seen.line.account === one.rows[0]?.line.account
      for (const { rows } of isFirst ? [one, other] : [other, one]) {
        model.events = Rules.followed([...model.events, ...Model.estimates(rows)])
        model.lines = [...model.lines, ...rows.map(({ line }) => line)]
      }
      model.last = Math.max(model.last, model.now)
    },
  })

export const adjust = (
  picks: ReadonlyArray<readonly [number, Files.Cents]>,
  trouble: Trouble | undefined,
): Action =>
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

export const realise = (which: number, cents: number, trouble: Trouble | undefined): Action =>
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

export const result = (cents: number, trouble: Trouble | undefined): Action =>
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

export const reverse = (which: number, trouble: Trouble | undefined): Action =>
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

export const kill = (picks: ReadonlyArray<RowPick>, afterMs: number): Action =>
  custom({
    name: `import ${shown(picks)} in a process that is killed after ${afterMs} ms`,
    run: async (model, world) => {
      const rows = rowsOf(model, picks)
      const file = Files.lines(world.folder, `lines-${model.serial}.csv`, rows)
      // The clock of the process is that of the machine, so the record time is given.
      const time = new Date(Math.max(model.now, model.last)).toISOString()
      const argv = ["import", file, "--as", "lines", "--ledger", world.ledger, "--time", time]
      const events = Rules.followed([...model.events, ...Model.estimates(rows)])
      const status = await World.killed(argv, afterMs)
      if (status === 0) Check.entries(world, { ...model, events })
      await Check.must(model, argv)
      model.events = events
      model.lines = [...model.lines, ...rows.map(({ line }) => line)]
      model.last = Math.max(model.now, model.last)
    },
  })
