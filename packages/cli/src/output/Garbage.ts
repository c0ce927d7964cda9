/**
 * Garbage collection: between the files of a pack, between the rows of a list, and while a journal is read. Without it V8 lets
 * the heap grow to several times what is in use.
 */
import { getBuiltinModule, memoryUsage } from "node:process"
import { runInNewContext } from "node:vm"
import * as Effect from "effect/Effect"

/** The size of the heap, in bytes, from which garbage is collected between files. */
const mostOfFiles = 256 * 2 ** 20

/** The size of the heap, in bytes, from which garbage is collected between batches of rows. */
const mostOfRows = 96 * 2 ** 20

let collector: (() => void) | undefined

/** The size of the heap, in bytes, after the last collection. */
let kept = 0

// A collection visits everything in use, so the next one waits until the heap has grown by a quarter.
const collectFrom = (most: number): void => {
  if (memoryUsage().heapUsed < Math.max(most, 1.25 * kept)) return
  collectBuffers()
  kept = memoryUsage().heapUsed
}

/** Collects garbage when the heap is large; called after each file of a pack. Does nothing in a runtime that has no function for it. */
export const collectBetweenFiles = (): void => collectFrom(mostOfFiles)

/** Collects garbage when the heap is large; called after each batch of rows. */
export const collectBetweenRows = (): void => collectFrom(mostOfRows)

/** Collects garbage; called after some thousands of entries of a journal that is read once. The buffers of its pages are not part of the heap, so that V8 leaves them. */
export const collectBuffers = (): void => {
  collector ??= found()
  collector()
}

/**
 * Runs a task that reads a journal once, with little memory for new objects.
 *
 * V8 doubles that memory while objects survive, and buffers of entries that were read stay in it: this
 * took 16 to 31 MB off a verification of 339 MB. Tasks that keep what they read are slower with it.
 */
export const streamed = <A, E, R>(task: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.acquireUseRelease(
    Effect.sync(() => setFlagsFromString("--semi-space-growth-factor=1")),
    () => task,
    // Compiled code that the process caches at its end is valid for the same flags only, so the default is set again.
    () => Effect.sync(() => setFlagsFromString("--semi-space-growth-factor=2")),
  )

// Loaded on use: most commands do without it.
const setFlagsFromString = (flags: string): void => getBuiltinModule("node:v8").setFlagsFromString(flags)

const found = (): (() => void) => {
  try {
    setFlagsFromString("--expose-gc")
    const gc: unknown = runInNewContext("gc")
    return typeof gc === "function" ? () => gc() : () => {}
  } catch {
    return () => {}
  }
}
