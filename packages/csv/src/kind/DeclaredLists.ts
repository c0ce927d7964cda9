/** Declarations of several files as one. */
import type { Structure } from "@grootboek/core"

/** Returns declarations with the rows of all: a list that several of them have is concatenated. */
export const concat = (all: ReadonlyArray<Structure.Declarations>): Structure.Declarations => {
  const lists = new Map<string, ReadonlyArray<unknown>>()
  for (const declarations of all)
    for (const [name, rows] of Object.entries(declarations))
      lists.set(name, [...(lists.get(name) ?? []), ...rows])
  return Object.fromEntries(lists)
}
