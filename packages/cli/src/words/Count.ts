/** Numbers of things, with the right singular or plural in both languages. */
import type { Both } from "./Language.ts"

const nouns = {
  branch: { en: ["branch", "branches"], nl: ["variant", "varianten"] },
  entry: { en: ["entry", "entries"], nl: ["boeking", "boekingen"] },
  file: { en: ["file", "files"], nl: ["bestand", "bestanden"] },
  form: { en: ["form", "forms"], nl: ["schema", "schema's"] },
  ledger: { en: ["ledger", "ledgers"], nl: ["grootboek", "grootboeken"] },
  proposal: { en: ["proposal", "proposals"], nl: ["voorstel", "voorstellen"] },
  row: { en: ["row", "rows"], nl: ["rij", "rijen"] },
  table: { en: ["table", "tables"], nl: ["tabel", "tabellen"] },
} as const

/** Returns `1 entry` and `1 boeking`, or `2 entries` and `2 boekingen`. */
export const count = (number: number, noun: keyof typeof nouns): Both => {
  const index = number === 1 ? 0 : 1
  return { en: `${number} ${nouns[noun].en[index]}`, nl: `${number} ${nouns[noun].nl[index]}` }
}
