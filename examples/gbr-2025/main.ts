/**
 * A real adjustment: the previous plan in 2025, from its initial budget to its adjusted estimate.
 *
 * The amounts per action and the two reasons are published; accounts and policy items are placeholders
 * (data/README.md). The difference is split into the two reasons and 0,13 euro without a reason.
 */
import { relative } from "node:path"
import { fileURLToPath } from "node:url"
import { begin, need } from "../Walkthrough.ts"

const here = (path: string): string => relative(process.cwd(), fileURLToPath(new URL(path, import.meta.url)))
const out = process.argv[2] ?? "out/gbr-2025"
const ledger = ["--ledger", `${out}/gbr-2025.db`]
const data = (name: string): string => here(`data/${name}.csv`)
const accounts = here("../w13/data/account-map.csv")

need(
  data("actions"),
  data("policy-items"),
  data("initial-2025"),
  data("adjustment-2025-1"),
  data("opening"),
  accounts,
)
const { heading, say, grootboek, finish } = begin(out)

heading("1. The initial budget of 2025")
await grootboek([
  "init",
  ...ledger,
  "--entity",
  "W13",
  "--entity-type",
  "welzijnsvereniging",
  "--plan",
  "2025/0",
  "--years",
  "2025",
])
await grootboek(["import", data("actions"), data("policy-items"), accounts, ...ledger, "--as", "structure"])
await grootboek(["import", data("initial-2025"), ...ledger, "--as", "lines"])
await grootboek(["import", data("opening"), ...ledger, "--as", "opening"])

heading("2. The adjusted estimate, with the two reasons that the plan states")
await grootboek([
  "import",
  data("adjustment-2025-1"),
  ...ledger,
  "--as",
  "adjustment",
  "--plan",
  "2025/1",
  "--motivation",
  "Raming aanpassing 2025, zoals toegelicht in hoofdstuk 3.7 van het meerjarenplan 2026-2031",
])

heading("3. The changes, and the part without a reason")
say(
  "Receipts of A1310 fall by 81.375,42: 31.375,42 lower contributions and 50.000,00 of a subsidy. Expenditure falls by 0,13, without a reason.",
)
await grootboek(["diff", "plan:2025/0", "plan:2025/1", ...ledger, "--form", "synthesis"])
await grootboek(["explain", "synthesis", "A1310/net", "2025", ...ledger])

heading("4. The reserve")
say(
  "The adjusted plan ends 2025 with 404.701,76. The new plan opens with 404.701,70 and says nowhere where the 0,06 went.",
)
await grootboek(["explain", "synthesis", "reserve", "2025", ...ledger])
finish()
