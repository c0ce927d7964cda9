/** Messages in English and Dutch, side by side. */
import { ShownText } from "@grootboek/cells"

export interface Message {
  readonly en: string
  readonly nl: string
}

/** The message about a fault: what is wrong, and what was expected. */
export interface FaultMessage {
  readonly wrong: Message
  readonly expected: Message
  /** What replaces `expected` on the command line: it may name commands and options. */
  readonly command?: Message
}

/** The message of a note. On the command line `command` replaces `next`: it may name commands and options. */
export interface NoteMessage extends Message {
  readonly next?: Message
  readonly command?: Message
}

/** Returns the advice about a mapping, for the library and for the command line: `where` is how each names it. */
export const inMapping = (
  advice: (where: Message) => Message,
): Pick<FaultMessage, "expected" | "command"> => ({
  expected: advice({ en: "in the mapping", nl: "in de kolomtoewijzing" }),
  command: advice({ en: "with --mapping", nl: "met --mapping" }),
})

/** A function per problem, so that a problem without messages does not compile. */
export type FaultCatalogue<P extends { readonly _tag: string }, A = FaultMessage> = {
  readonly [T in P["_tag"]]: (problem: Extract<P, { readonly _tag: T }>) => A
}

export const of = <P extends { readonly _tag: string }, A>(
  catalogue: FaultCatalogue<P, A>,
  problem: P,
): A => {
  const entry: (problem: never) => A = catalogue[problem._tag as P["_tag"]]
  return entry(problem as never)
}

/** Quotes a text from a file: at most 60 characters. Invisible characters are shown as their code. */
export const quote = (text: string): string => {
  const short = text.length > 60 ? `${text.slice(0, 59)}…` : text
  return `"${ShownText.of(short.replace(/[\n\t]/g, " "))}"`
}
