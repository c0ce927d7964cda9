/** What every part of the page may look at: the opened journal, the words of the reader's language, the route. */
import { createContext } from "preact"
import { useContext } from "preact/hooks"
import type { Label } from "../AuditPage.ts"
import type { Opened, Packets } from "./Opened.ts"
import type { Go, Route } from "./Route.ts"
import type { Language } from "./words/languages.ts"
import type { Words } from "./words/Words.ts"

/** The shared things. */
export interface Shared extends Opened {
  readonly label: Label
  readonly packets: Packets
  readonly words: Words
  readonly language: Language
  readonly route: Route
  readonly go: Go
  /** The position that the moment of the route stands for. */
  readonly position: number
}

const Context = createContext<Shared | undefined>(undefined)

/** Gives them to everything inside. */
export const Provider = Context.Provider

/** Takes them. */
export const useShared = (): Shared => {
  const shared = useContext(Context)
  if (shared === undefined) throw new Error("outside of the page")
  return shared
}
