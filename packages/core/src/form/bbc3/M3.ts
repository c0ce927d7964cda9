/** M3, credits (kredieten): the limitative totals of the credit year. */
import { fixed } from "../Form.ts"

export const M3 = fixed({
  id: "M3",
  title: "Overzicht van de kredieten",
  titleInEnglish: "Credits",
  edition: "bbc-3.0",
  decimals: 0,
  years: "credit",
  complete: true,
  rows: {
    "Exploitatie/U": { label: "Uitgaven", count: { section: "operating", direction: "U" } },
    "Exploitatie/O": { label: "Ontvangsten", count: { section: "operating", direction: "O" } },
    "Investeringen/U": { label: "Uitgaven", count: { section: "investment", direction: "U" } },
    "Investeringen/O": { label: "Ontvangsten", count: { section: "investment", direction: "O" } },
    "Financiering/U": {
      label: "Uitgaven",
      plus: [
        "Leningen en Leasings/U",
        "Toegestane leningen en betalingsuitstel/U",
        "Overige financieringstransacties/U",
      ],
    },
    "Financiering/O": {
      label: "Ontvangsten",
      plus: [
        "Leningen en Leasings/O",
        "Toegestane leningen en betalingsuitstel/O",
        "Overige financieringstransacties/O",
      ],
    },
    "Leningen en Leasings/U": {
      label: "Uitgaven",
      level: 1,
      count: { section: "financing", direction: "U", under: ["I.A"] },
    },
    "Leningen en Leasings/O": {
      label: "Ontvangsten",
      level: 1,
      count: { section: "financing", direction: "O", under: ["II.A"] },
    },
    "Toegestane leningen en betalingsuitstel/U": {
      label: "Uitgaven",
      level: 1,
      count: { section: "financing", direction: "U", under: ["I.C"] },
    },
    "Toegestane leningen en betalingsuitstel/O": {
      label: "Ontvangsten",
      level: 1,
      count: { section: "financing", direction: "O", under: ["II.C"] },
    },
    "Overige financieringstransacties/U": {
      label: "Uitgaven",
      level: 1,
      count: { section: "financing", direction: "U", under: ["I.B", "I.D", "I.E"] },
    },
    "Overige financieringstransacties/O": {
      label: "Ontvangsten",
      level: 1,
      count: { section: "financing", direction: "O", under: ["II.B", "II.D", "II.E", "II.F"] },
    },
  },
})
