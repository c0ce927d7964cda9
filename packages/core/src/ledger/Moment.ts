/**
 * A moment of a journal, written as text: it names a prefix of the journal by a version of the plan, a decision, a position
 * or a time.
 *
 * ```ts
 * const timeline = { last: 9, versions: plan.versions, decidedAt: () => 7, positionAt: () => 8 }
 * Result.getOrThrow(Moment.parse(timeline, "position:3")) // => 3
 * Result.isFailure(Moment.parse(timeline, "yesterday")) // => true
 * Result.isFailure(Moment.check(timeline, 10)) // => true
 * ```
 */
import * as Result from "effect/Result"
import type { Version } from "../rule/Plan.ts"
import { isDay } from "../value/Calendar.ts"
import type { Refusal } from "../value/Refusal.ts"

/** What the text of a moment is resolved against. */
export interface Timeline {
  /** The last position of the journal. */
  readonly last: number
  readonly versions: ReadonlyArray<Version>
  /** The last position of the decision that made a version. */
  readonly decidedAt: (version: Version) => number
  /** The last position recorded at or before a time; 0 if there is none. */
  readonly positionAt: (time: string) => number
}

/**
 * Parses a moment and returns its position. `plan:2026/1` ends before the entry that makes the next version.
 * `decision:2026/1` is the adjustment with what follows from it by rule, or the first plan before anything is realised.
 * A moment that the journal does not have is an error, never an empty answer.
 *
 * @param text - `plan:2026/1`, `decision:2026/1`, `position:123` or `time:2026-06-30T12:00:00Z`
 */
export const parse = (timeline: Timeline, text: string): Result.Result<number, Refusal> => {
  const [, kind = "", value = ""] = /^(plan|decision|position|time):(.+)$/u.exec(text) ?? []
  const position = parsers.get(kind)?.(timeline, value)
  return position === undefined ? Result.fail(unknown(timeline, text)) : Result.succeed(position)
}

/** Checks that a journal has a position. */
export const check = (timeline: Timeline, position: number): Result.Result<number, Refusal> =>
  has(timeline, position) ? Result.succeed(position) : Result.fail(unknown(timeline, `position:${position}`))

const has = ({ last }: Timeline, position: number): boolean =>
  Number.isInteger(position) && position >= 1 && position <= last

type Parser = (timeline: Timeline, value: string) => number | undefined

const ofPlan: Parser = ({ versions, last }, label) => {
  const index = versions.findIndex((version) => version.label === label)
  if (index < 0) return undefined
  const next = versions[index + 1]
  return next === undefined ? last : next.position - 1
}

const ofDecision: Parser = ({ versions, decidedAt }, label) => {
  const version = versions.find((one) => one.label === label)
  return version === undefined ? undefined : decidedAt(version)
}

const ofPosition: Parser = (timeline, value) => {
  const position = /^[1-9]\d{0,14}$/.test(value) ? Number(value) : 0
  return has(timeline, position) ? position : undefined
}

const ofTime: Parser = ({ positionAt }, value) => {
  const isTime = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?$/.test(value)
  // Some engines parse 30 February as 2 March.
  if (!isTime || !isDay(value)) return undefined
  const time = Date.parse(value)
  const position = Number.isNaN(time) ? 0 : positionAt(new Date(time).toISOString())
  return position > 0 ? position : undefined
}

const parsers: ReadonlyMap<string, Parser> = new Map([
  ["plan", ofPlan],
  ["decision", ofDecision],
  ["position", ofPosition],
  ["time", ofTime],
])

const unknown = ({ versions, last }: Timeline, moment: string): Refusal => ({
  _tag: "UnknownMoment",
  moment,
  known: [
    ...(moment.startsWith("decision:") ? ["decision", "plan"] : ["plan", "decision"]).flatMap((kind) =>
      versions.map((version) => `${kind}:${version.label}`),
    ),
    ...(last > 0 ? [`position:1 … position:${last}`] : []),
  ],
})
