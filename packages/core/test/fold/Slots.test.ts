/** The dictionary of places and slots compared with lists of texts. */
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { Slots } from "../../src/fold/Slots.ts"
import { key, type Place } from "../../src/value/BudgetLine.ts"

const place = (account: number): Place => ({ phase: "estimate", direction: "U", account: `${100 + account}` })

test("Slots: numbers places and slots in order and finds them again, for many places and years", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(299), fc.integer({ min: 1990, max: 2030 })), { maxLength: 600 }),
      (asked) => {
        const slots = new Slots()
        const [places, list]: [Array<string>, Array<string>] = [[], []]
        for (const [account, year] of asked) {
          // A new object every time: equal places have one number.
          const id = slots.placeOf(place(account))
          if (!places.includes(key(place(account)))) places.push(key(place(account)))
          expect(id).toBe(places.indexOf(key(place(account))))
          if (!list.includes(`${id}/${year}`)) list.push(`${id}/${year}`)
          expect(slots.of(id, year)).toBe(list.indexOf(`${id}/${year}`))
        }
        expect(slots.places.map(key)).toEqual(places)
        expect(slots.list.map((cell) => `${cell.place}/${cell.year}`)).toEqual(list)
        expect(slots.placeOfSlot).toEqual(slots.list.map((cell) => cell.place))
        expect(slots.yearOfSlot).toEqual(slots.list.map((cell) => cell.year))
        for (const [account] of asked.slice(0, 20))
          for (let year = 1989; year <= 2031; year++) {
            const at = list.indexOf(`${places.indexOf(key(place(account)))}/${year}`)
            expect(slots.find(place(account), year)).toBe(at === -1 ? undefined : at)
            expect(slots.findByPlace(places.indexOf(key(place(account))), year)).toBe(
              at === -1 ? undefined : at,
            )
          }
      },
    ),
    { numRuns: 40 },
  )
})

test("Slots: finds a place by its object, and by its content", () => {
  const slots = new Slots()
  const one = place(1)
  expect([slots.placeOf(one), slots.placeOf(one), slots.placeOf({ ...one })]).toEqual([0, 0, 0])
  expect(slots.places).toEqual([one])
  expect(slots.find(place(2), 2026)).toBeUndefined()
  expect(slots.of(0, 2026)).toBe(0)
  expect([slots.find(one, 2026), slots.find(one, 2027), slots.findByPlace(7, 2026)]).toEqual([
    0,
    undefined,
    undefined,
  ])
})

test("Slots: a copy has the same numbers as one that is filled again, and both are independent", () => {
  const asked = fc.array(fc.tuple(fc.nat(150), fc.integer({ min: 1990, max: 2030 })), { maxLength: 200 })
  const ask = (slots: Slots, list: ReadonlyArray<readonly [number, number]>): Slots => {
    for (const [account, year] of list) slots.of(slots.placeOf(place(account)), year)
    return slots
  }
  fc.assert(
    fc.property(asked, asked, asked, (shared, left, right) => {
      const one = ask(new Slots(), shared)
      const copy = ask(new Slots(one), right)
      ask(one, left)
      expect(one).toEqual(ask(ask(new Slots(), shared), left))
      expect(copy).toEqual(ask(ask(new Slots(), shared), right))
    }),
    { numRuns: 30 },
  )
})
