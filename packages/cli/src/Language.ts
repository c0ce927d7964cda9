/** The two languages the command line speaks. Labels of forms stay Dutch: they are data. */

/** English or Dutch. */
export type Language = "en" | "nl"

/** One text in both languages. */
export type Both = Readonly<Record<Language, string>>

/** The language that was asked for, or that the environment speaks; English when neither says. */
export const choose = (
  asked: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Language => {
  const { GROOTBOEK_LANG, LC_ALL, LC_MESSAGES, LANG } = environment
  return (asked ?? GROOTBOEK_LANG ?? (LC_ALL || LC_MESSAGES || LANG) ?? "").toLowerCase().startsWith("nl")
    ? "nl"
    : "en"
}
