/** The fast path of amounts, without the general one behind it. */
import { Money } from "@grootboek/core"
import { describe, expect, test } from "vitest"

describe("Money.parseMicros", () => {
  test.each([
    ["plain", "12", 12_000_000],
    ["plain", "-12.5", -12_500_000],
    ["plain", "0.000001", 1],
    ["plain", "123456789.123456", 123_456_789_123_456],
    ["plain", "-000000000.000000", 0],
    ["be", "1.234", 1_234_000_000],
    ["be", "12.345,6", 12_345_600_000],
    ["be", "123.456", 123_456_000_000],
    ["be", "-123.456.789,25", -123_456_789_250_000],
    ["be", "1.234.567", 1_234_567_000_000],
    ["be", "1234,5", 1_234_500_000],
    ["en", "1,234,567.891", 1_234_567_891_000],
    ["en", "-0.5", -500_000],
  ] as const)("%s: parses %s to %i micro-euro", (notation, text, micros) => {
    expect(Money.parseMicros(text, notation)).toBe(micros)
  })

  test.each([
    ["plain", ""],
    ["plain", "-"],
    ["plain", "--1"],
    ["plain", "1."],
    ["plain", ".5"],
    ["plain", "1.5x"],
    ["plain", "1.5/"],
    ["plain", "1.5:"],
    ["plain", "1x5"],
    ["be", ".123"],
    ["be", "-.123"],
    ["be", "0.123"],
    ["be", "-0.123"],
    ["be", "1.23"],
    ["be", "1.2345"],
    ["be", "1234.567"],
    ["be", "1.23.456"],
    ["be", "1.2345.678"],
    ["be", "1.234.56"],
    ["be", "1..234"],
    ["be", "1.234,"],
    ["be", "1.23,5"],
    ["be", ",5"],
    ["en", "1.234,5"],
  ] as const)("%s: %j is not an amount", (notation, text) => {
    expect(Money.parseMicros(text, notation)).toBeNaN()
  })

  const general = ["+1", "1234567890", "0000000001", "0.1234567", "0.0000000", "-1234567890.12345678"]
  test.each(general)("leaves %s, with a plus sign or more digits, to parse", (text) => {
    expect(Money.parseMicros(text, "plain")).toBeNaN()
  })
})

describe("Money.formatMicros", () => {
  test.each([
    [0, "0.00"],
    [-1, "-0.000001"],
    [90_000, "0.09"],
    [100_000, "0.10"],
    [-990_000, "-0.99"],
    [1_005_000, "1.005"],
    [1_230_400, "1.2304"],
    [Number.MAX_SAFE_INTEGER, "9007199254.740991"],
  ])("formats %i micro-euro as %s", (micros, text) => {
    expect(Money.formatMicros(micros)).toBe(text)
  })
})

describe("Money.printPlain", () => {
  test.each([
    ["plain", "-1234567.5", "-1234567.5"],
    ["plain", "1000", "1000"],
    ["be", "-441200.123456", "-441.200,123456"],
    ["be", "-100", "-100"],
    ["en", "1234567", "1,234,567"],
    ["en", "999.50", "999.50"],
  ] as const)("%s: prints %s as %s", (notation, plain, text) => {
    expect(Money.printPlain(plain, notation)).toBe(text)
  })
})
