/** Every question of the law, on every engine, over drawn journals. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Folder } from "@grootboek/lake"
import { start } from "@grootboek/testing/PostgresServer"
import * as Effect from "effect/Effect"
import * as Comparison from "../Comparison.ts"
import * as DrawnLake from "../DrawnLake.ts"
import * as Engines from "../Engines.ts"
import * as Journals from "../Journals.ts"
import * as LakeQuestions from "../LakeQuestions.ts"
import * as ClickHouse from "./ClickHouse.ts"

/** How many checks passed, failed, and were not run. */
export interface CampaignOutcome {
  readonly passed: number
  readonly failed: number
  /** How many checks need what this machine does not have. */
  readonly left: number
}

/** Asks every question of each engine, and prints each that has an unequal cell. */
export const run = async (count: number, seed: number): Promise<CampaignOutcome> => {
  const root = mkdtempSync(join(tmpdir(), "grootboek-lake-"))
  process.once("exit", () => rmSync(root, { recursive: true, force: true }))
  const server = await start({ fsync: "off" })
  const journals = Journals.draw(count, seed)
  const manifests = await Effect.runPromise(DrawnLake.exported(Folder.of(root), journals, 1))
  const duckdb = await Engines.duckdb({ root, manifests }, { isCopied: true })
  const engines = [duckdb, await Engines.postgres(server.url("postgres"), duckdb)]
  const needed = ClickHouse.missing()
  if (needed.length === 0) engines.push(await ClickHouse.open({ root, manifests }))
  else console.log(`not run: needs ${needed.join(" ")} | clickhouse (--install installs it)`)
  let [passed, failed] = [0, 0]
  try {
    for (const engine of engines) {
      let [compared, wrong] = [0, 0]
      const begun = performance.now()
      for (const question of LakeQuestions.all) {
        const expected = Comparison.core(journals, question)
        const found = await engine.ask(Comparison.compile(question, engine))
        const unequal = [
          ...Comparison.unequal(found, expected),
          ...Comparison.unequalLeftOut(found, expected),
        ]
        compared += expected.cells.size
        wrong += unequal.length
        if (unequal.length === 0) passed++
        else failed++
        if (unequal.length > 0)
          console.log(`${engine.dialect}: ${JSON.stringify(question)}: ${unequal.slice(0, 5).join(", ")}`)
      }
      const seconds = ((performance.now() - begun) / 1_000).toFixed(1)
      console.log(
        `${engine.dialect}: ${LakeQuestions.all.length} questions over ${count} journals (seed ${seed}): ${compared} cells compared, ${wrong} unequal, ${seconds} s`,
      )
    }
  } finally {
    for (const engine of engines) await engine.close()
    await server.remove()
    rmSync(root, { recursive: true, force: true })
  }
  return { passed, failed, left: needed.length }
}
