/** Supposed changes: what they add to each line, which rules follow, and when they are refused. */
import { Credit, Ledger, Money } from "@grootboek/core"
import { DecisionFile, Supposition, WhatIf } from "@grootboek/core/answer"
import { record } from "@grootboek/testing/Given"
import { sha256 } from "@grootboek/testing/Ledgers"
import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { association } from "../Association.ts"
import * as W13 from "../W13.ts"

const supposed = (texts: ReadonlyArray<string>): ReadonlyArray<Supposition.Supposition> =>
  texts.flatMap((text) => {
    const found = Supposition.parse(text)
    return found === undefined ? [] : [found]
  })

const whatIf = (ledger: Ledger.Ledger, ...texts: ReadonlyArray<string>) =>
  WhatIf.of(ledger, supposed(texts), { sha256 })

const changesOf = (ledger: Ledger.Ledger, ...texts: ReadonlyArray<string>) =>
  Result.match(whatIf(ledger, ...texts), {
    onFailure: (refused): unknown => refused,
    onSuccess: ({ changes }) =>
      changes.map(({ line, amounts, reason }) => [`${line.action} ${line.account}`, amounts, reason?.class]),
  })

describe("WhatIf.of", () => {
  test("percentage: is taken of what people posted in each year, and rounded once to six decimals", () => {
    expect(changesOf(association(), "62 +2.333333% 2027-2028")).toEqual([
      ["A1 6203000", { "2027": "23.799997", "2028": "24.275997" }, "index"],
    ])
  })

  test("suppositions: each starts from the amounts after the ones before it", () => {
    expect(changesOf(association(), "62 =2000 2027", "62@A1 -50% 2027 timing")).toEqual([
      ["A1 6203000", { "2027": "980.00" }, "correction"],
      ["A1 6203000", { "2027": "-1000.00" }, "timing"],
    ])
  })

  test("amount: is divided over several lines in cents, in proportion to their size, and its parts sum to it", () => {
    expect(changesOf(association(), "U:*@A1 +100.001 2026")).toEqual([
      ["A1 6203000", { "2026": "71.431" }, "correction"],
      ["A1 6140000", { "2026": "28.57" }, "correction"],
    ])
  })

  test("one line: takes an amount also in a year and on an account without one", () => {
    expect(changesOf(association(), "A2/9090/2400000//IE1/U +5 2028", "A2/9090/6140000///U =7 2026")).toEqual(
      [
        ["A2 2400000", { "2028": "5.00" }, "correction"],
        ["A2 6140000", { "2026": "7.00" }, "correction"],
      ],
    )
  })

  test("overhead: follows by rule, and the file of the decision compares with the end of the journal", () => {
    const ledger = W13.ledger()
    const after = Ledger.position(ledger)
    const made = Result.getOrThrow(whatIf(ledger, "62 +10% 2028-"))
    const file = Result.getOrThrow(DecisionFile.of(made.ledger, made.label, { after }))
    expect(new Set(file.changes.map(({ origin }) => origin))).toEqual(new Set(["reason", "rule"]))
    expect(file.changes.find(({ origin }) => origin === "rule")?.effects.every(Money.isZero)).toBe(true)
    const at = (position: number) =>
      Result.getOrThrow(Ledger.statement(made.ledger, "M2", { at: position })).rows
    file.effects.forEach(({ section, code, ...effect }) => {
      const cells = (position: number) =>
        at(position)
          .find((row) => row.section === section && row.code === code)
          ?.cells.map(({ exact }) => exact)
      expect(effect.old).toEqual(cells(after))
      expect(effect.new).toEqual(cells(Ledger.position(made.ledger)))
      expect(effect.new.slice(0, 2)).toEqual(effect.old?.slice(0, 2))
      expect(effect.new[2]).not.toBe(effect.old?.[2])
    })
    expect(Ledger.position(ledger)).toBe(after)
  })

  test("refusals: name the supposition; a closed year is left out unless it is asked for", () => {
    const ledger = association()
    record(ledger, Credit.close({ year: 2026 }))
    expect(changesOf(ledger, "62 +1%")).toMatchObject([
      ["A1 6203000", { "2027": "10.20", "2028": "10.404" }, "index"],
    ])
    expect(changesOf(ledger, "62 +1%", "62 +1% 2026", "699 +1%", "62 +1% 2040")).toMatchObject([
      { supposition: 1, refusal: { _tag: "YearIsClosed", year: 2026 } },
      { supposition: 2, refusal: { _tag: "NothingSelected" } },
      { supposition: 3, refusal: { _tag: "YearOutsidePlan", year: 2040 } },
    ])
    expect(changesOf(ledger, "62 +1%", "A7/9090/6140000///U +1")).toMatchObject([
      { supposition: 1, refusal: { _tag: "UnknownAction", action: "A7" } },
    ])
  })
})

describe("Supposition", () => {
  const code = fc.stringMatching(/^[A-Za-z0-9 /@:,%=+é-]{1,8}$/).filter((text) => text.trim() === text)
  const year = fc.integer({ min: 2026, max: 2031 })
  const supposition = fc.record(
    {
      lines: fc.oneof(
        fc.record(
          {
            _tag: fc.constant("Selected" as const),
            direction: fc.constantFrom("O" as const, "U" as const),
            accounts: fc.array(fc.stringMatching(/^\d{1,7}$/), { minLength: 1, maxLength: 3 }),
            actions: fc.array(code, { minLength: 1, maxLength: 2 }),
          },
          { requiredKeys: ["_tag"] },
        ),
        fc.record({
          _tag: fc.constant("One" as const),
          line: fc.record(
            {
              direction: fc.constantFrom("O" as const, "U" as const),
              account: fc.stringMatching(/^\d{2,7}$/),
              policyItem: code,
              action: code,
              sector: code,
              envelope: code,
            },
            { requiredKeys: ["direction", "account", "policyItem"] },
          ),
        }),
      ),
      effect: fc.oneof(
        fc
          .integer({ min: -9999, max: 9999 })
          .map((n) => ({ _tag: "Percent" as const, percent: String(n / 100) })),
        fc
          .tuple(
            fc.constantFrom("Added" as const, "Becomes" as const),
            fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
          )
          .map(([_tag, micros]) => ({ _tag, amount: Money.format(Money.ofMicros(micros)) })),
      ),
      first: year,
      reason: fc.constantFrom("index" as const, "subsidy" as const),
    },
    { requiredKeys: ["lines", "effect"] },
  )

  test("parse: reads what format writes, whatever the codes", () => {
    fc.assert(
      fc.property(supposition, fc.boolean(), (one, isOneYear) => {
        const whole = one.first !== undefined && isOneYear ? { ...one, last: one.first } : one
        expect(Supposition.parse(Supposition.format(whole))).toEqual(whole)
      }),
    )
  })

  test("parse: rejects what is not a supposition, and reads a decimal comma", () => {
    const wrong = [
      "",
      "62",
      "62 2%x",
      "abc +2%",
      "62 +2% 2030-2026",
      "62 +2% 2028 why",
      "62 =2%",
      "62 --1",
      "%E0%A4%A/1/62///U +1",
      "a/b/c +1",
    ]
    expect(wrong.map(Supposition.parse)).toEqual(wrong.map(() => undefined))
    expect(Supposition.parse("62 -2,50% 2028")).toEqual(Supposition.parse("62 -2.5% 2028-2028"))
  })
})
