/** Estimates and realisations as journals hold them, and the same with something wrong with them. */
import * as fc from "fast-check"
import type { BudgetEvent } from "../../src/event/BudgetEvent.ts"
import * as Money from "../../src/value/Money.ts"

const code = fc.oneof(
  fc.stringMatching(/^[A-Z0-9]{1,8}$/),
  fc.stringMatching(/^[ -~]{1,12}$/),
  fc.string({ unit: "grapheme", minLength: 0, maxLength: 12 }),
  fc.constantFrom(
    "",
    " ",
    " A",
    "A ",
    "A\u0000",
    "A\u007f",
    "\u2028A",
    "A\u2028B",
    "é",
    "\ud800",
    "x".repeat(201),
  ),
)

const amount = fc.oneof(
  fc
    .tuple(fc.boolean(), fc.nat(10 ** 9), fc.nat(99))
    .map(([minus, whole, cents]) => `${minus ? "-" : ""}${whole}.${`${cents}`.padStart(2, "0")}`),
  fc.stringMatching(/^-?\d{1,13}(\.\d{0,7})?$/),
  fc.constantFrom(
    "0.00",
    "-0.00",
    "-0.01",
    "00.10",
    "1.5",
    "1.500",
    "1.123456",
    "1.1234567",
    "999999999999.999999",
    "1000000000000.00",
    "-1000000000000.00",
    "1000000000000.01",
    "1e3",
    "",
    "-",
    ".00",
    "1,00",
    "１.00",
  ),
)

const year = fc.oneof(fc.integer({ min: 1895, max: 2205 }), fc.constantFrom(2026.5, -1, Number.NaN))
const yearKey = fc.oneof(
  fc.integer({ min: 2020, max: 2035 }).map(String),
  fc.constantFrom("1899", "1900", "2199", "2200", "02026", "2026 ", "__proto__", "20a6"),
)
const day = fc.oneof(
  fc.constantFrom("2026-06-30", "2026-02-31", "2026-13-01", "2026-6-30", "2026-06-30 ", "2026-06-00"),
  fc.stringMatching(/^\d{4}-\d\d-\d\d$/),
)
const text = fc.oneof(code, fc.constantFrom("a\nb", "a\tb", "a\rb", "x".repeat(4_001)))

const line = fc.record(
  {
    direction: fc.constantFrom("O", "U", "o", ""),
    account: fc.oneof(fc.stringMatching(/^\d{1,11}$/), code),
    policyItem: code,
    action: code,
    sector: code,
    envelope: code,
  },
  { requiredKeys: ["direction", "account", "policyItem"] },
)

const estimate = fc.record(
  {
    _tag: fc.constant("EstimatePosted"),
    line,
    amounts: fc.dictionary(yearKey, amount, { maxKeys: 7 }),
    description: text,
  },
  { requiredKeys: ["_tag", "line", "amounts"] },
)

const actual = fc.record(
  { _tag: fc.constant("ActualRecorded"), line, year, date: day, amount, voucher: code, description: text },
  { requiredKeys: ["_tag", "line", "year", "date", "amount", "voucher"] },
)

const good = {
  line: fc.record(
    {
      direction: fc.constantFrom("O" as const, "U" as const),
      account: fc.stringMatching(/^\d{2,10}$/),
      policyItem: fc.stringMatching(/^[!-~]{1,8}$/),
      action: fc.stringMatching(/^[!-~]([ -~]{0,5}[!-~])?$/),
      sector: fc.stringMatching(/^[A-Z]{1,4}$/),
      envelope: fc.constantFrom("ENV 1", "É1"),
    },
    { requiredKeys: ["direction", "account", "policyItem"] },
  ),
  amount: fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.boolean(), fc.nat(10 ** 9), fc.constantFrom("10", "05", "123", "000001"))
        .map(([minus, whole, decimals]) => `${minus ? "-" : ""}${whole}.${decimals}`),
    },
    // Where a plain number only just holds all micro-euros, and then no longer does.
    {
      weight: 1,
      arbitrary: fc
        .bigInt({ min: 9_007_199_254_740_000n, max: 9_007_199_254_742_000n })
        .map((micros) => Money.format(Money.ofMicros(micros))),
    },
  ),
}

/** Events that every schema accepts. */
export const sound: fc.Arbitrary<BudgetEvent> = fc.oneof(
  fc.record(
    {
      _tag: fc.constant("EstimatePosted" as const),
      line: good.line,
      amounts: fc.dictionary(fc.integer({ min: 2020, max: 2035 }).map(String), good.amount, { maxKeys: 7 }),
      description: fc.constantFrom('Goederen en "diensten"', "Lonen", "Één"),
    },
    { requiredKeys: ["_tag", "line", "amounts"] },
  ),
  fc.record(
    {
      _tag: fc.constant("ActualRecorded" as const),
      line: good.line,
      year: fc.integer({ min: 1900, max: 2200 }),
      date: fc.constantFrom("2026-06-30", "2027-12-01"),
      amount: good.amount,
      voucher: fc.stringMatching(/^[A-Z0-9/]{1,12}$/),
      description: fc.constantFrom("Factuur", "Crédit"),
    },
    { requiredKeys: ["_tag", "line", "year", "date", "amount", "voucher"] },
  ),
)

const anything = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, 0, "", [], {}, true),
  fc.anything({ maxDepth: 2 }),
)

const members = (value: unknown): ReadonlyArray<readonly [string, unknown]> =>
  typeof value === "object" && value !== null ? Object.entries(value) : []

/** A record with one member, at any depth, left out, replaced or added. */
const spoilt = (value: unknown, [where, what, other]: readonly [number, number, unknown]): unknown => {
  const entries = members(value)
  const chosen = entries[where % Math.max(1, entries.length)]
  if (chosen === undefined) return other
  const [key, member] = chosen
  if (what === 0 && members(member).length > 0)
    return { ...Object.fromEntries(entries), [key]: spoilt(member, [where + 1, 2, other]) }
  if (what === 1) return Object.fromEntries(entries.filter(([one]) => one !== key))
  if (what === 2) return { ...Object.fromEntries(entries), [key]: other }
  return { ...Object.fromEntries(entries), [`${key}s`]: other }
}

/** Stored values that are events, nearly events, or nothing of the kind. */
export const stored: fc.Arbitrary<unknown> = fc
  .tuple(
    fc.oneof(sound, estimate, actual),
    fc.option(fc.tuple(fc.nat(9), fc.nat(3), anything), { nil: undefined, freq: 2 }),
  )
  .map(([event, spoil]) => (spoil === undefined ? event : spoilt(event, spoil)))
