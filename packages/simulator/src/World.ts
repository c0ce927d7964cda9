/** The world of one history: a folder with a ledger, the command line in this process, and a clock. */
import { spawn } from "node:child_process"
import { generateKeyPairSync } from "node:crypto"
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { run } from "@grootboek/cli"
import type { BudgetEvent } from "@grootboek/core"
import Libsql from "libsql"
import * as Files from "./Files.ts"
import * as Model from "./Model.ts"
import type { Plant } from "./Plant.ts"
import * as Trouble from "./Trouble.ts"

export interface World {
  readonly folder: string
  /** The path of the ledger; another after a restore. */
  ledger: string
  readonly plant: Plant | undefined
  /** Command lines that recorded something, to be repeated. */
  readonly recorded: Array<ReadonlyArray<string>>
}

/** The result of a command line. */
export interface CommandResult {
  /** The exit status; `undefined` when the program crashed. */
  readonly status: number | undefined
  readonly out: string
  readonly err: string
  /** Whether the trouble occurred. */
  readonly troubled: boolean
}

/** When a command runs, and what goes wrong meanwhile. */
export interface Circumstances {
  readonly now: number
  readonly trouble?: Trouble.Trouble | undefined
}

/** A folder for all histories: a ledger with a plan and its structure, and a key. */
export interface WorldTemplate {
  readonly folder: string
  readonly remove: () => void
}

/** Makes the ledger that every history begins with. */
export const template = async (): Promise<WorldTemplate> => {
  const folder = temporary()
  const { privateKey, publicKey } = generateKeyPairSync("ed25519")
  writeFileSync(join(folder, "key.pem"), privateKey.export({ type: "pkcs8", format: "pem" }))
  writeFileSync(join(folder, "key.pub.pem"), publicKey.export({ type: "spki", format: "pem" }))
  const ledger = ["--ledger", join(folder, "ledger.db")]
  const years = `${Files.years[0]}-${Files.years[2]}`
  for (const argv of [
    ["init", "--entity", "Simulatie", "--entity-type", "gemeente", "--plan", "2026/0"].concat(
      ...["--years", years],
      ledger,
    ),
    ["import", ...Files.structure(folder), "--as", "structure", ...ledger],
  ]) {
    const { status, err } = await command(argv, { now: Model.began })
    if (status !== 0) throw new Error(`${argv.join(" ")} ended with ${status}: ${err}`)
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Runs a task in a new world. */
export const inside = async <A>(
  { folder: from }: WorldTemplate,
  plant: Plant | undefined,
  work: (world: World) => Promise<A>,
): Promise<A> => {
  const folder = temporary()
  try {
    for (const name of readdirSync(from).filter((one) => !one.endsWith(".csv")))
      copyFileSync(join(from, name), join(folder, name))
    return await work({ folder, ledger: join(folder, "ledger.db"), plant, recorded: [] })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs a command line in this process. */
export const command = async (
  argv: ReadonlyArray<string>,
  { now, trouble }: Circumstances,
): Promise<CommandResult> => {
  const captured = capture()
  const { now: clock } = Date
  Date.now = () => now
  const troubled = trouble === undefined ? undefined : Trouble.begin(trouble)
  let status: number | undefined
  try {
    status = await run(["--lang", "en", ...argv])
  } catch (cause) {
    if (troubled === undefined) throw cause
  }
  const occurred = troubled?.end() ?? false
  Date.now = clock
  return { status, troubled: occurred, ...captured.end() }
}

/** Runs two command lines at once and returns their exit statuses. */
export const both = async (
  lines: readonly [ReadonlyArray<string>, ReadonlyArray<string>],
  { now }: Circumstances,
): Promise<readonly [number, number]> => {
  const captured = capture()
  const { now: clock } = Date
  Date.now = () => now
  try {
    const [first, second] = lines.map((argv) => run(["--lang", "en", ...argv]))
    return [await (first as Promise<number>), await (second as Promise<number>)]
  } finally {
    Date.now = clock
    captured.end()
  }
}

/** Runs a command line in a process of its own, which is killed after some milliseconds. */
export const killed = (argv: ReadonlyArray<string>, afterMs: number): Promise<number | null> =>
  new Promise((resolve) => {
    const main = fileURLToPath(new URL("../../cli/src/main.ts", import.meta.url))
    const child = spawn(
      process.execPath,
      ["--conditions=@grootboek/source", "--import", "tsx", main, ...argv],
      {
        stdio: "ignore",
      },
    )
    const timer = setTimeout(() => child.kill("SIGKILL"), afterMs)
    child.once("exit", (status) => {
      clearTimeout(timer)
      resolve(status)
    })
  })

/** Reads the events of a ledger straight from the tables of its file. */
export const events = ({ ledger }: World): ReadonlyArray<BudgetEvent.BudgetEvent> => {
  const driver = new Libsql(ledger)
  try {
    const rows: ReadonlyArray<unknown> = driver.prepare("SELECT body FROM entries ORDER BY position").all()
    return rows.map((row) => {
      const body = typeof row === "object" && row !== null && "body" in row ? row.body : undefined
      if (!(body instanceof ArrayBuffer)) throw new Error("an entry has no body")
      const entry: { readonly event: BudgetEvent.BudgetEvent } = JSON.parse(new TextDecoder().decode(body))
      return entry.event
    })
  } finally {
    driver.close()
  }
}

/** Returns the number of proposals of each branch, from the files beside a ledger. */
export const branches = ({ ledger }: World): ReadonlyMap<string, number> => {
  const folder = `${ledger}.branches`
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(extension)) : []
  return new Map(
    names.map((name) => [
      name.slice(0, -extension.length),
      readFileSync(join(folder, name), "utf8").trimEnd().split("\n").length - 1,
    ]),
  )
}

const extension = ".branch.ndjson"

const temporary = (): string =>
  mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "grootboek-simulator-"))

const capture = (): { readonly end: () => { readonly out: string; readonly err: string } } => {
  const text = { stdout: "", stderr: "" }
  const restore = (["stdout", "stderr"] as const).map((name) => {
    const stream = process[name]
    const { write } = stream
    stream.write = ((chunk: string | Uint8Array, ...rest: ReadonlyArray<unknown>) => {
      text[name] += typeof chunk === "string" ? chunk : new TextDecoder().decode(chunk)
      for (const done of rest) if (typeof done === "function") done()
      return true
    }) as typeof write
    return () => {
      stream.write = write
    }
  })
  return {
    end: () => {
      for (const undo of restore) undo()
      return { out: text.stdout, err: text.stderr }
    },
  }
}
