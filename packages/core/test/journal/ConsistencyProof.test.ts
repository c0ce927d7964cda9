/** The text of consistency proofs: what is written is read back, and what is not a proof is refused. */
import * as Result from "effect/Result"
import { expect, test } from "vitest"
import * as ConsistencyProof from "../../src/journal/ConsistencyProof.ts"

const proof: ConsistencyProof.ConsistencyProof = {
  origin: "grootboek/Demo",
  sizes: { old: 2, new: 4 },
  hashes: ["00".repeat(32), "fb".repeat(32), "0123456789abcdef".repeat(4)],
}
const text = ConsistencyProof.write(proof)

test("write: puts the origin, the sizes and each hash in base64 on a line", () => {
  expect(text.split("\n")).toEqual([
    "grootboek/consistency",
    "grootboek/Demo",
    "2",
    "4",
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
    "+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/s=",
    "ASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4mrze8=",
    "",
  ])
})

test("read: returns the proof that was written", () => {
  expect(ConsistencyProof.read(text)).toEqual(Result.succeed(proof))
})

test.each([
  ["another first line", text.replace("consistency", "checkpoint")],
  ["no end of the last line", text.slice(0, -1)],
  ["a size that is not a number", text.replace("\n4\n", "\nfour\n")],
  ["a size with a leading zero", text.replace("\n4\n", "\n04\n")],
  ["a hash that is too short", text.replace("ASNF", "ASN")],
  ["a hash in the URL alphabet of base64", text.replace("ASNF", "AS_F")],
  ["no lines", ""],
])("read: refuses a text with %s", (_, changed) => {
  expect(ConsistencyProof.read(changed)).toEqual(Result.fail({ _tag: "NotAProof" }))
})
