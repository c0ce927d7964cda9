/**
 * The laws of the ledger, held against the journal at hand: each compares two roads to one figure, at tolerance zero.
 *
 * A law says how many comparisons it made and shows the first ones that failed.
 */
import {
  Address,
  Balances,
  Canonical,
  Diff,
  Dimension,
  formIds,
  Journal,
  Ledger,
  Money,
  Posting,
  Statement,
  Trail,
  Verify,
  Year,
} from "@grootboek/core"
import * as Result from "effect/Result"
import { hash, type OpenedJournal } from "./OpenedJournal.ts"
import { ties } from "./TieOuts.ts"

/** What a law found. */
export interface Held {
  readonly comparisons: number
  readonly failures: ReadonlyArray<string>
}

/** A law: a name, and what it finds in a journal. */
export interface Law {
  readonly name:
    | "chain"
    | "canonical"
    | "order"
    | "homomorphism"
    | "linearity"
    | "coverage"
    | "tieOuts"
    | "neutrality"
    | "explanation"
  readonly hold: (opened: OpenedJournal) => Held
}

/** Counts comparisons and keeps what failed. */
const tally = () => {
  let comparisons = 0
  const failures: Array<string> = []
  const compare = (same: boolean, what: () => string): void => {
    comparisons += 1
    if (!same && failures.length < 20) failures.push(what())
  }
  return { compare, held: (): Held => ({ comparisons, failures }) }
}

const chain = ({ sealed }: OpenedJournal): Held => {
  const { findings } = Verify.all(sealed, hash)
  return { comparisons: sealed.length * 2, failures: findings.slice(0, 20).map(({ message }) => message) }
}

const canonical = ({ sealed }: OpenedJournal): Held => {
  const { compare, held } = tally()
  const decoder = new TextDecoder()
  for (const one of sealed) {
    const entry = Journal.parse(one)
    if (Result.isFailure(entry)) continue
    const told = Canonical.stringify(entry.success.event)
    compare(decoder.decode(one.body).includes(`,"event":${told},"id":`), () => `#${one.position}`)
  }
  return held()
}

const order = ({ sealed }: OpenedJournal): Held => {
  const { compare, held } = tally()
  let head = Journal.genesis
  // Each entry is offered one place too early; no such journal may open.
  for (const [index, one] of sealed.entries()) {
    const next = sealed[index + 1]
    if (next !== undefined)
      compare(
        Result.isFailure(Journal.open({ ...next, position: one.position }, head, hash)),
        () => `#${next.position}`,
      )
    head = { position: one.position, hash: one.hash, time: Journal.genesis.time }
  }
  return held()
}

const homomorphism = ({ ledger }: OpenedJournal): Held => {
  const { compare, held } = tally()
  const { columns } = ledger
  const end = Balances.of(columns)
  for (const position of momentsOf(ledger)) {
    const amounts = Balances.of(columns, position).amounts.slice()
    for (let index = columns.endOf(position); index < columns.postings; index++) {
      const { cell, amount } = columns.posting(index)
      amounts[cell] = (amounts[cell] ?? 0n) + amount
    }
    end.amounts.forEach((amount, cell) => {
      compare(amounts[cell] === amount, () => `position:${position}, cell ${cell}`)
    })
  }
  return held()
}

/** Up to so many postings between two versions, each of their changed cells is also taken apart into its causes. */
const fewPostings = 5_000

const linearity = ({ ledger }: OpenedJournal): Held => {
  const { compare, held } = tally()
  const moments = momentsOf(ledger)
  const plan = Ledger.planAt(ledger)
  if (plan === undefined) return held()
  const { columns } = ledger
  const span = Year.list(plan.years)
  moments.slice(1).forEach((to, index) => {
    const from = moments[index] ?? 0
    const [before, after] = [Balances.of(columns, from), Balances.of(columns, to)]
    const between = {
      ...after,
      amounts: after.amounts.map((amount, cell) => amount - (before.amounts[cell] ?? 0n)),
    }
    for (const form of formIds) {
      const layout = Ledger.layout(ledger, form, plan)
      const [old, now, moved] = [before, after, between].map((some) => Statement.amounts(layout, some, span))
      for (const row of layout.rows)
        span.forEach((year, at) => {
          const [a, b, c] = [old, now, moved].map((some) => some?.[row.index]?.[at] ?? 0n)
          compare((a ?? 0n) + (c ?? 0n) === b, () => `${form} ${Address.format(row)} ${year}`)
        })
    }
    if (columns.endOf(to) - columns.endOf(from) > fewPostings) return
    const difference = Diff.between(ledger, { from, to })
    for (const cell of Result.isSuccess(difference) ? difference.success.cells : []) {
      const parts = Money.sum([cell.old, ...cell.causes.map(({ amount }) => amount), cell.unexplained])
      compare(parts === cell.new, () => `${cell.form} ${Address.format(cell)} ${cell.year}`)
    }
  })
  return held()
}

