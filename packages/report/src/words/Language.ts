/** The languages of every output. Row labels of forms stay Dutch in both: they are data, as the law prints them. */

/** English or Dutch. */
export type Language = "en" | "nl"

export type Both = Readonly<Record<Language, string>>

/** Who reads a message: the author of a program that calls the library, or a user of the command line. */
export type Audience = "library" | "command"

export const languages: ReadonlyArray<Language> = ["en", "nl"]

export type Spoken<Texts extends Readonly<Record<string, Both>>> = { readonly [name in keyof Texts]: string }

export const spoken = <Texts extends Readonly<Record<string, Both>>>(
  texts: Texts,
): Readonly<Record<Language, Spoken<Texts>>> => {
  const pick = (language: Language) =>
    // The keys are those of the catalogue.
    Object.fromEntries(Object.entries(texts).map(([name, both]) => [name, both[language]])) as Spoken<Texts>
  return { en: pick("en"), nl: pick("nl") }
}
