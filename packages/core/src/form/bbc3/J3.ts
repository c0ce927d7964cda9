/**
 * J3, realisation of the credits (realisatie van de kredieten): realised receipts and expenditure per credit of M3.
 *
 * The official model of the 2026 edition was not found. Earlier editions also print the initial credits, which M3 at
 * the first version of the plan shows: a form is computed at one moment.
 */
import { fixed, realised, suffixed } from "../Form.ts"
import { M3 } from "./M3.ts"

export const J3 = fixed({
  id: "J3",
  title: "Realisatie van de kredieten",
  titleInEnglish: "Realisation of the credits",
  edition: "bbc-3.0",
  decimals: 0,
  years: "plan",
  accountsOf: "M3",
  complete: true,
  rows: {
    ...realised(M3.rows),
    ...suffixed(M3.rows, { id: ".krediet", label: " (krediet)" }),
  },
})
