import { createHash } from "node:crypto"
import { Adoption, Estimate, Intake, Ledger, Money } from "@grootboek/core"
import * as Result from "effect/Result"

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")
const line = { direction: "U", account: "6140000", policyItem: "0101" } as const
const requests = [
  Adoption.adopt({
    entity: { name: "Demo", type: "gemeente" },
    plan: "2026/0",
    edition: "bbc-3.0",
    years: { first: 2026, last: 2031 },
    creditYears: [2026],
  }),
  Adoption.declare({
    policyItems: [
      { code: "0101", name: "Balie", field: "0110", fieldName: "Secretariaat", domain: "Bestuur" },
    ],
    accounts: [{ section: "operating", direction: "U", row: "I.A.1", prefixes: ["61"] }],
  }),
  Estimate.post({ line, amounts: { "2026": "0.10", "2027": "0.20" } }),
].map((decide, index) => ({ id: `demo:${index}`, decide }))

const { ledger } = Result.getOrThrow(
  Intake.decide(Ledger.empty(), requests, { actor: "demo", sha256, recorded: new Map() }),
)
const m2 = Result.getOrThrow(Ledger.statement(ledger, "M2"))
const row = m2.rows.find(({ section, code }) => section === "Budgettair resultaat" && code === "VII")
console.log(
  row?.cells
    .slice(0, 2)
    .map(({ year, exact }) => `${year}: ${Money.format(exact)}`)
    .join(", "),
)
