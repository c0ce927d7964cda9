/** The audit page: a journal and the program that replays it, in one file that opens without a server. */
export * as AuditPage from "./AuditPage.ts"
