/** What differs between the SQL of DuckDB, PostgreSQL and ClickHouse. */

export const dialects = ["duckdb", "postgres", "clickhouse"] as const

export type SqlDialect = (typeof dialects)[number]

/** The types of the columns of literal tables. */
export type LiteralType = "text" | "int"

/** Returns a text as a literal. ClickHouse reads a backslash as an escape; the others do not. */
export const text = (dialect: SqlDialect, value: string): string =>
  `'${(dialect === "clickhouse" ? value.replaceAll("\\", "\\\\") : value).replaceAll("'", "''")}'`

/** Returns an expression that gives a row for each element. */
export const rowsOf = (dialect: SqlDialect, elements: ReadonlyArray<string>): string => {
  const list = elements.map((element) => `\n      ${element}`).join(",")
  switch (dialect) {
    case "duckdb":
      return `unnest([${list}\n    ])`
    case "postgres":
      return `unnest(ARRAY[${list}\n    ])`
    case "clickhouse":
      return `arrayJoin([${list}\n    ])`
  }
}

/** Returns a sum of amounts that cannot overflow: ClickHouse wraps a sum of 64-bit integers, the others widen it. */
export const sum = (dialect: SqlDialect, amount: string): string =>
  dialect === "clickhouse" ? `sum(toInt128(${amount}))` : `sum(${amount})`

/**
 * Returns the settings of a query. ClickHouse reads a name first as an alias of the same query, and fills what an outer join does
 * not find with zeros; standard SQL reads it first as a column, and fills with NULL.
 */
export const settings = (dialect: SqlDialect): string =>
  dialect === "clickhouse" ? "\nSETTINGS prefer_column_name_to_alias = 1, join_use_nulls = 1" : ""

/** Returns a common table expression with literal rows; each row is a list of SQL literals. */
export const values = (
  dialect: SqlDialect,
  { name, columns }: { readonly name: string; readonly columns: Readonly<Record<string, LiteralType>> },
  rows: ReadonlyArray<ReadonlyArray<string>>,
): string => {
  const names = Object.keys(columns)
  const lines = rows.map((row) => `    (${row.join(", ")})`).join(",\n")
  if (dialect !== "clickhouse") return `${name} (${names.join(", ")}) AS (\n  VALUES\n${lines}\n)`
  const types = Object.entries(columns).map(
    ([column, type]) => `${column} ${type === "text" ? "String" : "Int32"}`,
  )
  return `${name} AS (\n  SELECT * FROM values('${types.join(", ")}',\n${lines})\n)`
}
