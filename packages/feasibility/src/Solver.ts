/**
 * Two questions to HiGHS: amounts within bounds that satisfy equations, and the weights of a contradiction. Answers
 * are floats, so each is checked afterwards.
 */
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import type { Highs, ModelData } from "highs"
import type { Claim } from "./Claim.ts"
import type { Model } from "./Model.ts"

/** The solver could not be started. */
export class SolverUnavailable extends Data.TaggedError("SolverUnavailable")<{ readonly cause: unknown }> {}

/** Starts the solver, a WebAssembly module that is loaded on first use. */
export const start: Effect.Effect<Highs, SolverUnavailable> = Effect.tryPromise({
  try: async () => (await import("highs")).default(),
  catch: (cause) => new SolverUnavailable({ cause }),
})

/** Amounts by variable, in micro-euro relative to `near`; `None` if there are none; `Ended` with another status. */
export type Solution =
  | { readonly _tag: "Found"; readonly amounts: ReadonlyMap<number, number> }
  | { readonly _tag: "None" }
  | { readonly _tag: "Ended"; readonly status: number }

/**
 * Seeks amounts that satisfy every claim with a margin at both bounds: a share of the width of the claim. `single` is
 * the share for claims about one amount, `several` for the others.
 */
export const amounts = (
  highs: Highs,
  model: Model,
  claims: ReadonlyArray<Claim>,
  margin: { readonly single: number; readonly several: number },
): Solution => {
  if (claims.length === 0) return { _tag: "Found", amounts: new Map() }
  const system = systemOf(highs, model, claims)
  const rows = claims.map(({ terms, least, most }) => {
    const share = terms.length > 1 ? margin.several : margin.single
    return system.row(terms, { least, most, room: Math.floor(Number(most - least) * share) })
  })
  return highs.withModel(system.data([...system.equations, ...rows]), (lp): Solution => {
    lp.options.set({ ...quiet })
    lp.run()
    const status = lp.getModelStatus()
    const { modelStatus } = highs.constants
    if (status === modelStatus.infeasible) return { _tag: "None" }
    if (status !== modelStatus.optimal) return { _tag: "Ended", status }
    const values = [...lp.getSolution().colValue]
    return {
      _tag: "Found",
      amounts: new Map(system.variables.map((variable, column) => [variable, values[column] ?? 0])),
    }
  })
}

/**
 * Returns the weights of claims that contradict each other: the dual values of the smallest violation that all claims
 * can share. At a vertex they name a set of claims in which each is needed.
 */
export const weights = (highs: Highs, model: Model, claims: ReadonlyArray<Claim>): ReadonlyArray<number> => {
  const system = systemOf(highs, model, claims)
  const violation = { column: system.variables.length, times: 1 }
  const rows = claims.flatMap(({ terms, least, most }): ReadonlyArray<Row> => {
    const { entries, lower, upper } = system.row(terms, { least, most, room: 0 })
    return [
      { entries: [...entries, violation], lower, upper: highs.infinity },
      { entries: [...entries, { ...violation, times: -1 }], lower: -highs.infinity, upper },
    ]
  })
  const data = system.data([...rows, ...system.equations], violation)
  return highs.withModel(data, (lp) => {
    lp.options.set({ ...quiet })
    lp.run()
    if (lp.getModelStatus() !== highs.constants.modelStatus.optimal) return claims.map(() => 0)
    const duals = [...lp.getSolution().rowDual]
    return claims.map((_, index) => (duals[2 * index] ?? 0) + (duals[2 * index + 1] ?? 0))
  })
}

const quiet = { output_flag: false, primal_feasibility_tolerance: 1e-6, time_limit: 60 }

/** A sum between bounds, over columns. */
interface Row {
  readonly entries: ReadonlyArray<{ readonly column: number; readonly times: number }>
  readonly lower: number
  readonly upper: number
}

/** Returns the equations behind claims, over the variables that they reach. */
const systemOf = (highs: Highs, model: Model, claims: ReadonlyArray<Claim>) => {
  const variables = reached(model, claims)
  const columnOf = new Map(variables.map((variable, column) => [variable, column]))
  const row = (
    terms: Claim["terms"],
    { least, most, room }: { readonly least: bigint; readonly most: bigint; readonly room: number },
  ): Row => {
    const times = new Map<number, number>()
    let near = 0n
    for (const term of terms) {
      const column = columnOf.get(term.variable) ?? 0
      times.set(column, (times.get(column) ?? 0) + term.times)
      near += BigInt(term.times) * (model.near[term.variable] ?? 0n)
    }
    return {
      entries: [...times].map(([column, sum]) => ({ column, times: sum })),
      // Exact before it becomes a float, since large amounts cancel.
      lower: Number(least - near) + room,
      upper: Number(most - near) - room,
    }
  }
  const equations = variables.flatMap((variable) => {
    const { terms } = model.equationOf[variable] ?? {}
    if (terms === undefined) return []
    const opposite = terms.map((term) => ({
      ...term,
      times: term.times === 1 ? (-1 as const) : (1 as const),
    }))
    return [row([{ variable, times: 1 }, ...opposite], { least: 0n, most: 0n, room: 0 })]
  })
  const data = (rows: ReadonlyArray<Row>, cost?: { readonly column: number }): ModelData => {
    const numCols = variables.length + (cost === undefined ? 0 : 1)
    const isCost = Array.from({ length: numCols }, (_, column) => column === cost?.column)
    const starts = [0]
    for (const { entries } of rows) starts.push((starts.at(-1) ?? 0) + entries.length)
    return {
      numCols,
      numRows: rows.length,
      colCost: isCost.map((is) => (is ? 1 : 0)),
      colLower: isCost.map((is) => (is ? 0 : -highs.infinity)),
      colUpper: isCost.map(() => highs.infinity),
      rowLower: rows.map(({ lower }) => lower),
      rowUpper: rows.map(({ upper }) => upper),
      matrix: {
        format: "csr",
        numRows: rows.length,
        numCols,
        starts,
        indices: rows.flatMap(({ entries }) => entries.map(({ column }) => column)),
        values: rows.flatMap(({ entries }) => entries.map(({ times }) => times)),
      },
    }
  }
  return { variables, row, equations, data }
}

const reached = ({ equationOf, size }: Model, claims: ReadonlyArray<Claim>): ReadonlyArray<number> => {
  const seen = new Uint8Array(size)
  const queue = claims.flatMap(({ terms }) => terms.map(({ variable }) => variable))
  for (let one = queue.pop(); one !== undefined; one = queue.pop()) {
    if (seen[one] === 1) continue
    seen[one] = 1
    for (const { variable } of equationOf[one]?.terms ?? []) queue.push(variable)
  }
  return [...seen.keys()].filter((one) => seen[one] === 1)
}
