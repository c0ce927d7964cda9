/**
 * Runs each test again and again in one process, with one mutant after the other.
 *
 * Loading core and its libraries takes longer than most tests, so that a process for each mutant would take hours.
 */
import { type RunnerTestCase, type RunnerTestSuite, TestRunner } from "vitest"
import { asked, record } from "./Trial.ts"

/** What the code of StrykerJS in the changed files reads and counts. */
interface Switch {
  activeMutant?: string | undefined
  hitCount?: number | undefined
  hitLimit?: number
  mutantCoverage: {
    static: Record<string, number>
    perTest: Record<string, Record<string, number>>
  }
}

declare global {
  var __stryker__: Switch
}

globalThis.__stryker__ ??= { mutantCoverage: { static: {}, perTest: {} } }
const mutation = globalThis.__stryker__

/** What runs this many times as often as without the mutant never ends: the changed place itself, and all places together. */
const [endlessPlace, endlessTest] = [100, 20]

/** How often a test reached any place, and how often it may; every place asks for the test first. */
const steps: { taken: number; most: number; test: string | undefined } = {
  taken: 0,
  most: Number.POSITIVE_INFINITY,
  test: undefined,
}
Object.defineProperty(mutation, "currentTestId", {
  configurable: true,
  get: () => {
    if (++steps.taken > steps.most) throw new Error("the test does not end")
    return steps.test
  },
})

const titleOf = (test: RunnerTestCase): string => {
  const names = [test.name]
  for (let suite: RunnerTestSuite | undefined = test.suite; suite !== undefined; suite = suite.suite)
    names.unshift(suite.name)
  return `${test.file.name} > ${names.join(" > ")}`
}

type Body = () => unknown

/** What a test does without a mutant. */
interface Reached {
  readonly ms: number
  readonly steps: number
  readonly hits: Readonly<Record<string, number>>
}

/** Runs a test without a mutant and counts what it reaches. The time is that of the processor, equal on a busy machine. */
const measure = async (body: Body): Promise<Reached> => {
  mutation.mutantCoverage.perTest = {}
  steps.test = "test"
  steps.taken = 0
  const start = process.cpuUsage()
  try {
    await body()
  } finally {
    steps.test = undefined
  }
  const { user, system } = process.cpuUsage(start)
  return {
    ms: (user + system) / 1000,
    steps: steps.taken,
    hits: mutation.mutantCoverage.perTest.test ?? {},
  }
}

/** Runs a test with a mutant. */
const withMutant = async (
  body: Body,
  mutant: string,
  most: { readonly hits: number; readonly steps: number },
) => {
  mutation.hitCount = 0
  mutation.hitLimit = most.hits
  mutation.activeMutant = mutant
  steps.taken = 0
  steps.most = most.steps
  let failed = false
  try {
    await body()
  } catch {
    failed = true
  }
  const endless = mutation.hitCount > most.hits || steps.taken > most.steps
  steps.most = Number.POSITIVE_INFINITY
  mutation.activeMutant = undefined
  return { failed, endless }
}

const passes = async (body: Body): Promise<boolean> => {
  try {
    await body()
    return true
  } catch {
    return false
  }
}

/** Ends the process: what a mutant left behind cannot be undone. */
const stop = (test: string): void => {
  record({ kind: "unclean", test })
  process.kill(process.pid, "SIGKILL")
}

export default class Runner extends TestRunner {
  readonly #trial = asked()
  readonly #seen = new Map<string, number>()
  readonly #noticed = new Set<string>()

  /** Its title, with a number where several tests of a file have the same. */
  #nameOf(test: RunnerTestCase): string {
    const title = titleOf(test)
    const times = (this.#seen.get(title) ?? 0) + 1
    this.#seen.set(title, times)
    return times === 1 ? title : `${title} (${times})`
  }

  override onAfterRunFiles(): void {
    super.onAfterRunFiles()
    if (this.#trial.kind === "measure")
      record({ kind: "loaded", mutants: Object.keys(mutation.mutantCoverage.static) })
  }

  async runTask(task: RunnerTestCase): Promise<void> {
    const test = this.#nameOf(task)
    const body: Body = TestRunner.getTestFn(task)
    switch (this.#trial.kind) {
      case "measure":
        return this.#measure(test, task.file.name, body)
      case "try":
        return this.#try(test, body, this.#trial.mutants[test] ?? [])
      case "alone":
        return this.#alone(test, body, this.#trial)
    }
  }

  async #measure(test: string, file: string, body: Body): Promise<void> {
    const first = await measure(body)
    const { ms, hits } = await measure(body)
    const once = Object.keys(first.hits).filter((id) => (hits[id] ?? 0) < (first.hits[id] ?? 0))
    record({ kind: "measured", test, file, ms, hits: first.hits, once })
  }

  async #try(test: string, body: Body, mutants: ReadonlyArray<string>): Promise<void> {
    const todo = mutants.filter((mutant) => !this.#noticed.has(mutant))
    if (todo.length === 0) return
    const measured = await measure(body).catch(() => undefined)
    if (measured === undefined) return stop(test)
    const { ms, hits } = measured
    const mostSteps = measured.steps * endlessTest + 100_000
    let unnoticed: Array<string> = []
    let clean = true
    for (const mutant of todo) {
      record({ kind: "running", test, mutant, ms })
      const { failed, endless } = await withMutant(body, mutant, {
        hits: (hits[mutant] ?? 1) * endlessPlace,
        steps: mostSteps,
      })
      if (!failed && !endless) {
        unnoticed.push(mutant)
        clean = false
        continue
      }
      record({ kind: "unnoticed", test, mutants: unnoticed })
      unnoticed = []
      const stillPasses = await passes(body)
      // A mutant that nobody noticed may have left behind what this failure is due to: then this one is tried again.
      if (stillPasses || clean) {
        this.#noticed.add(mutant)
        record({ kind: "noticed", test, mutant, endless })
      }
      if (!stillPasses) return stop(test)
      clean = true
    }
    record({ kind: "unnoticed", test, mutants: unnoticed })
  }

  async #alone(
    test: string,
    body: Body,
    { mutant, hits }: { readonly mutant: string; readonly hits: number },
  ): Promise<void> {
    if (this.#noticed.has(mutant)) return
    record({ kind: "running", test, mutant, ms: 0 })
    const { failed, endless } = await withMutant(body, mutant, {
      hits: hits * endlessPlace,
      steps: Number.POSITIVE_INFINITY,
    })
    if (!failed && !endless) return
    this.#noticed.add(mutant)
    record({ kind: "noticed", test, mutant, endless })
  }
}
