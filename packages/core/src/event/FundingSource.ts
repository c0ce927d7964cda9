/** Where the money of a line comes from, and under which condition. */
import * as Schema from "effect/Schema"
import { BudgetLine, Code } from "../value/BudgetLine.ts"

/** The sources of financing (legende financiering of the plan). */
export const FundingSource = Schema.Literals([
  "subsidies",
  "cofinancing",
  "gifts",
  "inKind",
  "memberOperating",
  "memberTime",
  "paidServices",
  "toBeFinanced",
]).annotate({ identifier: "FundingSource" })

/** See {@link FundingSource:var}. */
export type FundingSource = typeof FundingSource.Type

/** The source of financing of a line, and its condition. */
export const Funding = Schema.Struct({
  line: BudgetLine,
  source: Schema.optionalKey(FundingSource),
  condition: Schema.optionalKey(Code),
}).annotate({ identifier: "Funding" })

/** See {@link Funding:var}. */
export type Funding = typeof Funding.Type
