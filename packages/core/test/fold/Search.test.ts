/** Halving finds what counting finds, and asks far less. */
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { countWhile } from "../../src/fold/Search.ts"

test("as many hold as hold, however long the order, and each is asked once at most", () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(310), (length, holding) => {
      const asked: Array<number> = []
      const count = countWhile(length, (index) => {
        asked.push(index)
        return index < holding
      })
      expect(count).toBe(Math.min(length, holding))
      expect(asked.every((index) => index >= 0 && index < length)).toBe(true)
      expect(asked.length).toBe(new Set(asked).size)
      expect(asked.length).toBeLessThanOrEqual(Math.ceil(Math.log2(length + 1)))
    }),
    { seed: 20_260_101 },
  )
})
