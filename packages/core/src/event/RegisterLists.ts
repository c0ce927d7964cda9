/** The lists that a declaration of the register may have, and what is in them. */
import * as Schema from "effect/Schema"
import { Code, Text } from "../value/BudgetLine.ts"
import type { DeclaredKind } from "../value/Refusal.ts"
import { Day } from "../value/Year.ts"
import { Fact, FactRow, factKey, factRowKey } from "./Fact.ts"
import { Indicator, IndicatorTarget, Measurement, measurementKey, targetKey } from "./Indicator.ts"
import { Pledge } from "./Pledge.ts"
import { ChapterText, chapterKey, GoalText, HeadingFact } from "./PolicyText.ts"

/** A member (deelgenoot) of an association. */
export const Member = Schema.Struct({ code: Code, name: Code }).annotate({ identifier: "Member" })

/** See {@link Member:var}. */
export type Member = typeof Member.Type

/**
 * A condition (voorwaarde) for spending: "only with enough outside funding". It may name the nodes of the objectives tree that
 * depend on it, also when the plan has no amount for them ("te financieren").
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
