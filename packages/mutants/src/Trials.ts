/** Tries mutants: starts the tests, sees which mutants they notice, and ends a process in which a test hangs. */
import { spawn } from "node:child_process"
import { mkdirSync, openSync, rmSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { root } from "@grootboek/scripts/command.mjs"
import type { Mutant, Mutated } from "./Mutant.ts"
import * as Trial from "./Trial.ts"

/** What became of each mutant. */
export interface Outcome {
  /** The test that noticed a mutant, and whether it never ended. */
  readonly noticed: ReadonlyMap<string, { readonly test: string; readonly endless: boolean }>
  /** Mutants that a test reached. */
  readonly reached: ReadonlySet<string>
  /** Mutants that were reached outside tests: while modules were loaded. */
  readonly loaded: ReadonlySet<string>
}

/** Quick tests are tried first: most mutants never meet a slow one. Limits in milliseconds of a test. */
const rounds = [60, Number.POSITIVE_INFINITY]

/** Tests of other modules are left out for a mutant once those tried before take this long together. */
const enoughMs = 1000

/** A test that takes this much longer than without the mutant hangs: milliseconds, and times. */
const patience = { ms: 10_000, times: 20 }

/** Everything that was seen so far. */
class Progress {
  readonly tests = new Map<string, Trial.Measured>()
  readonly noticed = new Map<string, { readonly test: string; readonly endless: boolean }>()
  readonly loaded = new Set<string>()
  readonly #tried = new Map<string, Set<string>>()
  readonly #unclean = new Map<string, number>()
  readonly #plan = new Map<string, ReadonlyArray<Trial.Measured>>()
  readonly #mutants: ReadonlyArray<Mutant>
  #end = 0
  #last: Trial.Seen | undefined

  constructor(mutants: ReadonlyArray<Mutant>) {
    this.#mutants = mutants
  }

  /** Reads what was recorded since; returns whether there was anything. */
  read(): boolean {
    const { seen, end } = Trial.recordedFrom(this.#end)
    this.#end = end
    for (const one of seen) this.#add(one)
    this.#last = seen.at(-1) ?? this.#last
    return seen.length > 0
  }

  /** What was seen last since the tests started. */
  latest(): Trial.Seen | undefined {
    return this.#last
  }

  /** The tests start again: nothing was seen of them. */
  forget(): void {
    this.#last = undefined
  }

  #add(seen: Trial.Seen): void {
    switch (seen.kind) {
      case "measured":
        this.tests.set(seen.test, seen)
        return
      case "loaded":
        for (const mutant of seen.mutants) this.loaded.add(mutant)
        return
      case "noticed":
        this.noticed.set(seen.mutant, seen)
        return
      case "unnoticed": {
        const tried = this.#tried.get(seen.test) ?? new Set()
        for (const mutant of seen.mutants) tried.add(mutant)
        this.#tried.set(seen.test, tried)
        return
      }
      case "unclean":
        this.#unclean.set(seen.test, (this.#unclean.get(seen.test) ?? 0) + 1)
        return
      case "running":
        return
    }
  }

  /**
   * Returns tests of at most these milliseconds, and the mutants that each is to be tried with: those that it reaches, nobody has
   * noticed yet, and for which it is not too slow.
   */
  open(ms: number): ReadonlyArray<readonly [Trial.Measured, ReadonlyArray<string>]> {
    const ofTest = new Map<string, Array<string>>()
    for (const [mutant, tests] of this.#planned())
      for (const { test } of tests) {
        const mutants = ofTest.get(test)
        if (mutants === undefined) ofTest.set(test, [mutant])
        else mutants.push(mutant)
      }
    return [...this.tests.values()].flatMap((test) => {
      // A test that fails again and again without a mutant can say nothing.
      if (test.ms > ms || (this.#unclean.get(test.test) ?? 0) > 20) return []
      const tried = this.#tried.get(test.test)
      const mutants = ofTest.get(test.test)?.filter((id) => !this.noticed.has(id) && !tried?.has(id)) ?? []
      return mutants.length === 0 ? [] : [[test, mutants] as const]
    })
  }

  /** Every mutant with the tests to try: those of its own module, then others, quick ones first. */
  #planned(): ReadonlyMap<string, ReadonlyArray<Trial.Measured>> {
    if (this.#plan.size > 0) return this.#plan
    const quickFirst = [...this.tests.values()].sort((a, b) => a.ms - b.ms)
    const reaching = new Map<string, Array<Trial.Measured>>()
    for (const test of quickFirst)
      for (const id of Object.keys(test.hits)) {
        const tests = reaching.get(id)
        if (tests === undefined) reaching.set(id, [test])
        else tests.push(test)
      }
    for (const { id, file } of this.#mutants) {
      let ms = 0
      const own = `${basename(file, ".ts")}.test.ts`
      const tests = (reaching.get(id) ?? []).filter((test) => {
        if (basename(test.file) === own) return true
        const isLeft = ms > enoughMs
        ms += test.ms
        return !isLeft
      })
      this.#plan.set(id, tests)
    }
    return this.#plan
  }
}

/** Milliseconds after which a process that records nothing more is ended. */
const patienceAfter = (last: Trial.Seen | undefined): number =>
  last?.kind === "running"
    ? patience.ms + patience.times * last.ms
    : last?.kind === "unclean"
      ? 1000
      : Number.POSITIVE_INFINITY

/** Starts the tests of these files once and waits until they end. */
const start = async (progress: Progress, files: ReadonlyArray<string>, filter: string): Promise<void> => {
  progress.forget()
  const output = openSync(join(Trial.folder, "vitest.log"), "a")
  const child = spawn(
    process.execPath,
    [
      join(root, "node_modules", "vitest", "vitest.mjs"),
      "run",
      "--config",
      "packages/mutants/vitest.config.ts",
    ],
    {
      cwd: root,
      // A group of its own: its workers end with it.
      detached: true,
      stdio: ["ignore", output, output],
      env: { ...process.env, MUTANT_FILES: files.join(","), MUTANT_TESTS: filter },
    },
  )
  let ended = false
  const exit = new Promise<void>((resolve) =>
    child.on("exit", () => {
      ended = true
      resolve()
    }),
  )
  const end = () => {
    if (child.pid !== undefined && !ended) process.kill(-child.pid, "SIGKILL")
  }
  process.once("exit", end)
  const interrupt = () => process.exit(1)
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt)
  let since = Date.now()
  while (!ended) {
    await Promise.race([exit, new Promise((resolve) => setTimeout(resolve, 500))])
    if (progress.read()) since = Date.now()
    if (!ended && Date.now() - since > patienceAfter(progress.latest())) {
      end()
      await exit
    }
  }
  process.off("exit", end).off("SIGINT", interrupt).off("SIGTERM", interrupt)
  progress.read()
  // It hung, or ran out of memory.
  const last: Trial.Seen | undefined = progress.latest()
  if (last?.kind === "running") {
    const { test, mutant } = last
    Trial.record({ kind: "noticed", test, mutant, endless: true })
    progress.read()
  }
}

/**
 * Tries every mutant.
 *
 * @param options.tests names of test files, separated by commas; without it, all quick tests of core and laws
 */
export const all = async (
  { mutants, texts }: Mutated,
  { tests = "", say }: { readonly tests?: string; readonly say: (line: string) => void },
): Promise<Outcome> => {
  rmSync(Trial.folder, { recursive: true, force: true })
  mkdirSync(Trial.folder, { recursive: true })
  writeFileSync(
    Trial.textsFile,
    JSON.stringify(Object.fromEntries(Object.entries(texts).map(([name, text]) => [join(root, name), text]))),
  )
  const progress = new Progress(mutants)
  Trial.ask({ kind: "measure" })
  await start(progress, [], tests)
  say(`${progress.tests.size} tests, ${mutants.length} mutants`)
  for (const ms of rounds)
    for (let open = progress.open(ms); open.length > 0; open = progress.open(ms)) {
      const before = open.reduce((sum, [, mutants]) => sum + mutants.length, 0)
      Trial.ask({
        kind: "try",
        mutants: Object.fromEntries(open.map(([{ test }, mutants]) => [test, mutants])),
      })
      await start(progress, [...new Set(open.map(([{ file }]) => file))], tests)
      say(`${progress.noticed.size} noticed by tests of at most ${ms} ms`)
      const after = progress.open(ms).reduce((sum, [, mutants]) => sum + mutants.length, 0)
      if (after === before && progress.latest()?.kind !== "unclean")
        throw new Error(`no test ran: see ${join(Trial.folder, "vitest.log")}`)
    }
  await alone(progress, mutants, tests)
  const reached = new Set([...progress.tests.values()].flatMap(({ hits }) => Object.keys(hits)))
  return { noticed: progress.noticed, reached, loaded: progress.loaded }
}

/** Tries what only the first test of a process reaches, such as code whose result is kept: each in a process of its own. */
const alone = async (progress: Progress, mutants: ReadonlyArray<Mutant>, filter: string): Promise<void> => {
  for (const { id } of mutants) {
    const first = [...progress.tests.values()].filter(({ once }) => once.includes(id))
    for (const file of new Set(first.map((test) => test.file))) {
      if (progress.noticed.has(id)) break
      const hits = Math.max(...first.map((test) => test.hits[id] ?? 1))
      Trial.ask({ kind: "alone", mutant: id, hits })
      await start(progress, [file], filter)
    }
  }
}
