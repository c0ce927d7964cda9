/**
 * The number by which an entry is found: 47 bits made of the ledger's name and the entry's id.
 *
 * Ids are hashes, spread over their whole index. An index of numbers takes a sixth of the space, and that of a million
 * entries fits in memory. Two ids may share a key, so a lookup compares the id as well.
 */

// A multiplicative hash in two lanes: the key is not a secret.
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
