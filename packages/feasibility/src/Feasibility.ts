/**
 * Decides whether printed figures can all be right at once: finds exact amounts for all of them, or the figures that
 * contradict each other.
 *
 * A solver in floating point proposes an answer, which is checked in whole numbers. Amounts must print the published
 * figures again. A contradiction is a weighted sum that can be checked by hand. Otherwise the answer is undecided.
 */
import { Statement, type Structure } from "@grootboek/core"
import { Consistency, Published } from "@grootboek/core/answer"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { Highs } from "highs"
import * as Amount from "./Amount.ts"
import * as Conflict from "./Conflict.ts"
import * as Model from "./Model.ts"
import * as Search from "./Search.ts"
import * as Solver from "./Solver.ts"

export interface FeasibilityOptions {
  /** How figures were printed: one policy for all forms, or one per form; by default as each form says. */
  readonly policy?: Statement.Policy | Readonly<Partial<Record<string, Statement.Policy>>>
  /** Whether the amount behind a printed zero of a row that counts rounds to zero or is exactly zero (`nothing`). */
  readonly zeros?: "rounded" | "nothing"
  /** Whether a row that was not printed is unknown, or zero where other rows of its sum are printed. */
  readonly unprinted?: Published.Unprinted
  /** The declared structure, if known; otherwise the groups are those that are printed. */
  readonly structure?: Structure.Structure
  /** How many contradictions are sought; 20 by default. */
  readonly most?: number
}

export type FeasibilityVerdict =
  | {
      readonly _tag: "Consistent"
      readonly figures: number
      readonly amounts: ReadonlyArray<Amount.FoundAmount>
      /** Contradictions that exist only if every printed zero is exactly zero. */
      readonly doubts: Conflict.Contradictions | undefined
    }
  | ({ readonly _tag: "Contradictory"; readonly figures: number } & Conflict.Contradictions)
  | { readonly _tag: "Undecided"; readonly figures: number; readonly status: Search.UndecidedReason }

/** Figures of rows or years that their form does not have. */
export class TablesRefused extends Data.TaggedError("TablesRefused")<{
  readonly misplaced: ReadonlyArray<Published.Misplaced>
}> {}

/** Decides whether the figures of published tables can all be right at once. */
export const check = Effect.fn("Feasibility.check")(function* (
  published: ReadonlyArray<Published.PublishedTable>,
  options: FeasibilityOptions = {},
) {
  const tables = Published.lay(published, options.structure)
  if (Result.isFailure(tables)) return yield* new TablesRefused({ misplaced: tables.failure })
  const highs = yield* Solver.start
  return of(highs, tables.success, options)
})

/** A verdict, and the policy of each form under which it was reached. */
export interface JudgedVerdict {
  readonly verdict: FeasibilityVerdict
  readonly policies: Readonly<Partial<Record<string, Statement.Policy>>>
  /** How many combinations of policies were tried. */
  readonly tried: number
}

/**
 * Decides under every way of printing that the sums of the tables leave open: the figures can be right if they can under
 * one of them. If no way explains all sums, the one that breaks the fewest is used.
 */
export const judge = Effect.fn("Feasibility.judge")(function* (
  published: ReadonlyArray<Published.PublishedTable>,
  options: Omit<FeasibilityOptions, "policy"> = {},
) {
  const laid = Published.lay(published, options.structure)
  if (Result.isFailure(laid)) return yield* new TablesRefused({ misplaced: laid.failure })
  const tables = laid.success
  const { unprinted = "unknown" } = options
  const { policies, tried } = Consistency.of(tables, { by: "range", unprinted })
  const highs = yield* Solver.start
  const open = [...new Set(tables.map(({ form }) => form))].map((form) => {
    const own = policies.filter((one) => one.form === form)
    const fitting = Statement.policies.filter((policy) => own.every((one) => one.open.includes(policy)))
    const hasPrintedSums = tables.some(
      (one) => one.form === form && one.layout.rows.some(({ printed }) => printed === "rows"),
    )
    const distinct = hasPrintedSums ? fitting : fitting.filter((policy) => policy !== "exact")
    const chosen = tried.find((one) => one.form === form)?.chosen ?? "form"
    return { form, policies: distinct.length === 0 ? [chosen] : distinct }
  })
  let best: JudgedVerdict | undefined
  let count = 0
  for (const policy of combinations(open)) {
    count += 1
    const verdict = of(highs, tables, { ...options, policy })
    const judged = { verdict, policies: policy, tried: count }
    if (verdict._tag === "Consistent" && verdict.doubts === undefined) return judged
    if (best === undefined || rank(verdict) > rank(best.verdict)) best = judged
    if (count === mostCombinations) break
  }
  return { ...(best ?? { verdict: of(highs, tables, options), policies: {} }), tried: count }
})

/** The number of combinations of policies that are tried at most: each takes one or more runs of the solver. */
const mostCombinations = 12

const rank = (verdict: FeasibilityVerdict): number =>
  ({ Consistent: 2, Undecided: 1, Contradictory: 0 })[verdict._tag]

function* combinations(
  open: ReadonlyArray<{ readonly form: string; readonly policies: ReadonlyArray<Statement.Policy> }>,
): Generator<Readonly<Partial<Record<string, Statement.Policy>>>> {
  const [first, ...others] = open
  if (first === undefined) {
    yield {}
    return
  }
  for (const policy of first.policies)
    for (const rest of combinations(others)) yield { [first.form]: policy, ...rest }
}

/** Decides as {@link check} does, for tables that are laid out already and with a solver that was started. */
export const of = (
  highs: Highs,
  tables: ReadonlyArray<Published.LaidTable>,
  options: FeasibilityOptions = {},
): FeasibilityVerdict => {
  const { policy = "form", zeros = "rounded", most = 20 } = options
  const model = Model.of(tables, tables.map(Published.emptyCells(options.unprinted ?? "unknown")))
  const exactZeros: Search.Question = {
    highs,
    model,
    reading: {
      zeros: "nothing",
      policy: (table) =>
        typeof policy === "string" ? policy : (policy[tables[table]?.form ?? ""] ?? "form"),
    },
  }
  const asked: Search.Question = { ...exactZeros, reading: { ...exactZeros.reading, zeros } }
  const figures = model.figures.filter((figure) => figure !== undefined).length
  // Amounts that are zero for every printed zero are the simplest, so they are sought first.
  const first = Search.ask(exactZeros, Search.isPrinted(model), Search.inTheMiddle)
  if (first._tag === "Amounts")
    return { _tag: "Consistent", figures, amounts: Amount.of(exactZeros, first.amounts), doubts: undefined }
  const answer = zeros === "nothing" ? first : Search.ask(asked, Search.isPrinted(model), Search.inTheMiddle)
  switch (answer._tag) {
    case "Amounts":
      return {
        _tag: "Consistent",
        figures,
        amounts: Amount.of(asked, answer.amounts),
        doubts: first._tag === "Contradiction" ? Conflict.all(exactZeros, first.proof, most) : undefined,
      }
    case "Contradiction":
      return { _tag: "Contradictory", figures, ...Conflict.all(asked, answer.proof, most) }
    case "Neither":
      return { _tag: "Undecided", figures, status: answer.status }
  }
}
