/** The tables of a lake as views of DuckDB or ClickHouse over its files, or as empty tables of PostgreSQL. */
import type * as LakeManifest from "../segment/LakeManifest.ts"
import type { ColumnType } from "../table/LakeTable.ts"
import * as Tables from "../table/Tables.ts"
import * as SqlDialect from "./SqlDialect.ts"

/** Returns a statement for each table; `root` is the folder of the lake as the engine sees it. */
export const write = (
  {
    root,
    manifests,
  }: { readonly root: string; readonly manifests: ReadonlyArray<LakeManifest.LakeManifest> },
  dialect: SqlDialect.SqlDialect,
): string =>
  [...Tables.columns()]
    .map(([table, columns]) => {
      const paths = manifests.flatMap(({ files }) =>
        files.flatMap((file) => (file.table === table ? [`${root}/${file.path}`] : [])),
      )
      return `${statement(dialect, { table, columns, paths })};\n`
    })
    .join("")

interface TableFiles {
  readonly table: string
  readonly columns: ReadonlyArray<readonly [column: string, type: ColumnType]>
  readonly paths: ReadonlyArray<string>
}

const statement = (dialect: SqlDialect.SqlDialect, { table, columns, paths }: TableFiles): string => {
  const list = paths.map((path) => `\n  ${SqlDialect.text(dialect, path)}`).join(",")
  const types = typeNames[dialect]
  switch (dialect) {
    case "duckdb":
      return paths.length > 0
        ? `CREATE OR REPLACE VIEW ${table} AS SELECT * FROM read_parquet([${list}], hive_partitioning = false)`
        : `CREATE OR REPLACE VIEW ${table} AS SELECT ${empty(columns, types)} WHERE false`
    case "postgres":
      return `CREATE TABLE ${table} (${columns.map(([column, type]) => `${column} ${types[type]}`).join(", ")})`
    case "clickhouse":
      return paths.length > 0
        ? `CREATE OR REPLACE VIEW ${table} AS ${paths
            .map((path) => `SELECT * FROM file(${SqlDialect.text(dialect, path)}, Parquet)`)
            .join("\nUNION ALL ")}`
        : `CREATE OR REPLACE VIEW ${table} AS SELECT ${empty(columns, types)} WHERE 0`
  }
}

const empty = (columns: TableFiles["columns"], types: Readonly<Record<ColumnType, string>>): string =>
  columns.map(([column, type]) => `CAST(NULL AS ${types[type]}) AS ${column}`).join(", ")

const typeNames: Readonly<Record<SqlDialect.SqlDialect, Readonly<Record<ColumnType, string>>>> = {
  duckdb: { text: "VARCHAR", int: "INTEGER", long: "BIGINT", flag: "BOOLEAN" },
  postgres: { text: "text", int: "integer", long: "bigint", flag: "boolean" },
  clickhouse: {
    text: "Nullable(String)",
    int: "Nullable(Int32)",
    long: "Nullable(Int64)",
    flag: "Nullable(Bool)",
  },
}
