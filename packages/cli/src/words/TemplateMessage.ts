/** Messages about templates. */
import type { Both } from "./Language.ts"

export const tableMissing = (kind: string, tables: ReadonlyArray<string>): Both => ({
  en: `${kind} has several tables: add --table with one of ${tables.join(", ")}.`,
  nl: `${kind} heeft verschillende tabellen: voeg --table toe met een van ${tables.join(", ")}.`,
})

export const tableOfOtherKind = (table: string, kind: string, tables: ReadonlyArray<string>): Both => ({
  en: `${table} is not a table of ${kind}: choose one of ${tables.join(", ")}.`,
  nl: `${table} is geen tabel van ${kind}: kies uit ${tables.join(", ")}.`,
})
