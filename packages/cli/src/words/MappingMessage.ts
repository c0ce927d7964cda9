/** Messages about the mapping of a file: what is read as what, and what is still to be decided. */
import type { Both } from "./Language.ts"

export const title = (file: string, table: string): Both => ({
  en: `${file} as ${table}`,
  nl: `${file} als ${table}`,
})

export const columns: Both = { en: "Columns", nl: "Kolommen" }

export const heads: Readonly<Record<"field" | "name" | "column" | "line", Both>> = {
  field: { en: "In the mapping", nl: "In de toewijzing" },
  name: { en: "Field", nl: "Veld" },
  column: { en: "Column of the file", nl: "Kolom van het bestand" },
  line: { en: "Line", nl: "Regel" },
}

export const constant = (value: string): Both => ({
  en: `always ${value}`,
  nl: `altijd ${value}`,
})

export const none: Both = { en: "(none)", nl: "(geen)" }

export const open = (field: string): Both => ({
  en: `To complete: ${field}. Name its column under "columns", or one value for every row under "constants".`,
  nl: `Aan te vullen: ${field}. Noem de kolom onder "columns", of één waarde voor elke rij onder "constants".`,
})

export const yearLeftOut = (header: string): Both => ({
  en: `To decide: the column "${header}" is not read. Give its year under "years" to read it.`,
  nl: `Te beslissen: de kolom "${header}" wordt niet gelezen. Geef het jaar op onder "years" om ze te lezen.`,
})

export const delimiter = (name: string): Both => ({
  en: `Import it with --delimiter ${name}.`,
  nl: `Importeer het met --delimiter ${name}.`,
})

export const rows = (count: number): Both =>
  count === 1
    ? { en: "The first row, as read", nl: "De eerste rij, zoals gelezen" }
    : { en: `The first ${count} rows, as read`, nl: `De eerste ${count} rijen, zoals gelezen` }

export const mapping: Both = {
  en: "Mapping (save it, complete it, and pass it with --mapping):",
  nl: "Kolomtoewijzing (bewaar ze, vul ze aan, en geef ze op met --mapping):",
}

export const note = (text: string): Both => ({ en: `Note: ${text}.`, nl: `Let op: ${text}.` })
