/** JSON documents of the command line: one encoder per answer, and the schema of each. */
import * as JsonText from "../paint/JsonText.ts"
import { DecisionDocument } from "./decision/DecisionDocument.ts"
import { WhatIfDocument } from "./decision/WhatIfDocument.ts"
import { ChangesDocument } from "./difference/ChangesDocument.ts"
import { DifferenceDocument } from "./difference/DifferenceDocument.ts"
import { ExplanationDocument } from "./explanation/ExplanationDocument.ts"
import { FollowUpDocument } from "./follow-up/FollowUpDocument.ts"
import { ImportDocument } from "./import/ImportDocument.ts"
import { RecordDocument } from "./import/RecordDocument.ts"
import { LogDocument } from "./journal/LogDocument.ts"
import { NormDocument } from "./journal/NormDocument.ts"
import { VerificationDocument } from "./journal/VerificationDocument.ts"
import { MappingDocument } from "./mapping/MappingDocument.ts"
import { OverviewDocument } from "./overview/OverviewDocument.ts"
import { ConsistencyDocument } from "./reconciliation/ConsistencyDocument.ts"
import { PublicationDocument } from "./reconciliation/PublicationDocument.ts"
import { ReconciliationDocument } from "./reconciliation/ReconciliationDocument.ts"
import { HealthDocument } from "./server/HealthDocument.ts"
import { LakeExportDocument, LakeVerificationDocument } from "./server/LakeDocument.ts"
import { LedgersDocument } from "./server/LedgersDocument.ts"
import { StatementDocument } from "./statement/StatementDocument.ts"

export { of as decision } from "./decision/DecisionDocument.ts"
export { of as whatIf } from "./decision/WhatIfDocument.ts"
export { of as changes } from "./difference/ChangesDocument.ts"
export { of as difference } from "./difference/DifferenceDocument.ts"
export { of as explanation } from "./explanation/ExplanationDocument.ts"
export { of as followUp } from "./follow-up/FollowUpDocument.ts"
export { of as imported, pieces as importedPieces } from "./import/ImportDocument.ts"
export type { RecordDocument } from "./import/RecordDocument.ts"
export { entry, of as log, printing as logPrinting } from "./journal/LogDocument.ts"
export { of as norms } from "./journal/NormDocument.ts"
export { of as verification } from "./journal/VerificationDocument.ts"
export type { MappingDocument } from "./mapping/MappingDocument.ts"
export { of as overview } from "./overview/OverviewDocument.ts"
export { of as consistency } from "./reconciliation/ConsistencyDocument.ts"
export { of as reconciliation } from "./reconciliation/ReconciliationDocument.ts"
export type { HealthDocument } from "./server/HealthDocument.ts"
export type { LakeExportDocument, LakeVerificationDocument } from "./server/LakeDocument.ts"
export type { LedgersDocument } from "./server/LedgersDocument.ts"
export { of as statement } from "./statement/StatementDocument.ts"

/** The schema of every document, by the command that prints it, or the function of the library that returns it. */
export const documents = {
  statement: StatementDocument,
  explain: ExplanationDocument,
  diff: DifferenceDocument,
  changes: ChangesDocument,
  decision: DecisionDocument,
  "what-if": WhatIfDocument,
  log: LogDocument,
  verify: VerificationDocument,
  reconcile: ReconciliationDocument,
  consistency: ConsistencyDocument,
  publications: PublicationDocument,
  import: ImportDocument,
  record: RecordDocument,
  mapping: MappingDocument,
  norms: NormDocument,
  "follow-up": FollowUpDocument,
  overview: OverviewDocument,
  ledgers: LedgersDocument,
  health: HealthDocument,
  "lake-export": LakeExportDocument,
  "lake-verify": LakeVerificationDocument,
} as const

/** Prints a document with one line for each item of its lists: half as large as {@link print}, for documents of thousands of cells. */
export const printLines = (document: object): string => {
  const parts = Object.entries(document).map(([key, value]: [string, unknown]) => {
    const lines = Array.isArray(value) ? value.map((item) => JsonText.of(item)).join(",\n") : undefined
    return `${JsonText.of(key)}:${lines === undefined ? JsonText.of(value) : `[\n${lines}\n]`}`
  })
  return `{\n${parts.join(",\n")}\n}\n`
}

/** Prints a document as text, indented by two, with a line end. */
export const print = (document: unknown): string => `${JsonText.of(document, 2)}\n`
