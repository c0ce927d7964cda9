/** Terminal text: every answer of the command line as a person reads it. No colour unless asked. */

export type { TextOptions } from "../paint/TextOptions.ts"
export { difference } from "./difference/DifferenceText.ts"
export { explanation } from "./explanation/ExplanationText.ts"
export { imported } from "./import/ImportText.ts"
export { norms, verification } from "./journal/JournalText.ts"
export { log, printing as logPrinting } from "./journal/LogText.ts"
export { consistency } from "./reconciliation/ConsistencyText.ts"
export { reconciliation } from "./reconciliation/ReconciliationText.ts"
export { statement } from "./statement/StatementText.ts"
