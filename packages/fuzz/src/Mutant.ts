/** Mutated CSV files: valid and hostile files, cut, spliced, and filled with characters that break parsers. */
import { readdirSync, readFileSync } from "node:fs"
import type { Layout } from "@grootboek/csv"
import type { Chance } from "./Chance.ts"

/** Bytes, and the kind of the original file. */
export interface Seed {
  readonly kind: Layout.ImportKind
  readonly bytes: Uint8Array
}

const read = (path: string): Uint8Array => readFileSync(new URL(`../../../${path}`, import.meta.url))

const head = (bytes: Uint8Array, size: number): Uint8Array => bytes.subarray(0, size)

const hostile = "packages/csv/test/hostile"
const plan = "examples/w13/data"

/** Valid files: the first rows of a real plan's files, and two other kinds. */
const valid: ReadonlyArray<Seed> = [
  { kind: "lines", bytes: head(read(`${plan}/budget-lines.csv`), 900) },
  { kind: "structure", bytes: head(read(`${plan}/published/goals-tree.csv`), 700) },
  { kind: "structure", bytes: read(`${plan}/policy-items.csv`) },
  { kind: "structure", bytes: read(`${plan}/sectors.csv`) },
  { kind: "structure", bytes: head(read(`${plan}/account-map.csv`), 900) },
  { kind: "overhead", bytes: read(`${plan}/overhead.csv`) },
  { kind: "opening", bytes: read(`${plan}/opening.csv`) },
  { kind: "passthrough", bytes: read(`${plan}/passthrough.csv`) },
  {
    kind: "actuals",
    bytes: new TextEncoder().encode(
      "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Omschrijving;Datum;Stuk;Bedrag\r\nA1;9090;6140000;;;U;Goederen;30/06/2026;F1;1.234,56\r\n",
    ),
  },
  {
    kind: "adjustment",
    bytes: new TextEncoder().encode(
      "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Omschrijving;Reden;Toelichting;2026;2027\r\nA1;9090;6140000;;;U;Goederen;indexering;2 %;1.234,56;-1,5\r\n",
    ),
  },
]

/** The hostile files of the error gallery. */
const broken: ReadonlyArray<Seed> = readdirSync(new URL(`../../../${hostile}`, import.meta.url))
  .filter((name) => name !== "text-too-long.csv")
  .map((name): Seed => ({ kind: "lines", bytes: read(`${hostile}/${name}`) }))

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Inserted texts: CSV delimiters, line ends, encodings, numbers, prototype names, formulas. */
const snippets: ReadonlyArray<Uint8Array> = [
  ...[
    '"',
    '""',
    '"""',
    ";",
    ",",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    ";;;;;;",
    "\u0000",
    "\u2028",
    "\ufeff",
    " ",
    "\u00a0",
    "\u202f",
  ],
  ...[
    "990.000",
    "990,000",
    "1.234,56",
    "1,234.56",
    "-0",
    "\u22125",
    "5-",
    "(1)",
    "0,1234567",
    "9".repeat(40),
    "1E+06",
    "NaN",
    "€",
  ],
  ...[
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "hasOwnProperty",
    "valueOf",
    "__proto__;__proto__",
  ],
  ...[
    "=1+1",
    "+1",
    "@SUM(1)",
    "'=1",
    "2026",
    "20226",
    "Jaar",
    "Bedrag",
    "U",
    "O",
    "FinanciÃ«le",
    "😀",
    "\ud7ff",
    "é",
  ],
].map(encode)

const bytesOf = (...bytes: ReadonlyArray<number>): Uint8Array => Uint8Array.from(bytes)
const raw: ReadonlyArray<Uint8Array> = [
  bytesOf(0xff),
  bytesOf(0xc3),
  bytesOf(0xe2, 0x82),
  bytesOf(0x80),
  bytesOf(0xef, 0xbb, 0xbf),
  bytesOf(0xff, 0xfe),
  bytesOf(0xed, 0xa0, 0x80),
]

export const join = (...parts: ReadonlyArray<Uint8Array>): Uint8Array => Buffer.concat(parts)

const changes: ReadonlyArray<(bytes: Uint8Array, chance: Chance) => Uint8Array> = [
  (bytes, chance) => insert(bytes, chance, chance.of(snippets)),
  (bytes, chance) => insert(bytes, chance, chance.of(snippets)),
  (bytes, chance) => insert(bytes, chance, chance.of(raw)),
  (bytes, chance) => {
    const out = Uint8Array.from(bytes)
    if (out.length > 0) out[chance.below(out.length)] = chance.below(256)
    return out
  },
  (bytes, chance) => {
    const [from, to] = span(bytes, chance)
    return join(bytes.subarray(0, from), bytes.subarray(to))
  },
  (bytes, chance) => {
    const [from, to] = span(bytes, chance)
    return join(bytes.subarray(0, to), bytes.subarray(from))
  },
  (bytes, chance) => {
    const other = chance.of(chance.in(2) ? valid : broken).bytes
    return join(
      bytes.subarray(0, chance.below(bytes.length + 1)),
      other.subarray(chance.below(other.length + 1)),
    )
  },
  (bytes, chance) => bytes.subarray(0, chance.below(bytes.length + 1)),
  (bytes, chance) => replaceCell(bytes, chance),
  (bytes, chance) => replaceCell(bytes, chance),
]

/** Returns a mutant: one to six changes, mostly few. The header is often kept, so that some rows stay valid. */
export const draw = (chance: Chance): Seed => {
  const { kind, bytes } = chance.of(chance.in(4) ? broken : valid)
  const kept = chance.in(3) ? 0 : bytes.indexOf(10) + 1
  let body = bytes.subarray(kept)
  for (let times = 1 + chance.below(1 + chance.below(6)); times > 0; times--)
    body = chance.of(changes)(body, chance)
  return { kind, bytes: head(join(bytes.subarray(0, kept), body), 4_096) }
}

const insert = (bytes: Uint8Array, chance: Chance, snippet: Uint8Array): Uint8Array => {
  const at = chance.below(bytes.length + 1)
  return join(bytes.subarray(0, at), snippet, bytes.subarray(at))
}

const span = (bytes: Uint8Array, chance: Chance): readonly [number, number] => {
  const from = chance.below(bytes.length + 1)
  return [from, Math.min(bytes.length, from + chance.below(60))]
}

// From one delimiter to the next, so that other cells stay valid.
const replaceCell = (bytes: Uint8Array, chance: Chance): Uint8Array => {
  const isMark = (byte: number | undefined): boolean =>
    byte === 59 || byte === 44 || byte === 10 || byte === 13
  const from = chance.below(bytes.length + 1)
  const start = from + bytes.subarray(from).findIndex(isMark) + 1
  const length = bytes.subarray(start).findIndex(isMark)
  const end = length < 0 ? bytes.length : start + length
  return join(bytes.subarray(0, start), chance.of(snippets), bytes.subarray(end))
}
