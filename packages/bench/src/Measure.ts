/** Times of jobs: medians of several rounds. In each round all jobs that are compared run once. */
import { spawn } from "node:child_process"
import { readFileSync } from "node:fs"

export interface Timed {
  readonly median: number
  readonly fastest: number
}

// Processor time of this process, garbage collection included. It depends less on the load of the machine than wall time.
const spent = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

/** Returns the milliseconds of a job that runs only once. */
export const once = (job: () => unknown): number => {
  const start = spent()
  job()
  return spent() - start
}

/** Returns the milliseconds of each job. Every round runs each job once, so that load affects all alike. */
export const inTurns = <K extends string>(
  jobs: Readonly<Record<K, () => unknown>>,
  rounds = 9,
): Readonly<Record<K, Timed>> => {
  const names = namesOf(jobs)
  const taken = new Map<K, Array<number>>(names.map((name) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const start = spent()
      jobs[name]()
      // The first round only warms up.
      if (round > 0) taken.get(name)?.push(spent() - start)
    }
  }
  return Object.fromEntries(names.map((name) => [name, timedOf(taken.get(name) ?? [])])) as Readonly<
    Record<K, Timed>
  >
}

export const timedOf = (taken: ReadonlyArray<number>): Timed => {
  const sorted = [...taken].sort((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, fastest: sorted[0] ?? 0 }
}

/** A finished process: wall and processor time, peak memory where the system reports it, and its output. */
export interface Process {
  readonly ms: number
  readonly cpuMs: number
  readonly peakMb: number
  readonly output: string
}

// The shell reports the processor time of its command.
const timed = 'TIMEFORMAT="%U %S"; time "$@"'

/** Runs a program. A larger exit status than 0, or than the one given, is a failure of the measurement. */
export const run = (
  command: string,
  args: ReadonlyArray<string>,
  { largestStatus }: { readonly largestStatus: number } = { largestStatus: 0 },
): Promise<Process> =>
  new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn("bash", ["-c", timed, "bash", command, ...args], {
      stdio: ["ignore", "pipe", "pipe"],
    })
    const printed: { out: Array<Buffer>; error: Array<Buffer> } = { out: [], error: [] }
    let peakMb = 0
    const watch = setInterval(() => {
      // `verify` reads in a process of its own.
      for (const pid of childrenOf(child.pid))
        for (const one of [pid, ...childrenOf(pid)]) peakMb = Math.max(peakMb, peakOf(one))
    }, 10)
    child.stdout.on("data", (chunk: Buffer) => printed.out.push(chunk))
    child.stderr.on("data", (chunk: Buffer) => printed.error.push(chunk))
    child.on("error", reject)
    child.on("close", (code) => {
      clearInterval(watch)
      const ms = performance.now() - start
      const error = Buffer.concat(printed.error).toString()
      const [user = 0, system = 0] = (error.trimEnd().split("\n").at(-1) ?? "").split(" ").map(Number)
      if (code !== null && code <= largestStatus)
        resolve({ ms, cpuMs: (user + system) * 1_000, peakMb, output: Buffer.concat(printed.out).toString() })
      else reject(new Error(`${command} ended with ${code}: ${error.slice(0, 500)}`))
    })
  })

const childrenOf = (pid: string | number | undefined): ReadonlyArray<string> => {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ")
  } catch {
    return []
  }
}

const peakOf = (pid: string): number => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8")
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Rounds of one program: medians of time, peak of memory, output. */
export interface ProcessRounds extends Timed {
  /** Processor time, the median. */
  readonly cpuMs: number
  readonly peakMb: number
  readonly output: string
}

/** Runs programs in turns, some rounds each. */
export const programs = async (
  jobs: Readonly<Record<string, readonly [command: string, ...args: ReadonlyArray<string>]>>,
  rounds = 3,
): Promise<Readonly<Record<string, ProcessRounds>>> => {
  const taken = new Map<string, Array<Process>>()
  for (let round = 0; round < rounds; round++) {
    for (const [name, [command, ...args]] of Object.entries(jobs))
      taken.set(name, [...(taken.get(name) ?? []), await run(command, args)])
  }
  const endedOf = (runs: ReadonlyArray<Process>): ProcessRounds => ({
    ...timedOf(runs.map(({ ms }) => ms)),
    cpuMs: timedOf(runs.map(({ cpuMs }) => cpuMs)).median,
    peakMb: Math.max(...runs.map(({ peakMb }) => peakMb)),
    output: runs[0]?.output ?? "",
  })
  return Object.fromEntries([...taken].map(([name, runs]) => [name, endedOf(runs)]))
}

const namesOf = <K extends string>(jobs: Readonly<Record<K, unknown>>): ReadonlyArray<K> => {
  const names: Array<K> = []
  for (const name in jobs) names.push(name)
  return names
}
