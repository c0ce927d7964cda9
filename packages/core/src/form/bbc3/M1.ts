/** M1, objectives plan (doelstellingenplan): receipts and expenditure per policy objective. */
import { grouped } from "../Form.ts"

export const M1 = grouped({
  id: "M1",
  title: "Financieel doelstellingenplan",
  titleInEnglish: "Objectives plan",
  edition: "bbc-3.0",
  decimals: 0,
  years: "plan",
  complete: true,
  by: "policyObjective",
  address: "group",
  showEmpty: false,
  rest: "Zonder beleidsdoelstelling",
  template: {
    U: { label: "Uitgaven", count: { direction: "U" } },
    O: { label: "Ontvangsten", count: { direction: "O" } },
  },
  totals: {
    "Totalen/U": { label: "Uitgaven", sum: "U" },
    "Totalen/O": { label: "Ontvangsten", sum: "O" },
  },
})
