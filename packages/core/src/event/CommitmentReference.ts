/** The names of commitments, and what is released of them. */
import * as Schema from "effect/Schema"
import { Amount } from "../value/Amount.ts"
import { BudgetLine } from "../value/BudgetLine.ts"
import { expects } from "../value/Problem.ts"

/** The reference of a commitment: a code of at most 180 characters, so that it fits in the part of a place. */
export const CommitmentReference = Schema.String.check(
  Schema.isPattern(
    /^(?=.{1,180}$)[^\s\p{Cc}\p{Cs}](?:[^\p{Cc}\p{Cs}]*[^\s\p{Cc}\p{Cs}])?$/u,
    expects("reference", "a reference of 1 to 180 characters without control characters"),
  ),
).annotate({ identifier: "CommitmentReference" })

/** What the closing of a year released of a commitment. */
export const ReleasedCommitment = Schema.Struct({
  line: BudgetLine,
  reference: CommitmentReference,
  amount: Amount,
}).annotate({ identifier: "ReleasedCommitment" })
