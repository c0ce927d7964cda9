/** Work in memory: folding, balances of the past, statements, explanations, differences. */
import { type BudgetEvent, Diff, Explain, type FormId, formIds, Ledger, Money } from "@grootboek/core"
import * as Result from "effect/Result"
import * as Budget from "./Budget.ts"
import { inTurns, once } from "./Measure.ts"
import * as Table from "./Table.ts"

const lineCount = 500

/** Makes a ledger with this many postings and two adjustments at its end. */
export const ledgerOf = (postings: number, budget = Budget.of(lineCount)): Ledger.Ledger => {
  const ledger = Ledger.empty()
  const time = "2026-01-05T09:00:00.000Z"
  const record = (event: BudgetEvent.BudgetEvent): void => {
    Result.getOrThrow(Ledger.append(ledger, { event, time }))
  }
  budget.opening.forEach(record)
  const events = Math.floor(postings / Budget.years.length)
  const source = { name: "lijnen.csv", sha256: "a".repeat(64) }
  // Without events, which would take most of the time at ten million. `Codec.ts` measures them.
  for (let index = 0; index < events; index++) {
    const place = budget.places[index % budget.places.length] as (typeof budget.places)[number]
    const changes = budget.amounts().map((amount, turn) => ({
      place,
      year: 2026 + turn,
      amount: Money.ofMicros(amount),
    }))
    ledger.columns.append(changes)
    ledger.traces.append({
      kind: "EstimatePosted",
      time,
      source: { ...source, line: index },
      event: undefined,
    })
  }
  for (const label of ["2026/1", "2026/2"]) record(budget.adjustment(label))
  return ledger
}

export const lines = (postings: number, goals: boolean): ReadonlyArray<Table.Result> => {
  const size = postings.toLocaleString("en")
  const before = memory()
  const ledger = ledgerOf(postings)
  // Chains and checkpoints are built on first use and count as memory of the ledger.
  ledger.columns.at(1)
  const held = memory() - before
  const goal = (limit: number): number | undefined => (goals ? limit : undefined)
  return [
    fold(ledger, size, goal(1.5)),
    Table.amount(
      { job: "memory of a loaded ledger, all included", size },
      held / ledger.columns.postings,
      "B a posting",
      goal(32),
    ),
    ...queries(ledger, size, goal),
  ]
}

const memory = (): number => {
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

const fold = (ledger: Ledger.Ledger, size: string, goal: number | undefined): Table.Result => {
  const { cell, amount } = ledger.columns.parts
  const bare = bareSum(cell.chunks, amount.chunks, cell.length)
  const { ours, theirs } = inTurns({ theirs: bare, ours: () => ledger.columns.refold() })
  const facts = { job: "fold all postings into balances", size, against: "bare typed arrays" }
  return Table.atMost(facts, ours.median, theirs.median, goal)
}

// The physical limit, in its best form: a program in which the arrays are constants for the compiler.
const bareSum = (
  cells: ReadonlyArray<Uint32Array>,
  amounts: ReadonlyArray<BigInt64Array>,
  length: number,
): (() => unknown) => {
  const cell = new Uint32Array(length)
  const amount = new BigInt64Array(length)
  cells.forEach((chunk, index) => {
    const at = index * (cells[0]?.length ?? 0)
    cell.set(chunk.subarray(0, length - at), at)
    amount.set((amounts[index] ?? new BigInt64Array(0)).subarray(0, length - at), at)
  })
  const sums = new BigInt64Array(65_536)
  const program = `return () => { for (let i = 0; i < cell.length; i++) { const id = cell[i]; sums[id] = sums[id] + amount[i] } }`
  return new Function("cell", "amount", "sums", program)(cell, amount, sums)
}

const queries = (
  ledger: Ledger.Ledger,
  size: string,
  goal: (limit: number) => number | undefined,
): ReadonlyArray<Table.Result> => {
  const { columns } = ledger
  const random = Budget.generator(3)
  const anywhere = (): number => 3 + random(columns.entries - 3)
  const many = (times: number, job: () => unknown) => () => {
    for (let time = 0; time < times; time++) job()
  }
  const last = columns.entries
  const row = deepest(ledger)
  const at = (moment: string): number => Result.getOrThrow(Ledger.moment(ledger, moment))
  const revisions = { from: at("plan:2026/1"), to: at("plan:2026/2") }
  const times = inTurns({
    at: many(100, () => columns.at(anywhere())),
    m2: many(20, () => Ledger.statement(ledger, "M2", { at: anywhere() })),
    t2: many(20, () => Ledger.statement(ledger, "T2", { at: anywhere() })),
    all: () => formIds.map((form) => Ledger.statement(ledger, form)),
    diff: many(5, () => Diff.between(ledger, revisions)),
    explain: many(5, () =>
      Explain.cell(ledger, { form: "T2", ...row }, { at: Math.min(last, lineCount * 4) }),
    ),
    copy: () => Ledger.copy(ledger),
  })
  return [
    Table.within({ job: "balances at any position", size }, times.at.median / 100, goal(0.1)),
    Table.within({ job: "M2 at any position", size }, times.m2.median / 20, goal(2)),
    Table.within({ job: "T2 at any position", size }, times.t2.median / 20, goal(2)),
    Table.within({ job: `all ${formIds.length} forms at the end`, size }, times.all.median, undefined),
    Table.within(
      { job: "explain a cell of T2 early in the journal", size },
      times.explain.median / 5,
      goal(1),
    ),
    // Two milliseconds at a million postings, and constant above.
    Table.within(
      { job: "diff of two plan versions, all forms", size },
      times.diff.median / 5,
      columns.postings >= 1_000_000 ? 2 : undefined,
    ),
    Table.within({ job: "a copy to ask what if", size }, times.copy.median, undefined),
  ]
}

/** Returns a leaf of T2 with an amount. */
const deepest = (ledger: Ledger.Ledger): { readonly row: string; readonly year: number } => {
  const { rows } = Result.getOrThrow(Ledger.statement(ledger, "T2"))
  const found = rows.findLast(({ section, cells }) => section === "EXPLOITATIE" && cells[0]?.exact !== 0n)
  return { row: `${found?.section}/${found?.code}`, year: 2026 }
}

/** Measures all forms on the balances of many places. */
export const wide = (lines: number, goal: number | undefined): ReadonlyArray<Table.Result> => {
  const ledger = ledgerOf(lines * Budget.years.length, Budget.of(lines))
  const size = `${lines.toLocaleString("en")} places`
  const read = (forms: ReadonlyArray<FormId>) => () => forms.map((form) => Ledger.statement(ledger, form))
  const compiled = once(read(formIds))
  // The forms of a plan, objectives and synthesis; the others are those of the accounts.
  const ofPlan = formIds.filter((form) => !form.startsWith("J"))
  const { all, planned } = inTurns({ all: read(formIds), planned: read(ofPlan) }, 15)
  return [
    Table.within(
      { job: `all ${ofPlan.length} forms of a plan, objectives and synthesis`, size },
      planned.median,
      goal,
    ),
    Table.within({ job: `all ${formIds.length} forms`, size }, all.median, undefined),
    Table.within({ job: "the same the first time, forms compiled", size }, compiled, undefined),
  ]
}
