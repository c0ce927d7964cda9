/** The causes of a difference by entry and reason, as outputs list them. */
import { Diff } from "@grootboek/core"

/** Returns the groups of a difference by entry; the unexplained amounts last, also when there are none. */
export const group = Diff.groups

/** Returns whether a group is the one of the unexplained amounts. */
export const isUnexplained = Diff.isUnexplained
