/**
 * The halves of the 64-bit integers of a list, to read and write them as plain numbers.
 *
 * Creating a bigint for each takes ten times as long. Only safe integers are exact as numbers.
 */

/** Two views of one list of 64-bit integers: two numbers for each integer. */
export interface Halves {
  readonly high: Int32Array
  readonly low: Uint32Array
}

/** The index of the upper half of a 64-bit integer: 1 on little-endian machines. */
const upper = new Int32Array(new BigInt64Array([1n]).buffer)[0] === 1 ? 1 : 0

/** Returns the halves of a list. They change with it. */
export const of = ({ buffer, byteOffset, length }: BigInt64Array): Halves => ({
  high: new Int32Array(buffer, byteOffset, length * 2),
  low: new Uint32Array(buffer, byteOffset, length * 2),
})

/** Returns the integer at an index, as the nearest number. */
export const at = ({ high, low }: Halves, index: number): number =>
  (high[index * 2 + upper] as number) * 2 ** 32 + (low[index * 2 + 1 - upper] as number)

/** Writes a safe integer at an index. */
export const set = ({ high, low }: Halves, index: number, value: number): void => {
  // Storing a number in 32 bits keeps it modulo 2^32.
  low[index * 2 + 1 - upper] = value
  high[index * 2 + upper] = Math.floor(value / 2 ** 32)
}
