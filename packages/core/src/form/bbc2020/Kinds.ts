/** The rows of M1 and T1 of BBC 2020: expenditure, receipts and balance of each kind, and of all kinds together. */
import type { Section } from "../../value/Section.ts"
import type { FormRow, TotalRow } from "../Form.ts"

const kinds: Readonly<Record<string, Section>> = {
  Exploitatie: "operating",
  Investeringen: "investment",
  Financiering: "financing",
}

const all = (direction: "U" | "O" | "saldo"): ReadonlyArray<string> =>
  Object.keys(kinds).map((kind) => `${kind}/${direction}`)

export const template: Readonly<Record<string, FormRow>> = {
  ...Object.fromEntries(
    Object.entries(kinds).flatMap(
      ([kind, section]): ReadonlyArray<readonly [string, FormRow]> => [
        [`${kind}/U`, { label: "Uitgaven", count: { section, direction: "U" } }],
        [`${kind}/O`, { label: "Ontvangsten", count: { section, direction: "O" } }],
        [`${kind}/saldo`, { label: "Saldo", plus: [`${kind}/O`], minus: [`${kind}/U`] }],
      ],
    ),
  ),
  U: { label: "Uitgaven", plus: all("U") },
  O: { label: "Ontvangsten", plus: all("O") },
  saldo: { label: "Saldo", plus: ["O"], minus: ["U"] },
}

/** The rows of the totals, below a name. */
export const totals = (name: string): Readonly<Record<string, TotalRow<string, string>>> =>
  Object.fromEntries(Object.entries(template).map(([id, { label }]) => [`${name}/${id}`, { label, sum: id }]))
