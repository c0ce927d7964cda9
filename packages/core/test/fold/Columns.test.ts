/** Columns compared with a map of sums: equal balances at every position, from any checkpoint, in any copy. */
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Posting } from "../../src/event/Posting.ts"
import { chunkSize } from "../../src/fold/Column.ts"
import { Columns } from "../../src/fold/Columns.ts"
import * as Fold from "../../src/fold/Fold.ts"
import type { Place } from "../../src/value/BudgetLine.ts"
import * as Money from "../../src/value/Money.ts"

const place = (account: number): Place => ({
  phase: "estimate",
  direction: account % 2 === 0 ? "O" : "U",
  account: `${600000 + account}`,
})

const posting = (account: number, year: number, cents: number): Posting => ({
  place: place(account),
  year,
  amount: Money.ofMicros(BigInt(cents) * 10_000n),
})

const postings = fc.array(
  fc
    .tuple(fc.nat(30), fc.integer({ min: 1990, max: 2040 }), fc.integer({ min: -(10 ** 12), max: 10 ** 12 }))
    .map(([account, year, cents]) => posting(account, year, cents)),
  { maxLength: 7 },
)

/** The reference model: sums by text. */
const sums = (entries: ReadonlyArray<ReadonlyArray<Posting>>): ReadonlyMap<string, bigint> => {
  const out = new Map<string, bigint>()
  for (const { place, year, amount } of entries.flat()) {
    const cell = `${place.account}/${year}`
    out.set(cell, (out.get(cell) ?? 0n) + amount)
  }
  return out
}

const read = (columns: Columns, balances: BigInt64Array): ReadonlyMap<string, bigint> =>
  new Map(
    columns.cells.map(({ place, year }, id) => [
      `${columns.places[place]?.account}/${year}`,
      balances[id] ?? 0n,
    ]),
  )

const withoutZeros = (balances: ReadonlyMap<string, bigint>) =>
  new Map([...balances].filter(([, amount]) => amount !== 0n).sort())

const filled = (entries: ReadonlyArray<ReadonlyArray<Posting>>): Columns => {
  const columns = new Columns()
  for (const entry of entries) expect(columns.append(entry)).toBeUndefined()
  return columns
}

