/**
 * T3, evolution of the financial debts (evolutie van de financiële schulden): outstanding debts, new debts and
 * repayments.
 */
import { fixed } from "../Form.ts"

export const T3 = fixed({
  id: "T3",
  title: "Evolutie van de financiële schulden",
  titleInEnglish: "Evolution of the financial debts",
  edition: "bbc-3.0",
  decimals: 0,
  years: "plan",
  rows: {
    A: { label: "Financiële schulden op 1 januari", plus: ["A.1", "A.2", "A.3", "A.4"] },
    "A.1": { label: "Obligatieleningen", plus: ["A.1.opening"], previousYear: "D.1" },
    "A.2": { label: "Leasingschulden en soortgelijke schulden", plus: ["A.2.opening"], previousYear: "D.2" },
    "A.3": { label: "Schulden aan kredietinstellingen", plus: ["A.3.opening"], previousYear: "D.3" },
    "A.4": { label: "Andere leningen", plus: ["A.4.opening"], previousYear: "D.4" },
    B: { label: "Nieuwe leningen en leasings", plus: ["B.1", "B.2", "B.3", "B.4"] },
    "B.1": {
      label: "Obligatieleningen",
      count: { section: "financing", direction: "O", under: ["II.A"], accounts: ["171"] },
    },
    "B.2": {
      label: "Leasingschulden en soortgelijke schulden",
      count: { section: "financing", direction: "O", under: ["II.A"], accounts: ["172"] },
    },
    "B.3": {
      label: "Schulden aan kredietinstellingen",
      count: { section: "financing", direction: "O", under: ["II.A"], accounts: ["173"] },
    },
    "B.4": {
      label: "Andere leningen",
      count: { section: "financing", direction: "O", under: ["II.A"], notAccounts: ["171", "172", "173"] },
    },
    C: { label: "Aflossingen", plus: ["C.1", "C.2", "C.3", "C.4"] },
    "C.1": {
      label: "Obligatieleningen",
      count: { section: "financing", direction: "U", under: ["I.A"], accounts: ["421", "171"] },
    },
    "C.2": {
      label: "Leasingschulden en soortgelijke schulden",
      count: { section: "financing", direction: "U", under: ["I.A"], accounts: ["422", "172"] },
    },
    "C.3": {
      label: "Schulden aan kredietinstellingen",
      count: { section: "financing", direction: "U", under: ["I.A"], accounts: ["423", "173"] },
    },
    "C.4": {
      label: "Andere leningen",
      count: {
        section: "financing",
        direction: "U",
        under: ["I.A"],
        notAccounts: ["171", "172", "173", "421", "422", "423"],
      },
    },
    D: { label: "Financiële schulden op 31 december (A+B-C)", plus: ["A", "B"], minus: ["C"] },
    "D.1": { label: "Obligatieleningen", plus: ["A.1", "B.1"], minus: ["C.1"] },
    "D.2": { label: "Leasingschulden en soortgelijke schulden", plus: ["A.2", "B.2"], minus: ["C.2"] },
    "D.3": { label: "Schulden aan kredietinstellingen", plus: ["A.3", "B.3"], minus: ["C.3"] },
    "D.4": { label: "Andere leningen", plus: ["A.4", "B.4"], minus: ["C.4"] },
    "A.1.opening": {
      label: "Openstaand bij de aanvang: obligatieleningen",
      optional: true,
      shown: "never",
      count: { phase: "debt", section: "financing", part: "bonds" },
    },
    "A.2.opening": {
      label: "Openstaand bij de aanvang: leasingschulden en soortgelijke schulden",
      optional: true,
      shown: "never",
      count: { phase: "debt", section: "financing", part: "leasing" },
    },
    "A.3.opening": {
      label: "Openstaand bij de aanvang: schulden aan kredietinstellingen",
      optional: true,
      shown: "never",
      count: { phase: "debt", section: "financing", part: "creditInstitutions" },
    },
    "A.4.opening": {
      label: "Openstaand bij de aanvang: andere leningen",
      optional: true,
      shown: "never",
      count: { phase: "debt", section: "financing", part: "other" },
    },
  },
})
