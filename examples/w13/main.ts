/**
 * The W13 plan from its budget lines to the last statutory cell, on the command line.
 *
 * Published: every printed cell in data/published. Reconstructed: the account and sector of each amount
 * (data/README.md). Invented, as examples: the partners of the pass-through, the adjustment 2026/1 and the first half of 2026.
 */
import { relative } from "node:path"
import { fileURLToPath } from "node:url"
import { begin, need } from "../Walkthrough.ts"

const here = (path: string): string => relative(process.cwd(), fileURLToPath(new URL(path, import.meta.url)))
const out = process.argv[2] ?? "out/w13"
const ledger = ["--ledger", `${out}/w13.db`]
const data = (name: string): string => here(`data/${name}`)
const rules = (name: string): string => data(`rules/${name}.csv`)
const published = (name: string): string => data(`published/${name}.csv`)

/** The published tables, each with its form. */
const tables = [
  ["M1", "M1"],
  ["M2", "M2"],
  ["M3", "M3"],
  ["T1", "T1"],
  ["T2", "T2"],
  ["T3", "T3"],
  ["goals-amounts", "goals"],
  ["synthese", "synthesis"],
] as const

need(...tables.map(([table]) => published(table)))
const { heading, say, grootboek, finish } = begin(out)

heading("1. Adopt the plan and declare its structure")
await grootboek([
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
])
await grootboek([
  "import",
  published("goals-tree"),
  data("policy-items.csv"),
  data("sectors.csv"),
  data("account-map.csv"),
  ...ledger,
  "--as",
  "structure",
])

heading("2. Import the budget lines, the overhead rule, the pass-through and the opening result")
say("Each action is charged 15 % of its staff cost. The overhead action is credited the same amount.")
say(
  "Receipts of the Energiehuis in A10203 are paid on to partners. The plan prints no split, so the partners are invented.",
)
await grootboek(["import", data("budget-lines.csv"), ...ledger, "--as", "lines"])
await grootboek(["import", data("overhead.csv"), ...ledger, "--as", "overhead"])
await grootboek(["import", data("passthrough.csv"), ...ledger, "--as", "passthrough"])
await grootboek(["import", data("opening.csv"), ...ledger, "--as", "opening"])

heading("3. Import the rules that the plan states")
say(
  "Members, pledges, risks, staff numbers, the condition on the investment of Food Act 13 and the end of the pilot project",
  "in A10103. None of them changes an amount, so every cell remains as printed.",
)
await grootboek([
  "import",
  ...["members", "conditions", "envelopes", "pledges", "risks", "facts", "funding", "stops"].map(rules),
  ...ledger,
  "--as",
  "rules",
])
say(
  "Three rules are not in this ledger yet. Each has its own chapter (examples/w13/chapters):",
  "- indexation of 2 %: the plan does not print its exact base; the printed 801.391 gives one euro less in 2030 and 2031 (01-indexation.ts);",
  "- the shares of the members: the plan prints no key, so the keys of the example are invented (02-contributions.ts, and step 8);",
  "- a lower overhead where a subsidiser forbids 15 %: the plan states the rule but names no action (03-overhead.ts).",
)

say(
  "The 144 indicators that the annex prints, as 163 indicators of one target each, and the texts of the strategic note and the explanatory note.",
)
await grootboek([
  "import",
  ...["indicators", "targets"].map((name) => data(`indicators/${name}.csv`)),
  ...ledger,
  "--as",
  "indicators",
])
await grootboek([
  "import",
  ...["goals", "chapters", "heading"].map((name) => data(`texts/${name}.csv`)),
  ...ledger,
  "--as",
  "texts",
])
await grootboek(["overview", "indicators", ...ledger, "--on", "2026-01-01", "--format", "md"])
for (const format of ["html", "docx"])
  await grootboek([
    ...["policy-report", ...ledger, "--lang", "nl", "--format", format],
    ...["--audit-page", "report/audit.html", "--out", `${out}/beleidsrapport.${format}`],
  ])

