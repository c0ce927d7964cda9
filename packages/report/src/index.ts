/** Grootboek statements as terminal text, Markdown, CSV, JSON and printable HTML. */

// What documents are about, besides what core says.
export * as Finding from "./Finding.ts"
export * as Imported from "./Imported.ts"
export * as Verification from "./Verification.ts"
export { type Both, type Language, languages } from "./Language.ts"
// Words and figures.
export * as Figure from "./Figure.ts"
export * as Reason from "./Reason.ts"
// What readers are told when something is refused, damaged, missed or different.
export * as RefusalText from "./messages/RefusalText.ts"
export * as DamageText from "./messages/DamageText.ts"
export * as FindingText from "./messages/FindingText.ts"
export * as StoreText from "./messages/StoreText.ts"
export * as LawText from "./messages/LawText.ts"
export * as NormText from "./messages/NormText.ts"
export * as IdentityText from "./messages/IdentityText.ts"
export * as ComparisonText from "./messages/ComparisonText.ts"
export * as FollowUpText from "./messages/FollowUpText.ts"
// How what is too long to hold is printed.
export * as Printing from "./Printing.ts"
// What machines read.
export * as Json from "./Json.ts"
export * as JsonSchema from "./JsonSchema.ts"
// What people read.
export * as Words from "./Words.ts"
export * as Sheet from "./Sheet.ts"
export * as Causes from "./Causes.ts"
export * as Resolutions from "./Resolutions.ts"
export * as Text from "./Text.ts"
export * as Markdown from "./Markdown.ts"
export * as Csv from "./Csv.ts"
export * as Html from "./Html.ts"
// What is no form: the plan's own rules, and how far a year has come.
export * as Table from "./Table.ts"
export * as Overview from "./Overview.ts"
export * as FollowUpReport from "./FollowUpReport.ts"
// All of it in one folder.
export { later, type NamedText } from "./NamedText.ts"
export * as Folder from "./Folder.ts"
