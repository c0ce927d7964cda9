/** Grootboek statements as terminal text, Markdown, CSV, JSON and printable HTML. */

// What documents are about, besides what core says.
export * as Finding from "./Finding.ts"
export * as Imported from "./Imported.ts"
export * as Verification from "./Verification.ts"
export { type Language, languages } from "./Language.ts"
// Words and figures.
export * as Figure from "./Figure.ts"
export * as Reason from "./Reason.ts"
// What machines read.
export * as Json from "./Json.ts"
export * as JsonSchema from "./JsonSchema.ts"
