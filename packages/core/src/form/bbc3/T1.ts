/** T1, receipts and expenditure by function (naar functionele aard): per policy domain. */
import { grouped } from "../Form.ts"

export const T1 = grouped({
  id: "T1",
  title: "Ontvangsten en uitgaven naar functionele aard",
  titleInEnglish: "Receipts and expenditure by function",
  edition: "bbc-3.0",
  decimals: 0,
  years: "plan",
  complete: true,
  by: "policyDomain",
  address: "group",
  showEmpty: false,
  rest: "Zonder beleidsdomein",
  template: {
    U: { label: "Uitgaven", count: { direction: "U" } },
    O: { label: "Ontvangsten", count: { direction: "O" } },
  },
  totals: {
    "Algemeen totaal/U": { label: "Uitgaven", sum: "U" },
    "Algemeen totaal/O": { label: "Ontvangsten", sum: "O" },
  },
})
