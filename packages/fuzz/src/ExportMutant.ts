/** Mutated exports: bits, bytes and spans changed, lines moved, exports spliced, and line ends converted. */
import { readFileSync } from "node:fs"
import { Archive, type BudgetEvent, Journal } from "@grootboek/core"
import * as Result from "effect/Result"
import type { Chance } from "./Chance.ts"
import * as KindJournals from "./KindJournals.ts"
import { encode, join } from "./Mutant.ts"
import { sha256 } from "./Sha256.ts"

const remarks = Result.getOrThrow(
  Archive.read(readFileSync(new URL("../../core/test/golden/remarks@1.ndjson", import.meta.url)), sha256),
).sealed

/** Texts that need escapes in JSON, or look like parts of an export. */
const names = [
  'een "naam"',
  "\\ omgekeerd",
  "é € 😀",
  '{"trailer":{',
  '"previous":"',
  "naam\u00a0met\u200bonzichtbare tekens",
]

const second = (): ReadonlyArray<Journal.Sealed> => {
  const events = remarks.slice(0, 2).flatMap((one) => {
    const entry = Journal.parse(one)
    return entry._tag === "Success" ? [entry.success.event] : []
  })
  return KindJournals.sealed([...events, ...names.map((name, at) => renamed(name, at))])
}

const renamed = (name: string, at: number): BudgetEvent.BudgetEvent => ({
  _tag: "StructureDeclared",
  declarations: { members: [{ code: `M${at}`, name }] },
})

/** Returns exports of journals of every kind of event, at every length: each of them is valid. */
export const valid = (): ReadonlyArray<Uint8Array> =>
  [remarks, second(), ...KindJournals.all()].flatMap((journal) =>
    Array.from({ length: journal.length + 1 }, (_, length) => Archive.write(journal.slice(0, length))),
  )

/** Returns a mutant of one of several valid exports: one to three changes. */
export const draw = (exports: ReadonlyArray<Uint8Array>, chance: Chance): Uint8Array => {
  let bytes: Uint8Array = Uint8Array.from(chance.of(exports))
  for (let times = 1 + chance.below(3); times > 0; times--)
    bytes = chance.of(changes)(bytes, { chance, exports })
  return bytes
}

interface Drawing {
  readonly chance: Chance
  readonly exports: ReadonlyArray<Uint8Array>
}

type Change = (bytes: Uint8Array, drawing: Drawing) => Uint8Array

const snippets: ReadonlyArray<Uint8Array> = [
  ...['"', "\\", "{", "}", ",", ":", "0", "-", " ", "\t", "\n", "\n\n", "\r", "\r\n", "\u0000", "\ufeff"],
  ...['{"entry":', '"hash":"', '{"trailer":', ',"hash":"', '"}', "\u00a0", "\u2028", "e", "A", "1"],
].map(encode)

const lines = (bytes: Uint8Array): Array<Uint8Array> => {
  const out: Array<Uint8Array> = []
  for (let from = 0; from < bytes.length; ) {
    const feed = bytes.indexOf(10, from)
    const to = feed === -1 ? bytes.length : feed + 1
    out.push(bytes.subarray(from, to))
    from = to
  }
  return out
}

const replaced = (bytes: Uint8Array, edit: (text: string) => string): Uint8Array =>
  Buffer.from(edit(Buffer.from(bytes).toString("latin1")), "latin1")

const span = (bytes: Uint8Array, chance: Chance): readonly [number, number] => {
  const from = chance.below(bytes.length + 1)
  return [from, Math.min(bytes.length, from + chance.below(80))]
}

const changes: ReadonlyArray<Change> = [
  (bytes, { chance }) => {
    const at = chance.below(Math.max(1, bytes.length))
    if (at < bytes.length) bytes[at] = (bytes[at] as number) ^ (1 << chance.below(8))
    return bytes
  },
  (bytes, { chance }) => {
    const at = chance.below(Math.max(1, bytes.length))
    if (at < bytes.length) bytes[at] = chance.below(256)
    return bytes
  },
  (bytes, { chance }) => {
    const at = chance.below(bytes.length + 1)
    return join(bytes.subarray(0, at), chance.of(snippets), bytes.subarray(at))
  },
  (bytes, { chance }) => {
    const [from, to] = span(bytes, chance)
    return join(bytes.subarray(0, from), bytes.subarray(to))
  },
  (bytes, { chance }) => {
    const [from, to] = span(bytes, chance)
    return join(bytes.subarray(0, to), bytes.subarray(from))
  },
  (bytes, { chance }) => bytes.subarray(0, chance.below(bytes.length + 1)),
  (bytes, { chance, exports }) => {
    const all = lines(bytes)
    all.splice(chance.below(all.length + 1), 0, chance.of(lines(chance.of(exports))))
    return join(...all)
  },
  (bytes, { chance }) => {
    const all = lines(bytes)
    all.splice(chance.below(all.length + 1), 1)
    return join(...all)
  },
  (bytes, { chance }) => {
    const all = lines(bytes)
    if (all.length === 0) return bytes
    const [a, b] = [chance.below(all.length), chance.below(all.length)]
    const [left, right] = [all[a] as Uint8Array, all[b] as Uint8Array]
    all[a] = right
    all[b] = left
    return join(...all)
  },
  // A byte order mark, a blank or a carriage return before or behind a line: also before the last.
  (bytes, { chance }) => {
    const all = lines(bytes)
    const at = chance.below(all.length + 1)
    all.splice(at, 0, chance.of(snippets))
    return join(...all)
  },
  (bytes, { chance, exports }) => join(bytes, chance.of(exports)),
  (bytes) => replaced(bytes, (text) => text.replaceAll("\n", "\r\n")),
  (bytes) => join(encode("\ufeff"), bytes),
  (bytes) => join(bytes, encode("\n")),
  (bytes, { chance }) => {
    const which = chance.below(20)
    let turn = 0
    return replaced(bytes, (text) =>
      text.replace(/\d/g, (digit) => (turn++ % 20 === which ? `${(Number(digit) + 1) % 10}` : digit)),
    )
  },
  (bytes) => replaced(bytes, (text) => text.replace(/"hash":"([0-9a-f]+)"/, (found) => found.toUpperCase())),
  (bytes) =>
    replaced(bytes, (text) =>
      text.replace(/"hash":"[0-9a-f]+"/, (found) => `"hash":"${found.slice(8, -1).toUpperCase()}"`),
    ),
  (bytes) => replaced(bytes, (text) => text.replace(/"entries":(\d+)/, '"entries":0$1')),
  (bytes) => replaced(bytes, (text) => text.replace(/,("head":"[0-9a-f]+")/, ", $1")),
]
