/** The benchmarks of another commit beside those of the working tree, in turns: each commit runs its own. */
import { execFileSync } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { run, timedOf } from "./Measure.ts"
import { bundle, root } from "./Program.ts"
import type { Ask } from "./part.ts"
import { number, type Result } from "./Table.ts"

/** Makes the sources of a commit in a temporary folder. */
const checkout = (commit: string): string => {
  const folder = mkdtempSync(join(tmpdir(), "grootboek-bench-"))
  const tar = execFileSync("git", ["archive", commit], { cwd: root, maxBuffer: 2 ** 31 - 1 })
  execFileSync("tar", ["-x", "-C", folder], { input: tar })
  return folder
}

/** Bundles the benchmarks of a folder with the packages of that folder, and the dependencies of this one. */
const bundled = async (folder: string, name: string): Promise<string> => {
  const entry = ["packages/bench/src/part.ts", "bench/part.ts"]
    .map((path) => join(folder, path))
    .find((path) => existsSync(path))
  if (entry === undefined) throw new Error(`there are no benchmarks in ${folder}`)
  return bundle(entry, `compared-${name}`, {
    nodePaths: readdirSync(join(root, "packages")).map((one) => join(root, "packages", one, "node_modules")),
    plugins: [
      {
        name: "packages of the commit",
        setup: ({ onResolve }) =>
          onResolve({ filter: /^@grootboek\/[\w-]+(\/\w+)?$/ }, ({ path }) => {
            const [, of = "", file = "index"] = path.split("/")
            return { path: join(folder, "packages", of, "src", `${file}.ts`) }
          }),
      },
    ],
  })
}

/** Names of parts and jobs in commits before the codec was compiled from the schemas. */
const former = {
  codec: "door",
  jobs: new Map([
    ["an event: verified, read at a glance, folded", "an event: verified, decoded, folded"],
    ["an event: opened with every word about what is wrong", "an event: opened with full error messages"],
  ]),
}

/** Runs a part of a commit. Its rows are empty when the commit does not have it. */
const answer = async (program: string, ask: Ask): Promise<ReadonlyArray<Result>> => {
  for (const part of ask.part === "codec" ? [ask.part, former.codec] : [ask.part]) {
    const { output } = await run(process.execPath, ["--expose-gc", program, JSON.stringify({ ...ask, part })])
    if (!output.startsWith("[")) continue
    const results: ReadonlyArray<Result> = JSON.parse(output)
    return results.map((one) => ({ ...one, job: former.jobs.get(one.job) ?? one.job }))
  }
  return []
}

/** Returns a figure of a row in one unit: nanoseconds for a time. */
const figure = (text: string): number => {
  const [value = "", unit = ""] = text.split(" ")
  const sizes: Readonly<Record<string, number>> = { ns: 1, µs: 1e3, ms: 1e6, s: 1e9 }
  return Number(value) * (sizes[unit] ?? 1)
}

/** Compares parts of the benchmarks. Returns a table: the median of each row before and after, and of their ratio in a round. */
export const table = async (commit: string, asks: ReadonlyArray<Ask>, rounds: number): Promise<string> => {
  const folder = checkout(commit)
  try {
    const programs = { before: await bundled(folder, "before"), after: await bundled(root, "after") }
    const rows = new Map<string, { readonly before: Array<string>; readonly after: Array<string> }>()
    for (let round = 1; round <= rounds; round++) {
      console.error(`round ${round} of ${rounds} …`)
      for (const ask of asks) {
        // Each commit is first in half of the rounds.
        const turns = round % 2 === 0 ? (["after", "before"] as const) : (["before", "after"] as const)
        for (const turn of turns) {
          const results = await answer(programs[turn], ask)
          // Several rows share our time and differ in what it is compared with.
          for (const one of new Map(results.map((one) => [`${one.job} | ${one.size}`, one] as const))) {
            const row = rows.get(one[0]) ?? { before: [], after: [] }
            row[turn].push(one[1].ours)
            rows.set(one[0], row)
          }
        }
      }
    }
    return format(rows)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const format = (
  rows: ReadonlyMap<
    string,
    { readonly before: ReadonlyArray<string>; readonly after: ReadonlyArray<string> }
  >,
): string => {
  const lines = [...rows].map(([job, { before, after }]) => {
    if (before.length !== after.length) return `| ${job} | ${median(before)} | ${median(after)} | – |`
    const ratios = after.map((text, round) => figure(text) / figure(before[round] ?? ""))
    return `| ${job} | ${median(before)} | ${median(after)} | ${number(timedOf(ratios).median)} × |`
  })
  return ["| job | postings | before | after | after / before |", "|---|---|---|---|---|", ...lines].join(
    "\n",
  )
}

const median = (texts: ReadonlyArray<string>): string =>
  texts.toSorted((a, b) => figure(a) - figure(b))[Math.floor(texts.length / 2)] ?? "–"
