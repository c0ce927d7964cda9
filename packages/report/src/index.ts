/**
 * Answers of a ledger as terminal text, Markdown, CSV, JSON, workbooks and printable HTML.
 *
 * @module @grootboek/report
 */

// words: what is printed, in English and in Dutch.
export { type Audience, type Both, type Language, languages } from "./words/Language.ts"
export * as Figure from "./words/Figure.ts"
export * as ReasonText from "./words/ReasonText.ts"
export * as RefusalText from "./words/RefusalText.ts"
export * as RuleName from "./words/RuleName.ts"
export * as DamageText from "./words/DamageText.ts"
export * as EventName from "./words/EventName.ts"
export * as FindingText from "./words/FindingText.ts"
export * as RemarkText from "./words/RemarkText.ts"
export type * as WitnessText from "./words/WitnessText.ts"
export * as AddressText from "./words/AddressText.ts"
export * as StoreText from "./words/StoreText.ts"
export * as LawText from "./words/LawText.ts"
export * as NormText from "./words/NormText.ts"
export * as IdentityText from "./words/IdentityText.ts"
export * as ComparisonText from "./words/ComparisonText.ts"
export * as FollowUpText from "./words/FollowUpText.ts"
export * as Words from "./words/Words.ts"
// paint: tables, grids, pages and files.
export * as Table from "./paint/Table.ts"
export * as JsonText from "./paint/JsonText.ts"
export * as LongText from "./paint/LongText.ts"
export { later, type NamedText, written } from "./paint/NamedText.ts"
// view: what answers share.
export * as Causes from "./view/Causes.ts"
export * as FileFinding from "./view/FileFinding.ts"
export * as Imported from "./view/Imported.ts"
export * as Resolutions from "./view/Resolutions.ts"
export * as StatementView from "./view/StatementView.ts"
export * as VerifiedJournal from "./view/VerifiedJournal.ts"
// answer: every answer by its format.
export * as Text from "./answer/Text.ts"
export * as Markdown from "./answer/Markdown.ts"
export * as Csv from "./answer/Csv.ts"
export * as Xlsx from "./answer/Xlsx.ts"
export * as Html from "./answer/Html.ts"
export * as Json from "./answer/Json.ts"
export * as DecisionReport from "./answer/decision/DecisionReport.ts"
export * as WhatIfReport from "./answer/decision/WhatIfReport.ts"
export * as PolicyReport from "./answer/policy/PolicyReport.ts"
export * as Overview from "./answer/overview/Overview.ts"
export * as Publications from "./answer/reconciliation/Publications.ts"
export * as ActionReport from "./answer/follow-up/ActionReport.ts"
export * as FollowUpReport from "./answer/follow-up/FollowUpReport.ts"
// pack: all of it in one folder, and the published schemas.
export * as Folder from "./pack/Folder.ts"
export * as JsonSchema from "./pack/JsonSchema.ts"
