/**
 * Decides whether printed figures can all be right at once: finds exact amounts for all of them, or the figures that
 * contradict each other.
 *
 * A solver in floating point proposes an answer, which is checked in whole numbers. Amounts must print the published
 * figures again. A contradiction is a weighted sum that can be checked by hand. Otherwise the answer is undecided.
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

/** How tables are interpreted. */
export interface FeasibilityOptions {
  /** How figures were printed: one policy for all forms, or one per form; by default as each form says. */
  readonly policy?: Statement.Policy | Readonly<Partial<Record<string, Statement.Policy>>>
  /** Whether the amount behind a printed zero of a row that counts rounds to zero or is exactly zero (`nothing`). */
  readonly zeros?: "rounded" | "nothing"
  /** The declared structure, if known; otherwise the groups are those that are printed. */
  readonly structure?: Structure.Structure
  /** How many contradictions are sought; 20 by default. */
  readonly most?: number
}

/** The result of a check. */
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

/** {@link check} for tables that are laid out already, with a solver that was started. */
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
  // Amounts that are zero for every printed zero are the simplest, so they are sought first.
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
