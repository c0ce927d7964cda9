/** The three kinds of budget transactions, and the results that stand beside them. */
import * as Schema from "effect/Schema"

/**
 * Operating (exploitatie), investment (investeringen), financing (financiering), or `result`
 * (budgettaire resultaten: accounts 090 and 093, which no T2 row counts).
 */
export const Section = Schema.Literals(["operating", "investment", "financing", "result"]).annotate({
  identifier: "Section",
})

/** See {@link Section:var}. */
export type Section = typeof Section.Type

/** The Dutch word that files and tables use. */
export const dutch: Readonly<Record<Section, string>> = {
  operating: "exploitatie",
  investment: "investeringen",
  financing: "financiering",
  result: "budgettaire resultaten",
}
