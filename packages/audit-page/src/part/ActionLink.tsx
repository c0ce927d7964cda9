/** A link to the page of an action in the audit pack, where the page was made with one. */
import { words } from "../words/Words.ts"
import { useShared } from "./Shared.tsx"

export const ActionLink = ({ code }: { readonly code: string | undefined }) => {
  const { say, label } = useShared()
  const { actionPages = {} } = label
  // A code such as `constructor` is not a page.
  const path = code !== undefined && Object.hasOwn(actionPages, code) ? actionPages[code] : undefined
  return path === undefined ? undefined : (
    <a class="link noprint" href={path} target="_blank" rel="noopener">
      {say(words.filter.actionPage)(code ?? "")}
    </a>
  )
}
