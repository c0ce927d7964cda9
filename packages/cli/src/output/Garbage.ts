/** Collection of garbage between the files of a pack and the rows of a list. V8 lets the heap grow to several times what is in use on a busy machine. */
import { memoryUsage } from "node:process"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"

/** The size of the heap, in bytes, from which garbage is collected between files. */
const most = 256 * 2 ** 20

let collector: (() => void) | undefined

/** Collects garbage when the heap is large. Does nothing in a runtime that has no function for it. */
export const collect = (): void => {
  if (memoryUsage().heapUsed < most) return
  collector ??= found()
  collector()
}

/** The size of the heap, in bytes, from which garbage is collected between batches of rows. */
const mostOfRows = 96 * 2 ** 20

let kept = 0

/** Collects garbage when the heap is large and a quarter of what it kept has been added since; called after each batch of rows. */
export const collectBetweenRows = (): void => {
  if (memoryUsage().heapUsed < Math.max(mostOfRows, 1.25 * kept)) return
  collector ??= found()
  collector()
  kept = memoryUsage().heapUsed
}

const found = (): (() => void) => {
  try {
    setFlagsFromString("--expose-gc")
    const gc: unknown = runInNewContext("gc")
    return typeof gc === "function" ? () => gc() : () => {}
  } catch {
    return () => {}
  }
}
