/** The page: its header, menu and moment, and one view at a time. */
import { Ledger, Year } from "@grootboek/core"
import * as Result from "effect/Result"
import { useEffect, useLayoutEffect, useMemo, useState } from "preact/hooks"
import * as Filter from "../model/Filter.ts"
import type { OpenedJournal, Packets } from "../model/OpenedJournal.ts"
import * as SearchIndex from "../model/SearchIndex.ts"
import type * as SearchResult from "../model/SearchResult.ts"
import type { Label } from "../pack/Label.ts"
import { useDroppedFile } from "../part/DroppedFile.ts"
import { useRoute } from "../part/Navigation.ts"
import { Origin } from "../part/Origin.tsx"
import * as Preference from "../part/Preference.ts"
import { format, unknownView, type View, views } from "../part/Route.ts"
import * as RouteProblem from "../part/RouteProblem.ts"
import { Provider, type Shared } from "../part/Shared.tsx"
import { say as sayIn } from "../words/Bilingual.ts"
import { words } from "../words/Words.ts"
import { FilterBar } from "./FilterBar.tsx"
import { MomentBar } from "./MomentBar.tsx"
import { ProblemNote } from "./ProblemNote.tsx"
import { Seal } from "./Seal.tsx"
import { SearchButton } from "./SearchDialog.tsx"
import { Settings } from "./Settings.tsx"
import { StateBand } from "./StateBand.tsx"
import * as Title from "./Title.ts"
import { components, isWhole, needsEntries } from "./ViewComponents.ts"

export interface AppProps {
  readonly opened: OpenedJournal
  readonly label: Label
  readonly packets: Packets
}

export const App = ({ opened: first, label, packets }: AppProps) => {
  const [opened, setOpened] = useState(first)
  const [route, go] = useRoute()
  const language = route.language ?? Preference.language(label.language)
  const theme = route.theme ?? Preference.theme()
  const say = useMemo(() => sayIn(language), [language])
  const { ledger: whole, check } = opened
  const last = Ledger.position(whole)
  const position = Result.getOrElse(Ledger.moment(whole, route.at), () => last)
  const plan = Ledger.planAt(whole)
  const state = check === undefined ? "checking" : check.fault === undefined ? "intact" : "damaged"
  const only = (route.only ?? []).join("\n")
  const terms = useMemo(
    () =>
      only
        .split("\n")
        .map(Filter.parse)
        .filter((term) => term !== undefined),
    [only],
  )
  const filtered = useMemo(() => Filter.apply(whole, terms), [whole, terms])
  const index = useMemo(() => lazily(() => SearchIndex.of(whole, causeNames(say))), [whole, say])
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dataset.theme = theme
    document.documentElement.dataset.journal = state
    document.documentElement.dataset.view = route.view
  }, [language, theme, state, route.view])
  // On a phone the menu is in reach anywhere on the page: another view begins at its top.
  useLayoutEffect(() => scrollTo(0, 0), [route.view])
  const [compared, compare] = useDroppedFile(go)
  const shared = useMemo<Shared>(
    () => ({
      ...opened,
      ledger: isWhole.includes(route.view) ? whole : filtered.ledger,
      whole,
      terms,
      kept: filtered.postings,
      index,
      ...{ label, packets, language, say, route, go, position, compared, compare },
      mark: opened.check === undefined ? "°" : "",
    }),
    [
      opened,
      whole,
      terms,
      filtered,
      index,
      label,
      packets,
      language,
      say,
      route,
      go,
      position,
      compared,
      compare,
    ],
  )
  const problems = last > 0 ? RouteProblem.of(whole, route, unknownView(location.hash)) : []
  const ShownView = components[last > 0 ? route.view : "integrity"]
  const title = Title.of(shared)
  // A plan without indicators needs no empty section.
  const hasIndicators = (plan?.structure.register.indicators.size ?? 0) > 0
  const isOffered = (view: View) => view !== "indicators" || hasIndicators || route.view === view
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <Provider value={shared}>
      <a class="skip" href="#content">
        {say(words.page.skip)}
      </a>
      <header class="top">
        <div class="title">
          <h1>{plan?.entity.name ?? "Grootboek"}</h1>
          <p>{plan === undefined ? "" : say(words.page.plan)(Year.format(plan.years))}</p>
          <p class="paper origin">
            <Origin />
          </p>
        </div>
        <Seal finish={setOpened} />
        <SearchButton />
        <Settings theme={theme} />
      </header>
      <StateBand />
      <nav class="menu" aria-label={say(words.page.menu)}>
        <ul>
          {views.filter(isOffered).map((view) => (
            <li key={view}>
              <a
                href={format({ ...route, view, entry: "" })}
                aria-current={view === route.view ? "page" : undefined}
              >
                {say(words.page.views[view])}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {last > 0 ? (
        <div class="context">
          <MomentBar />
          <FilterBar />
        </div>
      ) : undefined}
      <main id="content" tabIndex={-1}>
        {problems.length > 0 ? (
          <ProblemNote list={problems} />
        ) : check === undefined && needsEntries.includes(route.view) ? (
          <p class="note" role="status">
            {say(words.page.waiting)}
          </p>
        ) : (
          <>
            {terms.length > 0 && isWhole.includes(route.view) ? (
              <p class="note">{say(words.filter.aside)}</p>
            ) : undefined}
            <ShownView />
          </>
        )}
      </main>
      <footer class="foot">
        <p>
          <Origin />
        </p>
      </footer>
    </Provider>
  )
}

const causeNames = (say: Shared["say"]): SearchResult.CauseNames =>
  Object.fromEntries(Object.entries(words.reasons).map(([kind, name]) => [kind, say(name)]))

const lazily = <A,>(make: () => A): (() => A) => {
  let made: { readonly value: A } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
