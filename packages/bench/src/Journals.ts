/** Journals of any size on disk, as our ledger and in the formats of the peers. They are kept between runs. */
import { hash } from "node:crypto"
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type BudgetEvent, Journal, Money } from "@grootboek/core"
import { SqliteStore } from "@grootboek/store-sqlite"
import * as Effect from "effect/Effect"
import * as Iterable from "effect/Iterable"
import * as Budget from "./Budget.ts"

/** SHA-256, as in the command line. */
export const sha256: Journal.Sha256 = (bytes) => hash("sha256", bytes, "hex")

export const folder = join(tmpdir(), "grootboek-bench")

const lineCount = 500

/** Returns a file, made once. */
const made = async (name: string, make: (path: string) => Promise<void> | void): Promise<string> => {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, name)
  if (!existsSync(path)) {
    for (const end of ["", "-wal", "-shm"]) rmSync(`${path}.part${end}`, { force: true })
    await make(`${path}.part`)
    renameSync(`${path}.part`, path)
  }
  return path
}

/** Returns the estimates of a journal with this many postings: a line and its amounts, one event each. */
function* estimates(postings: number): Generator<readonly [line: number, amounts: ReadonlyArray<bigint>]> {
  const budget = Budget.of(lineCount)
  for (let index = 0; index < Math.floor(postings / Budget.years.length); index++)
    yield [index % lineCount, budget.amounts()]
}

/** Proposals as an import makes them. */
export function* proposals(postings: number): Generator<Journal.Proposal> {
  const { opening, lines } = Budget.of(lineCount)
  const source = { name: "lijnen.csv", sha256: sha256(new Uint8Array(1)) }
  let at = 0
  const of = (event: BudgetEvent.BudgetEvent): Journal.Proposal => ({
    id: `lines:${sha256(Buffer.from(`${at}`)).slice(0, 32)}`,
    actor: "bench",
    event,
    source: { ...source, line: ++at },
  })
  for (const event of opening) yield of(event)
  for (const [line, amounts] of estimates(postings))
    yield of(Budget.estimate(lines[line] as (typeof lines)[number], amounts))
}

/** The number of reasons that the changes of a large adjustment share. */
const reasonCount = 300

/** Proposals of a plan with one estimate per line, and an adjustment of four lines in five. */
function* adjusted(lineCount: number): Generator<Journal.Proposal> {
  const budget = Budget.of(lineCount)
  const source = { name: "lijnen.csv", sha256: sha256(new Uint8Array(1)) }
  const of = (id: string, event: BudgetEvent.BudgetEvent): Journal.Proposal => ({
    id,
    actor: "bench",
    event,
    source,
  })
  for (const [index, event] of budget.opening.entries()) yield of(`opening:${index}`, event)
  for (const [index, line] of budget.lines.entries())
    yield of(`line:${index}`, Budget.estimate(line, budget.amounts()))
  yield of("adjustment", budget.rewritten("2026/1", reasonCount))
}

export const sealed = (postings: number): Generator<Journal.Sealed> => sealing(proposals(postings))

export function* sealing(proposed: Iterable<Journal.Proposal>): Generator<Journal.Sealed> {
  let head = Journal.genesis
  for (const proposal of proposed) {
    const { head: next, ...one } = Journal.seal(proposal, head, "2026-01-05T09:00:00.000Z", sha256)
    head = next
    yield one
  }
}

/** A ledger in a SQLite file. */
export const ledger = (postings: number): Promise<string> =>
  stored(`ledger-${postings}.db`, () => sealed(postings))

/** A ledger of this many lines with one large adjustment, in a SQLite file. */
export const adjustedLedger = (lineCount: number): Promise<string> =>
  stored(`adjusted-${lineCount}.db`, () => sealing(adjusted(lineCount)))

// A file keeps the tables that it was made with, so that its name has their version.
const stored = (name: string, entries: () => Iterable<Journal.Sealed>): Promise<string> =>
  made(`tables3-${name}`, (path) =>
    Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const store = yield* SqliteStore.make(path)
          let written = 0
          for (const batch of Iterable.chunksOf(entries(), 5_000)) {
            yield* Effect.orDie(store.restore("main", written, batch))
            written += batch.length
          }
        }),
      ) as Effect.Effect<void>,
    ),
  )

const text = (name: string, pieces: () => Iterable<string>): Promise<string> =>
  made(name, (path) => {
    const file = openSync(path, "w")
    for (const chunk of Iterable.chunksOf(pieces(), 10_000)) writeSync(file, chunk.join(""))
    closeSync(file)
  })

function* amounts(postings: number): Generator<readonly [account: string, year: number, amount: string]> {
  const { lines } = Budget.of(lineCount)
  for (const [line, values] of estimates(postings)) {
    const { direction, account, action, policyItem } = lines[line] as (typeof lines)[number]
    for (const [turn, value] of values.entries())
      yield [
        `${direction}${account}:${action}:I${policyItem}`,
        2026 + turn,
        Money.format(Money.ofMicros(value)),
      ]
  }
}

/** Writes a journal for `ledger` and `hledger`, with two legs per amount. */
export const plain = (postings: number): Promise<string> =>
  text(`plain-${postings}.journal`, function* () {
    for (const [account, year, amount] of amounts(postings))
      yield `${year}-01-01 raming\n    Expenses:${account}  ${amount} EUR\n    Equity:Begroting\n\n`
  })

/** Writes a journal for `bean-query`, with two legs per amount. */
export const beans = (postings: number): Promise<string> =>
  text(`beans-${postings}.beancount`, function* () {
    yield 'plugin "beancount.plugins.auto_accounts"\n\n'
    for (const [account, year, amount] of amounts(postings))
      yield `${year}-01-01 * "raming"\n  Expenses:${account}  ${amount} EUR\n  Equity:Begroting\n\n`
  })

/** Postings as a table to load into a database: cell, account, year, cents. */
export const csv = (postings: number): Promise<string> =>
  text(`postings-${postings}.csv`, function* () {
    for (const [account, year, amount] of amounts(postings))
      yield `${account},${year},${amount.replace(".", "")}\n`
  })

/** Descriptions of budget lines: in ASCII, and with letters outside of it. */
export const descriptions = {
  plain: "Coordinatie financiele dienst",
  accents: "Coördinatie financiële dienst",
} as const

/** Writes budget lines as a local authority exports them, with this many rows of six years. */
export const exported = (rows: number, letters: keyof typeof descriptions = "plain"): Promise<string> =>
  text(`lijnen-${letters}-${rows}.csv`, function* () {
    const { lines } = Budget.of(lineCount)
    yield `Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Omschrijving;${Budget.years.join(";")}\n`
    for (const [line, values] of estimates(rows * Budget.years.length)) {
      const { direction, account, action, policyItem, sector } = lines[line] as (typeof lines)[number]
      const cells = values.map((value) => Money.format(Money.ofMicros(value)).replace(".", ","))
      yield `${action};${policyItem};${account};${sector ?? ""};;${direction};${descriptions[letters]};${cells.join(";")}\n`
    }
  })

/** A ledger with its plan and structure, ready to import lines into. */
export const opened = (): Promise<string> => ledger(0)
