/** M1 of BBC 2020: receipts, expenditure and balance per policy objective and kind. */
import { grouped } from "../Form.ts"
import { template, totals } from "./Kinds.ts"

export const M1 = grouped({
  id: "M1",
  title: "Financieel doelstellingenplan",
  titleInEnglish: "Objectives plan",
  edition: "bbc-2020",
  decimals: 0,
  years: "plan",
  by: "policyObjective",
  address: "group",
  showEmpty: false,
  rest: "Zonder beleidsdoelstelling",
  template,
  totals: totals("Totalen"),
})
