/** One part of the bench at one size, in a process of its own, so that none warms up or burdens another. */
import * as Cold from "./Cold.ts"
import * as Door from "./Door.ts"
import * as Imported from "./Imported.ts"
import * as Memory from "./Memory.ts"
import * as Stored from "./Stored.ts"
import type { Line } from "./Table.ts"

/** What a part is asked for. */
export interface Ask {
  readonly part: "memory" | "wide" | "door" | "cold" | "store" | "import"
  readonly size: number
  /** Whether this is the size that the goals are set for. */
  readonly goals: boolean
  readonly peers: ReadonlyArray<string>
  readonly rounds: number
  readonly cli: string
  readonly helper: string
}

const answer = (ask: Ask): Promise<ReadonlyArray<Line>> | ReadonlyArray<Line> => {
  switch (ask.part) {
    case "memory":
      return Memory.lines(ask.size, ask.goals)
    case "wide":
      return Memory.wide(ask.size, ask.goals ? 10 : undefined)
    case "door":
      return Door.lines(ask.size)
    case "cold":
      return Cold.lines(ask.size, ask)
    case "store":
      return Stored.lines(ask.size)
    case "import":
      return Imported.lines(ask.size, ask)
  }
}

const ask: Ask = JSON.parse(process.argv[2] ?? "{}")
console.log(JSON.stringify(await answer(ask)))
