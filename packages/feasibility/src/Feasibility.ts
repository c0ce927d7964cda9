/**
 * Whether printed figures can all be right at once: exact amounts behind every one of them, or the figures that
 * contradict each other.
 *
 * A solver seeks, whole numbers decide: amounts are printed again to the published figures, a contradiction is a
 * weighted sum that anybody can add up, and what neither settles is called undecided.
 */
import { Published, type Statement, type Structure } from "@grootboek/core"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { Highs } from "highs"
import * as Amount from "./Amount.ts"
import * as Conflict from "./Conflict.ts"
import * as Model from "./Model.ts"
import * as Search from "./Search.ts"
import * as Solver from "./Solver.ts"

/** How tables are read. */
export interface FeasibilityOptions {
  /** How figures were printed: as each form says, unless told otherwise; one way for all, or per form. */
  readonly policy?: Statement.Policy | Readonly<Partial<Record<string, Statement.Policy>>>
  /** Whether a zero printed for a row that counts may hide an amount that rounds to it (`rounded`), or means nothing. */
  readonly zeros?: "rounded" | "nothing"
  /** What was declared, where it is known; else groups are those that are printed. */
  readonly structure?: Structure.Structure
  /** How many contradictions are sought; twenty unless told otherwise. */
  readonly most?: number
}

/** What was found. */
export type FeasibilityVerdict =
  | {
      readonly _tag: "Consistent"
      readonly figures: number
      readonly amounts: ReadonlyArray<Amount.FoundAmount>
      /** Contradictions that vanish only if some printed zeros hide amounts that round to zero. */
      readonly doubts: Conflict.Contradictions | undefined
    }
  | ({ readonly _tag: "Contradictory"; readonly figures: number } & Conflict.Contradictions)
  | { readonly _tag: "Undecided"; readonly figures: number; readonly status: string }

/** Figures that have no place in their form. */
export class TablesRefused extends Data.TaggedError("TablesRefused")<{
  readonly misplaced: ReadonlyArray<Published.Misplaced>
}> {}

/** Decides whether the figures of published tables, all at once, can be right. */
export const check = Effect.fn("Feasibility.check")(function* (
  published: ReadonlyArray<Published.PublishedTable>,
  options: FeasibilityOptions = {},
) {
  const tables = Published.lay(published, options.structure)
  if (Result.isFailure(tables)) return yield* new TablesRefused({ misplaced: tables.failure })
  const highs = yield* Solver.start
  return of(highs, tables.success, options)
})

/** Decides it for tables that were laid together, with a solver that was started. */
export const of = (
  highs: Highs,
  tables: ReadonlyArray<Published.LaidTable>,
  options: FeasibilityOptions = {},
): FeasibilityVerdict => {
  const { policy = "form", zeros = "rounded", most = 20 } = options
  const model = Model.of(tables, tables.map(Published.holdsNothing))
  const plain: Search.Question = {
    highs,
    model,
    reading: {
      zeros: "nothing",
      policy: (table) =>
        typeof policy === "string" ? policy : (policy[tables[table]?.form ?? ""] ?? "form"),
    },
  }
  const strict: Search.Question = { ...plain, reading: { ...plain.reading, zeros } }
  const figures = model.figures.filter((figure) => figure !== undefined).length
  // Amounts of which none hides behind a zero are the plainest ones, so they are sought first.
  const first = Search.ask(plain, Search.isPrinted(model), Search.inTheMiddle)
  if (first._tag === "Amounts")
    return { _tag: "Consistent", figures, amounts: Amount.of(plain, first.amounts), doubts: undefined }
  const answer = zeros === "nothing" ? first : Search.ask(strict, Search.isPrinted(model), Search.inTheMiddle)
  switch (answer._tag) {
    case "Amounts":
      return {
        _tag: "Consistent",
        figures,
        amounts: Amount.of(strict, answer.amounts),
        doubts: first._tag === "Contradiction" ? Conflict.all(plain, first.proof, most) : undefined,
      }
    case "Contradiction":
      return { _tag: "Contradictory", figures, ...Conflict.all(strict, answer.proof, most) }
    case "Neither":
      return { _tag: "Undecided", figures, status: answer.status }
  }
}
