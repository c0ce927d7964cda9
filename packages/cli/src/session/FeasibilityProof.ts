/** The verdict whether exact amounts exist behind all published figures at once. */
import type { Published, Statement, Structure } from "@grootboek/core"
import * as Effect from "effect/Effect"
import { type CommandFailure, environment, refused } from "../words/CommandFailure.ts"
import type { Language } from "../words/Language.ts"
import * as LedgerMessage from "../words/LedgerMessage.ts"
import * as PublishedFile from "./PublishedFile.ts"

/** A verdict in words; `isProven` when exact amounts were found behind every figure. */
export interface FeasibilityProof {
  readonly proof: {
    readonly verdict: "Consistent" | "Contradictory" | "Undecided"
    readonly lines: ReadonlyArray<string>
  }
  readonly isProven: boolean
}

/** Decides whether tables are feasible. Loads the solver on use. */
export const of = Effect.fnUntraced(function* (
  tables: ReadonlyArray<Published.PublishedTable>,
  options: { readonly policy: Statement.Policy; readonly structure?: Structure.Structure },
  language: Language,
): Effect.fn.Return<FeasibilityProof, CommandFailure> {
  const { Feasibility, Words } = yield* Effect.promise(() => import("@grootboek/feasibility"))
  const verdict = yield* Effect.mapError(Feasibility.check(tables, options), (error) =>
    error._tag === "TablesRefused"
      ? refused(...error.misplaced.map(PublishedFile.misplaced))
      : environment(LedgerMessage.packageMissing(LedgerMessage.solver, "highs")),
  )
  return {
    proof: { verdict: verdict._tag, lines: Words.verdict(verdict).map((line) => line[language]) },
    isProven: verdict._tag === "Consistent" && verdict.doubts === undefined && verdict.figures > 0,
  }
})
