/** Comparison of a world with its model: entries, drafts, and printed figures. */
import { Figures } from "@grootboek/laws"
import * as Model from "./Model.ts"
import { offByACent } from "./Plant.ts"
import * as World from "./World.ts"

export type FiguredForm = (typeof Figures.forms)[number]

export const forms = Figures.forms

/** Throws when the entries or the drafts of a ledger are not those of the model. */
export const entries = (world: World.World, model: Model.PlanModel): void => {
  same("entries", Model.moved(World.events(world)), Model.moved(model.events))
  const drafts = [...model.branches].map(([name, { events }]) => `${name}: ${events.length}`)
  same(
    "branches",
    [...World.branches(world)].map(([name, count]) => `${name}: ${count}`).sort(),
    drafts.sort(),
  )
}

/** Throws when a printed figure of a form is not that of the model after a number of entries. */
export const figures = async (
  world: World.World,
  model: Model.PlanModel,
  { form, position = model.events.length }: { readonly form: FiguredForm; readonly position?: number },
): Promise<void> => {
  const { out } = await must(model, [
    ...["statement", form, "--at", `position:${position}`, "--format", "json"],
    ...["--ledger", world.ledger],
  ])
  const expected = new Map(
    [...Model.figures(model, position)].filter(([where]) => where.startsWith(`${form} `)),
  )
  const { rows }: PrintedStatement = JSON.parse(out)
  for (const { section, code, cells } of rows)
    for (const { year, exact, printed } of cells) {
      const where = `${form} ${section === "" ? code : `${section}/${code}`} ${year}`
      const figure = expected.get(where)
      if (figure === undefined) continue
      expected.delete(where)
      const read = world.plant === "figure off by a cent" ? offByACent(exact) : exact
      if (!figure.exact.eq(read) || !figure.printed.eq(printed))
        throw new Error(
          `${where} after entry ${position}: expected ${figure.exact.toFixed()} (printed ${figure.printed.toFixed()}), found ${read} (printed ${printed})`,
        )
    }
  // A row without amounts may be left out.
  for (const [where, { exact }] of expected)
    if (!exact.isZero() && !unprinted.test(where))
      throw new Error(`${where}: expected ${exact.toFixed()}, found no row`)
}

// The published layouts do not print the parts of these rows.
const unprinted = /^M2 .*\/VI\.[AB]|^T3 .*\.opening /

/** Throws when the command line finds something wrong in a ledger. Norms that are not met are not wrong. */
export const journal = async ({ ledger }: World.World, { now, events }: Model.PlanModel): Promise<void> => {
  const { out } = await World.command(["verify", "--ledger", ledger, "--format", "json"], { now })
  const { entries, findings }: Verified = JSON.parse(out)
  same(
    "findings",
    findings.flatMap(({ position, code, message }) =>
      code === "NormNotMet" ? [] : [`${position}: ${message}`],
    ),
    [],
  )
  same("verified entries", [`${entries}`], [`${events.length}`])
}

interface Verified {
  readonly entries: number
  readonly findings: ReadonlyArray<{
    readonly position: number
    readonly code: string
    readonly message: string
  }>
}

/** Runs a command that must succeed; throws with its output when it fails. */
export const must = async (
  { now }: Model.PlanModel,
  argv: ReadonlyArray<string>,
): Promise<World.CommandResult> => {
  const ran = await World.command(argv, { now })
  if (ran.status !== 0) throw new Error(`${argv.join(" ")} ended with ${ran.status}: ${ran.err}${ran.out}`)
  return ran
}

/** Throws unless two lists are the same, with their first difference. */
export const same = (what: string, found: ReadonlyArray<string>, expected: ReadonlyArray<string>): void => {
  for (let at = 0; at < Math.max(found.length, expected.length); at++)
    if (found[at] !== expected[at])
      throw new Error(`${what} ${at + 1}: expected ${expected[at] ?? "none"}, found ${found[at] ?? "none"}`)
}

interface PrintedStatement {
  readonly rows: ReadonlyArray<{
    readonly section: string
    readonly code: string
    readonly cells: ReadonlyArray<{ readonly year: number; readonly exact: string; readonly printed: string }>
  }>
}
