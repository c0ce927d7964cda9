/**
 * Benchmarks: our parts compared with physical limits, and the whole compared with other programs.
 *
 * It never fails because of a time: the machine may be busy.
 */
import * as ProgramOptions from "@grootboek/testing/ProgramOptions"
import * as Bundle from "./Bundle.ts"
import * as Compared from "./Compared.ts"
import * as Kept from "./Kept.ts"
import { run } from "./Measure.ts"
import * as Paged from "./Paged.ts"
import * as Program from "./Program.ts"
import type { Ask } from "./part.ts"
import * as Table from "./Table.ts"

type Part = Ask["part"] | "bundle" | "page"

const usage = `usage: npm run bench -- [options]

Every part at every size takes a quarter of an hour.

  --short        small sizes, under two minutes, as continuous integration runs them
  --only PARTS   some of memory,wide,codec,cold,store,import,pack,expect,bundle,page
  --size SIZES   these sizes of each part, for example 1000,100000
  --peers LIST   some of ledger,hledger,bean-query: the last two take minutes at a million
  --rounds N     rounds of whole processes (default 5, and 3 from a million)
  --against COMMIT   runs the benchmarks of that commit and of the working tree in turns, nine rounds of small sizes,
                 and prints after / before: memory,wide,codec,store
  --keep         writes the results into docs/performance.md`

const values = ProgramOptions.read(usage, {
  short: { type: "boolean", default: false },
  only: { type: "string" },
  size: { type: "string" },
  peers: { type: "string" },
  rounds: { type: "string" },
  against: { type: "string" },
  keep: { type: "boolean", default: false },
})
const number = (name: string, value: string): number =>
  ProgramOptions.wholeNumber(usage, { name, value, least: 1 })
const asked = values.size?.split(",").map((value) => number("--size", value))
const rounds = values.rounds === undefined ? undefined : number("--rounds", values.rounds)

/** Sizes of each part; the last is the one that its goals are set for. */
const sizes: Readonly<Record<Part, ReadonlyArray<number>>> =
  values.short || values.against !== undefined
    ? {
        expect: [1_000],
        memory: [10_000, 100_000],
        wide: [2_000],
        codec: [30_000],
        cold: [10_000],
        store: [2_000],
        import: [2_000],
        pack: [1_000],
        bundle: [0],
        page: [2_000],
      }
    : {
        expect: [1_000, 10_000, 100_000, 1_000_000],
        memory: [10_000, 100_000, 1_000_000, 10_000_000],
        wide: [10_000],
        codec: [300_000],
        cold: [10_000, 100_000, 1_000_000],
        store: [20_000, 1_000_000],
        import: [10_000, 100_000, 1_000_000],
        pack: [10_000],
        bundle: [0],
        page: [16_667, 100_000],
      }

const names = values.only?.split(",") ?? Object.keys(sizes)
const unknown = names.filter((name) => !(name in sizes))
if (unknown.length > 0) ProgramOptions.reject(usage, `no part ${unknown.join(", ")}`)
const parts = (Object.keys(sizes) as ReadonlyArray<string>).filter((part): part is Part =>
  names.includes(part),
)

if (values.against !== undefined) {
  const asks = parts.flatMap((part): ReadonlyArray<Ask> => {
    if (part !== "memory" && part !== "wide" && part !== "codec" && part !== "store") return []
    const size = asked?.[0] ?? sizes[part].at(-1) ?? 1_000
    return [{ part, size, goals: false, peers: [], rounds: 1, cli: "", helper: "" }]
  })
  console.log(await Compared.table(values.against, asks, rounds ?? 9))
  process.exit(0)
}

// Bundled as published: a loader of sources would take most of the time.
const [cli, helper, part] = [
  Program.commandLine(),
  await Program.bundle(`${Program.root}packages/bench/src/helper.ts`, "helper"),
  await Program.bundle(`${Program.root}packages/bench/src/part.ts`, "part"),
]

const measured = new Map<Part, ReadonlyArray<Table.Result>>()
for (const name of parts) {
  const lines: Array<Table.Result> = []
  for (const size of asked ?? sizes[name]) {
    if (name === "bundle") {
      lines.push(...(await Bundle.lines()))
      continue
    }
    if (name === "page") {
      // A reader waits for the first statement and for answers at the usual size; a large journal is verified meanwhile.
      const usual = { openMs: 2_000, megabytes: 15, searchMs: 100, filterMs: 200 }
      lines.push(
        ...(await Paged.lines(size, values.short ? {} : size < 50_000 ? usual : { verifyMs: 3_000 })),
      )
      continue
    }
    const ask: Ask = {
      part: name,
      size,
      goals: !values.short && size === sizes[name].at(-1),
      peers: (values.peers ?? (size <= 100_000 ? "ledger,hledger,bean-query" : "ledger")).split(","),
      rounds: rounds ?? (size >= 1_000_000 ? 3 : 5),
      cli,
      helper,
    }
    console.error(`${name} ${size.toLocaleString("en")} …`)
    const { output } = await run(process.execPath, ["--expose-gc", part, JSON.stringify(ask)])
    lines.push(...JSON.parse(output))
  }
  measured.set(name, lines)
  console.log(`\n${Table.of(name, lines)}`)
}
if (values.keep) Kept.put(measured)
