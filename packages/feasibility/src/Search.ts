/** One question to the solver. Its answer is accepted only after a check in whole numbers. */
import { Money, Statement } from "@grootboek/core"
import type { Highs } from "highs"
import * as Claim from "./Claim.ts"
import { evaluate, type Model, variable } from "./Model.ts"
import * as Proof from "./Proof.ts"
import * as Solver from "./Solver.ts"

/** A question about printed figures under one interpretation. */
export interface Question {
  readonly highs: Highs
  readonly model: Model
  readonly reading: Claim.Reading
}

/** Exact amounts of all variables that print as published, a proof that there are none, or neither. */
export type Answer =
  | { readonly _tag: "Amounts"; readonly amounts: ReadonlyArray<bigint> }
  | { readonly _tag: "Contradiction"; readonly proof: Proof.Proof }
  | { readonly _tag: "Neither"; readonly status: UndecidedReason }

/** Why a question was not decided. */
export type UndecidedReason =
  | { readonly _tag: "NothingTried" }
  | { readonly _tag: "NoWholeAmounts" }
  | { readonly _tag: "NoWholeProof" }
  | { readonly _tag: "SolverEnded"; readonly status: number }

/** Returns whether a variable is a cell with a printed figure. */
export const isPrinted =
  ({ figures }: Pick<Model, "figures">) =>
  (one: number): boolean =>
    figures[one] !== undefined

/** Margins for amounts that are shown to a reader. */
export const inTheMiddle = [0.3, 0.1, 0.01, 0]

/** Margins where only the existence of amounts matters. */
export const atTheEdge = [0, 0.01, 0.1]

/**
 * Asks whether the kept figures can all be right. `margins` are tried in turn: amounts in the middle of their bounds
 * remain valid when rounded to whole micro-euro; if there are none, amounts at the bounds may exist.
 */
export const ask = (
  question: Question,
  kept: (variable: number) => boolean,
  margins: ReadonlyArray<number>,
): Answer => {
  const { highs, model, reading } = question
  const claims = Claim.of(model, reading, kept)
  const plain = claims.find(({ terms, least, most }) => terms.length === 0 && (least > 0n || most < 0n))
  if (plain !== undefined) {
    const { least, most } = plain
    return { _tag: "Contradiction", proof: { claims: [{ claim: plain, weight: 1n }], least, most } }
  }
  const open = claims.filter(({ terms }) => terms.length > 0)
  // Unprinted amounts that count rounded in a printed sum are sought in whole units first.
  const isMixed = open.some(({ terms }) => terms.length > 1)
  const ways = [...(isMixed ? [0.5] : []), ...margins].map((single) => ({ single, several: 0.5 }))
  let status: UndecidedReason = { _tag: "NothingTried" }
  for (const margin of isMixed ? [...ways, { single: 0, several: 0 }] : ways) {
    const found = Solver.amounts(highs, model, open, margin)
    switch (found._tag) {
      case "Found": {
        const amounts = settled(model, found.amounts, (tried) =>
          isRight(question, { claims: open, kept }, tried),
        )
        if (amounts !== undefined) return { _tag: "Amounts", amounts }
        status = { _tag: "NoWholeAmounts" }
        break
      }
      case "None": {
        // With a margin, this only means that no amounts exist in the middle.
        if (margin.single > 0) break
        const proof = proofOf(question, open)
        if (proof !== undefined) return { _tag: "Contradiction", proof }
        status = { _tag: "NoWholeProof" }
        break
      }
      case "Ended":
        status = { _tag: "SolverEnded", status: found.status }
    }
  }
  return { _tag: "Neither", status }
}

/** Returns the proof in the weights of the solver. Tries again with only the claims that have a weight, which are fewer. */
const proofOf = ({ highs, model }: Question, claims: ReadonlyArray<Claim.Claim>): Proof.Proof | undefined => {
  let left = claims
  for (;;) {
    const weights = Solver.weights(highs, model, left)
    const proof = Proof.of(model, left, weights)
    const weighted = left.filter((_, index) => Math.abs(weights[index] ?? 0) > 1e-9)
    if (proof !== undefined || weighted.length === 0 || weighted.length === left.length) return proof
    left = weighted
  }
}

/** Returns amounts in whole euro, cents or hundredths of cents if those are right, else in micro-euro. */
const settled = (
  model: Model,
  hint: ReadonlyMap<number, number>,
  isRight: (amounts: ReadonlyArray<bigint>) => boolean,
): ReadonlyArray<bigint> | undefined => {
  for (const decimals of [0, 2, 4, 6]) {
    const amounts = evaluate(model, (one) =>
      Money.round(Money.ofMicros((model.near[one] ?? 0n) + BigInt(Math.round(hint.get(one) ?? 0))), decimals),
    )
    if (isRight(amounts)) return amounts
  }
  return undefined
}

/** Returns whether amounts satisfy every claim and print as published, with the code that prints statements. */
const isRight = (
  question: Question,
  {
    claims,
    kept,
  }: { readonly claims: ReadonlyArray<Claim.Claim>; readonly kept: (variable: number) => boolean },
  amounts: ReadonlyArray<bigint>,
): boolean => {
  const { model } = question
  const isKept = claims.every(({ terms, least, most }) => {
    let sum = 0n
    for (const term of terms) sum += BigInt(term.times) * (amounts[term.variable] ?? 0n)
    return sum >= least && sum <= most
  })
  return (
    isKept &&
    model.tables.every((_, table) =>
      printed(question, table, amounts).every((row, index) =>
        row.every((figure, year) => {
          const cell = variable(model, { table, row: index, year })
          return !kept(cell) || (model.figures[cell]?.amount ?? figure) === figure
        }),
      ),
    )
  )
}

/** Returns the exact amounts of a table in micro-euro, by row and year. */
export const exact = (model: Model, table: number, amounts: ReadonlyArray<bigint>): Statement.RowAmounts =>
  (model.tables[table]?.layout.rows ?? []).map((row) =>
    Array.from(
      { length: model.years },
      (_, year) => amounts[variable(model, { table, row: row.index, year })] ?? 0n,
    ),
  )

/** Returns the figures that the amounts of a table print as, in micro-euro, by row and year. */
export const printed = (
  { model, reading }: Pick<Question, "model" | "reading">,
  table: number,
  amounts: ReadonlyArray<bigint>,
): Statement.RowAmounts => {
  const { layout } = model.tables[table] ?? {}
  return layout === undefined
    ? []
    : Statement.print(layout, exact(model, table, amounts), reading.policy(table))
}
