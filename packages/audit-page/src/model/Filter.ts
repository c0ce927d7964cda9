/**
 * A filter: terms that the postings of a view must meet, such as `action:A10102` or `decision:2026/1`.
 *
 * Terms of one kind are alternatives, and every kind must be met. The filtered ledger is folded by core from the postings
 * that pass, so that each view computes its totals in the same way as without a filter.
 */
import { type BudgetLine, Diff, Ledger, type Structure } from "@grootboek/core"
import * as Result from "effect/Result"

/** What a term can be about, in the order in which the page offers it. */
export const kinds = [
  "action",
  "account",
  "policyItem",
  "sector",
  "direction",
  "phase",
  "decision",
  "cause",
  "reason",
  "file",
  "envelope",
] as const

export type FilterKind = (typeof kinds)[number]

/** A term: an account is met by every account that begins with it, an action by those below an objective. */
export interface FilterTerm {
  readonly kind: FilterKind
  readonly value: string
}

/** Parses the text of a term; undefined when its kind does not exist. */
export const parse = (text: string): FilterTerm | undefined => {
  const colon = text.indexOf(":")
  const kind = kinds.find((one) => one === text.slice(0, Math.max(0, colon)))
  const value = text.slice(colon + 1)
  return kind === undefined || value === "" ? undefined : { kind, value }
}

export const format = ({ kind, value }: FilterTerm): string => `${kind}:${value}`

/** A ledger in which only the postings that pass a filter count, and how many pass. */
export interface FilteredLedger {
  readonly ledger: Ledger.Ledger
  readonly postings: number
}

/** Returns the filtered ledger; without terms, the ledger itself. */
export const apply = (ledger: Ledger.Ledger, terms: ReadonlyArray<FilterTerm>): FilteredLedger => {
  if (terms.length === 0) return { ledger, postings: ledger.columns.postings }
  const isKept = test(ledger, terms)
  let postings = 0
  const filtered = Ledger.keeping(ledger, (posting, entry) => {
    const passes = isKept(posting, entry)
    if (passes) postings += 1
    return passes
  })
  return { ledger: filtered, postings }
}

/** Returns the test of postings that a filter makes. */
export const test = (
  ledger: Ledger.Ledger,
  terms: ReadonlyArray<FilterTerm>,
): ((posting: number, entry: number) => boolean) => {
  const { columns } = ledger
  const { goals = new Map() } = Ledger.planAt(ledger)?.structure ?? {}
  const ofKind = valuesOf(terms)
  const byPlace = placeKinds
    .map((kind) => [kind, ofKind(kind)] as const)
    .filter(([, values]) => values.length > 0)
  const places = columns.places.map((place) =>
    byPlace.every(([kind, values]) => values.some((value) => isAt(place, { kind, value }, goals))),
  )
  const entryPasses = entryTest(ledger, terms)
  const [causes, reasons] = [ofKind("cause"), ofKind("reason")]
  let known = 0
  let isEntry = false
  const reasonPasses = (posting: number, entry: number): boolean => {
    const { kind, text } = Diff.kindOf(ledger, entry, posting - columns.endOf(entry - 1))
    return (
      (causes.length === 0 || causes.includes(kind)) && (reasons.length === 0 || reasons.includes(text ?? ""))
    )
  }
  return (posting, entry) => {
    if (entry !== known) {
      known = entry
      isEntry = entryPasses(entry)
    }
    return (
      isEntry &&
      places[columns.cellPlaces[columns.cellOfPosting(posting)] ?? 0] === true &&
      (causes.length + reasons.length === 0 || reasonPasses(posting, entry))
    )
  }
}

/** Returns the test of entries that the terms about decisions and files make. */
export const entryTest = (
  ledger: Ledger.Ledger,
  terms: ReadonlyArray<FilterTerm>,
): ((entry: number) => boolean) => {
  const ofKind = valuesOf(terms)
  const ranges = ofKind("decision").map((label) => rangeOf(ledger, label))
  const files = ofKind("file")
  return (entry) =>
    (ranges.length === 0 || ranges.some(({ after, until }) => entry > after && entry <= until)) &&
    (files.length === 0 || files.includes(ledger.traces.sourceAt(entry)?.name ?? ""))
}

/** Returns the entries of which at least one posting passes. */
export const entries = (ledger: Ledger.Ledger, terms: ReadonlyArray<FilterTerm>): ReadonlySet<number> => {
  const isKept = test(ledger, terms)
  const out = new Set<number>()
  for (let entry = 1; entry <= ledger.columns.entries; entry++) {
    const end = ledger.columns.endOf(entry)
    for (let posting = ledger.columns.endOf(entry - 1); posting < end; posting++)
      if (isKept(posting, entry)) {
        out.add(entry)
        break
      }
  }
  return out
}

const valuesOf =
  (terms: ReadonlyArray<FilterTerm>) =>
  (kind: FilterKind): ReadonlyArray<string> =>
    terms.filter((term) => term.kind === kind).map(({ value }) => value)

const placeKinds = ["action", "account", "policyItem", "sector", "direction", "phase", "envelope"] as const

type PlaceTerm = FilterTerm & { readonly kind: (typeof placeKinds)[number] }

const isAt = (
  place: BudgetLine.Place,
  { kind, value }: PlaceTerm,
  goals: Structure.Structure["goals"],
): boolean => {
  switch (kind) {
    case "account":
      return place.account.startsWith(value)
    case "action":
      return isBelow(goals, place.action, value)
    case "policyItem":
    case "sector":
    case "direction":
    case "phase":
    case "envelope":
      return place[kind] === value
  }
}

/** Returns whether an action or objective is another, or is below it. */
export const isBelow = (
  goals: Structure.Structure["goals"],
  action: string | undefined,
  code: string,
): boolean => {
  let goal = action
  // The tree has four levels; a longer chain would be a loop.
  for (let level = 0; goal !== undefined && level < 5; level++) {
    if (goal === code) return true
    goal = goals.get(goal)?.parent
  }
  return false
}

/** Returns the entries of a decision: the adjustment and what follows from it by rule; none when there is no such decision. */
const rangeOf = (
  ledger: Ledger.Ledger,
  label: string,
): { readonly after: number; readonly until: number } => {
  const version = Ledger.planAt(ledger)?.versions.find((one) => one.label === label)
  const until = Ledger.moment(ledger, `decision:${label}`)
  if (version === undefined || Result.isFailure(until)) return { after: 0, until: 0 }
  return { after: version.position - 1, until: until.success }
}
