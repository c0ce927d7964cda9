/**
 * The lake: journals of many local authorities as Parquet files, and every form as one SQL query over them.
 *
 * @module @grootboek/lake
 */
// The tables, and what an export adds to them.
export * as Tables from "./table/Tables.ts"
// The files, through a port.
export * as LakeFiles from "./file/LakeFiles.ts"
export * as Folder from "./file/Folder.ts"
// Segments of tables: written, and verified.
export * as LakeManifest from "./segment/LakeManifest.ts"
export * as LakeName from "./segment/LakeName.ts"
export * as Exporter from "./segment/Exporter.ts"
export * as Verifier from "./segment/Verifier.ts"
// Forms as queries.
export * as SqlDialect from "./sql/SqlDialect.ts"
export * as FormQuery from "./sql/FormQuery.ts"
export * as LakeViews from "./sql/LakeViews.ts"
export * as PrintedCells from "./sql/PrintedCells.ts"