heading("4. Print the six schemas")
for (const form of ["M1", "M2", "M3", "T1", "T2", "T3"]) await grootboek(["statement", form, ...ledger])

heading("5. Compare every published cell with the computed one")
for (const [table, form] of tables)
  await grootboek(["reconcile", published(table), "--form", form, ...ledger])

heading("6. Explain the members' contribution and a cell of zero")
await grootboek(["explain", "T2", "EXPLOITATIE/II.A.3.a-2-5", "2026", ...ledger])
await grootboek(["explain", "T2", "EXPLOITATIE/II.A.3.b", "2026", ...ledger])

heading("7. Adopt an adjustment, 2026/1, and list the changes")
say(
  "The adjustment is an example: wages and their subsidy increase, a delivery moves to the next year, a cost moves to another action.",
)
const adjust = [
  "import",
  data("adjustment-2026-1.csv"),
  ...ledger,
  ...["--structure", data("indicators/targets-2026-1.csv")],
  ...["--as", "adjustment", "--plan", "2026/1"],
  ...["--decision", "Raad van bestuur", "--date", "2026-06-26", "--reference", "RVB 2026/06 (voorbeeld)"],
  ...[
    "--motivation",
    "Voorbeeld van een aanpassing: indexering, verschoven levering, verschuiving tussen acties.",
  ],
]
await grootboek([...adjust, "--neutral", "year"], 1)
say(
  "It is refused: the subsidy also covers the overhead on the wages, so the changes alone are not neutral.",
  "Without --neutral it is recorded. The overhead rule then posts its own changes.",
)
await grootboek(adjust)
await grootboek(["diff", "plan:2026/0", "plan:2026/1", ...ledger, "--form", "M2"])

heading("8. Report on the first half of 2026")
say(
  "Nothing is realised yet: the bookings, the commitments, the budget holders and the progress of the actions are invented.",
  "The keys that share the contributions among the members are invented too. No cell of a schema changes by them.",
)
await grootboek([
  "import",
  ...["holders", "progress-2026-06", "risks-2026-06", "contributions"].map(rules),
  ...ledger,
  "--as",
  "rules",
])
await grootboek(["overview", "contributions", ...ledger])
await grootboek(["import", data("actuals-2026.csv"), ...ledger, "--as", "actuals"])
say(
  "A commitment sets money of a budget line apart for an invoice that is still to come. The booking of June names the one that it",
  "uses; the rest of that commitment is released.",
)
// The release comes after the booking, in a file of its own.
for (const [kind, name] of [
  ["commitments", "commitments-2026"],
  ["actuals", "actuals-2026-06"],
  ["commitments", "releases-2026"],
] as const)
  await grootboek(["import", data(`${name}.csv`), ...ledger, "--as", kind, "--strict"])
await grootboek([
  ...["import", data("indicators/measurements-2026.csv"), ...ledger],
  ...["--as", "indicators"],
])
await grootboek(["overview", "indicators", ...ledger, "--on", "2027-12-31", "--format", "csv"])
await grootboek(["follow-up", "2026", "--semester", "1", ...ledger])
await grootboek(["follow-up", "2026", "--semester", "1", ...ledger, "--action", "A10401", "--lang", "nl"])
await grootboek(["statement", "M2", ...ledger, "--conditional", "without"])
for (const topic of ["overhead", "norms", "funding"]) await grootboek(["overview", topic, ...ledger])

heading("9. Verify the journal and write it to files")
await grootboek(["log", ...ledger, "--from", "75", "--to", "90"])
say(
  "Two pledges are not met, in six years together, and both are the plan's own. The margin of 2031 is negative: its chapter 3.9 says so.",
  "A10102 spends more than it receives from 2027 on: its subsidy ends in 2026. The contribution of the members also finances it, and chapter 3.7 books that whole on the overhead action, so that A10102 alone is not neutral.",
)
await grootboek(["verify", ...ledger])
await grootboek(["export", ...ledger, "--out", `${out}/journal.ndjson`])
await grootboek(["report", ...ledger, "--out", `${out}/report`])
finish()
