/** Bodies of plain entries, written out part by part: as they are, at the bounds of every part, and just beyond. */
import * as Journal from "../../src/journal/Journal.ts"

/** The parts of an entry as they are written in a body. */
const parts = {
  actor: "test",
  event: `{"_tag":"EstimatePosted","amounts":{"2026":"1.00"},"line":{"account":"61","direction":"U","policyItem":"0900"}}`,
  id: "x:1",
  position: "1",
  previous: Journal.genesis.hash,
  source: "",
  time: "2026-01-05T09:00:00.000Z",
  version: "1",
}

/** A body of a plain entry, but for some of its parts. */
export const plain = (changes: Partial<typeof parts> = {}): string => {
  const { actor, event, id, position, previous, source, time, version } = { ...parts, ...changes }
  return `{"actor":"${actor}","event":${event},"id":"${id}","position":${position},"previous":"${previous}",${source}"time":"${time}","version":${version}}`
}

/** The head that a body says it follows. */
export const follows = (text: string): Journal.Head => ({
  position: Number(/"position":(\d+)/.exec(text)?.[1]) - 1,
  hash: /"previous":"(\w*)"/.exec(text)?.[1] ?? "",
  time: "",
})

const codes = {
  account: "6140000",
  action: "A1",
  direction: "U",
  envelope: "ENV 1",
  policyItem: "0900",
  sector: "OCMW",
}

const line = (changes: Partial<typeof codes> = {}): string =>
  Object.entries({ ...codes, ...changes })
    .map(([key, code]) => `"${key}":"${code}"`)
    .join()

const estimate = (amounts: string, line = "", description = ""): Partial<typeof parts> => ({
  event: `{"_tag":"EstimatePosted","amounts":{${amounts}},${description}"line":{${line === "" ? '"account":"61","direction":"U","policyItem":"0900"' : line}}}`,
})

export const actual = (changes: {
  readonly amount?: string
  readonly date?: string
  readonly voucher?: string
  readonly year?: string
  readonly description?: string
}): Partial<typeof parts> => {
  const { amount, date, voucher, year, description } = {
    amount: "1.00",
    date: "2026-01-31",
    voucher: "F1",
    year: "2026",
    description: "",
    ...changes,
  }
  return {
    event: `{"_tag":"ActualRecorded","amount":"${amount}","date":"${date}",${description}"line":{"account":"61","direction":"O","policyItem":"0900"},"voucher":"${voucher}","year":${year}}`,
  }
}

export const named = (name: string, sha = "a".repeat(64), line = ""): Partial<typeof parts> => ({
  source: `"source":{${line}"name":"${name}","sha256":"${sha}"},`,
})

