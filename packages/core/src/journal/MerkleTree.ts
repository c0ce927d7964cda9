/**
 * A Merkle tree over the hashes of entries (RFC 6962): one root for a journal of any length.
 *
 * A proof of some hashes shows that one tree continues another, without the journal. The leaf of an entry is its hash.
 *
 * ```ts
 * const tree = MerkleTree.begin(sha256)
 * for (const { hash } of sealed.slice(0, 2)) tree.push(hash)
 * const oldRoot = tree.root()
 * for (const { hash } of sealed.slice(2, 4)) tree.push(hash)
 * const sizes = { old: 2, new: 4 }
 * MerkleTree.proofSpans(sizes) // => [{ from: 2, until: 4 }]
 * const later = MerkleTree.begin(sha256)
 * for (const { hash } of sealed.slice(2, 4)) later.push(hash)
 * MerkleTree.isContinued({ sizes, oldRoot, newRoot: tree.root(), proof: [later.root()] }, sha256) // => true
 * ```
 */
import type { Sha256 } from "../codec/Envelope.ts"

/** A tree that grows leaf by leaf; it keeps a hash for each power of two in its size. */
export interface MerkleTree {
  /** Adds the hash of the next entry, as 64 hexadecimal digits. */
  readonly push: (entry: string) => void
  /** Returns the root as 64 hexadecimal digits. */
  readonly root: () => string
}

/** Starts an empty tree. */
export const begin = (sha256: Sha256): MerkleTree => {
  const hasher = hasherOf(sha256)
  // Complete subtrees from left to right, the largest first.
  const complete: Array<{ readonly leaves: number; readonly hash: string }> = []
  return {
    push: (entry) => {
      let last = { leaves: 1, hash: hasher.leaf(entry) }
      for (let left = complete.at(-1); left?.leaves === last.leaves; left = complete.at(-1)) {
        complete.pop()
        last = { leaves: last.leaves * 2, hash: hasher.node(left.hash, last.hash) }
      }
      complete.push(last)
    },
    root: () => {
      const [last, ...before] = complete.toReversed()
      if (last === undefined) return sha256(new Uint8Array())
      return before.reduce((right, { hash }) => hasher.node(hash, right), last.hash)
    },
  }
}

/** A run of leaves with a hash in a proof: from the first, counted from 0, up to but not including the last. */
export interface LeafSpan {
  readonly from: number
  readonly until: number
}

/** Sizes of two trees, in entries. */
export interface TreeSizes {
  readonly old: number
  readonly new: number
}

/** Returns the runs of leaves whose roots prove that the new tree continues the old one, in the order of a proof (RFC 6962, 2.1.2). */
export const proofSpans = ({ old, new: size }: TreeSizes): ReadonlyArray<LeafSpan> => {
  if (old <= 0 || old >= size) return []
  const below = ({ from, until }: LeafSpan, count: number, isWhole: boolean): ReadonlyArray<LeafSpan> => {
    if (count === until - from) return isWhole ? [] : [{ from, until }]
    const middle = from + largestPowerBelow(until - from)
    return from + count <= middle
      ? [...below({ from, until: middle }, count, isWhole), { from: middle, until }]
      : [...below({ from: middle, until }, from + count - middle, false), { from, until: middle }]
  }
  return below({ from: 0, until: size }, old, true)
}

/** The roots of two trees, and the hashes that prove that the new one continues the old one. */
export interface TreeContinuation {
  readonly sizes: TreeSizes
  readonly oldRoot: string
  readonly newRoot: string
  readonly proof: ReadonlyArray<string>
}

/** Returns whether a proof holds (RFC 9162, 2.1.4.2). */
export const isContinued = (
  { sizes, oldRoot, newRoot, proof }: TreeContinuation,
  sha256: Sha256,
): boolean => {
  const { old, new: size } = sizes
  if (old > size || old < 0) return false
  if (old === size || old === 0)
    return proof.length === 0 && (old === size ? oldRoot === newRoot : oldRoot === sha256(new Uint8Array()))
  const { node } = hasherOf(sha256)
  let [left, last] = [old - 1, size - 1]
  while (left % 2 === 1) [left, last] = [half(left), half(last)]
  // The old root itself begins the proof when the old tree is complete.
  const [first, ...others] = left === 0 ? [oldRoot, ...proof] : proof
  if (first === undefined) return false
  let [before, after] = [first, first]
  for (const hash of others) {
    if (last === 0) return false
    if (left % 2 === 1 || left === last) {
      before = node(hash, before)
      after = node(hash, after)
      while (left % 2 === 0 && left !== 0) [left, last] = [half(left), half(last)]
    } else after = node(after, hash)
    ;[left, last] = [half(left), half(last)]
  }
  return last === 0 && before === oldRoot && after === newRoot
}

const half = (number: number): number => Math.floor(number / 2)

const largestPowerBelow = (number: number): number => {
  let power = 1
  while (power * 2 < number) power *= 2
  return power
}

interface Hasher {
  readonly leaf: (entry: string) => string
  readonly node: (left: string, right: string) => string
}

// The first byte is 0 for a leaf and 1 for a node, so that a node cannot pass for an entry.
const hasherOf = (sha256: Sha256): Hasher => ({
  leaf: (entry) => {
    const bytes = new Uint8Array(33)
    write(entry, bytes, 1)
    return sha256(bytes)
  },
  node: (left, right) => {
    const bytes = new Uint8Array(65)
    bytes[0] = 1
    write(left, bytes, 1)
    write(right, bytes, 33)
    return sha256(bytes)
  },
})

const write = (hex: string, bytes: Uint8Array, at: number): void => {
  for (let i = 0; i < 32; i++) bytes[at + i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16)
}
