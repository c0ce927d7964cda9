/** The languages of every output. Row labels of forms stay Dutch in both: they are data, as the law prints them. */

/** English or Dutch. */
export type Language = "en" | "nl"

/** A text in both languages. */
export type Both = Readonly<Record<Language, string>>

/** Who reads a message: the author of a program that calls the library, or a user of the command line. */
export type Audience = "library" | "command"

export const languages: ReadonlyArray<Language> = ["en", "nl"]

/** The texts of a catalogue in one language. */
export type TextsOf<Texts extends Readonly<Record<string, Both>>> = { readonly [name in keyof Texts]: string }

/** Returns the texts of a catalogue by language. */
export const inEachLanguage = <Texts extends Readonly<Record<string, Both>>>(
  texts: Texts,
): Readonly<Record<Language, TextsOf<Texts>>> => {
  const pick = (language: Language) =>
    // The keys are those of the catalogue.
    Object.fromEntries(Object.entries(texts).map(([name, both]) => [name, both[language]])) as TextsOf<Texts>
  return { en: pick("en"), nl: pick("nl") }
}
