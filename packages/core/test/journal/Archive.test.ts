/** Ledgers as files: what is written is read back, and every change or cut is reported. */
import { Archive, type Journal } from "@grootboek/core"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { chain, rewritten, sha256 } from "../Sealed.ts"

const entries = chain(5)
const file = Archive.write(entries)
const text = new TextDecoder().decode(file)
const lines = text.split("\n").slice(0, -1)
const bytes = (of: ReadonlyArray<string>) => new TextEncoder().encode(of.map((line) => `${line}\n`).join(""))
const codes = (archive: Archive.Archive) =>
  archive.findings.map(({ code, position }) => `${position} ${code}`)

describe("Archive", () => {
  test("read: returns the entries that write wrote, byte for byte", () => {
    const archive = Archive.readWithFindings(file, sha256)
    expect(archive.findings).toEqual([])
    expect(archive.sealed.map(({ hash }) => hash)).toEqual(entries.map(({ hash }) => hash))
    expect(Archive.write(archive.sealed)).toEqual(file)
  })

  test("write: writes one line of canonical JSON per entry, and a last line with the totals", () => {
    const hash = entries.at(-1)?.hash
    expect(lines).toHaveLength(6)
    expect(lines[0]).toBe(
      `{"entry":${new TextDecoder().decode(entries[0]?.body)},"hash":"${entries[0]?.hash}"}`,
    )
    expect(lines[5]).toBe(`{"trailer":{"entries":5,"head":"${hash}"}}`)
  })

  test("write: writes only the last line when the ledger is empty", () => {
    const empty = Archive.write([])
    expect(new TextDecoder().decode(empty)).toBe(`{"trailer":{"entries":0,"head":"${"0".repeat(64)}"}}\n`)
    expect(Archive.readWithFindings(empty, sha256)).toMatchObject({ entries: 0, findings: [] })
  })

  const [a = "", b = "", c = "", d = "", e = "", end = ""] = lines
  const table: ReadonlyArray<
    readonly [name: string, file: ReadonlyArray<string>, findings: ReadonlyArray<string>]
  > = [
    ["an empty file has no last line", [], ["1 TrailerMissing"]],
    ["without the last line, entries may be missing", [a, b, c, d, e], ["6 TrailerMissing"]],
    ["without its last entry, it does not match the last line", [a, b, c, d, end], ["5 TrailerMismatch"]],
    ["without an entry in the middle, there is a gap", [a, b, d, e, end], ["4 PositionGap", "4 BrokenChain"]],
    ["an entry after the last line is reported", [a, b, c, d, e, end, a], ["6 AfterTrailer"]],
    ["a malformed line is reported and the rest is read", [a, "", b, c, d, e, end], ["2 MalformedLine"]],
    ["so is the beginning of an entry alone", [a, '{"entry":', b, c, d, e, end], ["2 MalformedLine"]],
    [
      "a last line with another count does not match",
      [a, b, c, d, e, end.replace('"entries":5', '"entries":4')],
      ["6 TrailerMismatch"],
    ],
    [
      "the last line of another ledger does not match",
      [a, b, c, end.replace("5", "3")],
      ["4 TrailerMismatch"],
    ],
  ]
  test.each(table)("read: %s", (_, of, findings) => {
    expect(codes(Archive.readWithFindings(bytes(of), sha256))).toEqual(findings)
  })

  test("read: reports a cut when the file ends at any other byte", () => {
    for (let length = 0; length < file.length; length++)
      expect(
        codes(Archive.readWithFindings(file.subarray(0, length), sha256)),
        `cut at ${length}`,
      ).not.toEqual([])
  })

  test("read: reports a change when any one bit is flipped", () => {
    const flipped = new Uint8Array(file)
    // Mutation runs test one bit in sixty-one, so that each of the eight bits of a byte is tested.
    const step = process.env.TESTS === "few" ? 61 : 1
    for (let bit = 0; bit < file.length * 8; bit += step) {
      const at = bit >> 3
      flipped[at] = (file[at] ?? 0) ^ (1 << (bit & 7))
      expect(Archive.readWithFindings(flipped, sha256).findings.length, `bit ${bit}`).toBeGreaterThan(0)
      flipped[at] = file[at] ?? 0
    }
  })

  test("read: returns the offset of a finding in the file", () => {
    const broken = Archive.write(rewritten(entries, 3, (body) => body.replace('"year":2028', '"year":"x"')))
    const [finding] = Archive.readWithFindings(broken, sha256).findings
    expect(new TextDecoder().decode(broken.subarray(finding?.offset)).startsWith('"year":"x"')).toBe(true)
  })

  test("read: reports the line, the byte and the facts of each fault", () => {
    const cut = file.subarray(0, file.length - 1)
    const reported = (archive: Archive.Archive) =>
      archive.findings.map(
        ({ position, field, offset, facts }) => `${position} ${field} @${offset}: ${JSON.stringify(facts)}`,
      )
    const at = (line: number) => lines.slice(0, line - 1).join("\n").length + (line === 1 ? 0 : 1)
    const [, , third, , fifth] = entries.map(({ hash }) => hash)
    expect(reported(Archive.readWithFindings(cut, sha256))).toEqual([
      `6 (line) @${at(6)}: {"_tag":"CutLine","line":6}`,
    ])
    expect(reported(Archive.readWithFindings(bytes([a, "", b, c, d, e, end, "x"]), sha256))).toEqual([
      `2 (line) @${at(2)}: {"_tag":"MalformedLine","line":2}`,
      `6 (line) @${file.length + 1}: {"_tag":"AfterTrailer","line":8}`,
    ])
    expect(reported(Archive.readWithFindings(bytes([a, b, c, d, e]), sha256))).toEqual([
      `6 (trailer) @${at(6)}: {"_tag":"TrailerMissing","last":5}`,
    ])
    expect(reported(Archive.readWithFindings(bytes([a, b, c, end]), sha256))).toEqual([
      `4 (trailer) @${at(4) + end.length + 1}: {"_tag":"TrailerMismatch","entries":5,"head":"${fifth}","last":3,"hash":"${third}"}`,
    ])
  })

  test("read: reports a line that is longer than allowed, and does not parse it", () => {
    const huge = `{"entry":${"[".repeat(1_000)},"hash":"${"f".repeat(64)}"}`
    const options = { longestLine: 999 }
    const archive = Archive.readWithFindings(bytes([a, huge, b, c, d, e, end]), sha256, options)
    expect(archive.sealed).toEqual(entries)
    expect(archive.findings.map(({ facts }) => facts)).toEqual([
      { _tag: "LineTooLong", line: 2, length: huge.length, most: 999 },
    ])
    expect(Archive.read(file, sha256, { longestLine: 9 })).toMatchObject({
      _tag: "Failure",
      failure: { _tag: "ArchiveDamaged" },
    })
    expect(codes(Archive.readWithFindings(bytes([huge]).subarray(0, -1), sha256, options))).toEqual([
      "1 LineTooLong",
      "1 CutLine",
      "1 TrailerMissing",
    ])
  })

  test("read: omits an entry that is cut off", () => {
    const half = Archive.readWithFindings(new TextEncoder().encode(`${a}\n${b.slice(0, -1)}\n`), sha256)
    expect(half.sealed).toHaveLength(1)
    expect(codes(half)).toEqual(["2 MalformedLine", "2 TrailerMissing"])
  })

  test("read: reports an entry with an empty body as malformed", () => {
    const nothing = Archive.readWithFindings(bytes([`{"entry":,"hash":"${"f".repeat(64)}"}`, end]), sha256)
    expect(nothing.sealed).toEqual([{ position: 1, hash: "f".repeat(64), body: new Uint8Array() }])
    expect(codes(nothing)).toEqual(["1 HashMismatch", "1 MalformedEntry", "2 TrailerMismatch"])
  })

  test("read: returns bodies unchanged when they cannot be parsed", () => {
    const odd: Journal.Sealed = { position: 1, hash: "f".repeat(64), body: new Uint8Array([123, 255, 125]) }
    const archive = Archive.readWithFindings(Archive.write([odd]), sha256)
    expect([...(archive.sealed[0]?.body ?? [])]).toEqual([123, 255, 125])
    expect(codes(archive)).toEqual(["1 HashMismatch", "1 MalformedEntry"])
  })

  test("read: succeeds with the entries and the head of a file without findings", () => {
    expect(Archive.read(file, sha256)).toMatchObject(
      Result.succeed({ entries: 5, head: { position: 5, hash: entries.at(-1)?.hash }, sealed: entries }),
    )
  })

  test("read: omits an entry after the last line", () => {
    const archive = Archive.readWithFindings(bytes([a, b, end, c, end]), sha256)
    expect(archive.sealed).toEqual(entries.slice(0, 2))
    expect(codes(archive)).toEqual(["3 AfterTrailer", "3 AfterTrailer", "3 TrailerMismatch"])
  })

  test("read: reads a line of exactly the length that is allowed", () => {
    const longest = Math.max(...lines.map(({ length }) => length))
    expect(codes(Archive.readWithFindings(file, sha256, { longestLine: longest }))).toEqual([])
    expect(codes(Archive.readWithFindings(file, sha256, { longestLine: longest - 1 }))).toContain(
      "1 LineTooLong",
    )
  })

  test("read: reports line ends that a program changed, after the findings of lines", () => {
    const changed = new TextEncoder().encode(`${text.replaceAll("\n", "\r\n")}\n`)
    const archive = Archive.readWithFindings(changed, sha256)
    expect(archive.sealed).toEqual(entries)
    expect(archive.findings).toEqual([
      {
        code: "LineEndsChanged",
        position: 0,
        field: "(file)",
        offset: 0,
        facts: { _tag: "LineEndsChanged", marks: ["carriageReturns", "blankEnd"] },
      },
    ])
  })

  test("read: keeps the first ten thousand findings, also when one line has several", () => {
    const short = (count: number) => Array.from({ length: count }, () => "x")
    const many = Archive.readWithFindings(bytes(short(10_001)), sha256).findings
    expect(many).toHaveLength(Archive.mostFindings)
    expect(many.at(-1)?.facts).toEqual({ _tag: "MalformedLine", line: 10_000 })
    const wrong = `{"entry":,"hash":"${"f".repeat(64)}"}`
    const last = Archive.readWithFindings(bytes([...short(9_999), wrong, wrong]), sha256).findings
    expect([last.length, last.at(-1)?.code]).toEqual([10_000, "HashMismatch"])
  })
})
