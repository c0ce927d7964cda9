/**
 * What counts as content: the canonical bytes of a value whose texts have their normal spelling.
 *
 * ```ts
 * const event = { _tag: "EstimatePosted", line: rent, amounts: { 2026: "250.00" } } as const
 * Content.isSame(event, { ...event, line: { ...rent, policyItem: "0102" } }) // => false
 * new TextDecoder().decode(Content.ofEvent(event)).includes("EstimatePosted") // => true
 * Content.of({ text: "e\u0301" }) // => { text: "é" }
 * new TextDecoder().decode(Content.bytes({ b: 1, a: 2 })) // => "{\"a\":2,\"b\":1}"
 * const change = { line: rent, amounts: { 2026: "-50.00" }, row: 12 }
 * const adjusted = { _tag: "PlanAdjusted", plan: "2026/2", creditYears: [], changes: [change] } as const
 * Content.withoutRows(adjusted).changes[0]?.row // => undefined
 * ```
 */
import * as Result from "effect/Result"
import * as Canonical from "../codec/Canonical.ts"
import * as History from "../codec/History.ts"
import * as PreparedEvent from "../codec/PreparedEvent.ts"
import type { BudgetEvent, Of } from "../event/BudgetEvent.ts"
import * as Spelling from "../value/Spelling.ts"
import { decoder } from "../value/Utf8.ts"

/** Returns a value with every text in its normal spelling, or as another function spells it. */
export const of = (value: unknown, spell: (text: string) => string = Spelling.normal): unknown => {
  if (typeof value === "string") return spell(value)
  if (Array.isArray(value)) return value.map((member) => of(member, spell))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, of(member, spell)]))
}

/** Returns the canonical bytes of a value with normalised texts. */
export const bytes = (value: unknown): Uint8Array => normalised(Canonical.bytes(value))

/** Like {@link bytes}, for an event. The rows of an adjustment are left out: a blank line in a file is not a change. */
export const ofEvent = (event: BudgetEvent): Uint8Array => {
  const known = event._tag === "PlanAdjusted" ? undefined : PreparedEvent.of(event)
  if (known !== undefined) return normalised(known.bytes)
  const content = event._tag === "PlanAdjusted" ? withoutRows(event) : event
  return normalised(Result.getOrElse(History.write(content), () => Canonical.bytes(content)))
}

/** Returns whether two events have the same content. */
export const isSame = (one: BudgetEvent, other: BudgetEvent): boolean => {
  const [a, b] = [ofEvent(one), ofEvent(other)]
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}

/** Returns an adjustment without the lines of its changes in their file. */
export const withoutRows = (adjusted: Of<"PlanAdjusted">): Of<"PlanAdjusted"> => ({
  ...adjusted,
  changes: adjusted.changes.map(({ row: _, ...change }) => change),
})

const normalised = (canonical: Uint8Array): Uint8Array => {
  if (isPlain(canonical)) return canonical
  const json = decoder.decode(canonical)
  if (Spelling.isNormal(json)) return canonical
  return Canonical.bytes(of(JSON.parse(json)))
}

// Canonical JSON has blanks only inside texts. Returns false when a text may have another spelling.
const isPlain = (canonical: Uint8Array): boolean => {
  let before = 0
  for (let at = 0; at < canonical.length; at++) {
    const byte = canonical[at] as number
    if (byte > 0x7e || byte === backslash) return false
    if (byte === space && (before === space || before === quote)) return false
    if (byte === quote && before === space) return false
    before = byte
  }
  return true
}

const [space, quote, backslash] = [0x20, 0x22, 0x5c]
