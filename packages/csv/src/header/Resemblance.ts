/** Headers that are probably a column of a layout, though written otherwise: `Actienr.`, `Libellé`, `Cost centre`. */
import type { LayoutColumn } from "./Column.ts"
import { plain } from "./Layout.ts"

/** Returns the header that most resembles a column, `undefined` when none does. */
export const among = (column: LayoutColumn, headers: ReadonlyArray<string>): string | undefined => {
  const [best] = headers
    .map((header) => ({ header, score: score(column, header) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  return best?.header
}

/** Returns how much a header resembles a column: 0 not at all, 1 the same header. */
export const score = ({ field, headers }: LayoutColumn, header: string): number => {
  const names = [...headers, ...(synonyms[field] ?? [])]
  if (headers.some((name) => plain(name) === plain(header))) return 1
  const words = wordsOf(header)
  if (words.length === 0) return 0
  return 0.99 * Math.max(0, ...names.map((name) => similarity(wordsOf(name), words)))
}

const wordsOf = (text: string): ReadonlyArray<string> =>
  plain(text)
    .split(/[\s.,:;()[\]/'’-]+/)
    .filter((word) => word !== "" && !fillers.has(word))

// Each word of the name has a word of the header, whole or abbreviated; words that are left over count against it.
const similarity = (name: ReadonlyArray<string>, words: ReadonlyArray<string>): number => {
  const matched = name.filter((one) => words.some((other) => isAlike(one, other)))
  if (name.length === 0 || matched.length < name.length) return 0
  const extra = words.filter((other) => !name.some((one) => isAlike(one, other))).length
  const exact = name.every((one) => words.includes(one)) ? 1 : 0.9
  return extra === 0 ? exact : exact / (1 + extra)
}

const isAlike = (a: string, b: string): boolean => {
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= 3 && long.startsWith(short) && (short.length >= 4 || long.length <= 14)
}

/** Words that say nothing about a column. */
const fillers: ReadonlySet<string> = new Set(
  "de het van nr nummer code codes id no number the of du le la les des numero n°".split(" "),
)

/** Names of fields in files of other programs, in Dutch, French and English. */
const synonyms: Readonly<Record<string, ReadonlyArray<string>>> = {
  action: ["actie", "action", "activiteit"],
  policyItem: [
    "beleidsitem",
    "beleidscode",
    "policy item",
    "fonction",
    "functie",
    "cost centre",
    "kostenplaats",
    "function",
    "func",
  ],
  account: [
    "rekening",
    "grootboekrekening",
    "artikel",
    "article",
    "compte",
    "account",
    "acct",
    "ar",
    "category",
  ],
  sector: ["sector", "sectorcode", "secteur", "esr", "tegenpartij"],
  envelope: ["enveloppe", "envelope", "investering", "project"],
  direction: ["u o", "richting", "soort", "d r", "recette depense", "direction", "type", "uitgave ontvangst"],
  description: [
    "omschrijving",
    "libelle",
    "description",
    "details",
    "benaming",
    "tekst",
    "text",
    "label",
    "mededeling",
  ],
  year: ["jaar", "boekjaar", "dienstjaar", "exercice", "annee", "year"],
  amount: ["bedrag", "montant", "amount", "net", "netto", "raming", "budget", "krediet"],
  debit: ["debet", "debit"],
  credit: ["credit"],
  date: [
    "datum",
    "boekingsdatum",
    "factuurdatum",
    "date",
    "invoice date",
    "inv date",
    "boekdatum",
    "bookdate",
    "posting date",
  ],
  voucher: ["stuk", "boekstuk", "stuknummer", "document", "voucher", "ref", "reference", "piece", "factuur"],
  reason: ["reden", "motif", "reason"],
  explanation: ["toelichting", "explication", "explanation", "opmerking"],
  name: ["naam", "nom", "name", "benaming"],
  partner: ["partner", "partenaire"],
  percent: ["aandeel", "percentage", "percent", "share", "part", "pct"],
}
