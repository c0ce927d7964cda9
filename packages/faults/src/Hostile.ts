/** Hostile use: SQL of every role, files with two names, truncated files, branches and packs under two programs. */
import { spawn } from "node:child_process"
import {
  cpSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from "node:fs"
import { join } from "node:path"
import { SqliteStore } from "@grootboek/store-sqlite"
import { declared, grootboek, json, must, w13 } from "@grootboek/testing/CommandLine"
import * as Hostility from "@grootboek/testing/Hostility"
import * as Random from "@grootboek/testing/Random"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { Campaign, Measure } from "./Campaign.ts"
import { inFolder, ledger, proposals, sleep } from "./Sample.ts"
import { shared } from "./Server.ts"

export const hostilities: ReadonlyArray<Campaign> = [
  {
    fault: "hostile SQL of a stranger, an auditor, a neighbour and a writer (PostgreSQL)",
    promise: "effect none, other writers stopped 0",
    run: () => hostileRoles(),
  },
  {
    fault: "a ledger file with a second hard link is written under both names",
    promise: "refused 1 of 1, bytes changed 0",
    run: () => inFolder(hardLinks),
  },
  {
    fault: "a ledger file is cut, and verified by the command line",
    promise: "exit 1 with a finding in JSON, 1 of 1",
    run: ({ seed, scale }) => inFolder((folder) => truncated(folder, seed, Math.round(8 * scale))),
  },
  {
    fault: "three commands change one branch at once",
    promise: "acknowledged and lost 0",
    run: ({ scale }) => inFolder((folder) => branches(folder, Math.max(2, Math.round(2 * scale)))),
  },
  {
    fault: "a program that writes a pack is stopped (SIGINT, SIGTERM)",
    promise: "files left behind 0, packs in part 0",
    run: ({ seed, scale }) => inFolder((folder) => packs(folder, seed, Math.round(4 * scale))),
  },
]

const hostileRoles = async (): Promise<Measure> => {
  const hostility = await Hostility.make(await shared())
  const effects: Array<string> = []
  for (const statement of hostility.statements)
    for (const effect of await hostility.effects(statement)) effects.push(`${statement.name}: ${effect}`)
  const controls = (await hostility.controls()).filter((found) => found.length > 0).length
  await hostility.end()
  return {
    figure: `${hostility.statements.length} statements, effects ${effects.length}${effects.length > 0 ? ` (${effects.join("; ")})` : ""}, controls noticed ${controls} of 2`,
    holds: effects.length === 0 && controls === 2,
  }
}

const hardLinks = async (folder: string): Promise<Measure> => {
  const [first, second] = [join(folder, "l.db"), join(folder, "second.db")]
  const append = (path: string, access: "create" | "existing", from: number) =>
    Effect.runPromise(
      Effect.result(
        Effect.scoped(
          Effect.flatMap(SqliteStore.make(path, { access }), (store) =>
            store.append(ledger, from, proposals("p", from, 1)),
          ),
        ),
      ),
    )
  await append(first, "create", 0)
  linkSync(first, second)
  const before = readFileSync(first)
  let refused = 0
  for (const path of [first, second])
    for (const access of ["create", "existing"] as const)
      if (Result.isFailure(await append(path, access, 1))) refused += 1
  const changed = readFileSync(first).equals(before) ? 0 : 1
  return { figure: `4 tried, refused ${refused}, changed ${changed}`, holds: refused === 4 && changed === 0 }
}

const truncated = async (folder: string, seed: number, trials: number): Promise<Measure> => {
  const whole = await declared(folder)
  const next = Random.from(seed)
  let found = 0
  for (let trial = 0; trial < trials; trial++) {
    const path = join(folder, `cut-${trial}.db`)
    cpSync(whole, path)
    truncateSync(path, Math.floor(next() * statSync(whole).size))
    const { status, out } = await grootboek("verify", "--ledger", path, "--format", "json")
    const { findings }: { readonly findings: ReadonlyArray<unknown> } = JSON.parse(out)
    if (status === 1 && findings.length > 0) found += 1
  }
  return { figure: `${trials} cuts, found ${found}`, holds: found === trials }
}

const branches = async (folder: string, rounds: number): Promise<Measure> => {
  const path = await declared(folder)
  await must("import", w13("budget-lines.csv"), "--ledger", path, "--as", "lines")
  let [acknowledged, kept] = [0, 0]
  for (let round = 0; round < rounds; round++) {
    const name = `b${round}`
    await must("branch", "new", name, "--ledger", path)
    const { stdout, stderr } = process
    const [out, err] = [stdout.write, stderr.write]
    const ran = await Promise.all(
      [6, 7, 8].map((position) =>
        grootboek(
          ...["reverse", String(position), "--ledger", path, "--branch", name],
          ...["--reason", "correction"],
        ),
      ),
    )
    // Commands at once restore each other's capture of the output, so the output of this program is restored here.
    stdout.write = out
    stderr.write = err
    acknowledged += ran.filter(({ status }) => status === 0).length
    const { branches } = await json<{ branches: ReadonlyArray<{ name: string; proposals: number }> }>(
      ...["branch", "list", "--ledger", path],
    )
    kept += branches.find((one) => one.name === name)?.proposals ?? 0
  }
  return {
    figure: `${rounds * 3} changes, acknowledged ${acknowledged}, lost ${acknowledged - kept}`,
    holds: acknowledged === kept && acknowledged > 0,
  }
}

const packs = async (folder: string, seed: number, trials: number): Promise<Measure> => {
  const path = await declared(folder)
  await must("import", w13("budget-lines.csv"), "--ledger", path, "--as", "lines")
  const program = join(import.meta.dirname, "../../cli/src/main.ts")
  const source = ["--conditions=@grootboek/source", "--import", "tsx", program]
  const next = Random.from(seed)
  let [stopped, left] = [0, 0]
  for (let trial = 0; trial < trials; trial++) {
    const place = join(folder, `pack-${trial}`)
    const child = spawn(
      process.execPath,
      [...source, "report", "--ledger", path, "--out", join(place, "pack")],
      {
        stdio: "ignore",
      },
    )
    const ended = new Promise<string | null>((resolve) => child.once("close", (_, signal) => resolve(signal)))
    // Stopped while it writes: the draft shows that it began.
    for (let wait = 0; wait < 10_000 && child.exitCode === null && filesIn(place).length === 0; wait++)
      await sleep(2)
    await sleep(next() * 20)
    child.kill(trial % 2 === 0 ? "SIGINT" : "SIGTERM")
    if ((await ended) !== null) stopped += 1
    const files = filesIn(place)
    // A pack that was complete before the signal stays; anything else is gone.
    const isComplete = files.includes(join("pack", "statements.xlsx"))
    if (files.some((name) => name.includes(".part")) || (files.length > 0 && !isComplete)) left += 1
    rmSync(place, { recursive: true, force: true })
  }
  return {
    figure: `${trials} packs, stopped ${stopped}, left behind ${left}`,
    holds: left === 0 && stopped > 0,
  }
}

const filesIn = (folder: string): ReadonlyArray<string> =>
  existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : []
