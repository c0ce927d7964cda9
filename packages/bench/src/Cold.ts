/** Whole processes, from nothing to the printed statement: ours, the plain-text ledgers, the databases. */
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import * as Journals from "./Journals.ts"
import { type ProcessRounds, programs, run } from "./Measure.ts"
import * as Table from "./Table.ts"

export interface ColdOptions {
  readonly cli: string
  /** The peers to run. The slow ones take minutes at a million postings. */
  readonly peers: ReadonlyArray<string>
  readonly goals: boolean
  readonly rounds: number
}

export const lines = async (postings: number, options: ColdOptions): Promise<ReadonlyArray<Table.Result>> => {
  const size = postings.toLocaleString("en")
  const { cli, rounds } = options
  const statement = (ledger: string) =>
    [process.execPath, cli, "statement", "M2", "--ledger", ledger] as const
  const verified = await Journals.ledger(postings)
  const small = statement(await Journals.opened())
  const sql = await tables(postings)
  const jobs: Record<string, Program> = {
    verified: statement(verified),
    floor: [process.execPath, "-e", "0"],
    uncached: ["env", "GROOTBOEK_CACHE=off", ...small],
    cached: small,
  }
  if (sql.sqlite !== undefined) jobs.sqlite = ["sqlite3", sql.sqlite, groupBy]
  if (sql.duck !== undefined) jobs.duck = [process.execPath, "-e", duckQuery(sql.duck)]
  const ran = await programs(jobs, rounds)
  const ended = { verified: of(ran, "verified"), floor: of(ran, "floor") }
  const ours = (what: string) => ({ job: what, size })
  const whole = "cold process, every hash verified, M2"
  const startUp = (job: "uncached" | "cached", goal: number): Table.Result => {
    const facts = { job: `statement of a plan without amounts, ${startUps[job]}`, size: "2" }
    const against = "node -e 0, processor time"
    return Table.atMost({ ...facts, against }, of(ran, job).cpuMs, ended.floor.cpuMs, goal)
  }
  const out: Array<Table.Result> = [startUp("uncached", 3.2), startUp("cached", 2.5)]
  const compareWith = (name: string, theirs: Parameters<typeof Table.atMost>[2] | undefined) => {
    if (theirs === undefined) out.push(Table.skipped(ours(whole), `${name} is not installed`))
    else out.push(Table.atMost({ ...ours(whole), against: name }, ended.verified.median, theirs, undefined))
  }
  compareWith("DuckDB GROUP BY, loaded table", ran.duck?.median)
  compareWith("SQLite GROUP BY, loaded table", ran.sqlite?.median)
  for (const peer of peers) {
    const factor = options.goals ? peer.goal : undefined
    if (!options.peers.includes(peer.command) || !isThere(peer.command)) {
      out.push(
        Table.skipped(
          ours(whole),
          options.peers.includes(peer.command)
            ? `${peer.command} is not installed`
            : `${peer.command} takes too long at this size`,
        ),
      )
      continue
    }
    process.env.BEANCOUNT_DISABLE_LOAD_CACHE = "1"
    const theirs = await run(peer.command, peer.args(await peer.journal(postings)))
    out.push(
      Table.faster(
        { ...ours(whole), against: `${peer.name}, processor time` },
        ended.verified.cpuMs,
        theirs.cpuMs,
        factor,
      ),
    )
    if (peer.command === "ledger")
      out.push(
        Table.smaller(
          { ...ours("peak memory of that process"), against: peer.name },
          ended.verified.peakMb,
          theirs.peakMb,
          options.goals ? 8 : undefined,
        ),
      )
  }
  return out
}

/** How a row names a start without and with compiled code in the user's cache. */
const startUps = { uncached: "without a cache", cached: "from the second start on" } as const

type Program = readonly [command: string, ...args: ReadonlyArray<string>]

const of = (ran: Awaited<ReturnType<typeof programs>>, name: string): ProcessRounds => {
  const found = ran[name]
  if (found === undefined) throw new Error(`${name} did not run`)
  return found
}

interface Peer {
  readonly name: string
  readonly command: string
  readonly journal: (postings: number) => Promise<string>
  readonly args: (journal: string) => ReadonlyArray<string>
  readonly goal: number
}

const peers: ReadonlyArray<Peer> = [
  {
    name: "ledger bal",
    command: "ledger",
    journal: Journals.plain,
    args: (journal) => ["-f", journal, "bal"],
    goal: 10,
  },
  {
    name: "hledger bal",
    command: "hledger",
    journal: Journals.plain,
    args: (journal) => ["-f", journal, "bal"],
    goal: 45,
  },
  {
    name: "bean-query, no cache",
    command: "bean-query",
    journal: Journals.beans,
    args: (journal) => [journal, "SELECT account, sum(position) GROUP BY account"],
    goal: 50,
  },
]

const isThere = (command: string): boolean =>
  (process.env.PATH ?? "").split(":").some((folder) => existsSync(join(folder, command)))

const groupBy = "SELECT account, year, sum(cents) FROM postings GROUP BY account, year"

const columns = "account VARCHAR, year INTEGER, cents BIGINT"

/** Loads the same postings into the databases that are installed. */
const tables = async (
  postings: number,
): Promise<{ readonly sqlite: string | undefined; readonly duck: string | undefined }> => {
  const csv = await Journals.csv(postings)
  const sqlite = join(Journals.folder, `postings-${postings}.sqlite`)
  if (!existsSync(sqlite) && isThere("sqlite3"))
    await run("sqlite3", [
      sqlite,
      `CREATE TABLE postings (${columns})`,
      ".mode csv",
      `.import ${csv} postings`,
    ])
  const duck = join(Journals.folder, `postings-${postings}.duckdb`)
  const load = `CREATE TABLE postings AS SELECT * FROM read_csv('${csv}', header = false, columns = {account: 'VARCHAR', year: 'INTEGER', cents: 'BIGINT'})`
  const hasDuck = spawnSync(process.execPath, ["-e", 'require("@duckdb/node-api")']).status === 0
  if (!existsSync(duck) && hasDuck) await run(process.execPath, ["-e", duckProgram(duck, load)])
  return { sqlite: existsSync(sqlite) ? sqlite : undefined, duck: hasDuck ? duck : undefined }
}

const duckProgram = (file: string, query: string): string =>
  `const { DuckDBInstance } = require("@duckdb/node-api"); (async () => { const db = await DuckDBInstance.create(${JSON.stringify(file)}); const c = await db.connect(); const r = await c.runAndReadAll(${JSON.stringify(query)}); console.log(r.getRows().length); c.closeSync(); db.closeSync() })()`

const duckQuery = (file: string): string => duckProgram(file, groupBy)
