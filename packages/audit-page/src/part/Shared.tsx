/** The context of the page: the opened journal, the language of the reader, and the route. */
import { createContext } from "preact"
import { useContext } from "preact/hooks"
import type { OpenedJournal, Packets } from "../model/OpenedJournal.ts"
import type { Label } from "../pack/Label.ts"
import type { PageLanguage, Say } from "../words/Bilingual.ts"
import type { Go, Route } from "./Route.ts"

/** What every part of the page can read. */
export interface Shared extends OpenedJournal {
  readonly label: Label
  readonly packets: Packets
  readonly language: PageLanguage
  readonly say: Say
  readonly route: Route
  readonly go: Go
  /** The position of the moment in the route. */
  readonly position: number
}

const Context = createContext<Shared | undefined>(undefined)

/** Provides the context to its children. */
export const Provider = Context.Provider

/** Returns the context. */
export const useShared = (): Shared => {
  const shared = useContext(Context)
  if (shared === undefined) throw new Error("useShared is called outside of the page")
  return shared
}
