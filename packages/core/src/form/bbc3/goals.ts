/** The objectives overview (doelstellingenoverzicht): every node of the objectives tree, in total and by kind. */
import { grouped } from "../Form.ts"

export const goals = grouped({
  id: "goals",
  title: "Volledig overzicht doelstellingen, actieplannen en acties",
  titleInEnglish: "Overview of the objectives",
  edition: "bbc-3.0",
  decimals: 0,
  years: "plan",
  by: "goal",
  address: "code",
  showEmpty: false,
  rest: "Zonder doelstelling",
  template: {
    "Totaal/U": { label: "Uitgaven", plus: ["Exploitatie/U", "Investeringen/U", "Financiering/U"] },
    "Totaal/O": { label: "Ontvangsten", plus: ["Exploitatie/O", "Investeringen/O", "Financiering/O"] },
    "Exploitatie/U": { label: "Uitgaven", count: { section: "operating", direction: "U" } },
    "Exploitatie/O": { label: "Ontvangsten", count: { section: "operating", direction: "O" } },
    "Investeringen/U": { label: "Uitgaven", count: { section: "investment", direction: "U" } },
    "Investeringen/O": { label: "Ontvangsten", count: { section: "investment", direction: "O" } },
    "Financiering/U": { label: "Uitgaven", count: { section: "financing", direction: "U" } },
    "Financiering/O": { label: "Ontvangsten", count: { section: "financing", direction: "O" } },
  },
  totals: {},
})
