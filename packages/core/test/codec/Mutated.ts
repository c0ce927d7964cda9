/** Invalid values and bytes. */
import * as fc from "fast-check"

const anything = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, 0, -0, 1.5, 1e21, Number.NaN, "", "\ud800", [], {}, true),
  fc.anything({ maxDepth: 2 }),
)

const members = (value: unknown): ReadonlyArray<readonly [string, unknown]> =>
  typeof value === "object" && value !== null ? Object.entries(value) : []

/** Returns a value with one member, at any depth, left out, replaced, added, renamed or moved to the end. */
const changed = (value: unknown, [where, what, other]: readonly [number, number, unknown]): unknown => {
  const entries = members(value)
  const chosen = entries[where % Math.max(1, entries.length)]
  if (chosen === undefined) return other
  const [key, member] = chosen
  const rest = entries.filter(([one]) => one !== key)
  const rebuilt = (all: ReadonlyArray<readonly [string, unknown]>): unknown =>
    Array.isArray(value) ? all.map(([, one]) => one) : Object.fromEntries(all)
  if (what > 4 && members(member).length > 0)
    return rebuilt(
      entries.map(([one, old]) => [one, one === key ? changed(old, [where >> 1, what - 1, other]) : old]),
    )
  switch (what % 5) {
    case 0:
      return rebuilt(rest)
    case 1:
      return rebuilt([...entries, [`${key}s`, other]])
    case 2:
      return rebuilt([...rest, [`${key}s`, member]])
    case 3:
      return rebuilt([...rest, [key, member]])
    default:
      return rebuilt(entries.map(([one, old]) => [one, one === key ? other : old]))
  }
}

/** Returns values of an arbitrary with a change at any depth. */
export const changedValues = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(values, fc.tuple(fc.nat(1_000), fc.nat(12), anything))
    .map(([value, change]) => changed(value, change))

const snippets = [
  ...' "\\{}[]:,.-019aOUé\u0000\u00ff\u007f\ufeff\u2028',
  ...[
    "-0",
    "1e3",
    "01",
    "1.0",
    "00",
    "-0.00",
    '"2026":"1.00",',
    '\\"',
    "\\/",
    "\\u00e9",
    "\\u0041",
    "\\n",
    "\\ud800",
  ],
  ...[
    "null",
    "true",
    "EstimatePosted",
    '"_tag":"YearClosed",',
    "e\u0301",
    "\\u000A",
    "\\u000a",
    "\\u001F",
    "\\b",
  ],
].map((text) => new TextEncoder().encode(text))

const rawBytes = [
  [0x80],
  [0xc3],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xef, 0xbb, 0xbf],
  [0xff],
].map((bytes) => Uint8Array.from(bytes))

/** Returns changed bytes: a range is replaced, doubled or cut off, or one bit is flipped. */
export const byteChange: fc.Arbitrary<(bytes: Uint8Array) => Uint8Array> = fc
  .tuple(fc.nat(100_000), fc.nat(12), fc.constantFrom(...snippets, ...rawBytes), fc.nat(6))
  .map(([where, count, snippet, what]) => (bytes) => {
    const at = where % (bytes.length + 1)
    const before = bytes.subarray(0, at)
    const after = bytes.subarray(Math.min(at + (count % 4), bytes.length))
    switch (what) {
      case 0:
        return Uint8Array.of(...before, ...after)
      case 1:
        return Uint8Array.of(...before, ...bytes.subarray(at, at + count), ...bytes.subarray(at))
      case 2:
        return before.slice()
      case 3:
        return bytes.map((byte, index) => (index === at ? byte ^ (1 << (count % 8)) : byte))
      default:
        return Uint8Array.of(...before, ...snippet, ...after)
    }
  })
