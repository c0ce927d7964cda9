/** JSON documents of the command line: one encoder per question, and the schema of each answer. */
import * as Consistency from "./json/ConsistencyDocument.ts"
import * as Difference from "./json/DifferenceDocument.ts"
import * as Explanation from "./json/ExplanationDocument.ts"
import * as FollowUp from "./json/FollowUpDocument.ts"
import * as Import from "./json/ImportDocument.ts"
import * as Log from "./json/LogDocument.ts"
import * as Norm from "./json/NormDocument.ts"
import * as Reconciliation from "./json/ReconciliationDocument.ts"
import * as Statement from "./json/StatementDocument.ts"
import * as Table from "./json/TableDocument.ts"
import * as Verification from "./json/VerificationDocument.ts"

export { of as consistency } from "./json/ConsistencyDocument.ts"
export { of as difference } from "./json/DifferenceDocument.ts"
export { of as explanation } from "./json/ExplanationDocument.ts"
export { of as followUp } from "./json/FollowUpDocument.ts"
export { of as imported } from "./json/ImportDocument.ts"
export { entry, of as log, printing as logPrinting } from "./json/LogDocument.ts"
export { of as norms } from "./json/NormDocument.ts"
export { of as reconciliation } from "./json/ReconciliationDocument.ts"
export { of as statement } from "./json/StatementDocument.ts"
export { of as overview } from "./json/TableDocument.ts"
export { of as verification } from "./json/VerificationDocument.ts"

/** The schema of every document, by the command that prints it. */
export const documents = {
  statement: Statement.Document,
  explain: Explanation.Document,
  diff: Difference.Document,
  log: Log.Document,
  verify: Verification.Document,
  reconcile: Reconciliation.Document,
  consistency: Consistency.Document,
  import: Import.Document,
  norms: Norm.Document,
  "follow-up": FollowUp.Document,
  overview: Table.Document,
} as const

/** A document as text: indented by two, with a line end. */
export const print = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`
