/** Laws of amounts: exact, rounded once half away from zero, and with one canonical text. */
import { Amount, Money, Rate } from "@grootboek/core"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { amount, everyday, percent } from "../draw/Amounts.ts"
import { amountsDiffer, type Breach, differs, law } from "../kit/Law.ts"
import { Exact } from "../reference/Moves.ts"

const show = (amounts: ReadonlyArray<unknown>): string =>
  amounts
    .map((one) => (typeof one === "bigint" ? Money.format(Money.ofMicros(one)) : String(one)))
    .join(" and ")

const decimal = (one: Money.Money) => new Exact(Money.format(one))
const written = (one: { readonly toFixed: (decimals: number) => string }) => one.toFixed(6)
const same = (what: string, found: Money.Money, expected: ReturnType<typeof decimal>): Breach | undefined =>
  differs(what, written(decimal(found)), written(expected.add(0)))

/** Generates texts that look like amounts, and some that do not. */
const amountText: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(fc.constantFrom("", "-", "+"), fc.nat(10_000_000), fc.stringMatching(/^(\.\d{1,8})?$/))
    .map((parts) => parts.join("")),
  fc.constantFrom(
    "",
    "-",
    ".5",
    "5.",
    "1,5",
    "1.000.000",
    "1e3",
    " 1",
    "1 ",
    "0x10",
    "NaN",
    "٣",
    "1000000000000",
    "1000000000000.000001",
  ),
)

export const money = [
  law("money: addition is exact", "The sum equals the decimal sum to six decimals; 0.1 + 0.2 = 0.3.", {
    arbitrary: fc.array(amount, { maxLength: 20 }),
    show,
    breaks: (amounts) =>
      same(
        "sum",
        Money.sum(amounts),
        amounts.reduce((sum, one) => sum.add(decimal(one)), new Exact(0)),
      ) ?? same("added one by one", amounts.reduce(Money.add, Money.zero), decimal(Money.sum(amounts))),
  }),
  law("money: subtraction undoes addition", "a + b − b = a, and a − a = 0.", {
    arbitrary: fc.tuple(amount, amount),
    show,
    breaks: ([a, b]) =>
      same("a + b − b", Money.subtract(Money.add(a, b), b), decimal(a)) ??
      same("−(−a)", Money.negate(Money.negate(a)), decimal(a)) ??
      differs("a − a is zero", Money.isZero(Money.subtract(a, a)), true) ??
      differs("b is zero", Money.isZero(b), b === 0n),
  }),
  law(
    "money: has one canonical text that parses to the same amount",
    "The text is stored in files and hashed.",
    {
      arbitrary: amount,
      show: (one) => show([one]),
      breaks: (one) =>
        amountsDiffer("read back", Money.from(Money.format(one)), one) ??
        differs("fits the schema", isAmount(Money.format(one)), true) ??
        same(
          "read back as micro-euro",
          Money.from(Money.format(one)),
          new Exact(one.toString()).div(1_000_000),
        ),
    },
  ),
  law("money: parses decimals with at most six decimals", "Finer amounts are refused, never rounded.", {
    arbitrary: amountText,
    breaks: (text) => {
      const read = Money.parse(text)
      const plain = /^[+-]?\d+(\.\d+)?$/.test(text)
      if (Result.isFailure(read)) {
        const tag = !plain
          ? "NotAnAmount"
          : new Exact(text).decimalPlaces() > 6
            ? "AmountTooFine"
            : "AmountTooLarge"
        return differs("refusal", read.failure._tag, tag) ?? differs("facts", read.failure.text, text)
      }
      return plain
        ? same("value", read.success, new Exact(text))
        : { what: `parsed ${Money.format(read.success)} from ${JSON.stringify(text)}` }
    },
  }),
  law("money: rounds half away from zero", "−3.5 prints as −4 and 2.5 as 3, as decimal.js has it.", {
    arbitrary: fc.tuple(amount, fc.integer({ min: 0, max: 6 })),
    show,
    breaks: ([one, decimals]) =>
      same("rounded", Money.round(one, decimals), decimal(one).toDecimalPlaces(decimals)) ??
      same(
        "rounded twice",
        Money.round(Money.round(one, decimals), decimals),
        decimal(Money.round(one, decimals)),
      ) ??
      same("negated", Money.round(Money.negate(one), decimals), decimal(Money.round(one, decimals)).neg()),
  }),
  law(
    "rate: a percentage is computed exactly and rounded once",
    "Fifteen per cent of an amount equals decimal.js at six decimals.",
    {
      arbitrary: fc.tuple(amount, percent),
      show,
      breaks: ([one, share]) =>
        same("share", Rate.of(share, one), decimal(one).mul(share).div(100).toDecimalPlaces(6)),
    },
  ),
  law(
    "rate: growth compounds on the unrounded base",
    "No year starts from the rounded amount of the year before.",
    {
      arbitrary: fc.tuple(everyday, percent, fc.nat(8)),
      show,
      breaks: ([one, share, times]) => {
        const factor = new Exact(share).div(100).add(1)
        const grown = Array.from({ length: times }).reduce<ReturnType<typeof decimal>>(
          (base) => base.mul(factor),
          decimal(one),
        )
        return same("grown", Rate.compound(share, one, times), grown.toDecimalPlaces(6))
      },
    },
  ),
  law("rate: percentages sum exactly", "33.333333 + 33.333333 + 33.333334 = 100.", {
    arbitrary: fc.array(percent, { maxLength: 8 }),
    breaks: (shares) =>
      differs("total", Rate.total(shares), shares.reduce((sum, one) => sum.add(one), new Exact(0)).toFixed()),
  }),
]

const isAmount = Schema.is(Amount.Amount)
