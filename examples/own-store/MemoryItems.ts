/** Items in memory, for tests without a browser. */
import type { Items } from "./StorageStore.ts"

export const make = (): Items => {
  const map = new Map<string, string>()
  return {
    get length() {
      return map.size
    },
    key: (n) => [...map.keys()][n] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
  }
}
