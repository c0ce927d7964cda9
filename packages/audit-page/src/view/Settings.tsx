/** The settings of the reader: language, theme and print. */
import { Controls } from "../part/Controls.tsx"
import { remember } from "../part/Preference.ts"
import { type Theme, themes } from "../part/Route.ts"
import { useShared } from "../part/Shared.tsx"
import { languages, type PageLanguage } from "../words/Bilingual.ts"
import { words } from "../words/Words.ts"

export const Settings = ({ theme }: { readonly theme: Theme }) => {
  const { say, language, go } = useShared()
  const choose = (code: PageLanguage): void => {
    remember("language", code)
    go({ language: code })
  }
  const paint = (one: Theme): void => {
    remember("theme", one)
    go({ theme: one })
  }
  return (
    <Controls kind="settings" summary={say(words.page.settings)}>
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
          <button key={one} type="button" aria-pressed={one === theme} onClick={() => paint(one)}>
            {say(words.page.themes[one])}
          </button>
        ))}
      </fieldset>
      <button type="button" onClick={() => print()}>
        {say(words.page.print)}
      </button>
    </Controls>
  )
}
