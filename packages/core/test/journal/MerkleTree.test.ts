/** Merkle trees against the definition of RFC 6962, written as it is printed. */
import { MerkleTree } from "@grootboek/core/journal"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { sha256 } from "../Sealed.ts"

const hash = (...parts: ReadonlyArray<string>): string => sha256(Buffer.from(parts.join(""), "hex"))

const power = (size: number): number => 2 ** Math.ceil(Math.log2(size) - 1)

/** MTH of RFC 6962, 2.1. */
const root = (leaves: ReadonlyArray<string>): string => {
  if (leaves.length < 2) return leaves[0] === undefined ? hash("") : hash("00", leaves[0])
  const middle = power(leaves.length)
  return hash("01", root(leaves.slice(0, middle)), root(leaves.slice(middle)))
}

/** SUBPROOF of RFC 6962, 2.1.2. */
const proof = (count: number, leaves: ReadonlyArray<string>, isWhole = true): ReadonlyArray<string> => {
  if (count === leaves.length) return isWhole ? [] : [root(leaves)]
  const middle = power(leaves.length)
  const [left, right] = [leaves.slice(0, middle), leaves.slice(middle)]
  return count <= middle
    ? [...proof(count, left, isWhole), root(right)]
    : [...proof(count - middle, right, false), root(left)]
}

const grown = (leaves: ReadonlyArray<string>): string => {
  const tree = MerkleTree.begin(sha256)
  for (const leaf of leaves) tree.push(leaf)
  return tree.root()
}

const leavesOf = (count: number, seed = 0): ReadonlyArray<string> =>
  Array.from({ length: count }, (_, at) => sha256(Buffer.from(`${seed} ${at}`)))

const continuation = (old: ReadonlyArray<string>, now: ReadonlyArray<string>) => ({
  sizes: { old: old.length, new: now.length },
  oldRoot: grown(old),
  newRoot: grown(now),
  proof: MerkleTree.proofSpans({ old: old.length, new: now.length }).map(({ from, until }) =>
    grown(now.slice(from, until)),
  ),
})

describe("MerkleTree", () => {
  test("root: is that of RFC 6962 for every size", () => {
    for (let size = 0; size < 70; size++) expect(grown(leavesOf(size))).toBe(root(leavesOf(size)))
    expect(grown([])).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  })

  test("proofSpans: give the proof of RFC 6962, which is accepted, for every prefix", () => {
    for (let size = 1; size <= 34; size++) {
      const leaves = leavesOf(size)
      for (let old = 0; old <= size; old++) {
        const grownTree = continuation(leaves.slice(0, old), leaves)
        expect(grownTree.proof).toEqual(old === 0 ? [] : proof(old, leaves))
        expect(MerkleTree.isContinued(grownTree, sha256)).toBe(true)
      }
    }
  })

  test("isContinued: refuses a changed, removed or moved entry, and any other hash in the proof", () => {
    const sizes = fc
      .integer({ min: 2, max: 60 })
      .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 1, max: size - 1 }), fc.nat(size)))
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(2), ([size, old, at], which, kind) => {
        const before = leavesOf(size)
        const kept = at % old
        const after =
          kind === 0
            ? before.with(kept, sha256(Buffer.from("changed")))
            : kind === 1
              ? before.toSpliced(kept, 1)
              : before.with(kept, before[kept + 1] ?? "").with(kept + 1, before[kept] ?? "")
        if (after.length < old) return
        const forged = continuation(before.slice(0, old), after)
        // A proof that was made for the other history.
        expect(MerkleTree.isContinued(forged, sha256)).toBe(false)
        const valid = continuation(before.slice(0, old), before)
        const hashes = valid.proof
        const other = hashes.with(which % hashes.length, sha256(Buffer.from("other")))
        for (const wrong of [other, hashes.slice(1), [...hashes, hashes[0] ?? ""]])
          expect(MerkleTree.isContinued({ ...valid, proof: wrong }, sha256)).toBe(false)
      }),
      { numRuns: 200 },
    )
  })

  test("isContinued: refuses a tree that is shorter, or equally long with another root", () => {
    const [leaves, others] = [leavesOf(5), leavesOf(5, 1)]
    expect(MerkleTree.isContinued(continuation(leaves, leaves.slice(0, 3)), sha256)).toBe(false)
    expect(MerkleTree.isContinued(continuation(leaves, others), sha256)).toBe(false)
  })
})
