/** The Grootboek journal in PostgreSQL. */
export * as PostgresAdmin from "./PostgresAdmin.ts"
export * as PostgresStore from "./PostgresStore.ts"
