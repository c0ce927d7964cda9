/**
 * A folder that remembers the furthest head of each ledger: one file per ledger, named by its position.
 *
 * A new head is a new file; then the earlier files are removed. Two programs that share the folder can therefore not
 * replace a further head by an earlier one.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { type Journal, StoreProblem } from "@grootboek/core"
import type { RememberedHead } from "@grootboek/core/journal"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"

/** Returns the memory in a folder, which is made on the first write. */
export const make = (folder: string): RememberedHead.HeadMemory => {
  const attempt = <A>(ledger: string, work: (place: string) => Promise<A>) =>
    Effect.tryPromise({
      try: () => work(join(folder, encodeURIComponent(ledger).replaceAll(".", "%2E"))),
      catch: (cause) =>
        cause instanceof StoreProblem.StoreProblemError
          ? StoreProblem.failed("append", cause.problem)
          : StoreProblem.failed("append", {
              code: "CannotOpen",
              place: folder,
              detail: StoreProblem.driverDetail(cause),
            }),
    })
  return {
    place: folder,
    recall: (ledger) => attempt(ledger, furthest),
    remember: (ledger, head) => attempt(ledger, (place) => write(place, head)),
  }
}

const Remembered = Schema.fromJsonString(
  Schema.Struct({ position: Schema.Int, hash: Schema.String, time: Schema.String }),
)
const decode = Schema.decodeUnknownSync(Remembered)

const nameOf = (position: number): string => `${String(position).padStart(15, "0")}.json`

const isHead = (name: string): boolean => /^\d{15}\.json$/.test(name)

const furthest = async (place: string): Promise<Journal.Head | undefined> => {
  for (;;) {
    const name = (await names(place)).at(-1)
    if (name === undefined) return undefined
    try {
      const head = decode(await readFile(join(place, name), "utf8"))
      if (nameOf(head.position) !== name) throw new Error(name)
      return head
    } catch (cause) {
      // Another program wrote a further head meanwhile; anything else is damage.
      if (StoreProblem.driverCode(cause) === "ENOENT") continue
      throw new StoreProblem.StoreProblemError("Corrupt", join(place, name))
    }
  }
}

const write = async (place: string, { position, hash, time }: Journal.Head): Promise<void> => {
  const before = await names(place)
  const name = nameOf(position)
  if (position === 0 || (before.at(-1) ?? "") >= name) return
  await mkdir(place, { recursive: true })
  const draft = join(place, `${name}.${process.pid}`)
  await writeFile(draft, `${JSON.stringify({ position, hash, time })}\n`, { flush: true })
  await rename(draft, join(place, name))
  for (const earlier of before) await rm(join(place, earlier), { force: true })
}

const names = async (place: string): Promise<ReadonlyArray<string>> => {
  try {
    return (await readdir(place)).filter(isHead).sort()
  } catch (cause) {
    if (StoreProblem.driverCode(cause) === "ENOENT") return []
    throw cause
  }
}
