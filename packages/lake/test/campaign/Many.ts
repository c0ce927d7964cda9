/** The speed of the lake over many ledgers, beside folding each journal; the cells of both are compared. */
import { mkdtempSync, rmSync } from "node:fs"
import { cpus, loadavg, tmpdir } from "node:os"
import { join } from "node:path"
import { type JournalStore, Ledger, MemoryStore, Replay } from "@grootboek/core"
import { Exporter, Folder, type FormQuery, type LakeManifest } from "@grootboek/lake"
import { sha256 } from "@grootboek/testing/Ledgers"
import { start } from "@grootboek/testing/PostgresServer"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import * as Comparison from "../Comparison.ts"
import * as CoreCells from "../CoreCells.ts"
import * as Engines from "../Engines.ts"
import * as Journals from "../Journals.ts"
import * as ClickHouse from "./ClickHouse.ts"
import type { CampaignOutcome } from "./Questions.ts"

const question: FormQuery.LakeQuestion = { form: "M2" }

/** Exports many ledgers, asks M2 of all in one query, and exports one adjustment. Prints times, bytes and unequal cells. */
export const run = async (count: number, seed: number, postings: number): Promise<CampaignOutcome> => {
  const root = mkdtempSync(join(tmpdir(), "grootboek-lake-"))
  process.once("exit", () => rmSync(root, { recursive: true, force: true }))
  try {
    const files = Folder.of(root)
    const manifests: Array<LakeManifest.LakeManifest> = []
    const cells = new Map<string, bigint>()
    const sum = { entries: 0, postings: 0, journal: 0, rows: 0, bytes: 0, exportMs: 0, foldMs: 0 }
    let last: { readonly name: string; readonly store: JournalStore.JournalStoreShape } | undefined
    for (const { name, sealed } of Journals.large(count, seed, postings)) {
      const store = await Effect.runPromise(MemoryStore.make(sha256))
      await Effect.runPromise(store.restore("main", 0, sealed))
      const exported = await timed(() =>
        Effect.runPromise(Exporter.run(files, { store, ledger: "main", name, sha256 })),
      )
      const folded = await timed(() => {
        const ledger = Result.getOrThrow(Replay.all(sealed, sha256))
        return { ledger, own: CoreCells.of(name, ledger, question) }
      })
      for (const [key, amount] of folded.result.own ?? []) cells.set(key, amount)
      manifests.push(exported.result.manifest)
      sum.entries += sealed.length
      sum.postings += folded.result.ledger.columns.postings
      for (const { body } of sealed) sum.journal += body.length
      sum.rows += exported.result.rows
      sum.bytes += exported.result.bytes
      sum.exportMs += exported.ms
      sum.foldMs += folded.ms
      last = { name, store }
    }
    const asked = await ask({ root, manifests }, cells)
    const unequal = asked.flatMap((one) => one.unequal)
    const added = last === undefined ? undefined : await adjusted(files, last)
    const lines: ReadonlyArray<readonly [string, string]> = [
      ["ledgers", `${count} (seed ${seed})`],
      ["entries, postings", `${sum.entries}, ${sum.postings}`],
      ["bytes of the journals", `${sum.journal}`],
      ["export of all", `${sum.exportMs.toFixed(0)} ms, ${sum.rows} rows, ${sum.bytes} bytes`],
      ["M2 of all by verifying and folding each journal", `${sum.foldMs.toFixed(0)} ms`],
      ...asked.map(
        ({ name, ms, unequal }) =>
          [
            `M2 of all in one query, ${name}`,
            `${ms.toFixed(0)} ms, ${cells.size} cells compared, ${unequal.length} unequal`,
          ] as const,
      ),
      ["export of one adjustment", added ?? ""],
      ["machine", `${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)}`],
    ]
    for (const [name, value] of lines) console.log(`${name.padEnd(50)}${value}`)
    for (const key of unequal.slice(0, 5)) console.log(`unequal: ${key}`)
    const missing = ClickHouse.missing()
    if (missing.length > 0) console.log(`not run: ClickHouse needs ${missing.join(" ")}`)
    const failed = asked.filter((one) => one.unequal.length > 0).length
    return { passed: asked.length - failed, failed, left: missing.length > 0 ? 1 : 0 }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** The answer of an engine about all ledgers: the time of the query, and the cells that differ. */
interface AskedEngine {
  readonly name: string
  readonly ms: number
  readonly unequal: ReadonlyArray<string>
}

/** Asks DuckDB of the files, then PostgreSQL and ClickHouse of their rows, copied before the time begins. */
const ask = async (
  lake: Engines.LakeInFolder,
  cells: CoreCells.CellAmounts,
): Promise<ReadonlyArray<AskedEngine>> => {
  const askOne = async (name: string, engine: Engines.Engine): Promise<AskedEngine> => {
    const { result, ms } = await timed(() => engine.ask(Comparison.compile(question, engine)))
    return { name, ms, unequal: Comparison.unequal(result, { cells }) }
  }
  const duckdb = await Engines.duckdb(lake, { isCopied: false })
  const server = await start({ fsync: "off" })
  try {
    const asked = [await askOne("DuckDB, from the files", duckdb)]
    const postgres = await Engines.postgres(server.url("postgres"), duckdb)
    asked.push(await askOne("PostgreSQL", postgres))
    await postgres.close()
    if (ClickHouse.missing().length === 0) {
      const clickhouse = await ClickHouse.open(lake)
      asked.push(await askOne("ClickHouse", clickhouse))
      await clickhouse.close()
    }
    return asked
  } finally {
    await duckdb.close()
    await server.remove()
  }
}

/** Appends an adjustment to a ledger, exports it, and returns the time and what was written. */
const adjusted = async (
  files: ReturnType<typeof Folder.of>,
  { name, store }: { readonly name: string; readonly store: JournalStore.JournalStoreShape },
): Promise<string> => {
  const sealed = await Effect.runPromise(Stream.runCollect(store.read("main", 0)))
  const ledger = Result.getOrThrow(Replay.all(sealed, sha256))
  const [line] = Journals.linesOf(ledger)
  const year = Ledger.planAt(ledger)?.years.last
  if (line === undefined || year === undefined) throw new Error(`${name} has no line`)
  const changes = [{ line, amounts: { [year]: "1000.00" }, reason: { class: "correction" } as const }]
  const event = { _tag: "PlanAdjusted", plan: "2031/9", creditYears: [], changes } as const
  const proposal = { id: "adjusted", actor: "laws", event }
  await Effect.runPromise(store.append("main", sealed.length, [proposal]))
  const { result, ms } = await timed(() =>
    Effect.runPromise(Exporter.run(files, { store, ledger: "main", name, sha256 })),
  )
  return `${ms.toFixed(0)} ms, ${result.rows} rows, ${result.bytes} bytes`
}

const timed = async <A>(work: () => A | Promise<A>): Promise<{ readonly result: A; readonly ms: number }> => {
  const begun = performance.now()
  const result = await work()
  return { result, ms: performance.now() - begun }
}
