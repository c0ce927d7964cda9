/**
 * The register of a local authority: members, conditions, envelopes, budget holders, pledges, risks, the progress
 * of its actions, tables of facts that are not money, indicators, and the texts of its policy report.
 *
 * It is declared like the structure and never posted.
 *
 * ```ts
 * const register = Register.declare(Register.empty, { members: [{ code: "M1", name: "Dorp" }] })
 * register.members.get("M1")?.name // => "Dorp"
 * Register.changes(register, { members: [{ code: "M1", name: "Dorp" }] }) // => { members: [{ code: "M1", name: "Dorp" }] }
 * Register.codes({ members: [{ code: "M1", name: "Dorp" }] })[0] // => ["member", ["M1"]]
 * Object.keys(Register.fields).includes("members") // => true
 * Schema.is(Register.Member)({ code: "M1", name: "Dorp" }) // => true
 * Schema.is(Register.Condition)({ code: "V1", name: "Subsidie toegekend" }) // => true
 * Schema.is(Register.Envelope)({ code: "E1", name: "Gebouw" }) // => true
 * Schema.is(Register.BudgetHolder)({ code: "H1", name: "Dienst Wonen", goals: ["A1"] }) // => true
 * Schema.is(Register.Pledge)({ _tag: "MinimumReserve", code: "P1", floor: "100.00", reference: "Statuten" }) // => true
 * Schema.is(Register.Risk)({ code: "R1", name: "Rente", trend: "rising" }) // => true
 * Schema.is(Register.Progress)({ goal: "A1", on: "2026-06-30", state: "onTrack" }) // => true
 * const fact = { table: "personeel", row: "VTE", year: 2026, value: "2.5" }
 * Schema.is(Register.Fact)(fact) // => true
 * plan.structure.register.facts.get(Register.factKey(fact))?.value // => "2.5"
 * const factRow = { table: "personeel", row: "VTE", origin: "stated" } as const
 * Schema.is(Register.FactRow)(factRow) // => true
 * Register.factRowKey(factRow).startsWith("personeel") // => true
 * ```
 */
import { type Fact, type FactRow, factKey, factRowKey } from "./Fact.ts"
import {
  type Indicator,
  type IndicatorTarget,
  type Measurement,
  measurementKey,
  targetKey,
} from "./Indicator.ts"
import type { Pledge } from "./Pledge.ts"
import {
  type ChapterText,
  chapterKey,
  type GoalText,
  type HeadingFact,
  type HeadingName,
} from "./PolicyText.ts"
import type { BudgetHolder, Condition, Envelope, Lists, Member, Progress, Risk } from "./RegisterLists.ts"

export { Fact, FactRow, factKey, factRowKey } from "./Fact.ts"
export { Pledge } from "./Pledge.ts"
export {
  BudgetHolder,
  Condition,
  codes,
  Envelope,
  fields,
  type Lists,
  Member,
  Progress,
  Risk,
} from "./RegisterLists.ts"

/** The register at one moment, by code. A later declaration of a code replaces its facts. */
export interface Register {
  readonly members: ReadonlyMap<string, Member>
  readonly conditions: ReadonlyMap<string, Condition>
  readonly envelopes: ReadonlyMap<string, Envelope>
  readonly budgetHolders: ReadonlyMap<string, BudgetHolder>
  readonly pledges: ReadonlyMap<string, Pledge>
  readonly risks: ReadonlyMap<string, Risk>
  /** By goal: the latest declaration. */
  readonly progress: ReadonlyMap<string, Progress>
  /** By table, row and year. */
  readonly facts: ReadonlyMap<string, Fact>
  /** By table and row. */
  readonly factRows: ReadonlyMap<string, FactRow>
  readonly indicators: ReadonlyMap<string, Indicator>
  /** By indicator and year. */
  readonly targets: ReadonlyMap<string, IndicatorTarget>
  /** By indicator, day and part. */
  readonly measurements: ReadonlyMap<string, Measurement>
  /** By goal. */
  readonly goalTexts: ReadonlyMap<string, GoalText>
  /** By chapter and number. */
  readonly chapterTexts: ReadonlyMap<string, ChapterText>
  readonly headings: ReadonlyMap<HeadingName, HeadingFact>
}

