/** The synthesis of a local authority (synthese): amounts per action in cents, with the running reserve. */
import { grouped } from "../Form.ts"

export const synthesis = grouped({
  id: "synthesis",
  title: "Synthese per actie",
  titleInEnglish: "Synthesis per action",
  edition: "bbc-3.0",
  decimals: 2,
  years: "plan",
  complete: true,
  by: "action",
  address: "code",
  showEmpty: true,
  rest: "Zonder actie",
  template: {
    net: { label: "Saldo", plus: ["O"], minus: ["U"] },
    O: { label: "Ontvangsten", count: { direction: "O" } },
    U: { label: "Uitgaven", count: { direction: "U" } },
  },
  totals: {
    "total/net": { label: "Eindtotaal", sum: "net" },
    "total/O": { label: "Ontvangsten", sum: "O" },
    "total/U": { label: "Uitgaven", sum: "U" },
    opening: {
      label: "Gecumuleerd budgettair resultaat vorig boekjaar",
      count: { section: "result", direction: "O" },
      optional: true,
    },
    reserve: { label: "Raming reserve 31/12", plus: ["opening", "total/net"], previousYear: "reserve" },
  },
})
