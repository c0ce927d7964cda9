/** The part of what is available that is paid on to partners. */
import { Money } from "@grootboek/core"
import { ForPartners, type Realisation } from "@grootboek/core/answer"
import fc from "fast-check"
import { expect, test } from "vitest"
import { booked, planOf } from "../Association.ts"

const plan = planOf(booked())
const line = { direction: "U", account: "6150000", policyItem: "9090", action: "A1" } as const
const passing = (codes: ReadonlyArray<string>) => ({
  ...plan,
  passThroughs: new Map(
    codes.map((action) => [
      action,
      { line: { ...line, action }, shares: [{ partner: "P", percent: "100" }], passed: new Map() },
    ]),
  ),
})

const figures = fc
  .record({
    action: fc.constantFrom("A1", "A2", "A3"),
    direction: fc.constantFrom("O" as const, "U" as const),
    holder: fc.constantFrom("H1", "H2", undefined),
    available: fc.bigInt({ min: -1000n, max: 1000n }),
  })
  .map(({ available, ...one }): Realisation.ActionFigures => {
    const amount = Money.ofMicros(available)
    const zero = { committed: Money.zero, realised: Money.zero, during: Money.zero, conditional: Money.zero }
    return { ...one, ...zero, estimate: amount, available: amount, percent: undefined }
  })

test("ForPartners.part: of all actions it is the sum of that of the actions, and of that of the budget holders", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(figures, { selector: ({ action, direction }) => `${action}${direction}` }),
      fc.subarray(["A1", "A2", "A3"]),
      (actions, codes) => {
        const money = { actions, forPartners: ForPartners.of(passing(codes), actions) }
        const {
          action: _,
          holder: __,
          ...whole
        } = { ...actions[0], direction: "U" as const, available: Money.zero }
        const all = ForPartners.part(money, whole)
        expect(all).toBe(Money.sum(actions.map((one) => ForPartners.part(money, one))))
        const holders = [...new Set(actions.map(({ holder }) => holder))]
        const perHolder = holders.map((holder) => ForPartners.part(money, { ...whole, holder }))
        expect(all).toBe(Money.sum(perHolder))
        for (const one of actions) {
          const isPassing = codes.includes(one.action ?? "") && one.direction === "U"
          expect(ForPartners.part(money, one)).toBe(isPassing && one.available > 0n ? one.available : 0n)
        }
      },
    ),
  )
})

test("ForPartners.part: of a budget line it is what is available there", () => {
  const money = { actions: [], forPartners: new Map([["A1", Money.from("5.00")]]) }
  const own = { line, direction: line.direction, available: Money.from("3.00") }
  expect(Money.format(ForPartners.part(money, own))).toBe("3.00")
  expect(ForPartners.part(money, { ...own, line: { ...line, action: "A2" } })).toBe(Money.zero)
  expect(ForPartners.part(money, { ...own, direction: "O" })).toBe(Money.zero)
})
