/**
 * J2, state of the financial equilibrium (staat van het financieel evenwicht) of the accounts: M2 read on realisations.
 *
 * It says something of years that are closed or under way. The official model of the 2026 edition was not at hand:
 * whether its rows are all of M2 is not known. The result carried into the first year of the plan is the same in both;
 * what the accounts of a closed year bring beyond the plan stands in M2 only, for here it is realised already.
 */
import { fixed, realised } from "../Form.ts"
import { M2 } from "./M2.ts"

const opening = (part: string) => ({ section: "result", direction: "O", part }) as const

export const J2 = fixed({
  id: "J2",
  title: "Staat van het financieel evenwicht van de jaarrekening",
  titleInEnglish: "State of the financial equilibrium of the accounts",
  edition: "bbc-3.0",
  decimals: 0,
  years: "plan",
  complete: "Budgettair resultaat",
  rows: {
    ...realised(M2.rows),
    "Budgettair resultaat/VI.B.1": { label: "Exploitatie", count: opening("B.1"), optional: true },
    "Budgettair resultaat/VI.B.2": { label: "Investeringen", count: opening("B.2"), optional: true },
    "Budgettair resultaat/VI.B.3": { label: "Financiering", count: opening("B.3"), optional: true },
  },
})