/** Bodies at the bounds of what is plain: what they have at a bound, and whether a reader sees them. */
export const bounds: ReadonlyArray<readonly [what: string, text: string, isSeen: boolean]> = (
  [
    ["a plain one", {}, true],
    ["an actor of one letter", { actor: "a" }, true],
    ["an actor of 64 letters", { actor: "a".repeat(64) }, true],
    ["no actor of 65 letters", { actor: "a".repeat(65) }, false],
    ["no actor without letters", { actor: "" }, false],
    ["no actor with a blank", { actor: "a b" }, false],
    ["an id of one letter", { id: "/" }, true],
    ["an id of 128 letters", { id: "9.".repeat(64) }, true],
    ["no id of 129 letters", { id: "x".repeat(129) }, false],
    ["no id without letters", { id: "" }, false],
    ["no id with a blank", { id: "a b" }, false],
    ["the last position", { position: "999999999999999" }, true],
    ["no position of sixteen digits", { position: "1000000000000000" }, false],
    ["no position with a zero before it", { position: "01" }, false],
    ["no other version", { version: "2" }, false],
    ["no time without milliseconds", { time: "2026-01-05T09:00:00Z" }, false],
    ["no time with a letter", { time: "2026-01-05T09:00:00.0a0Z" }, false],
    ["a source without a line", named("a b.csv"), true],
    ["a source with its first line", named("a", undefined, '"line":0,'), true],
    ["a source with line 999,999,999", named("a", undefined, '"line":999999999,'), true],
    ["no line of ten digits", named("a", undefined, '"line":1000000000,'), false],
    ["no line before the first", named("a", undefined, '"line":-1,'), false],
    ["no line without a number", named("a", undefined, '"line":,'), false],
    ["no line with something behind it", named("a", undefined, '"line":1 ,'), false],
    ["a source of 255 letters", named("x".repeat(255)), true],
    ["no source of 256 letters", named("x".repeat(256)), false],
    ["no source without a name", named(""), false],
    ["no source with an accent", named("é.csv"), false],
    ["no digest of 63 digits", named("a", "a".repeat(63)), false],
    ["no digest of 65 digits", named("a", "0".repeat(65)), false],
    ["no digest with a capital", named("a", "A".repeat(64)), false],
    ["the first year and the last", estimate('"1900":"1.00","2199":"1.00"'), true],
    ["no year before 1900", estimate('"1899":"1.00"'), false],
    ["no year after 2199", estimate('"2200":"1.00"'), false],
    ["no year of five digits", estimate('"20260":"1.00"'), false],
    ["no year twice", estimate('"2026":"1.00","2026":"1.00"'), false],
    ["no years that fall", estimate('"2027":"1.00","2026":"1.00"'), false],
    ["no amounts at all", estimate(""), false],
    ["no amounts with a comma behind them", estimate('"2026":"1.00",'), false],
    ["no year without its quote", estimate('2026":"1.00"'), false],
    ["no year without an amount", estimate('"2026"'), false],
    ["no amount without its end", estimate('"2026":"1.00'), false],
    ...(
      [
        ["0.00", true],
        ["0.01", true],
        ["-0.01", true],
        ["10.10", true],
        ["9.99", true],
        ["1.234", true],
        ["1.2345", true],
        ["1.23456", true],
        ["1.234567", true],
        ["0.001", true],
        ["-0.000001", true],
        ["9007199254.740959", true],
        ["9007199254.740991", true],
        ["-9007199254.740991", true],
        ["9007199254.740992", false],
        ["9007199254.75", false],
        ["999999999999.99", false],
        ["1000000000000.00", false],
        ["-0.00", false],
        ["00.10", false],
        ["01.00", false],
        ["1", false],
        ["1.", false],
        ["1.0", false],
        [".10", false],
        ["-.10", false],
        ["-", false],
        ["", false],
        ["1.100", false],
        ["1.000000", false],
        ["1.2345678", false],
        ["1.2345670", false],
        ["+1.00", false],
        ["1,00", false],
        ["1/00", false],
        ["/.00", false],
        [":.00", false],
        ["1.0:", false],
        ["1.00 ", false],
      ] as const
    ).flatMap(([amount, isSeen]) => {
      const told = isSeen ? `the amount ${amount}` : `no amount "${amount}"`
      return [
        [told, estimate(`"2026":"${amount}"`), isSeen],
        [`${told} realised`, actual({ amount }), isSeen],
      ] as const
    }),
    ["every code", estimate('"2026":"1.00"', line()), true],
    ["an account of ten digits", estimate('"2026":"1.00"', line({ account: "1".repeat(10) })), true],
    ["no account of eleven digits", estimate('"2026":"1.00"', line({ account: "1".repeat(11) })), false],
    ["no account of one digit", estimate('"2026":"1.00"', line({ account: "1" })), false],
    ["no other direction", estimate('"2026":"1.00"', line({ direction: "X" })), false],
    ...(["action", "envelope", "policyItem", "sector"] as const).flatMap(
      (code) =>
        [
          [`brackets in the ${code}`, estimate('"2026":"1.00"', line({ [code]: "a}{}" })), true],
          [`no ${code} that begins with a bracket`, estimate('"2026":"1.00"', line({ [code]: "}" })), false],
          [`a blank within the ${code}`, estimate('"2026":"1.00"', line({ [code]: "! ~" })), true],
          [`200 letters as the ${code}`, estimate('"2026":"1.00"', line({ [code]: "x".repeat(200) })), true],
          [
            `not 201 letters as the ${code}`,
            estimate('"2026":"1.00"', line({ [code]: "x".repeat(201) })),
            false,
          ],
          [`no blank before the ${code}`, estimate('"2026":"1.00"', line({ [code]: " x" })), false],
          [`no blank behind the ${code}`, estimate('"2026":"1.00"', line({ [code]: "x " })), false],
          [`nothing as the ${code}`, estimate('"2026":"1.00"', line({ [code]: "" })), false],
          [`no accent in the ${code}`, estimate('"2026":"1.00"', line({ [code]: "é" })), false],
        ] as const,
    ),
    ["no line with more in it", estimate('"2026":"1.00"', `${line()},"x":"y"`), false],
    [
      "no line that does not end",
      { event: '{"_tag":"EstimatePosted","amounts":{"2026":"1.00"},"line":{' },
      false,
    ],
    ["a description", estimate('"2026":"1.00"', "", '"description":"a (b) ~",'), true],
    [
      "a description of 4,000 letters",
      estimate('"2026":"1.00"', "", `"description":"${"x".repeat(4_000)}",`),
      true,
    ],
    [
      "no description of 4,001",
      estimate('"2026":"1.00"', "", `"description":"${"x".repeat(4_001)}",`),
      false,
    ],
    ["no description of none", estimate('"2026":"1.00"', "", '"description":"",'), false],
    ["no description with a quote in it", estimate('"2026":"1.00"', "", '"description":"a\\"b",'), false],
    ["a description of a realisation", actual({ description: '"description":"a",' }), true],
    ["a day at the end of a year", actual({ date: "2026-12-31" }), true],
    ["no day that no calendar has", actual({ date: "2026-13-01" }), false],
    ["no day 00", actual({ date: "2026-01-00" }), false],
    ["no month 00", actual({ date: "2026-00-10" }), false],
    ["no day 32", actual({ date: "2026-01-32" }), false],
    ["a voucher of 200 letters", actual({ voucher: "x".repeat(200) }), true],
    ["no voucher of 201", actual({ voucher: "x".repeat(201) }), false],
    ["no voucher of none", actual({ voucher: "" }), false],
    ["a realisation in 1900", actual({ year: "1900" }), true],
    ["a realisation in 2200", actual({ year: "2200" }), true],
    ["none in 1899", actual({ year: "1899" }), false],
    ["none in 2201", actual({ year: "2201" }), false],
    ["none in a year that is a text", actual({ year: '"2026"' }), false],
    ["no year without digits", estimate('"":"1.00"'), false],
    ["no realisation without a year", actual({ year: "" }), false],
    ["no line of nothing", { event: parts.event.replace(/"line":.*$/, '"line":{}}') }, false],
    [
      "no line that is left open",
      { event: actual({}).event?.replace(/"line":.*,"voucher"/, '"line":{,"voucher"') ?? "" },
      false,
    ],
    [
      "no realisation without a day",
      { event: actual({}).event?.replace(/","date":.*"line"/, '"line"') ?? "" },
      false,
    ],
    ["no event without its end", { event: parts.event.slice(0, -1) }, false],
    ["no version with more behind it", { version: "1}x" }, false],
    ["no source that holds a time alone", { source: '"source":{' }, false],
    ["no file outside a source", { source: named("a").source?.replace('"source":{', "") ?? "" }, false],
    ["no other kind", { event: '{"_tag":"YearClosed","year":2026}' }, false],
  ] as ReadonlyArray<readonly [string, Partial<typeof parts>, boolean]>
).map(([what, changes, isSeen]) => [what, plain(changes), isSeen] as const)
