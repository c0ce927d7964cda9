/** The names of values in help: `--out <FILE>`, `statement <form>`. */
import type { Both } from "./Language.ts"

const both = <const A extends string, const B extends string>(en: A, nl: B): Both => ({ en, nl })

/** Every placeholder, by its English name. */
export const placeholders = {
  BODY: both("BODY", "ORGAAN"),
  CHAR: both("CHAR", "TEKEN"),
  CLASS: both("CLASS", "KLASSE"),
  CODE: both("CODE", "CODE"),
  DAY: both("DAY", "DAG"),
  DECIMALS: both("DECIMALS", "DECIMALEN"),
  DIR: both("DIR", "MAP"),
  EURO: both("EURO", "EURO"),
  FILE: both("FILE", "BESTAND"),
  FIRST_LAST: both("FIRST-LAST", "EERSTE-LAATSTE"),
  FORM: both("FORM", "SCHEMA"),
  FORMAT: both("FORMAT", "FORMAAT"),
  HALF: both("HALF", "SEMESTER"),
  ID: both("ID", "ID"),
  KIND: both("KIND", "SOORT"),
  LABEL: both("LABEL", "LABEL"),
  LANG: both("LANG", "TAAL"),
  LEDGER: both("LEDGER", "GROOTBOEK"),
  LINE: both("LINE", "REGEL"),
  MOMENT: both("MOMENT", "MOMENT"),
  MONTH: both("MONTH", "MAAND"),
  NAME: both("NAME", "NAAM"),
  NOTATION: both("NOTATION", "NOTATIE"),
  ORDER: both("ORDER", "VOLGORDE"),
  PER: both("PER", "PER"),
  PERCENT: both("PERCENT", "PERCENTAGE"),
  POLICY: both("POLICY", "METHODE"),
  POSITION: both("POSITION", "POSITIE"),
  REACH: both("REACH", "BEREIK"),
  REF: both("REF", "REFERENTIE"),
  SCOPE: both("SCOPE", "BEREIK"),
  TIME: both("TIME", "TIJDSTIP"),
  TEXT: both("TEXT", "TEKST"),
  TYPE: both("TYPE", "TYPE"),
  VALUE: both("VALUE", "WAARDE"),
  YEAR: both("YEAR", "JAAR"),
  YEARS: both("YEARS", "JAREN"),
  file: both("file", "bestand"),
  form: both("form", "schema"),
  from: both("from", "van"),
  name: both("name", "naam"),
  position: both("position", "positie"),
  published: both("published", "tabel"),
  row: both("row", "rij"),
  shell: both("shell", "shell"),
  to: both("to", "tot"),
  topic: both("topic", "onderwerp"),
  year: both("year", "jaar"),
} as const

/** The name of a placeholder. */
export type Placeholder = keyof typeof placeholders
