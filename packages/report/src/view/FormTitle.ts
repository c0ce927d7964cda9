/** Titles of forms, as the forms themselves state them. */
import { forms, type Statement } from "@grootboek/core"
import * as Clean from "../paint/Clean.ts"
import type { Language } from "../words/Language.ts"
import * as Words from "../words/Words.ts"

export const decimals = (form: string): number => find(form)?.decimals ?? 2

/** Returns `Schema M2: Staat van het financieel evenwicht`, as the official document names it; other overviews have a title alone. */
export const heading = (
  form: string,
  language: Language,
  title: string = find(form)?.title ?? form,
): string => (isCode(form) ? `${Words.of(language).form} ${form}: ${title}` : title)

/** Returns `M2 · Staat van het financieel evenwicht`. */
export const short = (form: string, title: string = find(form)?.title ?? form): string =>
  isCode(form) ? `${form} · ${title}` : title

/** Returns one line that names the local authority of a statement, its moment and its unit. */
export const about = ({ entity, at }: Statement.Statement, language: Language): string => {
  const words = Words.of(language)
  return `${Clean.line(entity)} · ${words.plan} ${at.plan} · ${words.position} ${at.position} · ${words.euro}`
}

const find = (form: string) => Object.values(forms).find(({ id }) => id === form)
const isCode = (form: string): boolean => /^[A-Z]\d+$/.test(form)
