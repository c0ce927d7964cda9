/** The settings of the reader: language, theme and print. */
import { useEffect, useState } from "preact/hooks"
import { useShared } from "../part/Shared.tsx"
import { languages, type PageLanguage } from "../words/Bilingual.ts"
import { words } from "../words/Words.ts"

const themes = ["auto", "light", "dark"] as const

export const Settings = ({
  language,
  choose,
}: {
  readonly language: PageLanguage
  readonly choose: (language: PageLanguage) => void
}) => {
  const { say } = useShared()
  const [theme, setTheme] = useState<(typeof themes)[number]>("auto")
  useEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  return (
    <div class="settings">
      <fieldset>
        <legend class="unseen">{say(words.page.language)}</legend>
        {(Object.keys(languages) as ReadonlyArray<PageLanguage>).map((code) => (
          <button
            key={code}
            type="button"
            lang={code}
            aria-label={`${code.toUpperCase()} · ${languages[code]}`}
            aria-pressed={code === language}
            onClick={() => choose(code)}
          >
            {code.toUpperCase()}
          </button>
        ))}
      </fieldset>
      <fieldset>
        <legend class="unseen">{say(words.page.theme)}</legend>
        {themes.map((one) => (
          <button key={one} type="button" aria-pressed={one === theme} onClick={() => setTheme(one)}>
            {say(words.page.themes[one])}
          </button>
        ))}
      </fieldset>
      <button type="button" onClick={() => print()}>
        {say(words.page.print)}
      </button>
    </div>
  )
}
