/** What somebody asks to record: a decision to make, under an id, from a line of a file. */
import type { BudgetEvent } from "../event/BudgetEvent.ts"
import type { Source } from "../journal/Journal.ts"
import type { Decision } from "./Decision.ts"

/**
 * One wish. A journal that holds its id knows it already: nothing is decided again. `event` is what the wish
 * becomes whatever the state, where that can be said beforehand; a known id with another event is a conflict.
 */
export interface Wish {
  readonly id: string
  readonly decide: Decision
  readonly event?: BudgetEvent
  readonly source?: Source
}
