/** The comparison of the answer of an engine with that of core. */
import { FormQuery } from "@grootboek/lake"
import * as Result from "effect/Result"
import * as CoreCells from "./CoreCells.ts"
import type * as Engines from "./Engines.ts"
import type { DrawnJournal } from "./Journals.ts"

/** Returns the answer of core about all journals. */
export const core = (
  journals: ReadonlyArray<DrawnJournal>,
  question: FormQuery.LakeQuestion,
): Engines.EngineAnswer => {
  const cells = new Map<string, bigint>()
  const leftOut = new Map<string, string>()
  for (const { name, ledger } of journals) {
    const own = CoreCells.of(name, ledger, question)
    if (own === undefined) leftOut.set(name, `no ${question.at}, or no plan at it`)
    else for (const [key, amount] of own) cells.set(key, amount)
  }
  return { cells, leftOut }
}

/** Returns the query of a question in the dialect of an engine. */
export const compile = (question: FormQuery.LakeQuestion, engine: Engines.Engine): string =>
  Result.getOrThrow(FormQuery.compile(question, engine.dialect))

/** Returns the cells in which two answers differ. */
export const unequal = (
  found: Pick<Engines.EngineAnswer, "cells">,
  expected: Pick<Engines.EngineAnswer, "cells">,
): ReadonlyArray<string> =>
  [...new Set([...found.cells.keys(), ...expected.cells.keys()])].filter(
    (key) => found.cells.get(key) !== expected.cells.get(key),
  )

/** Returns the ledgers that only one of two answers leaves out, or that they leave out for different reasons. */
export const unequalLeftOut = (
  found: Engines.EngineAnswer,
  expected: Engines.EngineAnswer,
): ReadonlyArray<string> =>
  [...new Set([...found.leftOut.keys(), ...expected.leftOut.keys()])].filter(
    (key) => found.leftOut.get(key) !== expected.leftOut.get(key),
  )