const coverage = ({ ledger }: OpenedJournal): Held => {
  const { compare, held } = tally()
  const plan = Ledger.planAt(ledger)
  if (plan === undefined) return held()
  for (const form of ["M1", "T1", "T2"] as const) {
    const layout = Ledger.layout(ledger, form, plan)
    for (const place of ledger.columns.places) {
      const reading = Dimension.of(plan.structure, place)
      if (place.phase !== "estimate" || (!Dimension.isUnplaced(reading) && reading.section === "result"))
        continue
      compare(layout.leavesOf(place).length === 1, () => `${form}: ${place.direction} ${place.account}`)
    }
  }
  return held()
}

const tieOuts = ({ ledger }: OpenedJournal): Held => {
  const { compare, held } = tally()
  for (const position of momentsOf(ledger)) {
    for (const tie of ties(ledger, position))
      compare(
        tie.left === tie.right,
        () => `${tie.name} ${tie.year}: ${Money.format(tie.left)} ≠ ${Money.format(tie.right)}`,
      )
  }
  return held()
}

const neutrality = ({ sealed }: OpenedJournal): Held => {
  const { compare, held } = tally()
  for (const one of sealed) {
    const entry = Journal.parse(one)
    if (Result.isFailure(entry)) continue
    const { event } = entry.success
    const isNeutral =
      event._tag === "OverheadReallocated" ||
      event._tag === "PassedThrough" ||
      event._tag === "CreditTransferred" ||
      (event._tag === "PlanAdjusted" && event.neutrality !== undefined)
    if (!isNeutral) continue
    const sums = new Map<number, bigint>()
    for (const { place, year, amount } of Posting.of(event))
      sums.set(year, (sums.get(year) ?? 0n) + (place.direction === "O" ? amount : -amount))
    for (const [year, sum] of sums) compare(sum === 0n, () => `#${one.position} ${year}`)
  }
  return held()
}

const explanation = ({ ledger }: OpenedJournal): Held => {
  const { compare, held } = tally()
  const plan = Ledger.planAt(ledger)
  if (plan === undefined) return held()
  const span = Year.list(plan.years)
  const until = Ledger.position(ledger)
  for (const form of formIds) {
    const layout = Ledger.layout(ledger, form, plan)
    const exact = Statement.amounts(layout, Balances.of(ledger.columns), span)
    const places = Trail.placesByLeaf(layout, ledger.columns)
    for (const row of layout.rows) {
      span.forEach((year, index) => {
        const leaves = Trail.leaves(layout, row.index, year, plan.years.first)
        const steps = Trail.steps(ledger.columns, leaves, places, { after: 0, until })
        const sum = Money.sum(steps.map(({ amount }) => amount))
        compare(sum === exact[row.index]?.[index], () => `${form} ${Address.format(row)} ${year}`)
      })
    }
  }
  return held()
}

/** The end of each version of the plan. */
const momentsOf = (ledger: Ledger.Ledger): ReadonlyArray<number> => {
  const versions = Ledger.planAt(ledger)?.versions ?? []
  return versions.map((_, index) => (versions[index + 1]?.position ?? Ledger.position(ledger) + 1) - 1)
}

/** The laws, in the order in which they are shown. */
export const all: ReadonlyArray<Law> = [
  { name: "chain", hold: chain },
  { name: "canonical", hold: canonical },
  { name: "order", hold: order },
  { name: "homomorphism", hold: homomorphism },
  { name: "linearity", hold: linearity },
  { name: "coverage", hold: coverage },
  { name: "tieOuts", hold: tieOuts },
  { name: "neutrality", hold: neutrality },
  { name: "explanation", hold: explanation },
]
