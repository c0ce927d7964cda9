/** M2, state of the financial equilibrium (staat van het financieel evenwicht): budgetary result, self-financing margin, corrected margin. */
import { fixed } from "../Form.ts"

export const M2 = fixed({
  id: "M2",
  title: "Staat van het financieel evenwicht",
  titleInEnglish: "State of the financial equilibrium",
  edition: "bbc-3.0",
  decimals: 0,
  years: "plan",
  complete: "Budgettair resultaat",
  rows: {
    "Budgettair resultaat/I": {
      label: "Exploitatiesaldo (a-b)",
      plus: ["Budgettair resultaat/I.a"],
      minus: ["Budgettair resultaat/I.b"],
    },
    "Budgettair resultaat/I.a": { label: "Ontvangsten", count: { section: "operating", direction: "O" } },
    "Budgettair resultaat/I.b": { label: "Uitgaven", count: { section: "operating", direction: "U" } },
    "Budgettair resultaat/II": {
      label: "Investeringssaldo (a-b)",
      plus: ["Budgettair resultaat/II.a"],
      minus: ["Budgettair resultaat/II.b"],
    },
    "Budgettair resultaat/II.a": { label: "Ontvangsten", count: { section: "investment", direction: "O" } },
    "Budgettair resultaat/II.b": { label: "Uitgaven", count: { section: "investment", direction: "U" } },
    // The published plan prints III, V, VII and IX as sums of the printed rows above them; the rest from exact amounts.
    "Budgettair resultaat/III": {
      label: "Saldo exploitatie en investeringen (I+II)",
      plus: ["Budgettair resultaat/I", "Budgettair resultaat/II"],
      printed: "rows",
    },
    "Budgettair resultaat/IV": {
      label: "Financieringssaldo (a-b)",
      plus: ["Budgettair resultaat/IV.a"],
      minus: ["Budgettair resultaat/IV.b"],
    },
    "Budgettair resultaat/IV.a": { label: "Ontvangsten", count: { section: "financing", direction: "O" } },
    "Budgettair resultaat/IV.b": { label: "Uitgaven", count: { section: "financing", direction: "U" } },
    "Budgettair resultaat/V": {
      label: "Budgettair resultaat van het boekjaar (III+IV)",
      plus: ["Budgettair resultaat/III", "Budgettair resultaat/IV"],
      printed: "rows",
    },
    "Budgettair resultaat/VI": {
      label: "Gecumuleerd budgettair resultaat vorig boekjaar",
      plus: ["Budgettair resultaat/VI.A", "Budgettair resultaat/VI.B"],
      previousYear: "Budgettair resultaat/VII",
    },
    "Budgettair resultaat/VI.A": {
      label: "Op basis van het meerjarenplan voor vorig boekjaar",
      count: { section: "result", direction: "O", part: "A" },
      optional: true,
      shown: "split",
    },
    "Budgettair resultaat/VI.B": {
      label: "Ramingen niet verwerkt in het meerjarenplan voor vorig boekjaar",
      plus: ["Budgettair resultaat/VI.B.1", "Budgettair resultaat/VI.B.2", "Budgettair resultaat/VI.B.3"],
      optional: true,
    },
    // B also includes the difference between the accounts of a closed year and its plan.
    "Budgettair resultaat/VI.B.1": {
      label: "Exploitatie",
      count: { section: "result", direction: "O", parts: ["B.1", "B.1.accounts"] },
      optional: true,
    },
    "Budgettair resultaat/VI.B.2": {
      label: "Investeringen",
      count: { section: "result", direction: "O", parts: ["B.2", "B.2.accounts"] },
      optional: true,
    },
    "Budgettair resultaat/VI.B.3": {
      label: "Financiering",
      count: { section: "result", direction: "O", parts: ["B.3", "B.3.accounts"] },
      optional: true,
    },
    "Budgettair resultaat/VII": {
      label: "Gecumuleerd budgettair resultaat (V+VI)",
      plus: ["Budgettair resultaat/V", "Budgettair resultaat/VI"],
      printed: "rows",
    },
    "Budgettair resultaat/VIII": {
      label: "Onbeschikbare gelden",
      count: { section: "result", direction: "U" },
    },
    "Budgettair resultaat/IX": {
      label: "Beschikbaar budgettair resultaat (VII-VIII)",
      plus: ["Budgettair resultaat/VII"],
      minus: ["Budgettair resultaat/VIII"],
      printed: "rows",
    },
    "Autofinancieringsmarge/I": { label: "Exploitatiesaldo", plus: ["Budgettair resultaat/I"] },
    "Autofinancieringsmarge/II": {
      label: "Netto periodieke aflossingen (a-b)",
      plus: ["Autofinancieringsmarge/II.a"],
      minus: ["Autofinancieringsmarge/II.b"],
    },
    "Autofinancieringsmarge/II.a": {
      label: "Periodieke aflossingen conform de verbintenissen",
      count: { section: "financing", direction: "U", row: "I.A.1" },
    },
    "Autofinancieringsmarge/II.b": {
      label: "Periodieke terugvordering leningen",
      count: { section: "financing", direction: "O", row: "II.C.1.a" },
    },
    "Autofinancieringsmarge/III": {
      label: "Autofinancieringsmarge (I-II)",
      plus: ["Autofinancieringsmarge/I"],
      minus: ["Autofinancieringsmarge/II"],
    },
    "Gecorrigeerde autofinancieringsmarge/I": {
      label: "Autofinancieringsmarge",
      plus: ["Autofinancieringsmarge/III"],
    },
    "Gecorrigeerde autofinancieringsmarge/II": {
      label: "Correctie op de periodieke aflossingen (a-b)",
      plus: ["Gecorrigeerde autofinancieringsmarge/II.a"],
      minus: ["Gecorrigeerde autofinancieringsmarge/II.b"],
    },
    "Gecorrigeerde autofinancieringsmarge/II.a": {
      label: "Periodieke aflossingen conform de verbintenissen",
      plus: ["Autofinancieringsmarge/II.a"],
    },
    // No official text was found for the computation of these, so the local authority states them.
    "Gecorrigeerde autofinancieringsmarge/II.b": {
      label: "Aangewezen aflossingen o.b.v. de financiële schulden",
      count: { phase: "debt", section: "financing", part: "notional" },
    },
    "Gecorrigeerde autofinancieringsmarge/III": {
      label: "Gecorrigeerde autofinancieringsmarge (I+II)",
      plus: ["Gecorrigeerde autofinancieringsmarge/I", "Gecorrigeerde autofinancieringsmarge/II"],
    },
  },
})
