/** T1 of BBC 2020: receipts, expenditure and balance per policy domain and kind. */
import { grouped } from "../Form.ts"
import { template, totals } from "./Kinds.ts"

export const T1 = grouped({
  id: "T1",
  title: "Ontvangsten en uitgaven naar functionele aard",
  titleInEnglish: "Receipts and expenditure by function",
  edition: "bbc-2020",
  decimals: 0,
  years: "plan",
  by: "policyDomain",
  address: "group",
  showEmpty: false,
  rest: "Zonder beleidsdomein",
  template,
  totals: totals("Algemeen totaal"),
})
