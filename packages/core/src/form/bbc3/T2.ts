/** T2, receipts and expenditure by economic kind (ontvangsten en uitgaven naar economische aard): three blocks and their balance. */
import { fixed } from "../Form.ts"
import { rows as financing } from "./T2Financing.ts"
import { rows as investment } from "./T2Investment.ts"
import { rows as operating } from "./T2Operating.ts"

export const T2 = fixed({
  id: "T2",
  title: "Ontvangsten en uitgaven naar economische aard",
  titleInEnglish: "Receipts and expenditure by economic kind",
  edition: "bbc-3.0",
  decimals: 0,
  years: "plan",
  complete: true,
  rows: {
    ...operating,
    ...investment,
    ...financing,
    "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/I": {
      label: "Exploitatiesaldo",
      plus: ["EXPLOITATIE/II"],
      minus: ["EXPLOITATIE/I"],
    },
    "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/II": {
      label: "Investeringssaldo",
      plus: ["INVESTERINGEN/II"],
      minus: ["INVESTERINGEN/I"],
    },
    "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/III": {
      label: "Saldo van exploitatie en investeringen",
      plus: ["BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/I", "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/II"],
    },
    "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/IV": {
      label: "Financieringssaldo",
      plus: ["FINANCIERING/II"],
      minus: ["FINANCIERING/I"],
    },
    "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/V": {
      label: "Budgettair resultaat van het boekjaar",
      plus: ["BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/III", "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/IV"],
    },
  },
})
