/** The commands of a history that record no new entries: they read, sign or move the ledger, or shift the clock. */
import { join } from "node:path"
import { type Action, action, custom } from "./Action.ts"
import * as Check from "./Check.ts"
import * as Files from "./Files.ts"
import * as Step from "./Step.ts"
import type { Trouble } from "./Trouble.ts"
import * as World from "./World.ts"

export const read = (form: Check.FiguredForm, at: number): Action =>
  custom({
    name: `read ${form} after entry ${at}`,
    run: (model, world) =>
      Check.figures(world, model, {
        form,
        position: Files.opening.length + (at % (model.events.length - Files.opening.length + 1)),
      }),
  })

export const sign = (trouble: Trouble | undefined): Action =>
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
export const move = (trouble: Trouble | undefined): Action =>
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
      await Check.must(model, argv)
      world.ledger = ledger
      world.recorded.length = 0
      // Drafts stay beside the ledger that they were made for.
      model.branches = new Map()
    },
  })

export const setClock = (shiftMs: number): Action =>
  custom({
    name: `shift the clock by ${shiftMs / 3_600_000} h`,
    run: async (model) => {
      model.now += shiftMs
    },
  })
