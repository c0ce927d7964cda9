/**
 * The Grootboek journal in PostgreSQL.
 *
 * @module @grootboek/store-postgres
 */
export * as HeadFolder from "./HeadFolder.ts"
export * as PostgresAdmin from "./PostgresAdmin.ts"
export * as PostgresStore from "./PostgresStore.ts"
export * as ServerNode from "./ServerNode.ts"
export * as ServerStore from "./ServerStore.ts"
