/**
 * Where two events differ in content, field by field.
 *
 * ```ts
 * const event = { _tag: "EstimatePosted", line: rent, amounts: { 2026: "250.00" } } as const
 * const other = { ...event, amounts: { 2026: "251.00" } }
 * ContentDifference.between(event, other) // => [{ path: ["amounts", "2026"], one: "250.00", other: "251.00" }]
 * ```
 */

import { isRecord } from "../codec/PlainRecord.ts"
import type { BudgetEvent } from "../event/BudgetEvent.ts"
import * as Content from "./Content.ts"

/** A field that differs: its path, and its value in each event as text; undefined where it is left out. */
export interface ContentDifference {
  readonly path: ReadonlyArray<string>
  readonly one: string | undefined
  readonly other: string | undefined
}

/** Returns every difference between two events, in the order of the fields. */
export const between = (one: BudgetEvent, other: BudgetEvent): ReadonlyArray<ContentDifference> => {
  const [a, b] = [one, other].map((event): unknown =>
    Content.of(event._tag === "PlanAdjusted" ? Content.withoutRows(event) : event),
  )
  return differences(a, b, [])
}

const differences = (
  one: unknown,
  other: unknown,
  path: ReadonlyArray<string>,
): ReadonlyArray<ContentDifference> => {
  if (isRecord(one) && isRecord(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)])
    return [...keys].flatMap((key) => differences(one[key], other[key], [...path, key]))
  }
  const [a, b] = [textOf(one), textOf(other)]
  return a === b ? [] : [{ path, one: a, other: b }]
}

const textOf = (value: unknown): string | undefined =>
  value === undefined ? undefined : typeof value === "string" ? value : JSON.stringify(value)
