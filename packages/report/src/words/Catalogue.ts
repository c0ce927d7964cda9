/** Messages about tagged facts: one record per noun, with English and Dutch side by side. */
import type { Audience, Both, Language } from "./Language.ts"

/**
 * What to do next: `next` is a last sentence of its own. On the command line `command` replaces it: that sentence may name
 * commands and options, which a program that calls the library does not have.
 */
export interface Advice {
  readonly next?: Both
  readonly command?: Both
}

/** A message: what happened, and what to do next. */
export type Advised = Both & Advice

/** A message for every tag. A tag without a message does not compile. */
export type MessageCatalogue<Facts extends { readonly _tag: string }> = {
  readonly [Tag in Facts["_tag"]]: (facts: Extract<Facts, { readonly _tag: Tag }>) => Advised
}

export interface MessageOptions {
  readonly language: Language
  readonly audience: Audience
}

export const message = <Facts extends { readonly _tag: string }>(
  catalogue: MessageCatalogue<Facts>,
  facts: Facts,
  options: MessageOptions,
): string => {
  // The type of a catalogue pairs each tag with its facts; TypeScript does not follow that through an index.
  const entry = catalogue[facts._tag as Facts["_tag"]] as (facts: Facts) => Advised
  return format(entry(facts), options)
}

export const format = (advised: Advised, { language, audience }: MessageOptions): string => {
  const next = audience === "command" ? (advised.command ?? advised.next) : advised.next
  return next === undefined ? advised[language] : `${advised[language]} ${next[language]}`
}

/** Returns a number with its noun: `1 rij`, `2 rijen`. */
export const count = (number: number, one: Both, many: Both): Both => {
  const noun = number === 1 ? one : many
  return { en: `${number} ${noun.en}`, nl: `${number} ${noun.nl}` }
}
