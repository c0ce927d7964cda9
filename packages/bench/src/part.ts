/** Runs one part at one size in its own process, so that no part affects another. */

import * as Codec from "./Codec.ts"
import * as Cold from "./Cold.ts"
import * as Expected from "./Expected.ts"
import * as Imported from "./Imported.ts"
import * as Memory from "./Memory.ts"
import * as Packed from "./Packed.ts"
import * as Stored from "./Stored.ts"
import type { Result } from "./Table.ts"

/** The request to a part. */
export interface Ask {
  readonly part: "memory" | "wide" | "codec" | "cold" | "store" | "import" | "pack" | "expect"
  readonly size: number
  /** Whether this is the size that the goals are set for. */
  readonly goals: boolean
  readonly peers: ReadonlyArray<string>
  readonly rounds: number
  readonly cli: string
  readonly helper: string
}

const answer = (ask: Ask): Promise<ReadonlyArray<Result>> | ReadonlyArray<Result> => {
  switch (ask.part) {
    case "memory":
      return Memory.lines(ask.size, ask.goals)
    case "wide":
      return Memory.wide(ask.size, ask.goals ? 10 : undefined)
    case "codec":
      return Codec.lines(ask.size)
    case "cold":
      return Cold.lines(ask.size, ask)
    case "store":
      return Stored.lines(ask.size)
    case "import":
      return Imported.lines(ask.size, ask)
    case "expect":
      return Expected.lines(ask.size, ask)
    case "pack":
      return Packed.lines(ask.size, ask)
  }
}

const ask: Ask = JSON.parse(process.argv[2] ?? "{}")
console.log(JSON.stringify(await answer(ask)))
