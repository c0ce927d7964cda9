/** The page as a whole: its head, its menu, the moment it shows, and one view at a time. */
import { Ledger, Year } from "@grootboek/core"
import * as Result from "effect/Result"
import { useEffect, useMemo, useState } from "preact/hooks"
import type { Label } from "../AuditPage.ts"
import { ChangesView } from "./ChangesView.tsx"
import { ChartsView } from "./ChartsView.tsx"
import { ChecksView } from "./ChecksView.tsx"
import { IntegrityView } from "./IntegrityView.tsx"
import { JournalView } from "./JournalView.tsx"
import { MomentBar } from "./MomentBar.tsx"
import type { Opened, Packets } from "./Opened.ts"
import { ReplayView } from "./ReplayView.tsx"
import { format, useRoute, type View, views } from "./Route.ts"
import { Seal } from "./Seal.tsx"
import { Settings } from "./Settings.tsx"
import { Provider, type Shared } from "./Shared.tsx"
import { StatementsView } from "./StatementsView.tsx"
import { type Language, languages } from "./words/languages.ts"

export interface AppProps {
  readonly opened: Opened
  readonly label: Label
  readonly packets: Packets
}

export const App = ({ opened: first, label, packets }: AppProps) => {
  const [opened, setOpened] = useState(first)
  const [language, setLanguage] = useState<Language>(label.language)
  const [route, go] = useRoute()
  const words = languages[language]
  const { ledger, verdict } = opened
  const last = Ledger.position(ledger)
  const position = Result.getOrElse(Ledger.moment(ledger, route.at), () => last)
  const plan = Ledger.planAt(ledger)
  useEffect(() => {
    document.documentElement.lang = words.code
  }, [words])
  const shared = useMemo<Shared>(
    () => ({ ...opened, label, packets, words, language, route, go, position }),
    [opened, label, packets, words, language, route, go, position],
  )
  return (
    <Provider value={shared}>
      <a class="skip" href="#content">
        {words.skip}
      </a>
      <header class="top">
        <div class="title">
          <h1>{plan?.entity.name ?? "Grootboek"}</h1>
          <p>{plan === undefined ? "" : words.plan(Year.format(plan.years))}</p>
        </div>
        <Seal finish={setOpened} />
        <Settings language={language} choose={setLanguage} />
      </header>
      <nav class="menu" aria-label={words.menu}>
        <ul>
          {views.map((view) => (
            <li key={view}>
              <a
                href={format({ ...route, view, entry: "" })}
                aria-current={view === route.view ? "page" : undefined}
              >
                {words.views[view]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {last > 0 ? <MomentBar /> : undefined}
      <main id="content" tabIndex={-1}>
        {verdict === undefined && needsEntries.includes(route.view) ? (
          <p class="note" role="status">
            {words.waiting}
          </p>
        ) : (
          <ViewOf view={last > 0 ? route.view : "integrity"} />
        )}
      </main>
      <footer class="foot">
        <p>
          {label.made === undefined ? "" : `${words.made(label.made)} · `}
          {label.maker ?? "Grootboek"} · <code class="hash">{verdict?.head ?? label.head}</code>
        </p>
      </footer>
    </Provider>
  )
}

/** The views that look into entries, and so wait until these are unpacked. */
const needsEntries: ReadonlyArray<View> = ["replay", "checks", "journal"]

const ViewOf = ({ view }: { readonly view: View }) => {
  switch (view) {
    case "statements":
      return <StatementsView />
    case "changes":
      return <ChangesView />
    case "replay":
      return <ReplayView />
    case "charts":
      return <ChartsView />
    case "checks":
      return <ChecksView />
    case "journal":
      return <JournalView />
    case "integrity":
      return <IntegrityView />
  }
}
