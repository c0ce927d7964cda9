/** Whether published figures can all be right at once, decided and put into words. */
import type { Published, Statement, Structure } from "@grootboek/core"
import * as Effect from "effect/Effect"
import { environment, type Failure, refused } from "./Failure.ts"
import type { Language } from "./Language.ts"
import * as PublishedFile from "./PublishedFile.ts"

/** A verdict in words; `isProven` when exact amounts were found behind every figure. */
export interface Proof {
  readonly verdict: "Consistent" | "Contradictory" | "Undecided"
  readonly lines: ReadonlyArray<string>
  readonly isProven: boolean
}

/** Decides. The solver is loaded only when it is asked for. */
export const of = Effect.fnUntraced(function* (
  tables: ReadonlyArray<Published.PublishedTable>,
  options: { readonly policy: Statement.Policy; readonly structure?: Structure.Structure },
  language: Language,
): Effect.fn.Return<Proof, Failure> {
  const { Feasibility, Words } = yield* Effect.promise(() => import("@grootboek/feasibility"))
  const verdict = yield* Effect.mapError(Feasibility.check(tables, options), (error) =>
    error._tag === "TablesRefused"
      ? refused(...error.misplaced.map(PublishedFile.misplaced))
      : environment({
          en: "the solver cannot be loaded: install the dependencies again (npm start)",
          nl: "de oplosser kan niet worden geladen: installeer de afhankelijkheden opnieuw (npm start)",
        }),
  )
  return {
    verdict: verdict._tag,
    lines: Words.verdict(verdict).map((line) => line[language]),
    isProven: verdict._tag === "Consistent" && verdict.doubts === undefined && verdict.figures > 0,
  }
})
