/** Terminal text: every answer of the command line as a person reads it. No colour unless asked. */
export { consistency } from "./text/ConsistencyText.ts"
export { difference } from "./text/DifferenceText.ts"
export { explanation } from "./text/ExplanationText.ts"
export { imported } from "./text/ImportText.ts"
export { log, norms, printing as logPrinting, verification } from "./text/JournalText.ts"
export type { Options } from "./text/Options.ts"
export { reconciliation } from "./text/ReconciliationText.ts"
export { statement } from "./text/StatementText.ts"
