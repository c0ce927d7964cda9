/** What the forms of one plan must agree on: sums of rows of one form that equal sums of rows of another, as data. */
import type { FormId } from "../form/bbc3/index.ts"

/** Two sums of rows that must be equal in every year. */
export interface TieOut {
  readonly name: string
  readonly left: ReadonlyArray<readonly [FormId, string, 1 | -1]>
  readonly right: ReadonlyArray<readonly [FormId, string, 1 | -1]>
}

const sections = [
  ["EXPLOITATIE", "I", "Exploitatie"],
  ["INVESTERINGEN", "II", "Investeringen"],
  ["FINANCIERING", "IV", "Financiering"],
] as const

/** Every tie-out between the forms of BBC 3.0. */
export const ties: ReadonlyArray<TieOut> = [
  { name: "M1 = T1, expenditure", left: [["M1", "Totalen/U", 1]], right: [["T1", "Algemeen totaal/U", 1]] },
  { name: "M1 = T1, receipts", left: [["M1", "Totalen/O", 1]], right: [["T1", "Algemeen totaal/O", 1]] },
  {
    name: "M1 = T2, expenditure",
    left: [["M1", "Totalen/U", 1]],
    right: sections.map(([section]) => ["T2", `${section}/I`, 1] as const),
  },
  {
    name: "M1 = T2, receipts",
    left: [["M1", "Totalen/O", 1]],
    right: sections.map(([section]) => ["T2", `${section}/II`, 1] as const),
  },
  ...sections.flatMap(
    ([section, code, name]): ReadonlyArray<TieOut> => [
      {
        name: `T2 = M2, ${section} expenditure`,
        left: [["T2", `${section}/I`, 1]],
        right: [["M2", `Budgettair resultaat/${code}.b`, 1]],
      },
      {
        name: `T2 = M2, ${section} receipts`,
        left: [["T2", `${section}/II`, 1]],
        right: [["M2", `Budgettair resultaat/${code}.a`, 1]],
      },
      {
        name: `M3 = M2, ${section} expenditure`,
        left: [["M3", `${name}/U`, 1]],
        right: [["M2", `Budgettair resultaat/${code}.b`, 1]],
      },
      {
        name: `M3 = M2, ${section} receipts`,
        left: [["M3", `${name}/O`, 1]],
        right: [["M2", `Budgettair resultaat/${code}.a`, 1]],
      },
    ],
  ),
  {
    name: "T2 V = M2 V",
    left: [["T2", "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/V", 1]],
    right: [["M2", "Budgettair resultaat/V", 1]],
  },
  {
    name: "synthesis reserve = M2 VII",
    left: [["synthesis", "reserve", 1]],
    right: [["M2", "Budgettair resultaat/VII", 1]],
  },
  {
    name: "synthesis total = M2 V",
    left: [["synthesis", "total/net", 1]],
    right: [["M2", "Budgettair resultaat/V", 1]],
  },
  {
    name: "T3 D = A + B - C",
    left: [["T3", "D", 1]],
    right: [
      ["T3", "A", 1],
      ["T3", "B", 1],
      ["T3", "C", -1],
    ],
  },
  { name: "T3 B = T2 II.A", left: [["T3", "B", 1]], right: [["T2", "FINANCIERING/II.A", 1]] },
  { name: "T3 C = T2 I.A", left: [["T3", "C", 1]], right: [["T2", "FINANCIERING/I.A", 1]] },
]
