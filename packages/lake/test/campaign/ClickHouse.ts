/** ClickHouse inside this process (`chdb`), over the files of a lake. It is 546 MB, so no manifest names it. */
import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { LakeViews, Tables } from "@grootboek/lake"
import * as Engines from "../Engines.ts"

/** The version that was tried. */
const version = "chdb@3.4.0"

const folder = fileURLToPath(new URL("../../../../node_modules/.cache/grootboek/chdb/", import.meta.url))
const program = join(folder, "node_modules", "chdb", "package.json")

/** What this machine lacks to run the queries on ClickHouse; empty when nothing. */
export const missing = (): ReadonlyArray<string> => (existsSync(program) ? [] : [version])

/** Installs it in the cache of the checkout, which `npm run lake -- --install` asks for. */
export const install = (): void => {
  mkdirSync(folder, { recursive: true })
  const args = ["install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund", version]
  console.log(`install ${version} (546 MB) in node_modules/.cache/grootboek/chdb`)
  spawnSync("npm", args, { stdio: "inherit" })
}

/** Opens a session, and copies each table of the lake into memory, so that a file is read once for many questions. */
export const open = async (lake: Engines.LakeInFolder): Promise<Engines.Engine> => {
  const { Session } = createRequire(program)("chdb")
  const place = mkdtempSync(join(tmpdir(), "grootboek-clickhouse-"))
  const session = new Session(place)
  const query = (sql: string, format = "CSV"): string => session.query(sql, format)
  const statements = (sql: string): void => {
    for (const statement of sql.split(";\n")) if (statement.trim() !== "") query(statement)
  }
  statements(LakeViews.write(lake, "clickhouse"))
  for (const table of Tables.columns().keys()) {
    query(`CREATE TABLE copied_${table} ENGINE = Memory AS SELECT * FROM ${table}`)
    query(`CREATE OR REPLACE VIEW ${table} AS SELECT * FROM copied_${table}`)
  }
  // 128-bit sums come as strings of digits: a number of JSON would lose them.
  query("SET output_format_json_quote_64bit_integers = 1")
  const rows = async (sql: string): Promise<Engines.EngineRows> => JSON.parse(query(sql, "JSON")).data
  return {
    dialect: "clickhouse",
    rows,
    run: async (sql) => statements(sql),
    ask: async (sql) => Engines.answerOf(await rows(sql)),
    close: async () => {
      session.cleanup()
      rmSync(place, { recursive: true, force: true })
    },
  }
}
