/** Branches: proposals after the head of a journal that are not recorded. */
import { Balances, Journal, Ledger, Money } from "@grootboek/core"
import { Branch } from "@grootboek/core/ledger"
import { ledger } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { adopted, declared, goods } from "../SmallPlan.ts"

const time = "2026-06-30T12:00:00.000Z"
const head = { position: 2, hash: "ab".repeat(32), time }
const source = { name: "voorstel.csv", sha256: "c".repeat(64), line: 7 } as const
const estimate = (amount: string) =>
  ({ _tag: "EstimatePosted", line: goods, amounts: { "2026": amount } }) as const
const first = { id: "idea:1", actor: "clerk", event: estimate("12.50"), source }
const second = { id: "idea:2", actor: "clerk", event: estimate("-2.50") }
const branch = Branch.propose(Branch.propose(Branch.create("zuiniger", head), [first]), [second])

describe("Branch", () => {
  test("propose: keeps proposals in order, on a base without a time", () => {
    expect(Branch.create("zuiniger", head)).toStrictEqual({
      name: "zuiniger",
      base: { position: 2, hash: head.hash },
      proposals: [],
    })
    expect(branch.proposals).toStrictEqual([first, second])
  })

  test("isCurrent: is true while the journal ends at the position and hash of the base", () => {
    expect(Branch.isCurrent(branch, head)).toBe(true)
    expect(Branch.isCurrent(branch, { ...head, position: 3 })).toBe(false)
    expect(Branch.isCurrent(branch, { ...head, hash: Journal.genesis.hash })).toBe(false)
  })

  test("apply: appends each proposal to the ledger, with its source", () => {
    const applied = Result.getOrThrow(Branch.apply(ledger(adopted, declared), branch, time))
    const amount = Balances.at(Balances.of(applied.columns), { phase: "estimate", ...goods }, 2026)
    expect([Ledger.position(applied), Money.format(amount)]).toEqual([4, "10.00"])
    expect(applied.traces.at(3)).toMatchObject({ kind: "EstimatePosted", time, source })
    expect(applied.traces.sourceAt(4)).toBeUndefined()
  })

  test("apply: stops at an overflow and returns its position", () => {
    const huge = Array.from({ length: 10 }, (_, at) => ({
      ...second,
      id: `idea:${at}`,
      event: estimate("1000000000000.00"),
    }))
    const applied = Branch.apply(ledger(adopted), Branch.propose(branch, huge), time)
    expect(applied).toStrictEqual(
      Result.fail({ _tag: "AmountOverflow", place: { phase: "estimate", ...goods }, year: 2026 }),
    )
  })
})

describe("Branch as text", () => {
  const text = Branch.write(branch)
  const [header, ...lines] = text.trimEnd().split("\n")

  test("write: returns a line with the name and base and one per proposal, in canonical form", () => {
    expect(header).toBe(`{"base":{"hash":"${head.hash}","position":2},"branch":"zuiniger"}`)
    expect(lines.map((line) => JSON.parse(line))).toEqual([first, second])
    expect(text).toBe(`${header}\n${lines.join("\n")}\n`)
  })

  test("read: returns the branch, ignoring blank lines", () => {
    expect(Branch.read(text)).toStrictEqual(Result.succeed(branch))
    expect(Branch.read(`${header}\n\n${lines.join("\n\n")}`)).toStrictEqual(Result.succeed(branch))
  })

  const unnamed = { _tag: "NoHeader" }
  const unproposed = { _tag: "NotAProposal" }
  const named = (value: unknown) => JSON.stringify(value)
  const proposed = (value: unknown) => `${header}\n${lines[0]}\n${JSON.stringify(value)}`
  test.each([
    ["an empty text", "", 1, unnamed],
    ["a list", "[]", 1, unnamed],
    ["null", "null", 1, unnamed],
    ["a JSON string", '"branch"', 1, unnamed],
    ["no name", named({ base: { position: 2, hash: "ab" } }), 1, unnamed],
    ["no base", named({ branch: "x" }), 1, unnamed],
    ["a base that is null", named({ branch: "x", base: null }), 1, unnamed],
    ["a base without a hash", named({ branch: "x", base: { position: 2 } }), 1, unnamed],
    ["a base without a position", named({ branch: "x", base: { hash: "ab" } }), 1, unnamed],
    ["a proposal that is null", proposed(null), 3, unproposed],
    ["a proposal that is a number", proposed(7), 3, unproposed],
    ["a proposal without an id", proposed({ ...second, id: undefined }), 3, unproposed],
    ["a proposal without an actor", proposed({ ...second, actor: undefined }), 3, unproposed],
    ["a proposal without an event", proposed({ ...second, event: undefined }), 3, unproposed],
    ["an event that is a text", proposed({ ...second, event: "geen" }), 3, unproposed],
    [
      "an event of an unknown kind",
      proposed({ ...second, event: { _tag: "Imagined" } }),
      3,
      { _tag: "UnreadableEvent", reason: "UnknownEvent", kind: "Imagined" },
    ],
    [
      "an event that does not match its schema",
      proposed({ ...second, event: { ...second.event, amounts: { "2026": "1" } } }),
      3,
      { _tag: "UnreadableEvent", reason: "MalformedEvent", kind: "EstimatePosted" },
    ],
  ])("read: rejects %s with its line and problem", (_, malformed, line, problem) => {
    expect(Branch.read(malformed)).toStrictEqual(Result.fail({ _tag: "MalformedBranch", line, problem }))
  })

  test("read: returns the line and the message of a JSON syntax error", () => {
    expect(Branch.read(`${header}\n${lines[0]}\n{"id":`)).toMatchObject(
      Result.fail({
        _tag: "MalformedBranch",
        line: 3,
        problem: { _tag: "NotJson", detail: expect.stringContaining("SyntaxError") },
      }),
    )
  })
})
