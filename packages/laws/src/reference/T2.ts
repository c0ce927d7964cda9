/** T2 of the reference model: receipts and expenditure by economic kind, with the rows of the published form. */
import * as Books from "./Books.ts"

export const T2 = ({ sum }: Books.Books): Books.Rows => {
  const total = (section: string, code: string) => (year: number) =>
    sum(
      year,
      (read) =>
        Books.counts(read) &&
        read.section === section &&
        (read.row === code || read.row.startsWith(`${code}.`) || read.row.startsWith(`${code}-`)),
    )
  const balance = (section: string) => (year: number) =>
    total(section, "II")(year).sub(total(section, "I")(year))
  const [operating, investment, financing] = [
    balance("operating"),
    balance("investment"),
    balance("financing"),
  ]
  const result = (code: string, exact: Books.RowFormula["exact"]) =>
    [`BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/${code}`, { exact }] as const
  return [
    ...published.flatMap(([block, section, codes]) =>
      codes.split(" ").map((code) => [`${block}/${code}`, { exact: total(section, code) }] as const),
    ),
    result("I", operating),
    result("II", investment),
    result("III", (year) => operating(year).add(investment(year))),
    result("IV", financing),
    result("V", (year) => operating(year).add(investment(year)).add(financing(year))),
  ]
}

/** The codes of the form as it is published: block, section, codes. */
const published = [
  [
    "EXPLOITATIE",
    "operating",
    "I I.A I.A.1 I.A.2 I.A.2.a I.A.2.b I.A.2.c I.A.2.d I.A.2.e I.A.2.f I.A.2.g I.A.3 I.A.4 I.A.4-1 I.A.4-2 I.A.4-3 I.A.4-4 I.A.4-5 I.A.4-6 I.A.4-7 I.A.4-8 I.A.4-9 I.A.4-10 I.A.4-11 I.A.5 I.B I.B.1 I.B.1-1 I.B.1-2 I.B.2 I.C II II.A II.A.1 II.A.1.a II.A.1.b II.A.2 II.A.2.a II.A.2.a-1 II.A.2.a-2 II.A.2.a-3 II.A.2.b II.A.2.c II.A.3 II.A.3.a II.A.3.a-1 II.A.3.a-2 II.A.3.a-2-1 II.A.3.a-2-2 II.A.3.a-2-3 II.A.3.a-2-4 II.A.3.a-2-5 II.A.3.a-2-6 II.A.3.b II.A.3.b-1 II.A.3.b-2 II.A.3.b-3 II.A.3.b-4 II.A.3.b-5 II.A.3.b-6 II.A.4 II.A.5 II.B II.C",
  ],
  [
    "INVESTERINGEN",
    "investment",
    "I I.A I.A.1 I.A.2 I.A.3 I.A.4 I.B I.B.1 I.B.1.a I.B.1.b I.B.1.c I.B.1.d I.B.1.e I.B.2 I.B.2.a I.B.2.b I.C I.D I.D-1 I.D-2 I.D-3 I.D-4 I.D-5 I.D-6 I.D-7 I.D-8 I.D-9 I.D-10 I.D-11 II II.A II.A.1 II.A.2 II.A.3 II.A.4 II.B II.B.1 II.B.1.a II.B.1.b II.B.1.c II.B.1.d II.B.1.e II.B.2 II.B.2.a II.B.2.b II.C II.D II.D-1 II.D-2 II.D-3 II.D-4 II.D-5 II.D-6",
  ],
  [
    "FINANCIERING",
    "financing",
    "I I.A I.A.1 I.A.2 I.B I.C I.C.1 I.C.1-1 I.C.1-2 I.C.1-3 I.C.1-4 I.C.1-5 I.C.1-6 I.C.1-7 I.C.1-8 I.C.1-9 I.C.1-10 I.C.2 I.D I.E II II.A II.A.1 II.A.2 II.B II.C II.C.1 II.C.1.a II.C.1.b II.C.2 II.D II.E II.F",
  ],
] as const
