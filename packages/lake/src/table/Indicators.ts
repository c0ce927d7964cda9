/**
 * The tables `indicators` and `measurements`. The last row of a key counts: of an indicator and the year of its target, or of
 * an indicator, day and part.
 */
import type { Indicator, Register } from "@grootboek/core"
import { type LakeGrowth, planChanges } from "./LakeGrowth.ts"
import * as LakeTable from "./LakeTable.ts"

/** What an entry declared anew. */
interface DeclaredFact<Fact> {
  readonly entry: number
  readonly fact: Fact
}

/** Returns the new indicators and targets. A row without a target year states the indicator itself. */
export const indicators = (growth: LakeGrowth): LakeTable.LakeTable => {
  const stated = declared(growth, ({ indicators }) => indicators)
  const targets = declared(growth, ({ targets }) => targets)
  const rows = [
    ...stated.map(({ entry, fact }) => ({ entry, code: fact.code, stated: fact, target: none })),
    ...targets.map(({ entry, fact }) => ({ entry, code: fact.indicator, stated: nothing, target: fact })),
  ].sort((a, b) => a.entry - b.entry)
  return LakeTable.of("indicators", rows.length, {
    ledger: LakeTable.texts(rows, () => growth.name),
    entry: LakeTable.ints(rows, ({ entry }) => entry),
    indicator: LakeTable.texts(rows, ({ code }) => code),
    goal: LakeTable.texts(rows, ({ stated }) => stated.goal),
    name: LakeTable.texts(rows, ({ stated }) => stated.name),
    kind: LakeTable.texts(rows, ({ stated }) => stated.kind),
    unit: LakeTable.texts(rows, ({ stated }) => stated.unit),
    per: LakeTable.texts(rows, ({ stated }) => stated.per),
    every: LakeTable.texts(rows, ({ stated }) => stated.every),
    total: LakeTable.texts(rows, ({ stated }) => stated.total),
    target_year: LakeTable.ints(rows, ({ target }) => target.year),
    aim: LakeTable.texts(rows, ({ target }) => target.aim),
    target: LakeTable.texts(rows, ({ target }) => target.value),
    margin: LakeTable.texts(rows, ({ target }) => target.margin),
    target_day: LakeTable.texts(rows, ({ target }) => target.by),
    target_text: LakeTable.texts(rows, ({ target }) => target.text),
  })
}

export const measurements = (growth: LakeGrowth): LakeTable.LakeTable => {
  const rows = declared(growth, ({ measurements }) => measurements)
  return LakeTable.of("measurements", rows.length, {
    ledger: LakeTable.texts(rows, () => growth.name),
    entry: LakeTable.ints(rows, ({ entry }) => entry),
    indicator: LakeTable.texts(rows, ({ fact }) => fact.indicator),
    day: LakeTable.texts(rows, ({ fact }) => fact.on),
    part: LakeTable.texts(rows, ({ fact }) => fact.part),
    value: LakeTable.texts(rows, ({ fact }) => fact.value),
    text: LakeTable.texts(rows, ({ fact }) => fact.text),
  })
}

const nothing: Partial<Indicator.Indicator> = {}
const none: Partial<Indicator.IndicatorTarget> = {}

/** Returns the facts of a list of the register that entries after the last export declared anew, in order. */
const declared = <Fact>(
  growth: LakeGrowth,
  list: (register: Register.Register) => ReadonlyMap<string, Fact>,
): ReadonlyArray<DeclaredFact<Fact>> =>
  planChanges(growth).flatMap(({ position, plan, before }) => {
    if (position <= growth.after) return []
    const facts = list(plan.structure.register)
    const known = before === undefined ? undefined : list(before.structure.register)
    if (facts === known) return []
    return [...facts].flatMap(([key, fact]) => (known?.get(key) === fact ? [] : [{ entry: position, fact }]))
  })
