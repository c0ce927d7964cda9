/** The verdict whether exact amounts exist behind all published figures at once. */
import type { Statement, Structure } from "@grootboek/core"
import type { Published } from "@grootboek/core/answer"
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

/** How tables are interpreted; without a policy, every way of printing that their sums leave open. */
export interface ProofOptions {
  readonly policy: Statement.Policy | undefined
  readonly unprinted: Published.Unprinted
  readonly structure?: Structure.Structure
}

/** Decides whether tables are feasible. Loads the solver on use. */
export const of = Effect.fnUntraced(function* (
  tables: ReadonlyArray<Published.PublishedTable>,
  { policy, ...options }: ProofOptions,
  language: Language,
): Effect.fn.Return<FeasibilityProof, CommandFailure> {
  const { Feasibility, Words } = yield* Effect.promise(() => import("@grootboek/feasibility"))
  const judged =
    policy === undefined
      ? Feasibility.judge(tables, options)
      : Effect.map(Feasibility.check(tables, { ...options, policy }), (verdict) => ({
          verdict,
          policies: Object.fromEntries(tables.map(({ form }) => [form, policy])),
          tried: 1,
        }))
  const found = yield* Effect.mapError(judged, (error) =>
    error._tag === "TablesRefused"
      ? refused(...error.misplaced.map(PublishedFile.misplaced))
      : environment(LedgerMessage.packageMissing(LedgerMessage.solver, "highs")),
  )
  const { verdict } = found
  return {
    proof: {
      verdict: verdict._tag,
      lines: [...Words.verdict(verdict), Words.policies(found)].map((line) => line[language]),
    },
    isProven: verdict._tag === "Consistent" && verdict.figures > 0,
  }
})
