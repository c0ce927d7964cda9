// A tool of a municipality: imports a CSV file, adjusts the plan, and answers where a figure comes from and what changed.
import { readFile } from "node:fs/promises"
import { accounts, edition } from "@grootboek/core/bbc3"
import { Adjustment, Adoption, Money, open } from "grootboek"

const [, , file = "lines.csv", target = "tool.db"] = process.argv
const actor = "budget-tool"
const ledger = await open(target, { access: "create" })

const adopt = Adoption.adopt({
  entity: { name: "Demo", type: "gemeente" },
  plan: "2026/0",
  edition,
  years: { first: 2026, last: 2031 },
  creditYears: [2026],
})
const item = { code: "0101", name: "Balie", field: "0110", fieldName: "Secretariaat", domain: "Bestuur" }
const declare = Adoption.declare({ policyItems: [item], accounts: accounts() })
const start = [adopt, declare].map((decide, index) => ({ id: `start:${index}`, decide }))
await ledger.record(start, { actor })

const mapping = { columns: { direction: "richting" } }
const imported = await ledger.import(
  "lines",
  { name: "lines.csv", bytes: await readFile(file) },
  { actor, mapping },
)
console.log(`${imported.written.length} lines imported`) // => 3 lines imported

const line = /** @type {const} */ ({ direction: "U", account: "6140000", policyItem: "0101" })
const reason = /** @type {const} */ ({ class: "index", text: "Hogere huur" })
const changes = [{ line, amounts: { 2026: "50.00" }, reason }]
const adjust = Adjustment.adopt({ plan: "2026/1", creditYears: [2026], changes })
await ledger.record([{ id: "adjust:1", decide: adjust }], { actor })

const cell = /** @type {const} */ ({ form: "M2", row: "Budgettair resultaat/VII", year: 2026 })
const m2 = await ledger.statement(cell.form)
console.log(Money.print(m2.cell(cell.row, cell.year).exact, "be")) // => -49.000,00

const { postings } = await ledger.explain(cell)
for (const { entry, amount, source } of postings)
  console.log(entry, Money.format(amount), source ? `${source.name}:${source.line}` : "2026/1")
// => 3 -1250.00 lines.csv:2
// => 4 -48000.00 lines.csv:3
// => 5 300.00 lines.csv:4
// => 6 -50.00 2026/1

const { cells } = await ledger.diff({ from: "plan:2026/0", to: "plan:2026/1", forms: ["M2"] })
const moved = cells.find(({ code, year }) => code === "VII" && year === 2026)
console.log(moved?.causes.map(({ kind, amount }) => `${kind} ${Money.format(amount)}`).join()) // => index -50.00

const { entries, findings } = await ledger.check()
console.log(entries, [...new Set(findings.map(({ code }) => code))].join()) // => 6 NormNotMet

for await (const { position, event } of ledger.follow({ from: 5 })) {
  console.log(position, event._tag) // => 6 PlanAdjusted
  break
}
await ledger.close()
