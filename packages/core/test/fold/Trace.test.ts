/** Traces compared with a list of entries: time, source and kind. */
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { BudgetEvent } from "../../src/event/BudgetEvent.ts"
import { type Trace, Traces } from "../../src/fold/Trace.ts"

const closed: BudgetEvent = { _tag: "YearClosed", year: 2026 }
const earliest = Date.UTC(2026, 0, 1)

const source = fc.record(
  {
    name: fc.constantFrom("a.csv", "b.csv"),
    sha256: fc.constantFrom("a".repeat(64), "b".repeat(64)),
    line: fc.oneof(fc.nat(9), fc.constantFrom(-1, 0xffff_fffd, 0xffff_fffe, 0xffff_ffff, 2 ** 40)),
  },
  { requiredKeys: ["name", "sha256"], noNullPrototype: true },
)

/** Entries in the order of their times, many with equal times. */
const entries = fc
  .array(
    fc.record({
      wait: fc.constantFrom(0, 0, 1, 86_400_000),
      kind: fc.constantFrom("EstimatePosted" as const, "ActualRecorded" as const, "YearClosed" as const),
      source: fc.option(source, { nil: undefined }),
      event: fc.constantFrom(undefined, closed),
    }),
    { maxLength: 30 },
  )
  .map((all): ReadonlyArray<Trace> => {
    let now = earliest
    return all.map(({ wait, ...rest }) => {
      now += wait
      return { ...rest, time: new Date(now).toISOString() }
    })
  })

const filled = (all: ReadonlyArray<Trace>, traces = new Traces()): Traces => {
  for (const one of all) traces.append(one)
  return traces
}

const holds = (traces: Traces, all: ReadonlyArray<Trace>): void => {
  expect(traces.length).toBe(all.length)
  all.forEach((one, at) => {
    expect(traces.at(at + 1)).toStrictEqual(one)
    expect(traces.kindAt(at + 1)).toBe(one.kind)
    expect(traces.sourceAt(at + 1)).toStrictEqual(one.source)
  })
  for (const nowhere of [-1, 0, all.length + 1])
    expect([traces.at(nowhere), traces.kindAt(nowhere), traces.sourceAt(nowhere)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
}

describe("Traces", () => {
  test("return time, source and kind of every entry", () => {
    fc.assert(fc.property(entries, (all) => holds(filled(all), all)))
  })

  test("find the last entry recorded at or before a time", () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: -2, max: 3 }), fc.nat(3), (all, days, more) => {
        const time = new Date(earliest + days * 86_400_000 + more).toISOString()
        expect(filled(all).positionAt(time)).toBe(all.filter((one) => one.time <= time).length)
      }),
    )
  })

  test("find the first entry of each kind and file", () => {
    fc.assert(
      fc.property(entries, (stated) => {
        const all = stated.map((one, line) =>
          one.source === undefined ? one : { ...one, source: { ...one.source, line } },
        )
        const nameOf = ({ kind, source }: Trace) => `${kind} ${source?.name} ${source?.sha256}`
        const first = all.flatMap((one, at) =>
          one.source !== undefined && all.findIndex((other) => nameOf(other) === nameOf(one)) === at
            ? [at + 1]
            : [],
        )
        expect(filled(all).firstOfSources()).toEqual(first)
      }),
    )
  })

  test("are independent in a copy, and equal when made from their stored parts", () => {
    fc.assert(
      fc.property(entries, entries, (shared, more) => {
        const later = shared.at(-1)?.time ?? ""
        const behind = more.map((one) => (one.time < later ? { ...one, time: later } : one))
        const traces = filled(shared)
        const [copy, again] = [traces.copy(), new Traces(filled(shared).parts)]
        holds(filled(behind, copy), [...shared, ...behind])
        holds(filled(behind, again), [...shared, ...behind])
        holds(traces, shared)
        const straight = filled([...shared, ...behind]).parts
        for (const { times, origins } of [copy.parts, again.parts]) {
          expect(times.length).toBe(straight.times.length)
          expect(origins).toEqual(straight.origins)
        }
      }),
    )
  })

  test("store a file once per kind of entry, and a time once per run of entries", () => {
    const one = { time: "2026-01-01T00:00:00.000Z", event: undefined, kind: "EstimatePosted" } as const
    const file = { name: "a.csv", sha256: "a".repeat(64) }
    const many = Array.from({ length: 100 }, (_, line) => ({ ...one, source: { ...file, line } }))
    const traces = filled([...many, { ...one, kind: "YearClosed", source: file }, ...many])
    const { origins, origin, line, times, firsts } = traces.parts
    expect(origins).toStrictEqual([
      { kind: "EstimatePosted", source: file },
      { kind: "YearClosed", source: file },
    ])
    expect([times.length, firsts.length, firsts.at(0)]).toEqual([1, 1, 1])
    // 201 origins and lines in columns that doubled to 256, and one chunk of 64 for times and firsts.
    const sizes = [origin, line, times, firsts].map(({ chunks }) => chunks.map(({ length }) => length))
    expect(sizes).toEqual([[256], [256], [64], [64]])
  })

  test("return no time for entries without a record time", () => {
    const timeless = { time: "", source: undefined, kind: "YearClosed", event: closed } as const
    const timed = { ...timeless, time: "2026-01-01T00:00:00.000Z" }
    const traces = filled([timeless, timed])
    expect([traces.at(1)?.time, traces.at(2)?.time]).toEqual(["", timed.time])
    expect([traces.positionAt(""), traces.positionAt("0001-01-01T00:00:00.000Z")]).toEqual([1, 1])
  })

  test("keep the leading zeros of an early year", () => {
    const time = "0026-01-01T00:00:00.000Z"
    expect(filled([{ time, source: undefined, kind: "YearClosed", event: closed }]).at(1)?.time).toBe(time)
  })
})
