/** Generators derived from a schema, so that a new kind of event is generated as soon as it is in the union. */
import * as AST from "effect/SchemaAST"
import * as fc from "fast-check"
import { BudgetEvent } from "../../src/event/BudgetEvent.ts"
import { BudgetLine, Text } from "../../src/value/BudgetLine.ts"
import * as Money from "../../src/value/Money.ts"

/** Returns the values that a schema accepts. */
export const valuesOf = (ast: AST.AST): fc.Arbitrary<unknown> => {
  if (AST.isString(ast)) return texts(ast)
  if (AST.isNumber(ast)) return wholes(ast)
  if (AST.isBoolean(ast)) return fc.boolean()
  if (AST.isLiteral(ast)) return fc.constant(ast.literal)
  if (AST.isUnion(ast)) return fc.oneof(...ast.types.map(valuesOf))
  if (AST.isArrays(ast)) return fc.array(valuesOf(ast.rest[0] ?? ast), { maxLength: 3 })
  if (AST.isObjects(ast)) return records(ast)
  throw new TypeError(`nothing is drawn for ${ast._tag}`)
}

/** Whether a value passes the checks of a node. */
const passes = (ast: AST.AST, value: unknown): boolean =>
  (ast.checks ?? []).every((check) => check._tag === "Filter" && check.run(value, ast, {}) === undefined)

const amounts = fc.oneof(
  fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map((micros) => Money.format(Money.ofMicros(micros))),
  fc
    .integer({ min: -(10 ** 9), max: 10 ** 9 })
    .map((cents) => Money.format(Money.ofMicros(BigInt(cents) * 10_000n))),
  // The bound up to which a number represents all micro-euro.
  fc
    .bigInt({ min: 9_007_199_254_740_000n, max: 9_007_199_254_742_000n })
    .map((micros) => Money.format(Money.ofMicros(micros))),
)

const candidates = fc.oneof(
  amounts,
  fc.integer({ min: 0, max: 10 ** 9 }).map(String),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 14 }),
  fc.string({ unit: "binary", minLength: 1, maxLength: 6 }),
  fc.stringMatching(/^[!-~]([ -~]{0,20}[!-~])?$/),
)

/** At least one text for every pattern, and the texts that parsers most often get wrong. */
const pool = [
  ...["0.00", "-0.01", "12.345678", "999999999999.999999", "1000000000000.00", "-1000000000000.00"],
  ...["9007199254.740991", "-9007199254.740991", "9007199254.740992", "0", "33.333333", "-2.5"],
  ...["61", "6140000", "0123456789", "2026", "1900", "2199", "2026-06-30", "2025-12", "2100-01"],
  ...["A50111", "A 1", '"', "\\", 'Goederen en "diensten"', "a}b", '"}', "}", "{", "/", "\u007f", "é", "€"],
  ...[
    "Coördinatie financiële dienst",
    "e\u0301",
    "𝄞 muziek",
    "\ufeffbom",
    "\ufffd",
    "a\u2028b",
    "\u00a0",
    "ﬁ",
  ],
  ...[
    "a\nb\tc",
    "\b\f\r",
    "\u0000\u001f",
    "x".repeat(200),
    "é".repeat(200),
    "x".repeat(4_000),
    "__proto__",
    "",
  ],
  ...["a".repeat(64), "2026-06-30T12:00:00.000Z", "Eén bestand.csv", "line:12"],
]

const texts = (ast: AST.String): fc.Arbitrary<unknown> => {
  const accepted = pool.filter((text) => passes(ast, text))
  return fc
    .tuple(fc.constantFrom(...accepted), fc.option(candidates, { nil: undefined, freq: 2 }))
    .map(([text, candidate]) => (candidate !== undefined && passes(ast, candidate) ? candidate : text))
}

const wholes = (ast: AST.Number): fc.Arbitrary<unknown> =>
  fc.constantFrom(
    ...[0, 1, -1, 9, 10, 99, 100, 1899, 1900, 2026, 2200, 2201, 123_456_789, 9_007_199_254_740_991].filter(
      (value) => passes(ast, value),
    ),
  )

const records = (ast: AST.Objects): fc.Arbitrary<unknown> => {
  const [index] = ast.indexSignatures
  if (index !== undefined)
    return fc
      .array(fc.tuple(valuesOf(index.parameter), valuesOf(index.type)), { maxLength: 6 })
      .map((members) => Object.fromEntries(members))
  const keys = ast.propertySignatures.filter(({ type }) => type.context?.isOptional !== true)
  return fc
    .record(Object.fromEntries(ast.propertySignatures.map(({ name, type }) => [name, valuesOf(type)])), {
      requiredKeys: keys.map(({ name }) => String(name)),
      noNullPrototype: true,
    })
    .map((value) => (passes(ast, value) ? value : { ...value, first: 2026, last: 2031 }))
}

/** Events of every kind. */
export const events = valuesOf(BudgetEvent.ast) as fc.Arbitrary<BudgetEvent>

const line = valuesOf(BudgetLine.ast) as fc.Arbitrary<BudgetLine>
const description = valuesOf(Text.ast) as fc.Arbitrary<string>
const years = fc.dictionary(fc.integer({ min: 2020, max: 2035 }).map(String), amounts, {
  maxKeys: 7,
  noNullPrototype: true,
})

/** Estimates and realisations whose amounts never overflow a sum of a few hundred. */
export const changes: fc.Arbitrary<BudgetEvent> = fc.oneof(
  fc.record(
    { _tag: fc.constant("EstimatePosted" as const), line, amounts: years, description },
    { requiredKeys: ["_tag", "line", "amounts"], noNullPrototype: true },
  ),
  fc.record(
    {
      _tag: fc.constant("ActualRecorded" as const),
      line,
      year: fc.integer({ min: 1900, max: 2200 }),
      date: fc.constantFrom("2026-06-30", "2027-12-01"),
      amount: amounts,
      voucher: fc.stringMatching(/^[A-Z0-9/]{1,12}$/),
      description,
    },
    { requiredKeys: ["_tag", "line", "year", "date", "amount", "voucher"], noNullPrototype: true },
  ),
)
