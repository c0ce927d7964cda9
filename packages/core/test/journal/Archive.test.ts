import { Archive, type Journal } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import { chain, rewritten, sha256 } from "../Sealed.ts"

const entries = chain(5)
const file = Archive.write(entries)
const text = new TextDecoder().decode(file)
const lines = text.split("\n").slice(0, -1)
const bytes = (of: ReadonlyArray<string>) => new TextEncoder().encode(of.map((line) => `${line}\n`).join(""))
const codes = (archive: Archive.Archive) =>
  archive.findings.map(({ code, position }) => `${position} ${code}`)

describe("an archive", () => {
  test("comes back as it was written, byte for byte", () => {
    const archive = Archive.read(file, sha256)
    expect(archive.findings).toEqual([])
    expect(archive.sealed.map(({ hash }) => hash)).toEqual(entries.map(({ hash }) => hash))
    expect(Archive.write(archive.sealed)).toEqual(file)
  })

  test("has one line per entry, canonical JSON, and a last line that says where it ends", () => {
    const hash = entries.at(-1)?.hash
    expect(lines).toHaveLength(6)
    expect(lines[0]).toBe(
      `{"entry":${new TextDecoder().decode(entries[0]?.body)},"hash":"${entries[0]?.hash}"}`,
    )
    expect(lines[5]).toBe(`{"trailer":{"entries":5,"head":"${hash}"}}`)
  })

  test("of an empty ledger is its last line alone", () => {
    const empty = Archive.write([])
    expect(new TextDecoder().decode(empty)).toBe(`{"trailer":{"entries":0,"head":"${"0".repeat(64)}"}}\n`)
    expect(Archive.read(empty, sha256)).toMatchObject({ entries: 0, findings: [] })
  })

  const [a = "", b = "", c = "", d = "", e = "", end = ""] = lines
  const table: ReadonlyArray<
    readonly [name: string, file: ReadonlyArray<string>, findings: ReadonlyArray<string>]
  > = [
    ["an empty file has no end", [], ["1 TrailerMissing"]],
    ["without its last line it may have lost a tail", [a, b, c, d, e], ["6 TrailerMissing"]],
    ["without its last entry it is not what it promises", [a, b, c, d, end], ["5 TrailerMismatch"]],
    ["with a missing entry it breaks at the gap", [a, b, d, e, end], ["4 PositionGap", "4 BrokenChain"]],
    ["with something behind its end it is not whole", [a, b, c, d, e, end, a], ["6 AfterTrailer"]],
    ["a line that is no entry is named and the rest is read", [a, "", b, c, d, e, end], ["2 MalformedLine"]],
    [
      "an end that counts otherwise is not its own",
      [a, b, c, d, e, end.replace('"entries":5', '"entries":4')],
      ["6 TrailerMismatch"],
    ],
    ["another ledger's end is not its own", [a, b, c, end.replace("5", "3")], ["4 TrailerMismatch"]],
  ]
  test.each(table)("%s", (_, of, findings) => {
    expect(codes(Archive.read(bytes(of), sha256))).toEqual(findings)
  })

  test("cut at any byte is found to be cut", () => {
    for (let length = 0; length < file.length; length++)
      expect(codes(Archive.read(file.subarray(0, length), sha256)), `cut at ${length}`).not.toEqual([])
  })

  test("with any one bit flipped is found to be changed", () => {
    const flipped = new Uint8Array(file)
    // Where every test is run for thousands of mutants, one bit in sixty-one must do; each of the eight has its turn.
    const step = process.env.LAWS === "few" ? 61 : 1
    for (let bit = 0; bit < file.length * 8; bit += step) {
      const at = bit >> 3
      flipped[at] = (file[at] ?? 0) ^ (1 << (bit & 7))
      expect(Archive.read(flipped, sha256).findings.length, `bit ${bit}`).toBeGreaterThan(0)
      flipped[at] = file[at] ?? 0
    }
  })

  test("says at which byte of the file a finding begins", () => {
    const broken = Archive.write(rewritten(entries, 3, (body) => body.replace('"year":2028', '"year":"x"')))
    const [finding] = Archive.read(broken, sha256).findings
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
    expect(reported(Archive.read(cut, sha256))).toEqual([`6 (line) @${at(6)}: {"_tag":"CutLine","line":6}`])
    expect(reported(Archive.read(bytes([a, "", b, c, d, e, end, "x"]), sha256))).toEqual([
      `2 (line) @${at(2)}: {"_tag":"MalformedLine","line":2}`,
      `6 (line) @${file.length + 1}: {"_tag":"AfterTrailer","line":8}`,
    ])
    expect(reported(Archive.read(bytes([a, b, c, d, e]), sha256))).toEqual([
      `6 (trailer) @${at(6)}: {"_tag":"TrailerMissing","last":5}`,
    ])
    expect(reported(Archive.read(bytes([a, b, c, end]), sha256))).toEqual([
      `4 (trailer) @${at(4) + end.length + 1}: {"_tag":"TrailerMismatch","entries":5,"head":"${fifth}","last":3,"hash":"${third}"}`,
    ])
  })

  test("that breaks off inside an entry has lost that entry, and it is not read", () => {
    const half = Archive.read(new TextEncoder().encode(`${a}\n${b.slice(0, -1)}\n`), sha256)
    expect(half.sealed).toHaveLength(1)
    expect(codes(half)).toEqual(["2 MalformedLine", "2 TrailerMissing"])
  })

  test("with an entry of nothing has an entry, and it cannot be read", () => {
    const nothing = Archive.read(bytes([`{"entry":,"hash":"${"f".repeat(64)}"}`, end]), sha256)
    expect(nothing.sealed).toEqual([{ position: 1, hash: "f".repeat(64), body: new Uint8Array() }])
    expect(codes(nothing)).toEqual(["1 HashMismatch", "1 MalformedEntry", "2 TrailerMismatch"])
  })

  test("holds bodies as they are, even those that cannot be read", () => {
    const odd: Journal.Sealed = { position: 1, hash: "f".repeat(64), body: new Uint8Array([123, 255, 125]) }
    const archive = Archive.read(Archive.write([odd]), sha256)
    expect([...(archive.sealed[0]?.body ?? [])]).toEqual([123, 255, 125])
    expect(codes(archive)).toEqual(["1 HashMismatch", "1 MalformedEntry"])
  })
})
