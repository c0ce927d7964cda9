/** Bodies of entries, written part by part: valid, at the bounds of every part, and beyond. */
import * as Journal from "../../src/journal/Journal.ts"

/** The parts of an entry in a body. */
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

/** Returns the body of an entry with some parts changed. */
export const plain = (changes: Partial<typeof parts> = {}): string => {
  const { actor, event, id, position, previous, source, time, version } = { ...parts, ...changes }
  return `{"actor":"${actor}","event":${event},"id":"${id}","position":${position},"previous":"${previous}",${source}"time":"${time}","version":${version}}`
}

/** Returns the head before a body. */
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

const earmarked = (amounts: string): Partial<typeof parts> => ({
  event: `{"_tag":"FundsEarmarked","account":"0900000","amounts":{${amounts}}}`,
})

/** Returns the change of a body whose event is a realisation. */
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

/** Returns the change of a body that has a source. */
export const named = (name: string, sha = "a".repeat(64), line = ""): Partial<typeof parts> => ({
  source: `"source":{${line}"name":"${name}","sha256":"${sha}"},`,
})

/** Bodies at the bounds of every part, and beyond. */
export const bounds: ReadonlyArray<readonly [what: string, text: string]> = (
  [
    ["nothing special", {}],
    ["actor of one letter", { actor: "a" }],
    ["actor of 64 letters", { actor: "a".repeat(64) }],
    ["actor of 65 letters", { actor: "a".repeat(65) }],
    ["actor without letters", { actor: "" }],
    ["actor with a blank", { actor: "a b" }],
    ["id of one letter", { id: "/" }],
    ["id of 128 letters", { id: "9.".repeat(64) }],
    ["id of 129 letters", { id: "x".repeat(129) }],
    ["id without letters", { id: "" }],
    ["id with a blank", { id: "a b" }],
    ["last position", { position: "999999999999999" }],
    ["position of sixteen digits", { position: "1000000000000000" }],
    ["position with a zero before it", { position: "01" }],
    ["other version", { version: "2" }],
    ["time without milliseconds", { time: "2026-01-05T09:00:00Z" }],
    ["time with a letter", { time: "2026-01-05T09:00:00.0a0Z" }],
    ["source without a line", named("a b.csv")],
    ["source with its first line", named("a", undefined, '"line":0,')],
    ["source with line 999,999,999", named("a", undefined, '"line":999999999,')],
    ["line of ten digits", named("a", undefined, '"line":1000000000,')],
    ["line before the first", named("a", undefined, '"line":-1,')],
    ["line without a number", named("a", undefined, '"line":,')],
    ["line with something behind it", named("a", undefined, '"line":1 ,')],
    ["source of 255 letters", named("x".repeat(255))],
    ["source of 256 letters", named("x".repeat(256))],
    ["source without a name", named("")],
    ["source with an accent", named("é.csv")],
    ["digest of 63 digits", named("a", "a".repeat(63))],
    ["digest of 65 digits", named("a", "0".repeat(65))],
    ["digest with a capital", named("a", "A".repeat(64))],
    ["first year and the last", estimate('"1900":"1.00","2199":"1.00"')],
    ["year before 1900", estimate('"1899":"1.00"')],
    ["year after 2199", estimate('"2200":"1.00"')],
    ["year of five digits", estimate('"20260":"1.00"')],
    ["year twice", estimate('"2026":"1.00","2026":"1.00"')],
    ["years that fall", estimate('"2027":"1.00","2026":"1.00"')],
    ["no amounts", estimate("")],
    ["no earmarked amounts", earmarked("")],
    ["earmarked years that fall", earmarked('"2027":"1.00","2026":"1.00"')],
    ["earmarked year twice", earmarked('"2026":"1.00","2026":"1.00"')],
    ["earmarked year without its colon", earmarked('"2026""1.00"')],
    ["earmarked amount without its end", earmarked('"2026":"1.00')],
    ["amounts with a comma behind them", estimate('"2026":"1.00",')],
    ["year without its quote", estimate('2026":"1.00"')],
    ["year without an amount", estimate('"2026"')],
    ["amount without its end", estimate('"2026":"1.00')],
    ...(
      [
        "0.00",
        "0.01",
        "-0.01",
        "10.10",
        "9.99",
        "1.234",
        "1.2345",
        "1.23456",
        "1.234567",
        "0.001",
        "-0.000001",
        "9007199254.740959",
        "9007199254.740991",
        "-9007199254.740991",
        "9007199254.740992",
        "9007199254.75",
        "999999999999.99",
        "1000000000000.00",
        "-0.00",
        "00.10",
        "01.00",
        "1",
        "1.",
        "1.0",
        ".10",
        "-.10",
        "-",
        "",
        "1.100",
        "1.000000",
        "1.2345678",
        "1.2345670",
        "+1.00",
        "1,00",
        "1/00",
        "/.00",
        ":.00",
        "1.0:",
        "1.00 ",
      ] as const
    ).flatMap(
      (amount) =>
        [
          [`amount "${amount}"`, estimate(`"2026":"${amount}"`)],
          [`realised amount "${amount}"`, actual({ amount })],
          [`earmarked amount "${amount}"`, earmarked(`"2026":"${amount}"`)],
          [`second earmarked amount "${amount}"`, earmarked(`"2026":"1.00","2027":"${amount}"`)],
        ] as const,
    ),
    ["every code", estimate('"2026":"1.00"', line())],
    ["account of ten digits", estimate('"2026":"1.00"', line({ account: "1".repeat(10) }))],
    ["account of eleven digits", estimate('"2026":"1.00"', line({ account: "1".repeat(11) }))],
    ["account of one digit", estimate('"2026":"1.00"', line({ account: "1" }))],
    ["other direction", estimate('"2026":"1.00"', line({ direction: "X" }))],
    ...(["action", "envelope", "policyItem", "sector"] as const).flatMap(
      (code) =>
        [
          [`brackets in the ${code}`, estimate('"2026":"1.00"', line({ [code]: "a}{}" }))],
          [`${code} that begins with a bracket`, estimate('"2026":"1.00"', line({ [code]: "}" }))],
          [`blank within the ${code}`, estimate('"2026":"1.00"', line({ [code]: "! ~" }))],
          [`200 letters as the ${code}`, estimate('"2026":"1.00"', line({ [code]: "x".repeat(200) }))],
          [`201 letters as the ${code}`, estimate('"2026":"1.00"', line({ [code]: "x".repeat(201) }))],
          [`blank before the ${code}`, estimate('"2026":"1.00"', line({ [code]: " x" }))],
          [`blank behind the ${code}`, estimate('"2026":"1.00"', line({ [code]: "x " }))],
          [`nothing as the ${code}`, estimate('"2026":"1.00"', line({ [code]: "" }))],
          [`accent in the ${code}`, estimate('"2026":"1.00"', line({ [code]: "é" }))],
        ] as const,
    ),
    ["line with more in it", estimate('"2026":"1.00"', `${line()},"x":"y"`)],
    ["line that does not end", { event: '{"_tag":"EstimatePosted","amounts":{"2026":"1.00"},"line":{' }],
    ["description", estimate('"2026":"1.00"', "", '"description":"a (b) ~",')],
    ["description of 4,000 letters", estimate('"2026":"1.00"', "", `"description":"${"x".repeat(4_000)}",`)],
    ["description of 4,001", estimate('"2026":"1.00"', "", `"description":"${"x".repeat(4_001)}",`)],
    ["empty description", estimate('"2026":"1.00"', "", '"description":"",')],
    ["description with a quote in it", estimate('"2026":"1.00"', "", '"description":"a\\"b",')],
    ["description of a realisation", actual({ description: '"description":"a",' })],
    ["day at the end of a year", actual({ date: "2026-12-31" })],
    ["day that no calendar has", actual({ date: "2026-13-01" })],
    ["day 00", actual({ date: "2026-01-00" })],
    ["month 00", actual({ date: "2026-00-10" })],
    ["day 32", actual({ date: "2026-01-32" })],
    ["voucher of 200 letters", actual({ voucher: "x".repeat(200) })],
    ["voucher of 201", actual({ voucher: "x".repeat(201) })],
    ["empty voucher", actual({ voucher: "" })],
    ["realisation in 1900", actual({ year: "1900" })],
    ["realisation in 2200", actual({ year: "2200" })],
    ["realisation in 1899", actual({ year: "1899" })],
    ["realisation in 2201", actual({ year: "2201" })],
    ["realisation in a year that is a text", actual({ year: '"2026"' })],
    ["year without digits", estimate('"":"1.00"')],
    ["realisation without a year", actual({ year: "" })],
    ["line of nothing", { event: parts.event.replace(/"line":.*$/, '"line":{}}') }],
    [
      "line that is left open",
      { event: actual({}).event?.replace(/"line":.*,"voucher"/, '"line":{,"voucher"') ?? "" },
    ],
    ["realisation without a day", { event: actual({}).event?.replace(/","date":.*"line"/, '"line"') ?? "" }],
    ["event without its end", { event: parts.event.slice(0, -1) }],
    ["version with more behind it", { version: "1}x" }],
    ["source that holds a time alone", { source: '"source":{' }],
    ["file outside a source", { source: named("a").source?.replace('"source":{', "") ?? "" }],
    ["other kind", { event: '{"_tag":"YearClosed","year":2026}' }],
  ] as ReadonlyArray<readonly [string, Partial<typeof parts>]>
).map(([what, changes]) => [what, plain(changes)] as const)
