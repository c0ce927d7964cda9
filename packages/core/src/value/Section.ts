/**
 * The three sections of budget transactions, and results.
 *
 * ```ts
 * Schema.is(Section.Section)("operating") // => true
 * Section.dutch.operating // => "exploitatie"
 * ```
 */
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

/** The Dutch names in files and tables. */
export const dutch: Readonly<Record<Section, string>> = {
  operating: "exploitatie",
  investment: "investeringen",
  financing: "financiering",
  result: "budgettaire resultaten",
}
