/** The languages of the command line. Labels of forms stay Dutch in both: they are data. */
import type { Both, Language } from "@grootboek/report"
import * as Context from "effect/Context"

export { type Both, type Language, languages } from "@grootboek/report"

/** Returns a message of another package in both languages. */
export const both = <A>(
  message: (value: A, language: Language, audience: "command") => string,
  value: A,
): Both => ({ en: message(value, "en", "command"), nl: message(value, "nl", "command") })

/** Returns the requested language, else that of the environment, else English. */
export const choose = (
  requested: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Language => {
  const { GROOTBOEK_LANG, LC_ALL, LC_MESSAGES, LANG } = environment
  return (requested ?? GROOTBOEK_LANG ?? (LC_ALL || LC_MESSAGES || LANG) ?? "").toLowerCase().startsWith("nl")
    ? "nl"
    : "en"
}

/** The language of the running command, for notes on standard error. */
export const Current = Context.Reference<Language>("@grootboek/cli/Language", { defaultValue: () => "en" })
