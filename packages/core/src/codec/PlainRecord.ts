/** Plain records: JSON objects, with their keys in canonical order. */

/** Returns whether a value is an object or a list. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

/** Returns the keys of a record by UTF-16 code units. Most records have them in this order already. */
export const sortedKeys = (record: object): ReadonlyArray<string> => {
  const keys = Object.keys(record)
  for (let at = 1; at < keys.length; at++)
    if ((keys[at - 1] as string) > (keys[at] as string)) return keys.sort(byCodeUnits)
  return keys
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : 1)
