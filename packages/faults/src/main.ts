/** The fault campaigns: measure each row of the fault model in docs/reliability.md. */
import { debianPackages } from "@grootboek/testing/ClusterPackages"
import * as DebianPackages from "@grootboek/testing/DebianPackages"
import * as ProgramOptions from "@grootboek/testing/ProgramOptions"
import type { Campaign } from "./Campaign.ts"
import { clusters, removeCluster } from "./Cluster.ts"
import { damages } from "./Damage.ts"
import { disks } from "./Disk.ts"
import { histories } from "./History.ts"
import { hostilities } from "./Hostile.ts"
import { kills } from "./Kill.ts"
import { recordings } from "./Recordings.ts"
import { remove } from "./Server.ts"
import { servers } from "./Servers.ts"
import { contests } from "./Writers.ts"

const usage = `usage: npm run faults -- [--short | --runs N] [--seed S] [--only TEXT] [--install]

  --short      one repetition of each row, as continuous integration runs them
  --runs N     N kills, and the other repetitions in proportion (default 1000)
  --seed S     the same seed makes the same choices (default 20261124)
  --only TEXT  the rows whose fault contains this text, for example kill or cluster
  --install    installs what the rows of a cluster need, where this process may`

const values = ProgramOptions.read(usage, {
  short: { type: "boolean", default: false },
  runs: { type: "string", default: "1000" },
  seed: { type: "string", default: "20261124" },
  only: { type: "string", default: "" },
  install: { type: "boolean", default: false },
})
const runs = ProgramOptions.wholeNumber(usage, { name: "--runs", value: values.runs, least: 1 })
const seed = ProgramOptions.wholeNumber(usage, { name: "--seed", value: values.seed })

const campaigns: ReadonlyArray<Campaign> = [
  ...histories,
  ...damages,
  ...disks,
  ...contests,
  ...recordings,
  ...kills,
  ...hostilities,
  ...servers,
  ...clusters,
]
const effort = { seed, scale: values.short ? 1 : runs / 1_000 }

// When interrupted, it exits through `exit`, which ends the servers it started.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1))

const isChosen = ({ fault, isLong = false }: Campaign): boolean =>
  values.only === "" ? !(isLong && values.short) : fault.includes(values.only)
const chosen = campaigns.filter(isChosen)
if (chosen.length === 0) ProgramOptions.reject(usage, `no fault contains ${values.only}`)
const lacking = () => chosen.some(({ missing }) => (missing?.() ?? []).length > 0)
if (values.install && lacking()) DebianPackages.install(debianPackages)

let [passed, failed, left] = [0, 0, 0]
console.log(`seed ${seed}, ${effort.scale * 1_000} kills`)
for (const { fault, promise, missing, run } of chosen) {
  const needed = missing?.() ?? []
  if (needed.length > 0) {
    left += 1
    console.log(`not run: needs ${needed.join(" ")} | ${fault}`)
    continue
  }
  const begun = performance.now()
  const { figure, holds } = await run(effort).catch((cause: unknown) => ({
    figure: cause instanceof Error ? cause.message : JSON.stringify(cause),
    holds: false,
  }))
  if (holds) passed += 1
  else failed += 1
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1)
  console.log(`${holds ? "ok  " : "FAIL"} | ${fault} | ${promise} | ${figure} | ${seconds} s`)
}
await removeCluster()
await remove()
console.log(`${passed} passed, ${failed} failed${left > 0 ? `, ${left} not run` : ""}`)
process.exit(failed > 0 ? 1 : 0)
