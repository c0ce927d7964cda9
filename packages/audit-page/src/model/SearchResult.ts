/** What can be found in a ledger by its text: rows of forms, codes, indicators, decisions, causes, reasons and files. */
import { Address, Diff, type FormId, formIds, forms, Ledger } from "@grootboek/core"
import { ShownStatement } from "@grootboek/core/answer"
import type { FilterKind } from "./Filter.ts"

/** The groups of results, in the order in which they are listed. */
export const groups = ["cell", "code", "indicator", "decision", "reason", "file", "entry"] as const

export type SearchGroup = (typeof groups)[number]

/** What a result leads to. */
export type SearchTarget =
  | { readonly to: "cell"; readonly form: FormId; readonly row: string; readonly year: number }
  | { readonly to: "filter"; readonly kind: FilterKind; readonly value: string }
  | { readonly to: "entry"; readonly entry: number }
  | { readonly to: "indicator"; readonly code: string }

/** A result: a code or address, its name, and what it leads to. */
export interface SearchResult {
  readonly group: SearchGroup
  readonly code: string
  readonly name: string
  readonly target: SearchTarget
}

/** The names of the kinds of causes, in the language of the reader. */
export type CauseNames = Readonly<Partial<Record<Diff.CauseKind, string>>>

/** Returns all results of a ledger; none before a plan is adopted. */
export const list = (ledger: Ledger.Ledger, names: CauseNames): ReadonlyArray<SearchResult> =>
  Ledger.planAt(ledger) === undefined
    ? []
    : [
        ...rows(ledger),
        ...codes(ledger),
        ...indicators(ledger),
        ...decisions(ledger),
        ...causes(ledger, names),
        ...reasons(ledger),
        ...files(ledger),
      ]

const rows = (ledger: Ledger.Ledger): ReadonlyArray<SearchResult> => {
  const plan = Ledger.planAt(ledger)
  if (plan === undefined) return []
  return formIds.flatMap((form) => {
    const layout = Ledger.layout(ledger, form, plan)
    const isCoded = forms[form].kind === "fixed"
    const year = ShownStatement.isOfAccounts(form) ? ShownStatement.yearOf(plan) : plan.years.first
    return layout.rows
      .filter(({ shown }) => shown !== "never")
      .map(
        (row): SearchResult => ({
          group: "cell",
          code: `${form} ${isCoded ? row.code : Address.format(row)}`,
          name: isCoded && row.section !== "" ? `${row.label} · ${row.section}` : row.label,
          target: { to: "cell", form, row: Address.format(row), year },
        }),
      )
  })
}

/** Returns a result that leads to a filter. */
const filter = (
  { group, code, name }: Omit<SearchResult, "target">,
  kind: FilterKind,
  value: string,
): SearchResult => ({ group, code, name, target: { to: "filter", kind, value } })

const codes = (ledger: Ledger.Ledger): ReadonlyArray<SearchResult> => {
  const { structure } = Ledger.planAt(ledger) ?? {}
  const { places } = ledger.columns
  const used = (read: (place: (typeof places)[number]) => string | undefined): ReadonlyArray<string> =>
    [...new Set(places.map(read))].filter((code) => code !== undefined).toSorted()
  const result = (kind: FilterKind, code: string, name: string): SearchResult =>
    filter({ group: "code", code, name }, kind, code)
  const titles = [...(structure?.accounts ?? [])]
  const accountName = (account: string): string =>
    titles
      .filter(([prefix]) => account.startsWith(prefix.slice(1)))
      .toSorted(([a], [b]) => b.length - a.length)
      .map(([, rule]) => rule.title ?? rule.description ?? "")[0] ?? ""
  return [
    ...[...(structure?.goals.values() ?? [])].map(({ code, name }) => result("action", code, name)),
    ...[...(structure?.policyItems.values() ?? [])].map(({ code, name }) => result("policyItem", code, name)),
    ...[...(structure?.sectors.values() ?? [])].map(({ code, counterparty }) =>
      result("sector", code, counterparty),
    ),
    ...used(({ account }) => account).map((account) => result("account", account, accountName(account))),
    ...used(({ envelope }) => envelope).map((envelope) => result("envelope", envelope, "")),
  ]
}

const indicators = (ledger: Ledger.Ledger): ReadonlyArray<SearchResult> =>
  [...(Ledger.planAt(ledger)?.structure.register.indicators.values() ?? [])].map(({ code, name, goal }) => ({
    group: "indicator",
    code,
    name: `${name} · ${goal}`,
    target: { to: "indicator", code },
  }))

const decisions = (ledger: Ledger.Ledger): ReadonlyArray<SearchResult> =>
  (Ledger.planAt(ledger)?.versions ?? []).map(({ label, position }) => {
    const event = ledger.traces.events.get(position)
    const resolution = event !== undefined && "resolution" in event ? event.resolution : undefined
    const motivation = event?._tag === "PlanAdjusted" ? event.motivation : undefined
    const name = [resolution?.body, resolution?.date, resolution?.reference, motivation]
      .filter((part) => part !== undefined)
      .join(" · ")
    return filter({ group: "decision", code: label, name }, "decision", label)
  })

const causes = (ledger: Ledger.Ledger, names: CauseNames): ReadonlyArray<SearchResult> => {
  const found = new Set<Diff.CauseKind>()
  for (let entry = 1; entry <= Ledger.position(ledger); entry++) {
    const count = ledger.traces.events.has(entry)
      ? ledger.columns.endOf(entry) - ledger.columns.endOf(entry - 1)
      : 1
    for (let turn = 0; turn < count; turn++) found.add(Diff.kindOf(ledger, entry, turn).kind)
  }
  return [...found].map((kind) =>
    filter({ group: "reason", code: "", name: names[kind] ?? kind }, "cause", kind),
  )
}

const reasons = (ledger: Ledger.Ledger): ReadonlyArray<SearchResult> => {
  const found = new Set<string>()
  for (const [entry, event] of ledger.traces.events) {
    if (event._tag !== "PlanAdjusted") continue
    const count = ledger.columns.endOf(entry) - ledger.columns.endOf(entry - 1)
    for (let turn = 0; turn < count; turn++) {
      const { text } = Diff.kindOf(ledger, entry, turn)
      if (text !== undefined) found.add(text)
    }
  }
  return [...found].map((text) => filter({ group: "reason", code: "", name: text }, "reason", text))
}

const files = (ledger: Ledger.Ledger): ReadonlyArray<SearchResult> => {
  const names = ledger.traces
    .firstOfSources()
    .map((position) => ledger.traces.sourceAt(position)?.name)
    .filter((name) => name !== undefined)
  return [...new Set(names)].map((name) => filter({ group: "file", code: name, name: "" }, "file", name))
}
