/** Pairs of requests that are recorded together, on a small plan. */
import { Adoption, type Decision, Estimate } from "@grootboek/core"

const line = { direction: "U", account: "6140000", policyItem: "0101" } as const

/** The requests of a small plan of an authority without required norms. */
export const plan: ReadonlyArray<Decision.Request> = [
  {
    id: "adopt",
    decide: Adoption.adopt({
      entity: { name: "Faults", type: "andere" },
      plan: "2026/0",
      edition: "bbc-3.0",
      years: { first: 2026, last: 2031 },
      creditYears: [2026],
    }),
  },
  {
    id: "declare",
    decide: Adoption.declare({
      policyItems: [
        { code: "0101", name: "Balie", field: "0110", fieldName: "Secretariaat", domain: "Bestuur" },
      ],
      accounts: [{ section: "operating", direction: "U", row: "I.A.1", prefixes: ["61"] }],
    }),
  },
]

export const ids = (name: string): ReadonlyArray<string> => [`${name}:a`, `${name}:b`]

/** Returns two requests, of one cent each. */
export const pair = (name: string): ReadonlyArray<Decision.Request> =>
  ids(name).map((id) => ({ id, decide: Estimate.post({ line, amounts: { 2026: "0.01" } }) }))
