/**
 * A policy report as files: a page to print, Markdown, and an office document that can be edited.
 *
 * @module @grootboek/policy-report
 */
export * as Docx from "./Docx.ts"
export * as Html from "./Html.ts"
export * as Markdown from "./Markdown.ts"
