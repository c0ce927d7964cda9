/** What a reader sets for himself: language, light or dark, and paper. */
import { useEffect, useState } from "preact/hooks"
import { useShared } from "./Shared.tsx"
import { type Language, languages } from "./words/languages.ts"

const themes = ["auto", "light", "dark"] as const

export const Settings = ({
  language,
  choose,
}: {
  readonly language: Language
  readonly choose: (language: Language) => void
}) => {
  const { settings } = useShared().words
  const [theme, setTheme] = useState<(typeof themes)[number]>("auto")
  useEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  return (
    <div class="settings">
      <fieldset>
        <legend class="unseen">{settings.language}</legend>
        {Object.entries(languages).map(([code, words]) => (
          <button
            key={code}
            type="button"
            lang={code}
            aria-label={`${code.toUpperCase()} · ${words.name}`}
            aria-pressed={code === language}
            onClick={() => choose(words.code === "nl" ? "nl" : "en")}
          >
            {code.toUpperCase()}
          </button>
        ))}
      </fieldset>
      <fieldset>
        <legend class="unseen">{settings.theme}</legend>
        {themes.map((one) => (
          <button key={one} type="button" aria-pressed={one === theme} onClick={() => setTheme(one)}>
            {settings[one]}
          </button>
        ))}
      </fieldset>
      <button type="button" onClick={() => print()}>
        {settings.print}
      </button>
    </div>
  )
}
