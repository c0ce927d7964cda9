/** The dictionary of places and cells against plain lists of texts. */
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { Cells } from "../../src/fold/Cells.ts"
import { key, type Place } from "../../src/value/BudgetLine.ts"

const place = (account: number): Place => ({ phase: "estimate", direction: "U", account: `${100 + account}` })

test("places and cells are numbered by turn and found again, however many places and years there are", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(299), fc.integer({ min: 1990, max: 2030 })), { maxLength: 600 }),
      (asked) => {
        const cells = new Cells()
        const [places, list]: [Array<string>, Array<string>] = [[], []]
        for (const [account, year] of asked) {
          // A new object every time: equal places are one place.
          const id = cells.placeOf(place(account))
          if (!places.includes(key(place(account)))) places.push(key(place(account)))
          expect(id).toBe(places.indexOf(key(place(account))))
          if (!list.includes(`${id}/${year}`)) list.push(`${id}/${year}`)
          expect(cells.of(id, year)).toBe(list.indexOf(`${id}/${year}`))
        }
        expect(cells.places.map(key)).toEqual(places)
        expect(cells.list.map((cell) => `${cell.place}/${cell.year}`)).toEqual(list)
        expect(cells.placeOfCell).toEqual(cells.list.map((cell) => cell.place))
        expect(cells.yearOfCell).toEqual(cells.list.map((cell) => cell.year))
        for (const [account] of asked.slice(0, 20))
          for (let year = 1989; year <= 2031; year++) {
            const at = list.indexOf(`${places.indexOf(key(place(account)))}/${year}`)
            expect(cells.find(place(account), year)).toBe(at === -1 ? undefined : at)
            expect(cells.findByPlace(places.indexOf(key(place(account))), year)).toBe(
              at === -1 ? undefined : at,
            )
          }
      },
    ),
    { numRuns: 40 },
  )
})

test("a place is known by its object, and found by what it says", () => {
  const cells = new Cells()
  const one = place(1)
  expect([cells.placeOf(one), cells.placeOf(one), cells.placeOf({ ...one })]).toEqual([0, 0, 0])
  expect(cells.places).toEqual([one])
  expect(cells.find(place(2), 2026)).toBeUndefined()
  expect(cells.of(0, 2026)).toBe(0)
  expect([cells.find(one, 2026), cells.find(one, 2027), cells.findByPlace(7, 2026)]).toEqual([
    0,
    undefined,
    undefined,
  ])
})
