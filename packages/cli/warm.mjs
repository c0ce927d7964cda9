/** After a build: runs the commonest commands once, so that the compiled form of what they use is kept with the bundle. */
import { mkdtempSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const { program, keep } = createRequire(import.meta.url)("./bin/program.cjs").load()
const folder = mkdtempSync(join(tmpdir(), "grootboek-warm-"))
const ledger = ["--ledger", join(folder, "warm.db")]
const data = (...names) =>
  names.map((name) => fileURLToPath(new URL(`../../examples/w13/data/${name}`, import.meta.url)))
const structure = data("published/goals-tree.csv", "policy-items.csv", "sectors.csv", "account-map.csv")
const commands = [
  [
    "init",
    ...ledger,
    "--entity",
    "W13",
    "--entity-type",
    "welzijnsvereniging",
    "--plan",
    "2026/0",
    "--years",
    "2026-2031",
  ],
  ["import", ...structure, ...ledger, "--as", "structure"],
  ["import", ...data("budget-lines.csv"), ...ledger, "--as", "lines"],
  ["statement", "M2", ...ledger],
  ["statement", "T2", ...ledger, "--format", "csv"],
  ["verify", ...ledger],
]
const silent = (_text, ...rest) => {
  rest.at(-1)?.()
  return true
}
const [out, error] = [process.stdout.write, process.stderr.write]
process.stdout.write = process.stderr.write = silent
try {
  for (const command of commands) {
    const status = await program.run(command)
    if (status > 1) throw new Error(`grootboek ${command.join(" ")} ended with ${status}`)
  }
} finally {
  process.stdout.write = out
  process.stderr.write = error
  rmSync(folder, { recursive: true })
}
keep(true)
