/**
 * J2, state of the financial equilibrium (staat van het financieel evenwicht) of the accounts: M2 on realisations.
 *
 * It is meaningful for years that are closed or in progress. The official model of the 2026 edition was not found, so
 * it is not known whether it has all rows of M2. The result carried into the first year of the plan is the same in
 * both. The difference between the accounts of a closed year and the plan is only in M2, because J2 counts it as
 * realised already.
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
  accountsOf: "M2",
  complete: "Budgettair resultaat",
  rows: {
    ...realised(M2.rows),
    "Budgettair resultaat/VI.B.1": { label: "Exploitatie", count: opening("B.1"), optional: true },
    "Budgettair resultaat/VI.B.2": { label: "Investeringen", count: opening("B.2"), optional: true },
    "Budgettair resultaat/VI.B.3": { label: "Financiering", count: opening("B.3"), optional: true },
  },
})
