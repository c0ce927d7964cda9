/** The name of a filter term, and the values that a ledger offers for each kind. */
import type { FilterKind, FilterTerm } from "../model/Filter.ts"
import type * as SearchIndex from "../model/SearchIndex.ts"
import type { Say } from "../words/Bilingual.ts"
import { words } from "../words/Words.ts"

export interface FilterChoice {
  readonly value: string
  readonly name: string
}

/** Returns a term in words: `actie of doelstelling A10102`. */
export const of = ({ kind, value }: FilterTerm, say: Say): string =>
  `${say(words.filter.kinds[kind])} ${shownValue(kind, value, say)}`

const shownValue = (kind: FilterKind, value: string, say: Say): string => {
  if (kind !== "direction" && kind !== "phase" && kind !== "cause") return value
  const name = named(say)[kind].find((one) => one.value === value)?.name
  return name ?? value
}

const named = (say: Say): Readonly<Record<"direction" | "phase" | "cause", ReadonlyArray<FilterChoice>>> => {
  const choices = (texts: Readonly<Record<string, Parameters<typeof say<string>>[0]>>) =>
    Object.entries(texts).map(([value, text]) => ({ value, name: say(text) }))
  return {
    direction: choices(words.filter.directions),
    phase: choices(words.filter.phases),
    cause: choices(words.reasons),
  }
}

/** Returns the values of a kind that occur in a ledger. */
export const choices = (
  index: SearchIndex.SearchIndex,
  kind: FilterKind,
  say: Say,
): ReadonlyArray<FilterChoice> => {
  if (kind === "direction" || kind === "phase") return named(say)[kind]
  return index.list.flatMap(({ target, name }) =>
    target.to === "filter" && target.kind === kind ? [{ value: target.value, name }] : [],
  )
}
