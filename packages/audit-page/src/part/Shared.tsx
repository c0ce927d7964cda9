/** The context of the page: the opened journal, the language of the reader, and the route. */

import type { Ledger } from "@grootboek/core"
import { createContext } from "preact"
import { useContext } from "preact/hooks"
import type { FilterTerm } from "../model/Filter.ts"
import type { OpenedJournal, Packets } from "../model/OpenedJournal.ts"
import type { SearchIndex } from "../model/SearchIndex.ts"
import type { Label } from "../pack/Label.ts"
import type { PageLanguage, Say } from "../words/Bilingual.ts"
import type { Go, Route } from "./Route.ts"

/** What every part of the page can read. `ledger` counts only the postings that pass the filter. */
export interface Shared extends OpenedJournal {
  readonly whole: Ledger.Ledger
  readonly terms: ReadonlyArray<FilterTerm>
  /** The number of postings that pass the filter. */
  readonly kept: number
  /** Returns the index of the search, made on first use. */
  readonly index: () => SearchIndex
  readonly label: Label
  readonly packets: Packets
  readonly language: PageLanguage
  readonly say: Say
  readonly route: Route
  readonly go: Go
  /** The file that the reader compares with the journal. */
  readonly compared: File | undefined
  readonly compare: (file: File) => void
  /** What follows an amount in a sentence or a drawing: `°` until the journal is verified. */
  readonly mark: string
  /** The position of the moment in the route. */
  readonly position: number
}

const Context = createContext<Shared | undefined>(undefined)

/** Provides the context to its children. */
export const Provider = Context.Provider

export const useShared = (): Shared => {
  const shared = useContext(Context)
  if (shared === undefined) throw new Error("useShared is called outside of the page")
  return shared
}
