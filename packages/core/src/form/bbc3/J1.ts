/**
 * J1, objectives account (doelstellingenrekening): realised receipts and expenditure per policy objective.
 *
 * Its rows are those of M1. The official model of the 2026 edition was not found. Earlier editions print the credits
 * in an extra column, which a statement of M1 at the same moment shows.
 */
import { grouped, realised } from "../Form.ts"
import { M1 } from "./M1.ts"

export const J1 = grouped({
  id: "J1",
  title: "Doelstellingenrekening",
  titleInEnglish: "Objectives account",
  edition: "bbc-3.0",
  decimals: 0,
  years: "plan",
  accountsOf: "M1",
  complete: true,
  by: "policyObjective",
  address: "group",
  showEmpty: false,
  rest: "Zonder beleidsdoelstelling",
  template: realised(M1.template),
  totals: M1.totals,
})
