/**
 * A fast substitute for SHA-256 inside laws: 64 hexadecimal digits that change with every byte.
 *
 * It is not a cryptographic hash. Laws only need to see whether a change is noticed.
 */
import type { Journal } from "@grootboek/core"

/** Returns 64 hexadecimal digits of bytes. */
export const digest: Journal.Sha256 = (bytes) => {
  let [a, b] = [0x811c9dc5, 0x9e3779b9]
  for (const byte of bytes) {
    a = Math.imul(a ^ byte, 0x01000193) >>> 0
    b = Math.imul((b ^ byte) + 0x7f4a7c15, 0x85ebca6b) >>> 0
    b = (b ^ (b >>> 13)) >>> 0
  }
  const words = [a, b, a ^ bytes.length, b + a, Math.imul(a, b), ~a, ~b, a ^ b]
  return words.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("")
}
