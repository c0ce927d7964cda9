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
import * as Schema from "effect/Schema"
import { Amount } from "../value/Amount.ts"
import { Account, Code, Text } from "../value/BudgetLine.ts"
import { Percent, Quantity } from "../value/Quantity.ts"
import type { DeclaredKind } from "../value/Refusal.ts"
import { Day, Year } from "../value/Year.ts"
import { Indicator, IndicatorTarget, Measurement, measurementKey, targetKey } from "./Indicator.ts"
import { ChapterText, chapterKey, GoalText, HeadingFact, type HeadingName } from "./PolicyText.ts"

/** A member (deelgenoot) of an association. */
export const Member = Schema.Struct({ code: Code, name: Code }).annotate({ identifier: "Member" })

/** See {@link Member:var}. */
export type Member = typeof Member.Type

/**
 * A condition (voorwaarde) for spending: "only with enough outside funding". It may name nodes of the objectives tree that wait
 * for it, also when the plan has no amount for them ("te financieren").
 */
export const Condition = Schema.Struct({
  code: Code,
  name: Code,
  text: Schema.optionalKey(Text),
  goals: Schema.optionalKey(Schema.Array(Code)),
}).annotate({ identifier: "Condition" })

/** See {@link Condition:var}. */
export type Condition = typeof Condition.Type

/** An investment envelope (investeringsenveloppe) by name; lines name it by code. */
export const Envelope = Schema.Struct({ code: Code, name: Code }).annotate({ identifier: "Envelope" })

/** See {@link Envelope:var}. */
export type Envelope = typeof Envelope.Type

/**
 * A budget holder (budgethouder): a function or team, never a person, and the nodes of the objectives tree it is
 * responsible for.
 */
export const BudgetHolder = Schema.Struct({ code: Code, name: Code, goals: Schema.Array(Code) }).annotate({
  identifier: "BudgetHolder",
})

/** See {@link BudgetHolder:var}. */
export type BudgetHolder = typeof BudgetHolder.Type

// The nodes that a norm is read without.
const reach = { without: Schema.optionalKey(Schema.Array(Code)) }

/** A pledge (verbintenis; in files engagement): a norm that a local authority sets itself, with its reference. */
export const Pledge = Schema.TaggedUnion({
  /** The self-financing margin (autofinancieringsmarge) of one year is positive or zero. */
  PositiveMargin: { code: Code, year: Year, reference: Text, ...reach },
  /** The reserve covers the social liability (sociaal passief): a percentage of the yearly wage cost. */
  SocialLiability: {
    code: Code,
    percent: Percent,
    accounts: Schema.Array(Account),
    reference: Text,
    ...reach,
  },
  /** The reserve never falls below a floor (minimumreserve). */
  MinimumReserve: { code: Code, floor: Amount, reference: Text, ...reach },
  /** The second pension pillar (tweede pensioenpijler) is budgeted: a percentage of gross wages and a fixed cost a year. */
  SecondPillar: {
    code: Code,
    percent: Percent,
    fixed: Amount,
    /** The table and row of facts that hold the gross wages. */
    wages: Schema.Struct({ table: Code, row: Code }),
    accounts: Schema.Array(Account),
    reference: Text,
    ...reach,
  },
  /**
   * Every action that is financed by subsidies is budget neutral (budgetneutraal), within a tolerance; or the named nodes are,
   * together. `over` a plan, the years count together. `atLeast` allows a surplus. An action of named nodes is not checked alone.
   */
  BudgetNeutrality: {
    code: Code,
    tolerance: Amount,
    reference: Text,
    goals: Schema.optionalKey(Schema.Array(Code)),
    over: Schema.optionalKey(Schema.Literals(["year", "plan"])),
    bound: Schema.optionalKey(Schema.Literals(["exact", "atLeast"])),
    ...reach,
  },
}).annotate({ identifier: "Pledge" })

/** See {@link Pledge:var}. */
export type Pledge = typeof Pledge.Type

/** A risk (financieel risico) and its trend. */
export const Risk = Schema.Struct({
  code: Code,
  name: Code,
  trend: Schema.Literals(["rising", "stable", "falling"]),
  text: Schema.optionalKey(Text),
}).annotate({ identifier: "Risk" })

/** See {@link Risk:var}. */
export type Risk = typeof Risk.Type

