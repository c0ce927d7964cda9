/**
 * What changed between two moments besides the amounts: indicators, targets, and the texts of the policy report.
 *
 * ```ts
 * const plans = [1, 2].map((at) => Result.getOrThrow(Ledger.requirePlan(ledger, at)))
 * const [from, to] = plans
 * const changes = from && to && DeclaredChange.between(ledger, { from, to })
 * const [change] = changes ?? []
 * change && [change.list, change.code, change.field, change.new] // => ["indicators", "I1", "goal", "A1"]
 * DeclaredChange.declared(entry.event) // => {}
 * ```
 */
import type { BudgetEvent } from "../event/BudgetEvent.ts"
import * as Register from "../event/Register.ts"
import type { Declarations } from "../event/Structure.ts"
import type * as Ledger from "../ledger/Ledger.ts"
import type { Plan } from "../rule/Plan.ts"

/** A list of declarations whose changes are shown. */
export type ChangedList = "indicators" | "targets" | "goalTexts" | "chapterTexts" | "headings"

/** One field that changed; undefined where it was not declared. */
export interface DeclaredChange {
  readonly list: ChangedList
  /** The indicator, the objective or action, the chapter, or the name of a fact of the heading. */
  readonly code: string
  /** The year of a target, or the number of a paragraph. */
  readonly number: number | undefined
  readonly field: string
  readonly old: string | undefined
  readonly new: string | undefined
  /** The last entry in between that declared it. */
  readonly entry: number
}

/** Two moments, in either order. */
export interface Moments {
  readonly from: { readonly position: number; readonly plan: Plan }
  readonly to: { readonly position: number; readonly plan: Plan }
}

/** Returns the fields that changed, in the order of their lists and codes. */
export const between = (ledger: Ledger.Ledger, { from, to }: Moments): ReadonlyArray<DeclaredChange> => {
  if (from.plan.structure.register === to.plan.structure.register) return []
  const entries = entriesBetween(ledger, from.position, to.position)
  return lists.flatMap((list) => {
    const [old, now]: ReadonlyArray<ReadonlyMap<string, object>> = [
      from.plan.structure.register[list],
      to.plan.structure.register[list],
    ]
    if (old === undefined || now === undefined || old === now) return []
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
      const [code = "", number] = key.split("\u001f")
      const [before, after] = [from, to].map(({ plan }) => inForce(plan.structure.register, list, key))
      return fieldsOf(list, before, after).map((field) => ({
        list,
        code,
        number: number === undefined ? undefined : Number(number),
        ...field,
        entry: entries.get(`${list} ${key}`) ?? to.position,
      }))
    })
  })
}

// A target holds from its year until another follows: a new one replaces the one before it in that year.
const inForce = (register: Register.Register, list: ChangedList, key: string): object | undefined => {
  const declarations: ReadonlyMap<string, object> = register[list]
  const own = declarations.get(key)
  if (own !== undefined || list !== "targets") return own
  const [indicator, year] = key.split("\u001f")
  return [...register.targets.values()]
    .filter((target) => target.indicator === indicator && target.year < Number(year))
    .toSorted((one, other) => one.year - other.year)
    .at(-1)
}

/** Returns what an event declares besides the amounts; nothing for an event that only moves amounts. */
export const declared = (event: BudgetEvent): Declarations => {
  if (event._tag === "StructureDeclared") return event.declarations
  return event._tag === "PlanAdjusted" ? (event.structure ?? {}) : {}
}

const lists: ReadonlyArray<ChangedList> = ["indicators", "targets", "goalTexts", "chapterTexts", "headings"]

const fieldsOf = (
  list: ChangedList,
  old: object | undefined,
  now: object | undefined,
): ReadonlyArray<Pick<DeclaredChange, "field" | "old" | "new">> => {
  if (old === now) return []
  const [before, after] = [flat(old), flat(now)]
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((field) => !identifying[list].includes(field) && before.get(field) !== after.get(field))
    .map((field) => ({ field, old: before.get(field), new: after.get(field) }))
}

/** The fields that identify a declaration of each list. */
const identifying: Readonly<Record<ChangedList, ReadonlyArray<string>>> = {
  indicators: ["code"],
  targets: ["indicator", "year"],
  goalTexts: ["goal"],
  chapterTexts: ["chapter", "number"],
  headings: ["name"],
}

/** Returns the fields of a declaration as texts; `term.until` for a field within one. */
const flat = (one: object = {}, above = ""): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(one).flatMap(([name, value]: readonly [string, unknown]) =>
      typeof value === "object" && value !== null
        ? [...flat(value, `${name}.`)]
        : [[above + name, String(value)] as const],
    ),
  )

const entriesBetween = (ledger: Ledger.Ledger, from: number, to: number): ReadonlyMap<string, number> => {
  const entries = new Map<string, number>()
  const [first, last] = from <= to ? [from, to] : [to, from]
  for (const [position, event] of ledger.traces.events) {
    if (position <= first || position > last) continue
    const found = declared(event)
    for (const list of lists) for (const key of keysOf(found, list)) entries.set(`${list} ${key}`, position)
  }
  return entries
}

const keysOf = (declared: Declarations, list: ChangedList): Iterable<string> => {
  const one: Declarations = { [list]: declared[list] ?? [] }
  return Register.declare(Register.empty, one)[list].keys()
}
