/**
 * A number by which an entry is found: 47 bits of its ledger's name and its id.
 *
 * Ids are hashes, which land all over their index; an index of numbers is a sixth of one of ids, and that of a million
 * entries fits in memory. Two ids may share a key: whoever looks one up compares the id as well.
 */

/** The key of an id. */
// Multiplications by odd numbers, in two lanes; nothing is secret here, so no more is needed.
export const of = (ledger: string, id: string): number => {
  let high = 0x2545f491
  let low = 0x41c64e6d
  const text = `${ledger}\u0000${id}`
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    high = Math.imul(high ^ unit, 0x9e3779b1)
    low = Math.imul(low ^ unit, 0x5f356495)
  }
  high = Math.imul(high ^ (low >>> 15), 0x85ebca77)
  low = Math.imul(low ^ (high >>> 13), 0xc2b2ae3d)
  return ((high >>> 17) & 0x7fff) * 2 ** 32 + (low >>> 0)
}
