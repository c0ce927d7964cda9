/**
 * The audit page: a journal and the program that verifies it in one HTML file.
 *
 * @module @grootboek/audit-page
 */
export * as AuditPage from "./AuditPage.ts"
