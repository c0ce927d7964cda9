/** Collection of garbage between the files of a pack and the rows of a list. V8 lets the heap grow to several times what is in use on a busy machine. */
import { memoryUsage } from "node:process"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"

/** The size of the heap, in bytes, from which garbage is collected between files. */
const mostOfFiles = 256 * 2 ** 20

/** The size of the heap, in bytes, from which garbage is collected between batches of rows. */
const mostOfRows = 96 * 2 ** 20

let collector: (() => void) | undefined

/** The size of the heap, in bytes, after the last collection. */
let kept = 0

// A collection looks at everything that is in use: a quarter more has to be added before the next is worth it.
const collectFrom = (most: number): void => {
  if (memoryUsage().heapUsed < Math.max(most, 1.25 * kept)) return
  collector ??= found()
  collector()
  kept = memoryUsage().heapUsed
}

/** Collects garbage when the heap is large; called after each file of a pack. Does nothing in a runtime that has no function for it. */
export const collectBetweenFiles = (): void => collectFrom(mostOfFiles)

/** Collects garbage when the heap is large; called after each batch of rows. */
export const collectBetweenRows = (): void => collectFrom(mostOfRows)

const found = (): (() => void) => {
  try {
    setFlagsFromString("--expose-gc")
    const gc: unknown = runInNewContext("gc")
    return typeof gc === "function" ? () => gc() : () => {}
  } catch {
    return () => {}
  }
}