/** The empty register. */
export const empty: Register = {
  members: new Map(),
  conditions: new Map(),
  envelopes: new Map(),
  budgetHolders: new Map(),
  pledges: new Map(),
  risks: new Map(),
  progress: new Map(),
  facts: new Map(),
  factRows: new Map(),
  indicators: new Map(),
  targets: new Map(),
  measurements: new Map(),
  goalTexts: new Map(),
  chapterTexts: new Map(),
  headings: new Map(),
}

/** Returns the register after a declaration. */
export const declare = (register: Register, more: Lists): Register => ({
  members: merge(register.members, more.members, ({ code }) => code),
  conditions: merge(register.conditions, more.conditions, ({ code }) => code),
  envelopes: merge(register.envelopes, more.envelopes, ({ code }) => code),
  budgetHolders: merge(register.budgetHolders, more.budgetHolders, ({ code }) => code),
  pledges: merge(register.pledges, more.pledges, ({ code }) => code),
  risks: merge(register.risks, more.risks, ({ code }) => code),
  progress: merge(register.progress, more.progress, ({ goal }) => goal),
  facts: merge(register.facts, more.facts, factKey),
  factRows: merge(register.factRows, more.factRows, factRowKey),
  indicators: merge(register.indicators, more.indicators, ({ code }) => code),
  targets: merge(register.targets, more.targets, targetKey),
  measurements: merge(register.measurements, more.measurements, measurementKey),
  goalTexts: merge(register.goalTexts, more.goalTexts, ({ goal }) => goal),
  chapterTexts: merge(register.chapterTexts, more.chapterTexts, chapterKey),
  headings: merge(register.headings, more.headings, ({ name }) => name),
})

/** Returns a declaration without the indicators, targets, measurements and texts that are in force already. */
export const changes = <A extends Lists>(register: Register, lists: A): A => {
  const { indicators, targets, measurements, goalTexts, chapterTexts, headings } = lists
  return compact({
    ...lists,
    indicators: unlike(register.indicators, indicators, ({ code }) => code),
    targets: unlike(register.targets, targets, targetKey),
    measurements: unlike(register.measurements, measurements, measurementKey),
    goalTexts: unlike(register.goalTexts, goalTexts, ({ goal }) => goal),
    chapterTexts: unlike(register.chapterTexts, chapterTexts, chapterKey),
    headings: unlike(register.headings, headings, ({ name }) => name),
  })
}

const merge = <K extends string, A>(
  old: ReadonlyMap<K, A>,
  more: ReadonlyArray<A> | undefined,
  keyOf: (one: A) => K,
): ReadonlyMap<K, A> =>
  more === undefined || more.length === 0
    ? old
    : new Map([...old, ...more.map((one): [K, A] => [keyOf(one), one])])

const unlike = <K extends string, A extends object>(
  old: ReadonlyMap<K, A>,
  more: ReadonlyArray<A> = [],
  keyOf: (one: A) => K,
): ReadonlyArray<A> | undefined => {
  const changed = more.filter((one) => !isSame(old.get(keyOf(one)), one))
  return changed.length === 0 ? undefined : changed
}

const compact = <A extends object>(lists: A): A => {
  const kept = { ...lists }
  for (const name of Object.keys(kept) as Array<keyof A>) if (kept[name] === undefined) delete kept[name]
  return kept
}

/** Returns whether two declarations state the same, in whatever order of their fields. */
const isSame = (a: object | string | number | boolean | undefined, b: unknown): boolean => {
  if (typeof a !== "object" || typeof b !== "object" || b === null) return a === b
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))]
  return left.size === right.size && [...left].every(([name, value]) => isSame(value, right.get(name)))
}
