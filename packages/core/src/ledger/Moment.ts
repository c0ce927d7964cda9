/**
 * Three ways to name a moment, all of them prefixes of the journal: a position, a version of the plan, a record time.
 *
 * `plan:2026/0` is everything before the entry that makes the next version. A moment that nothing answers to is an
 * error, never an empty answer.
 */
import * as Result from "effect/Result"
import type { Version } from "../rule/Plan.ts"
import type { Refusal } from "../value/Refusal.ts"

/** What a moment is resolved against. */
export interface Timeline {
  /** The last position of the journal. */
  readonly last: number
  readonly versions: ReadonlyArray<Version>
  /** The last position recorded at or before a time; 0 if there is none. */
  readonly positionAt: (time: string) => number
}

/**
 * The position that a moment stands for; the last one when no moment is given.
 *
 * @param text - `plan:2026/1`, `position:123` or `time:2026-06-30T12:00:00Z`
 */
export const resolve = (timeline: Timeline, text: string | undefined): Result.Result<number, Refusal> => {
  if (text === undefined) return Result.succeed(timeline.last)
  const [, kind = "", value = ""] = /^(plan|position|time):(.+)$/u.exec(text) ?? []
  const position = readings.get(kind)?.(timeline, value)
  return position === undefined ? Result.fail(unknown(timeline, text)) : Result.succeed(position)
}

/** How the value behind each kind of moment is read. */
type Reading = (timeline: Timeline, value: string) => number | undefined

const atPlan = ({ versions, last }: Timeline, label: string): number | undefined => {
  const index = versions.findIndex((version) => version.label === label)
  if (index < 0) return undefined
  const next = versions[index + 1]
  return next === undefined ? last : next.position - 1
}

const atPosition = ({ last }: Timeline, value: string): number | undefined => {
  const position = /^[1-9]\d{0,14}$/.test(value) ? Number(value) : 0
  return position >= 1 && position <= last ? position : undefined
}

const atTime = ({ positionAt }: Timeline, value: string): number | undefined => {
  if (!/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?$/.test(value))
    return undefined
  const time = Date.parse(value)
  const position = Number.isNaN(time) ? 0 : positionAt(new Date(time).toISOString())
  return position > 0 ? position : undefined
}

const readings: ReadonlyMap<string, Reading> = new Map([
  ["plan", atPlan],
  ["position", atPosition],
  ["time", atTime],
])

const unknown = ({ versions, last }: Timeline, moment: string): Refusal => ({
  _tag: "UnknownMoment",
  moment,
  known: [
    ...versions.map((version) => `plan:${version.label}`),
    ...(last > 0 ? [`position:1 … position:${last}`] : []),
  ],
})
