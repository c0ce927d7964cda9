/**
 * Benchmarks: our parts compared with physical limits, and the whole compared with other programs.
 *
 *     npm run bench                        every part at every size; a quarter of an hour, longer with --peers
 *     npm run bench -- --short             small sizes, under two minutes
 *     npm run bench -- --only memory,codec some parts: memory, wide, codec, cold, store, import, pack, bundle
 *     npm run bench -- --size 1000,100000  these sizes of each part
 *     npm run bench -- --peers LIST        ledger,hledger,bean-query: the last two take minutes at a million
 *     npm run bench -- --rounds 1          rounds of whole processes, instead of three or five
 *     npm run bench -- --keep              writes the results into docs/performance.md
 *
 * It never fails because of a time: the machine may be busy.
 */
import { parseArgs } from "node:util"
import * as Bundle from "./Bundle.ts"
import * as Kept from "./Kept.ts"
import { run } from "./Measure.ts"
import * as Program from "./Program.ts"
import type { Ask } from "./part.ts"
import * as Table from "./Table.ts"

type Part = Ask["part"] | "bundle"

const { values } = parseArgs({
  options: {
    short: { type: "boolean", default: false },
    only: { type: "string" },
    size: { type: "string" },
    peers: { type: "string" },
    rounds: { type: "string" },
    keep: { type: "boolean", default: false },
  },
})

/** Sizes of each part; the last is the one that its goals are set for. */
const sizes: Readonly<Record<Part, ReadonlyArray<number>>> = values.short
  ? {
      memory: [10_000, 100_000],
      wide: [2_000],
      codec: [30_000],
      cold: [10_000],
      store: [2_000],
      import: [2_000],
      pack: [1_000],
      bundle: [0],
    }
  : {
      memory: [10_000, 100_000, 1_000_000, 10_000_000],
      wide: [10_000],
      codec: [300_000],
      cold: [10_000, 100_000, 1_000_000],
      store: [20_000, 1_000_000],
      import: [10_000, 100_000, 1_000_000],
      pack: [10_000],
      bundle: [0],
    }

const names = values.only?.split(",") ?? Object.keys(sizes)
const unknown = names.filter((name) => !(name in sizes))
if (unknown.length > 0) {
  console.error(`no part ${unknown.join(", ")}; parts: ${Object.keys(sizes).join(", ")}`)
  process.exit(2)
}
const parts = (Object.keys(sizes) as ReadonlyArray<string>).filter((part): part is Part =>
  names.includes(part),
)

// Bundled as published: a loader of sources would take most of the time.
const [cli, helper, part] = [
  Program.commandLine(),
  await Program.bundle("packages/bench/src/helper.ts", "helper"),
  await Program.bundle("packages/bench/src/part.ts", "part"),
]

const measured = new Map<Part, ReadonlyArray<Table.Result>>()
for (const name of parts) {
  const lines: Array<Table.Result> = []
  for (const size of values.size === undefined ? sizes[name] : values.size.split(",").map(Number)) {
    if (name === "bundle") {
      lines.push(...(await Bundle.lines()))
      continue
    }
    const ask: Ask = {
      part: name,
      size,
      goals: !values.short && size === sizes[name].at(-1),
      peers: (values.peers ?? (size <= 100_000 ? "ledger,hledger,bean-query" : "ledger")).split(","),
      rounds: Number(values.rounds ?? (size >= 1_000_000 ? 3 : 5)),
      cli,
      helper,
    }
    console.error(`${name} ${size.toLocaleString("en")} …`)
    const { output } = await run(process.execPath, ["--expose-gc", part, JSON.stringify(ask)])
    lines.push(...JSON.parse(output))
  }
  measured.set(name, lines)
  console.log(`\n${Table.markdown(lines)}`)
}
if (values.keep) Kept.put(measured)
