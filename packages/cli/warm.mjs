/** After a build: runs the commonest commands once, each of which must end well, so that the compiled form of what they use is kept with the bundle. */
import { generateKeyPairSync } from "node:crypto"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
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
const pair = generateKeyPairSync("ed25519")
/** @param {"private" | "public"} half */
const key = (half) => {
  const file = join(folder, `${half}.pem`)
  const pem = { format: "pem", type: half === "private" ? "pkcs8" : "spki" }
  writeFileSync(file, pair[`${half}Key`].export(pem))
  return file
}
const named = ["--key-name", "warm"]
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
  // Its pattern holds a dash that is not ASCII: it fits only when the bundle was read as it was written.
  ["checkpoint", "sign", ...ledger, "--key", key("private"), ...named, "--out", join(folder, "note")],
  ["checkpoint", "check", join(folder, "note"), ...ledger, "--key", key("public"), ...named],
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
    if (status > 0) throw new Error(`grootboek ${command.join(" ")} ended with ${status}`)
  }
} finally {
  process.stdout.write = out
  process.stderr.write = error
  rmSync(folder, { recursive: true })
}
keep(true)
