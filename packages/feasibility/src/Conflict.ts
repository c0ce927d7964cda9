/**
 * Smallest sets of figures that contradict each other, and the figures that may be the wrong ones.
 *
 * A weighted sum in whole numbers proves every set. Amounts that print all other figures prove that a figure of the
 * set is needed.
 */
import { Money } from "@grootboek/core"
import type { Published } from "@grootboek/core/answer"
import * as Amount from "./Amount.ts"
import * as Model from "./Model.ts"
import type { Proof } from "./Proof.ts"
import * as Search from "./Search.ts"

/**
 * Figures that cannot all be right. Their weighted sum must be zero. As printed it is `sum`, of which rounding explains
 * at most `room`.
 */
export interface Conflict {
  readonly figures: ReadonlyArray<{ readonly figure: Published.PublishedFigure; readonly weight: number }>
  readonly sum: Money.Money
  readonly room: Money.Money
  /** Whether it was proven that the others can be right when any one is left out. */
  readonly irreducible: boolean
}

export interface Contradictions {
  /** Sets without a figure in common. */
  readonly conflicts: ReadonlyArray<Conflict>
  /** If there is one conflict: the figures each of which, if wrong, explains the whole conflict. */
  readonly suspects: ReadonlyArray<ConflictSuspect>
  /** Whether the figures outside the conflicts can all be right; `notSought` when the limit on conflicts was reached. */
  readonly rest: "consistent" | "undecided" | "notSought"
  /** Exact amounts of the figures outside the conflicts; empty unless those are consistent. */
  readonly amounts: ReadonlyArray<Amount.FoundAmount>
}

/** A figure that may be the wrong one, and a figure that is consistent with the others. */
export interface ConflictSuspect {
  readonly figure: Published.PublishedFigure
  readonly fits: Money.Money
}

/** Returns the first contradiction, then those among the remaining figures, until none is left. */
export const all = (question: Search.Question, first: Proof, most: number): Contradictions => {
  const gone = new Set<number>()
  const kept = (one: number) => Search.isPrinted(question.model)(one) && !gone.has(one)
  const conflicts: Array<Conflict> = []
  let answer: Search.Answer = { _tag: "Contradiction", proof: first }
  while (answer._tag === "Contradiction" && conflicts.length < most) {
    const { members, ...conflict } = reduced(question, answer.proof)
    conflicts.push(conflict)
    for (const one of members) gone.add(one)
    answer = Search.ask(question, kept, Search.inTheMiddle)
  }
  const rest = { Amounts: "consistent", Neither: "undecided", Contradiction: "notSought" } as const
  return {
    conflicts,
    suspects: suspects(question, conflicts),
    rest: rest[answer._tag],
    amounts: answer._tag === "Amounts" ? Amount.of(question, answer.amounts) : [],
  }
}

/** Removes figures one by one as long as the others contradict each other. */
const reduced = (
  question: Search.Question,
  first: Proof,
): Conflict & { readonly members: ReadonlySet<number> } => {
  let proof = first
  let members = membersOf(proof)
  let irreducible = true
  for (const one of [...members]) {
    if (!members.has(one)) continue
    const answer = Search.ask(question, (other) => other !== one && members.has(other), Search.atTheEdge)
    if (answer._tag === "Contradiction") {
      proof = answer.proof
      members = membersOf(proof)
    } else if (answer._tag === "Neither") irreducible = false
  }
  return { ...conflictOf(question, proof), irreducible, members }
}

const membersOf = ({ claims }: Proof): ReadonlySet<number> =>
  new Set(claims.flatMap(({ claim }) => claim.figures.map(({ variable }) => variable)))

const conflictOf = (
  { model }: Search.Question,
  { claims, least, most }: Proof,
): Omit<Conflict, "irreducible"> => {
  const weights = new Map<number, bigint>()
  for (const { claim, weight } of claims)
    for (const { variable, times } of claim.figures)
      weights.set(variable, (weights.get(variable) ?? 0n) + BigInt(times) * weight)
  let sum = 0n
  const figures = [...weights].flatMap(([one, weight]) => {
    const figure = model.figures[one]
    if (figure === undefined) return []
    sum += weight * figure.amount
    return [{ figure, weight: Number(weight) }]
  })
  const beyond = least > 0n ? least : -most
  const size = sum < 0n ? -sum : sum
  return { figures, sum: Money.ofMicros(sum), room: Money.ofMicros(size - beyond) }
}

/** Returns the figures without which all others can be right. All of them are in the only conflict. */
const suspects = (
  question: Search.Question,
  conflicts: ReadonlyArray<Conflict>,
): ReadonlyArray<ConflictSuspect> => {
  const [only] = conflicts
  if (only === undefined || conflicts.length > 1) return []
  const { model } = question
  return only.figures.flatMap(({ figure }) => {
    const suspect = model.figures.indexOf(figure)
    const answer = Search.ask(
      question,
      (one) => one !== suspect && Search.isPrinted(model)(one),
      Search.atTheEdge,
    )
    if (answer._tag !== "Amounts") return []
    const cell = Model.cellOf(model, suspect)
    const fits = Search.printed(question, cell.table, answer.amounts)[cell.row]?.[cell.year] ?? 0n
    return [{ figure, fits: Money.ofMicros(fits) }]
  })
}
