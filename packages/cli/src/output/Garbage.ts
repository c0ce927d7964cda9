/** Collection of garbage between the files of a pack. V8 lets the heap grow to several times what is in use on a busy machine. */
import { memoryUsage } from "node:process"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"

/** The size of the heap, in bytes, from which garbage is collected. */
const most = 256 * 2 ** 20

let collector: (() => void) | undefined

/** Collects garbage when the heap is large. Does nothing in a runtime that has no function for it. */
export const collect = (): void => {
  if (memoryUsage().heapUsed < most) return
  collector ??= found()
  collector()
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
