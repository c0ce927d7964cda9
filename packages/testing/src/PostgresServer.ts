/** A real PostgreSQL server for tests, from the binaries in an npm package: no installation, no mock. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { chmodSync, chownSync, cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import pg from "pg"
import { freePorts } from "./FreePorts.ts"
import * as PostgresBinaries from "./PostgresBinaries.ts"

export interface Server {
  readonly port: number
  readonly data: string
  readonly url: (user: string, database?: string) => string
  /** Ends at once, as in a power cut. */
  readonly kill: () => Promise<void>
  /** Starts again on the same data. */
  readonly restart: () => Promise<Server>
  readonly remove: () => Promise<void>
}

export const start = async (settings: Readonly<Record<string, string>> = {}): Promise<Server> => {
  const data = join(place(), "data")
  cpSync(await emptyData(), data, { recursive: true })
  own(data)
  return launch(data, settings)
}

export const launch = async (data: string, settings: Readonly<Record<string, string>>): Promise<Server> => {
  const { postgres, run } = await PostgresBinaries.find()
  const [port = 0] = await freePorts(1)
  const options = { ...defaults, ...settings, port: String(port), unix_socket_directories: dirname(data) }
  const flags = Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`])
  const child = spawn(postgres, ["-D", data, ...flags], {
    ...run,
    cwd: dirname(data),
    stdio: ["ignore", "pipe", "pipe"],
  })
  const log: Array<string> = []
  child.stderr.on("data", (chunk) => log.push(String(chunk)))
  running.add(child)
  const url = (user: string, database = "postgres") => `postgres://${user}@127.0.0.1:${port}/${database}`
  await ready(url("postgres"), child, log)
  return {
    port,
    data,
    url,
    kill: () => end(child, data, "SIGKILL"),
    restart: () => launch(data, settings),
    remove: async () => {
      // Without a clean end, which would first write data that is removed here.
      await end(child, data, "SIGQUIT")
      rmSync(dirname(data), { recursive: true, force: true })
    },
  }
}

/** Makes a folder for the user of the server. */
export const place = (): string => {
  const home = mkdtempSync(join(tmpdir(), "grootboek-postgres-"))
  own(home)
  return home
}

/** Gives a folder of data, and all that is in it, to the user of the server. */
export const own = (path: string): void => {
  const { uid, gid } = PostgresBinaries.identity()
  for (const entry of readdirSync(path, { withFileTypes: true, recursive: true }))
    if (uid !== undefined && gid !== undefined) chownSync(join(entry.parentPath, entry.name), uid, gid)
  chmodSync(path, 0o700)
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
}

/** Runs statements as the user of an address and returns the rows of the last one. */
export const sql = async (
  url: string,
  ...statements: ReadonlyArray<string>
): Promise<ReadonlyArray<Record<string, unknown>>> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let rows: ReadonlyArray<Record<string, unknown>> = []
    for (const statement of statements) rows = (await client.query<Record<string, unknown>>(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}

// Durable as in production; small, because several may run at once.
const defaults = {
  listen_addresses: "127.0.0.1",
  fsync: "on",
  shared_buffers: "16MB",
  max_connections: "60",
  log_min_messages: "log",
}

const running = new Set<ChildProcess>()
// An interrupted test run must leave no server running.
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL")
})

let emptied: Promise<string> | undefined

// A copy takes a tenth of the time of initdb. Each process makes its own, so that none copies an incomplete one.
const emptyData = (): Promise<string> => {
  emptied ??= PostgresBinaries.find().then(({ initdb, run }) => {
    const home = place()
    const data = join(home, "data")
    const options = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
    execFileSync(initdb, ["-D", data, ...options], { ...run, stdio: "pipe", cwd: home })
    process.on("exit", () => rmSync(home, { recursive: true, force: true }))
    return data
  })
  return emptied
}

const ready = async (url: string, child: ChildProcess, log: ReadonlyArray<string>): Promise<void> => {
  for (let attempt = 0; attempt < 3_000; attempt++) {
    if (child.exitCode !== null) break
    try {
      await sql(url, "SELECT 1")
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  throw new Error(`PostgreSQL did not start:\n${log.join("").slice(-2_000)}`)
}

// The postmaster's children end after it, with a delay. The data is free when they have ended.
const end = async (child: ChildProcess, data: string, signal: NodeJS.Signals): Promise<void> => {
  running.delete(child)
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child.once("exit", resolve))
    child.kill(signal)
    await gone
  }
  if (signal === "SIGKILL") {
    await new Promise((resolve) => setTimeout(resolve, 300))
    rmSync(join(data, "postmaster.pid"), { force: true })
  }
}