/** The progress of a node of the objectives tree (stand van de doelstelling) on a day. */
export const Progress = Schema.Struct({
  goal: Code,
  on: Day,
  state: Schema.Literals(["notStarted", "onTrack", "delayed", "done", "stopped"]),
  text: Schema.optionalKey(Text),
}).annotate({ identifier: "Progress" })

/** See {@link Progress:var}. */
export type Progress = typeof Progress.Type

/** A fact that is not money (staff of a level, gross wages): a row of a table, in a year. */
export const Fact = Schema.Struct({ table: Code, row: Code, year: Year, value: Quantity }).annotate({
  identifier: "Fact",
})

/** See {@link Fact:var}. */
export type Fact = typeof Fact.Type

/** A row of a table of facts, also one without figures, and whether its figures are stated by the plan or derived from it. */
export const FactRow = Schema.Struct({
  table: Code,
  row: Code,
  origin: Schema.optionalKey(Schema.Literals(["stated", "derived"])),
  text: Schema.optionalKey(Text),
}).annotate({ identifier: "FactRow" })

/** See {@link FactRow:var}. */
export type FactRow = typeof FactRow.Type

/** The lists of a declaration, in its JSON form; each may be left out. */
export const fields = {
  members: Schema.optionalKey(Schema.Array(Member)),
  conditions: Schema.optionalKey(Schema.Array(Condition)),
  envelopes: Schema.optionalKey(Schema.Array(Envelope)),
  budgetHolders: Schema.optionalKey(Schema.Array(BudgetHolder)),
  pledges: Schema.optionalKey(Schema.Array(Pledge)),
  risks: Schema.optionalKey(Schema.Array(Risk)),
  progress: Schema.optionalKey(Schema.Array(Progress)),
  facts: Schema.optionalKey(Schema.Array(Fact)),
  factRows: Schema.optionalKey(Schema.Array(FactRow)),
  indicators: Schema.optionalKey(Schema.Array(Indicator)),
  targets: Schema.optionalKey(Schema.Array(IndicatorTarget)),
  measurements: Schema.optionalKey(Schema.Array(Measurement)),
  goalTexts: Schema.optionalKey(Schema.Array(GoalText)),
  chapterTexts: Schema.optionalKey(Schema.Array(ChapterText)),
  headings: Schema.optionalKey(Schema.Array(HeadingFact)),
} as const

const Lists = Schema.Struct(fields)

/** The lists of a declaration. */
export type Lists = typeof Lists.Type

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

/** Returns the key of a fact. */
export const factKey = ({ table, row, year }: Omit<Fact, "value">): string =>
  `${table}\u001f${row}\u001f${year}`

/** Returns the key of a row of facts. */
export const factRowKey = ({ table, row }: Pick<FactRow, "table" | "row">): string => `${table}\u001f${row}`

/** Returns the codes of each list of a declaration as `[what, codes]`, to check for duplicates. */
export const codes = (lists: Lists): ReadonlyArray<readonly [DeclaredKind, ReadonlyArray<string>]> => [
  ["member", (lists.members ?? []).map(({ code }) => code)],
  ["condition", (lists.conditions ?? []).map(({ code }) => code)],
  ["envelope", (lists.envelopes ?? []).map(({ code }) => code)],
  ["budgetHolder", (lists.budgetHolders ?? []).map(({ code }) => code)],
  ["pledge", (lists.pledges ?? []).map(({ code }) => code)],
  ["risk", (lists.risks ?? []).map(({ code }) => code)],
  ["progress", (lists.progress ?? []).map(({ goal }) => goal)],
  ["fact", (lists.facts ?? []).map((fact) => shown(factKey(fact)))],
  ["factRow", (lists.factRows ?? []).map((row) => shown(factRowKey(row)))],
  ["indicator", (lists.indicators ?? []).map(({ code }) => code)],
  ["target", (lists.targets ?? []).map((target) => shown(targetKey(target)))],
  ["measurement", (lists.measurements ?? []).map((one) => shown(measurementKey(one)))],
  ["goalText", (lists.goalTexts ?? []).map(({ goal }) => goal)],
  ["chapterText", (lists.chapterTexts ?? []).map((text) => shown(chapterKey(text)))],
  ["heading", (lists.headings ?? []).map(({ name }) => name)],
]

const shown = (key: string): string => key.replaceAll("\u001f", " · ")

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
const isSame = (a: unknown, b: unknown): boolean => {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))]
  return left.size === right.size && [...left].every(([name, value]) => isSame(value, right.get(name)))
}
