/** The small ledger of the examples in the reference: a plan with an overhead rule, one adjustment, and a commitment that is used. */
import { createHash } from "node:crypto"
import { accounts } from "@grootboek/core/bbc3"
import * as Result from "effect/Result"
import {
  Adjustment,
  Adoption,
  Archive,
  Balances,
  Commitment,
  Credit,
  Estimate,
  Intake,
  Journal,
  Ledger,
  Overhead,
} from "grootboek"

/** Returns the digest of bytes in hexadecimal. */
export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex")

const place = { direction: "U", policyItem: "0101", action: "A1" } as const

/** Staff cost, which the overhead rule charges: 1000.00 in 2026 and 2027. */
export const staff = { ...place, account: "6200000" }

/** Rent: 250.00 in 2026, adjusted to 200.00; committed 120.00, of which 80.00 is booked. */
export const rent = { ...place, account: "6140000" }

/** A subsidy: 1300.00 in 2026. */
export const grant = { ...place, direction: "O", account: "7405000", sector: "9004" } as const

const decisions = {
  adopt: Adoption.adopt({
    entity: { name: "Demo", type: "gemeente" },
    plan: "2026/0",
    edition: "bbc-3.0",
    years: { first: 2026, last: 2031 },
    creditYears: [2026],
  }),
  declare: Adoption.declare({
    accounts: accounts(),
    goals: [
      { code: "SD1", level: "strategicObjective", name: "Wonen", priority: true },
      { code: "BD1", level: "policyObjective", parent: "SD1", name: "Renoveren", priority: true },
      { code: "AP1", level: "actionPlan", parent: "BD1", name: "Advies", priority: true },
      { code: "A1", level: "action", parent: "AP1", name: "Loket", priority: true },
      { code: "A2", level: "action", parent: "AP1", name: "Overhead", priority: false },
    ],
    policyItems: [
      { code: "0101", name: "Balie", field: "0110", fieldName: "Secretariaat", domain: "Bestuur" },
    ],
    sectors: [{ code: "9004", counterparty: "Vlaamse overheid", origin: 2 }],
    members: [
      { code: "M1", name: "Dorp" },
      { code: "M2", name: "Stad" },
    ],
    indicators: [{ code: "I1", goal: "A1", name: "Adviezen", kind: "count", every: "year", total: "sum" }],
    targets: [{ indicator: "I1", year: 2026, aim: "atLeast", value: "40" }],
    measurements: [{ indicator: "I1", on: "2026-05-01", value: "45" }],
    facts: [{ table: "personeel", row: "VTE", year: 2026, value: "2.5" }],
  }),
  staff: Estimate.post({ line: staff, amounts: { 2026: "1000.00", 2027: "1000.00" } }),
  rent: Estimate.post({ line: rent, amounts: { 2026: "250.00" } }),
  grant: Estimate.post({ line: grant, amounts: { 2026: "1300.00" } }),
  overhead: Overhead.reallocate({
    target: "A2",
    percent: "15",
    baseAccounts: ["62"],
    chargeAccount: "6150000",
    creditAccount: "7450000",
    creditPolicyItem: "0101",
    excluded: [],
  }),
  adjust: Adjustment.adopt({
    plan: "2026/1",
    creditYears: [2026],
    resolution: { body: "Gemeenteraad", date: "2026-02-01" },
    changes: [{ line: rent, amounts: { 2026: "-50.00" }, reason: { class: "result" } }],
  }),
  commit: Commitment.record({
    line: rent,
    year: 2026,
    date: "2026-03-01",
    reference: "B-1",
    amount: "120.00",
  }),
  book: Credit.record({
    line: rent,
    year: 2026,
    date: "2026-04-01",
    amount: "80.00",
    voucher: "F-1",
    commitment: "B-1",
  }),
}

/** The requests that made the ledger, in order. */
export const requests = Object.entries(decisions).map(([id, decide]) => ({ id, decide }))

/** How the examples record. */
export const context = { actor: "demo", sha256, recorded: new Map() }

const accepted = Result.getOrThrow(Intake.decide(Ledger.empty(), requests, context))

/** The proposals of the requests, with what followed from them by rule. */
export const { proposals } = accepted

/** The entries as they are stored, one a day. */
export const sealed: Array<Journal.SealedEntry> = []
for (const proposal of proposals) {
  const head = sealed.at(-1)?.head ?? Journal.genesis
  sealed.push(Journal.seal(proposal, head, `2026-01-0${head.position + 1}T12:00:00.000Z`, sha256))
}

/** The entries. */
export const entries = sealed.map((one) => Result.getOrThrow(Journal.parse(one)))

/** Returns an entry as it is stored. */
const stored = (position: number): Journal.SealedEntry => {
  const found = sealed[position - 1]
  if (found === undefined) throw new Error(`no entry ${position}`)
  return found
}

/** The entry of the rent, as it is stored. */
export const sealedEntry = stored(4)

/** The entry of the rent. */
export const entry = Result.getOrThrow(Journal.parse(sealedEntry))

/** The bytes of its export. */
export const journal = Archive.write(sealed)

/** The ledger after all entries. */
export const ledger = Ledger.empty()
for (const entry of entries) Result.getOrThrow(Ledger.append(ledger, entry))

/** Its plan. */
export const { plan } = Result.getOrThrow(Ledger.requirePlan(ledger, undefined))

/** The state that decisions read. */
export const state = Ledger.state(ledger)

/** The balances of all lines. */
export const balances = Balances.of(ledger.columns)