describe("Columns", () => {
  test("return at every position the sums of the reference model", () => {
    fc.assert(
      fc.property(fc.array(postings, { maxLength: 40 }), fc.nat(), (entries, at) => {
        const columns = filled(entries)
        const position = at % (entries.length + 1)
        expect(withoutZeros(read(columns, columns.at(position)))).toEqual(
          withoutZeros(sums(entries.slice(0, position))),
        )
        expect(columns.refold()).toEqual(columns.at(entries.length))
      }),
    )
  })

  test("list the postings of a slot in any range, newest first", () => {
    fc.assert(
      fc.property(fc.array(postings, { maxLength: 30 }), fc.nat(), fc.nat(), (entries, a, b) => {
        const columns = filled(entries)
        const [after, until] = [a % (entries.length + 1), b % (entries.length + 1)].sort((x, y) => x - y)
        columns.cells.forEach(({ place, year }, cell) => {
          const account = columns.places[place]?.account
          const expected = entries
            .slice(after, until)
            .flat()
            .filter((one) => one.place.account === account && one.year === year)
            .map((one) => one.amount)
          const chain = [...columns.chain(cell, after ?? 0, until ?? 0)].map(
            (index) => columns.posting(index).amount,
          )
          expect(chain.reverse()).toEqual(expected)
        })
      }),
    )
  })

  test("return balances between distant checkpoints", () => {
    const entries = Array.from({ length: chunkSize * 1.5 }, (_, index) => [
      posting(index % 977, 2026 + (index % 6), index),
      posting(index % 13, 2026, -index),
    ])
    const columns = filled(entries)
    for (const position of [
      0,
      1,
      5_000,
      8_000,
      chunkSize - 1,
      chunkSize,
      chunkSize + 1,
      24_000,
      entries.length,
    ]) {
      expect(withoutZeros(read(columns, columns.at(position)))).toEqual(
        withoutZeros(sums(entries.slice(0, position))),
      )
    }
    const cell = columns.findCell(place(5), 2026) ?? -1
    const early = [...columns.chain(cell, 10, 9_000)].map((index) => columns.posting(index))
    expect(early.every(({ entry }) => entry > 10 && entry <= 9_000)).toBe(true)
    expect(early).toHaveLength(
      entries
        .slice(10, 9_000)
        .flat()
        .filter((one) => one.place.account === "600005" && one.year === 2026).length,
    )
  })

  test("copy: is independent", () => {
    fc.assert(
      fc.property(fc.array(postings), fc.array(postings), fc.array(postings), (shared, left, right) => {
        const columns = filled(shared)
        const copy = columns.copy()
        for (const entry of left) columns.append(entry)
        for (const entry of right) copy.append(entry)
        expect(withoutZeros(read(columns, columns.at(columns.entries)))).toEqual(
          withoutZeros(sums([...shared, ...left])),
        )
        expect(withoutZeros(read(copy, copy.at(copy.entries)))).toEqual(
          withoutZeros(sums([...shared, ...right])),
        )
        expect(copy.refold()).toEqual(copy.at(copy.entries))
      }),
    )
  })

  test("accept changes as numbers with the same result as postings", () => {
    const amounts = fc.oneof(
      fc.maxSafeInteger(),
      fc.constantFrom(0, -1, 2 ** 32, -(2 ** 32), 2 ** 31, -(2 ** 31) - 1, Number.MAX_SAFE_INTEGER),
    )
    const entries = fc.array(
      fc.record({
        account: fc.nat(3),
        changes: fc.array(fc.tuple(fc.integer({ min: 2020, max: 2040 }), amounts), {
          minLength: 1,
          maxLength: 5,
        }),
        isPosted: fc.boolean(),
      }),
      // Large enough amounts to approach 64 bits, where an overflow must be detected.
      { maxLength: 400 },
    )
    fc.assert(
      fc.property(entries, (list) => {
        const [postings, mixed] = [new Columns(), new Columns()]
        for (const { account, changes, isPosted } of list) {
          const entry = changes.map(([year, micros]) => ({
            place: place(account),
            year,
            amount: Money.ofMicros(BigInt(micros)),
          }))
          const [years, micros] = [changes.map(([year]) => year), changes.map(([, amount]) => amount)]
          expect(
            isPosted ? mixed.post({ place: place(account), years, micros }) : mixed.append(entry),
          ).toEqual(postings.append(entry))
        }
        expect(mixed.cells).toEqual(postings.cells)
        expect(mixed.at(mixed.entries)).toEqual(postings.at(postings.entries))
        expect(mixed.refold()).toEqual(postings.refold())
      }),
    )
    const near = new Columns()
    const half = { place: place(1), years: [2026], micros: [Number.MAX_SAFE_INTEGER] }
    for (let times = 0; times < 1_024; times++) expect(near.post(half)).toBeUndefined()
    expect(near.post(half)).toMatchObject({ _tag: "AmountOverflow", year: 2026 })
    expect(near.entries).toBe(1_024)
  })

  test("return the slot, amount and entry of every posting, and the end of every position", () => {
    fc.assert(
      fc.property(fc.array(postings, { maxLength: 20 }), (entries) => {
        const columns = filled(entries)
        let index = 0
        entries.forEach((entry, at) => {
          expect(columns.endOf(at)).toBe(index)
          entry.forEach(({ place: where, year, amount }, turn) => {
            const cell = columns.findCell(where, year) ?? -1
            expect(columns.posting(index)).toEqual({ cell, amount, entry: at + 1, turn })
            expect([columns.cellOfPosting(index), columns.amountOf(index)]).toEqual([cell, amount])
            expect(columns.cellOfPlace(columns.cells[cell]?.place ?? -1, year)).toBe(cell)
            index++
          })
        })
        expect([columns.entries, columns.postings]).toEqual([entries.length, index])
        expect([columns.endOf(-1), columns.endOf(0), columns.endOf(99)]).toEqual([0, 0, index])
        expect(columns.cellPlaces).toEqual(columns.cells.map((cell) => cell.place))
        expect(columns.cellYears).toEqual(columns.cells.map((cell) => cell.year))
        expect(columns.cells.map((_, cell) => columns.last(cell))).toEqual([...columns.at(entries.length)])
        expect(columns.last(columns.cells.length + 500)).toBe(0n)
      }),
    )
  })

  test("return whether a multiple of the sum of amounts fits in 64 bits", () => {
    const columns = new Columns()
    expect(columns.fits(1)).toBe(true)
    columns.append([{ place: place(1), year: 2026, amount: Money.ofMicros(2n ** 60n) }])
    columns.append([{ place: place(1), year: 2026, amount: Money.ofMicros(-(2n ** 60n)) }])
    expect([1, 1.9, 2, 3].map((factor) => columns.fits(factor))).toEqual([true, true, false, false])
    expect([1, 2].map((factor) => columns.copy().fits(factor))).toEqual([true, false])
    const kept = Columns.of(columns.copy().parts)
    expect([1, 2].map((factor) => kept.fits(factor))).toEqual([true, false])
  })

  test("equal columns made from their stored parts, and can be appended to", () => {
    fc.assert(
      fc.property(fc.array(postings), fc.array(postings), (shared, more) => {
        const columns = filled(shared)
        const kept = Columns.of(columns.copy().parts)
        for (const [at] of [[], ...shared].entries()) expect(kept.at(at)).toEqual(columns.at(at))
        const other = Columns.of(columns.copy().parts)
        for (const entry of more) {
          columns.append(entry)
          kept.append(entry)
          other.append(entry)
        }
        for (const again of [kept, other]) {
          expect(again.at(again.entries)).toEqual(columns.at(columns.entries))
          for (const cell of columns.cells.keys())
            expect([...again.chain(cell, 0, again.entries)]).toEqual([
              ...columns.chain(cell, 0, columns.entries),
            ])
        }
      }),
    )
  })

  test("report an overflow in its slot, in either direction, also over the postings of one entry", () => {
    const half = Money.ofMicros(2n ** 62n)
    const less = Money.ofMicros(-(2n ** 62n))
    const one = (where: number, year: number, amount: Money.Money) => ({ place: place(where), year, amount })
    const columns = new Columns()
    expect(columns.append([one(1, 2026, half), one(2, 2026, less), one(1, 2027, half)])).toBeUndefined()
    expect(columns.append([one(1, 2026, half)])).toEqual({
      _tag: "AmountOverflow",
      place: place(1),
      year: 2026,
    })
    expect(columns.append([one(2, 2026, less), one(2, 2026, Money.ofMicros(-1n))])).toEqual({
      _tag: "AmountOverflow",
      place: place(2),
      year: 2026,
    })
    expect(columns.append([one(3, 2028, half), one(3, 2028, half)])).toEqual({
      _tag: "AmountOverflow",
      place: place(3),
      year: 2028,
    })
    // The largest sum and its negation still fit.
    expect(columns.append([one(1, 2026, Money.ofMicros(2n ** 62n - 1n))])).toBeUndefined()
    expect(columns.append([one(2, 2026, Money.ofMicros(-(2n ** 62n) + 1n))])).toBeUndefined()
    expect([columns.last(0), columns.last(1)]).toEqual([2n ** 63n - 1n, -(2n ** 63n) + 1n])
    expect(columns.append([one(1, 2026, Money.ofMicros(1n))])).toMatchObject({ _tag: "AmountOverflow" })
    expect(columns.append([one(2, 2026, Money.ofMicros(-1n))])).toMatchObject({ _tag: "AmountOverflow" })
    expect([columns.entries, columns.postings]).toEqual([3, 5])
  })

  test("accept one entry that is large in many slots without an overflow in any", () => {
    const columns = new Columns()
    const half = Money.ofMicros(2n ** 62n)
    const entry = [1, 2, 3].map((where) => ({ place: place(where), year: 2026, amount: half }))
    expect(columns.append(entry)).toBeUndefined()
    const years = [2027, 2028, 2029].map((year) => ({ place: place(1), year, amount: half }))
    expect(columns.append(years)).toBeUndefined()
    expect(columns.postings).toBe(6)
  })

  test("reject an entry whose sum exceeds 64 bits, and fold none of it", () => {
    const columns = new Columns()
    const huge = Money.ofMicros(2n ** 62n)
    expect(columns.append([{ place: place(1), year: 2026, amount: huge }])).toBeUndefined()
    expect(
      columns.append([
        { place: place(2), year: 2026, amount: huge },
        { place: place(1), year: 2026, amount: huge },
      ]),
    ).toMatchObject({ _tag: "AmountOverflow", year: 2026 })
    expect([columns.entries, columns.postings]).toEqual([1, 1])
    expect(columns.append([{ place: place(1), year: 2027, amount: huge }])).toBeUndefined()
  })
})

test("Amounts: two halves sum, without signs, to the sum of the integers", () => {
  fc.assert(
    fc.property(fc.bigInt64Array({ maxLength: 40 }), fc.nat(40), (values, count) => {
      const until = Math.min(count, values.length)
      const exact = values.subarray(0, until).reduce((sum, value) => sum + (value < 0n ? -value : value), 0n)
      const near = Fold.size({ cell: [], amount: [values], size: 64 }, until)
      expect(Math.abs(near - Number(exact))).toBeLessThanOrEqual(Number(exact) * 1e-12)
    }),
  )
})
