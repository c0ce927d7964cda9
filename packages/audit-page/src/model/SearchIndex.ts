/** The index of what can be found: codes, names, reasons, decisions, files and lines, entries, and cells of forms. */
import { Ledger, Year } from "@grootboek/core"
import * as SearchResult from "./SearchResult.ts"

interface Indexed extends SearchResult.SearchResult {
  readonly text: string
}

export interface SearchIndex {
  readonly ledger: Ledger.Ledger
  readonly years: ReadonlyArray<number>
  readonly list: ReadonlyArray<Indexed>
}

/** Returns the index of a ledger. A kind of cause is found by its name. */
export const of = (ledger: Ledger.Ledger, names: SearchResult.CauseNames = {}): SearchIndex => {
  const plan = Ledger.planAt(ledger)
  return {
    ledger,
    years: plan === undefined ? [] : Year.list(plan.years),
    list: SearchResult.list(ledger, names).map((one) => ({
      ...one,
      text: normal(`${one.code} ${one.name}`),
    })),
  }
}

/** The number of results of a group. */
const mostOfGroup = 12

/** Returns what a text finds: every word must occur; a code that begins with the text comes first. */
export const find = (index: SearchIndex, query: string): ReadonlyArray<SearchResult.SearchResult> => {
  const wanted = normal(query)
    .split(/\s+/)
    .filter((word) => word !== "")
  if (wanted.length === 0) return []
  const years = index.years.filter((year) => wanted.includes(String(year)))
  const words = wanted.filter((word) => !years.map(String).includes(word))
  const found: Array<{ readonly result: SearchResult.SearchResult; readonly rank: number }> = []
  for (const one of index.list) {
    const needed = one.target.to === "cell" && words.length > 0 ? words : wanted
    if (!needed.every((word) => one.text.includes(word))) continue
    const rank = rankOf(one, needed.join(" "))
    const { text: _, ...result } = one
    if (result.target.to !== "cell" || years.length === 0) found.push({ result, rank })
    else
      for (const year of years)
        found.push({ result: { ...result, target: { ...result.target, year } }, rank })
  }
  found.sort((a, b) => a.rank - b.rank)
  const listed = [...entries(index, query.trim()).map((result) => ({ result, rank: 0 })), ...found]
  // The group with the best result comes first; groups of equal rank keep their order.
  const best = (group: SearchResult.SearchGroup): number =>
    listed.find(({ result }) => result.group === group)?.rank ?? 9
  return SearchResult.groups
    .toSorted((a, b) => best(a) - best(b))
    .flatMap((group) =>
      listed
        .filter(({ result }) => result.group === group)
        .slice(0, mostOfGroup)
        .map(({ result }) => result),
    )
}

const rankOf = ({ code, text }: Indexed, words: string): number => {
  const own = normal(code)
  if (own === words || own.split(" ").slice(1).join(" ") === words) return 0
  if (own.startsWith(words) || own.split(" ").some((part) => part.startsWith(words))) return 1
  return text.split(/[\s/.-]+/).some((part) => part.startsWith(words)) ? 2 : 3
}

/** Lower case without accents. */
const normal = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()

// Entries are too many for the index: a number names one, and a file with a line names those that came from it.
const entries = ({ ledger }: SearchIndex, query: string): ReadonlyArray<SearchResult.SearchResult> => {
  const result = (entry: number): SearchResult.SearchResult => {
    const source = ledger.traces.sourceAt(entry)
    const line = source?.line === undefined ? (source?.name ?? "") : `${source.name}:${source.line}`
    return { group: "entry", code: String(entry), name: line, target: { to: "entry", entry } }
  }
  const last = Ledger.position(ledger)
  const number = /^#?(\d{1,9})$/.exec(query)?.[1]
  if (number !== undefined && Number(number) >= 1 && Number(number) <= last) return [result(Number(number))]
  const [, name = "", line = ""] = /^(.*?)[:\s]+(\d{1,9})$/.exec(query.toLowerCase()) ?? []
  if (name === "") return []
  const out: Array<SearchResult.SearchResult> = []
  for (let entry = 1; entry <= last && out.length < mostOfGroup; entry++) {
    const source = ledger.traces.sourceAt(entry)
    if (source?.line === Number(line) && source.name.toLowerCase().includes(name)) out.push(result(entry))
  }
  return out
}
