/**
 * From the accounts of 2024 to the adjusted estimate of 2025: a real adjustment of the previous plan, as one ledger.
 *
 * The amounts per action and the two reasons are published; accounts and policy items are placeholders, and the opening of
 * 2024 is computed (data/README.md). The difference of 2025 is split into the two reasons and 0,13 euro without a reason.
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
  ...["actions", "policy-items", "opening", "estimate-2024", "initial-2025", "actuals-2024"].map(data),
  ...["closing-2024", "result-2024", "adjustment-2025-1", "facts"].map(data),
  accounts,
)
const { heading, say, grootboek, finish } = begin(out)

heading("1. The plan of 2024 and the initial budget of 2025")
say(
  "The plan prints the reserve of 31 December 2024 without its accounts, 766.791,19, and with them, 732.274,21. It prints neither the",
  "reserve of 1 January 2024 nor the estimates of 2024: 975.318,00 and 208.526,81 are computed from what it prints.",
)
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
  "2024-2025",
])
await grootboek(["import", data("actions"), data("policy-items"), accounts, ...ledger, "--as", "structure"])
await grootboek(["import", data("opening"), ...ledger, "--as", "opening"])
await grootboek(["import", data("estimate-2024"), data("initial-2025"), ...ledger, "--as", "lines"])
await grootboek(["import", data("facts"), ...ledger, "--as", "rules"])
await grootboek(["overview", "facts", ...ledger])

heading("2. The accounts of 2024")
say(
  "The bookings are the column JR 2024. Their lines have no estimate, because the plan prints none: each gives a note.",
)
await grootboek(["import", data("actuals-2024"), ...ledger, "--as", "actuals"])
await grootboek(["import", data("closing-2024"), ...ledger, "--as", "rules"])
say("Processing the accounts lowers the reserve with which 2025 begins by 34.516,98.")
await grootboek(["import", data("result-2024"), ...ledger, "--as", "rules"])
await grootboek(["statement", "J2", ...ledger, "--year", "2024"])

heading("3. The adjusted estimate, with the two reasons that the plan states")
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

heading("4. The changes, and the part without a reason")
say(
  "Receipts of A1310 fall by 81.375,42: 31.375,42 lower contributions and 50.000,00 of a subsidy. Expenditure falls by 0,13, without a reason.",
)
await grootboek(["diff", "plan:2025/0", "plan:2025/1", ...ledger, "--form", "synthesis"])
await grootboek(["explain", "synthesis", "A1310/net", "2025", ...ledger])

heading("5. From the reserve of 2024 to that of 2025")
say(
  "766.791,19 by the plan of 2024 and 732.274,21 by its accounts; then 404.701,76 at the end of the adjusted 2025.",
  "The new plan opens with 404.701,70 and says nowhere where the 0,06 went.",
)
await grootboek(["overview", "reserve", ...ledger])
await grootboek(["explain", "synthesis", "reserve", "2025", ...ledger])
finish()
