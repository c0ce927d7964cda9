/** A chapter of the W13 plan: a ledger in memory, and the lines printed about it. */
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { Adoption, type Decision, Intake, Ledger, Money, type Refusal, type Year } from "@grootboek/core"
import { type Layout, Reader } from "@grootboek/csv"
import * as Result from "effect/Result"
import { cite } from "./PlanText.ts"

/** The output of a chapter. Running a chapter prints it; a test compares it with the figures. */
export interface Chapter {
  readonly say: (...lines: ReadonlyArray<string>) => void
  /** Prints columns of equal width, the first one left-aligned. */
  readonly table: (rows: ReadonlyArray<ReadonlyArray<string>>) => void
  readonly lines: ReadonlyArray<string>
}

/** Starts a chapter with its title and the passages of the plan that it is about. */
export const begin = (module: string, title: string, passages: ReadonlyArray<string>): Chapter => {
  const lines: Array<string> = []
  const isMain = process.argv[1] === fileURLToPath(module)
  const say = (...more: ReadonlyArray<string>): void => {
    lines.push(...more)
    if (isMain) process.stdout.write(`${more.join("\n")}\n`)
  }
  say(title, "", ...passages.map(cite), "")
  return {
    say,
    lines,
    table: (rows) => {
      const width = (column: number) => Math.max(...rows.map((row) => (row[column] ?? "").length))
      say(
        ...rows.map((row) =>
          row
            .map((cell, column) => (column === 0 ? cell.padEnd(width(column)) : cell.padStart(width(column))))
            .join("  ")
            .trimEnd(),
        ),
        "",
      )
    },
  }
}

/** The hash function of the examples. */
export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex")

/** Returns the W13 plan 2026/0 in memory, from the files of the example. */
export const plan = (): Ledger.Ledger => open("2026/0", { first: 2026, last: 2031 }, files)

/** Returns a plan in memory, from files of the examples. */
export const open = (label: string, span: Year.Years, from: Files): Ledger.Ledger => {
  const ledger = Ledger.empty()
  record(
    ledger,
    "plan",
    Adoption.adopt({
      entity: { name: "W13", type: "welzijnsvereniging" },
      plan: label,
      edition: "bbc-3.0",
      years: span,
      creditYears: [span.first],
    }),
  )
  for (const [kind, name] of from) importFile(ledger, kind, name, label)
  return ledger
}

/** Files with the kind of their import; names are relative to `data`. */
export type Files = ReadonlyArray<readonly [Layout.ImportKind, string]>

/** Imports a file of the example; throws when a row is refused. */
export const importFile = (
  ledger: Ledger.Ledger,
  kind: Layout.ImportKind,
  name: string,
  label = "2026/0",
): void => {
  const bytes = readFileSync(new URL(`../data/${name}`, import.meta.url))
  const reading = Reader.read(kind, { name, bytes, sha256: sha256(bytes) }, { sha256, plan: label })
  const outcome = Intake.decideInto(ledger, reading.requests, {
    actor: "example",
    sha256,
    recorded: new Map(),
  })
  const [fault] = reading.faults
  const [refused] = outcome.refused
  if (fault !== undefined) throw new Error(`${name}:${fault.line}: ${fault._tag}`)
  if (refused !== undefined) throw new Error(`${name}: ${refused.refusal._tag}`)
}

/** Records a decision, followed by the rules of the plan; throws when it is refused. */
export const record = (ledger: Ledger.Ledger, id: string, decide: Decision.Decision): void => {
  const outcome = Intake.decideInto(ledger, [{ id, decide }], {
    actor: "example",
    sha256,
    recorded: new Map(),
  })
  const [refused] = outcome.refused
  if (refused !== undefined) throw new Error(`${id}: ${JSON.stringify(refused.refusal)}`)
}

/** Returns the reasons why a decision is refused. Nothing is recorded. */
export const refusals = (
  ledger: Ledger.Ledger,
  decide: Decision.Decision,
): ReadonlyArray<Refusal.Refusal> => {
  const decided = decide(Ledger.state(ledger))
  return Result.isFailure(decided) ? decided.failure : []
}

/** Prints an amount rounded to at most `decimals` decimals: `801.391,00`, or `801.391` without decimals. */
export const euro = (amount: Money.Money, decimals = 2): string =>
  Money.print(Money.round(amount, decimals), "be", decimals === 0 ? 0 : undefined)

/** The years of the plan. */
export const years = [2026, 2027, 2028, 2029, 2030, 2031]

const files: Files = [
  ["structure", "published/goals-tree.csv"],
  ["structure", "policy-items.csv"],
  ["structure", "sectors.csv"],
  ["structure", "account-map.csv"],
  ["lines", "budget-lines.csv"],
  ["overhead", "overhead.csv"],
  ["passthrough", "passthrough.csv"],
  ["opening", "opening.csv"],
]
