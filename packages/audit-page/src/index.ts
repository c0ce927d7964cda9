/** The audit page: a journal and the program that verifies it in one HTML file. */
export * as AuditPage from "./AuditPage.ts"
