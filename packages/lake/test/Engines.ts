/** The engines that answer the queries of the tests: DuckDB over the files of a lake, and a PostgreSQL server with the same rows. */
import { DuckDBInstance } from "@duckdb/node-api"
import { type LakeManifest, LakeViews, type SqlDialect, Tables } from "@grootboek/lake"
import pg from "pg"
import * as CoreCells from "./CoreCells.ts"

/** An answer of an engine: the cells that are not zero, and the ledgers that were left out. */
export interface EngineAnswer {
  readonly cells: CoreCells.CellAmounts
  readonly leftOut: ReadonlyMap<string, string>
}

/** The rows of an answer, by the names of their columns. */
export type EngineRows = ReadonlyArray<Readonly<Record<string, unknown>>>

/** An engine with the tables of a lake. */
export interface Engine {
  readonly dialect: SqlDialect.SqlDialect
  readonly ask: (sql: string) => Promise<EngineAnswer>
  readonly rows: (sql: string) => Promise<EngineRows>
  readonly run: (sql: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** A lake in a folder. */
export interface LakeInFolder {
  readonly root: string
  readonly manifests: ReadonlyArray<LakeManifest.LakeManifest>
}

/** Opens DuckDB in memory, with views over the files of a lake; `isCopied` reads each file once, which is faster for many questions. */
export const duckdb = async (
  lake: LakeInFolder,
  { isCopied }: { readonly isCopied: boolean },
): Promise<Engine> => {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" })
  const connection = await instance.connect()
  const views = LakeViews.write(lake, "duckdb")
  await connection.run(isCopied ? views.replaceAll("OR REPLACE VIEW", "TABLE") : views)
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjects()
  return {
    dialect: "duckdb",
    rows,
    run: async (sql) => {
      await connection.run(sql)
    },
    ask: async (sql) => answerOf(await rows(sql)),
    close: async () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/** Ledgers whose rows are copied in one statement: one text cannot hold those of all. */
const ledgersAtOnce = 10

/** Opens a PostgreSQL server, and copies the rows of another engine to its tables. */
export const postgres = async (url: string, from: Engine): Promise<Engine> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(LakeViews.write({ root: "", manifests: [] }, "postgres"))
  const ledgers = (await from.rows("SELECT DISTINCT ledger FROM entries ORDER BY ledger")).map(
    ({ ledger }) => `'${ledger}'`,
  )
  for (const table of Tables.columns().keys()) {
    for (let at = 0; at < ledgers.length; at += ledgersAtOnce) {
      const some = ledgers.slice(at, at + ledgersAtOnce).join(", ")
      const rows = await from.rows(`SELECT * FROM ${table} WHERE ledger IN (${some})`)
      const json = JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? `${value}` : value))
      await client.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1)`, [
        json,
      ])
    }
    await client.query(`ANALYZE ${table}`)
  }
  const rows = async (sql: string) => (await client.query(sql)).rows
  return {
    dialect: "postgres",
    rows,
    run: async (sql) => {
      await client.query(sql)
    },
    ask: async (sql) => answerOf(await rows(sql)),
    close: () => client.end(),
  }
}

/** Returns the cells of the rows that a form's query gives. */
export const answerOf = (rows: EngineRows): EngineAnswer => {
  const cells = new Map<string, bigint>()
  const leftOut = new Map<string, string>()
  for (const { ledger, section, grp, code, year, micros, left_out } of rows) {
    if (left_out !== null) {
      leftOut.set(`${ledger}`, `${left_out}`)
      continue
    }
    const amount = BigInt(`${micros}`)
    const key = CoreCells.keyOf([
      `${ledger}`,
      `${section}`,
      grp === null ? "-" : `${grp}`,
      `${code}`,
      Number(year),
    ])
    // A second row for a cell would be a wrong answer, even when one of the two is zero.
    if (cells.has(key)) throw new Error(`two rows for ${key}`)
    cells.set(key, amount)
  }
  for (const [key, amount] of cells) if (amount === 0n) cells.delete(key)
  return { cells, leftOut }
}
