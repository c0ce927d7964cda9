/** The heading, code and label of a row in the official layout of its form. */
import { forms, type Statement } from "@grootboek/core"

export interface PrintedRow {
  readonly heading: string
  readonly code: string
  readonly label: string
  readonly strong: boolean
}

/** Returns whether the rows of a form have codes; other forms repeat the same rows for each group. */
export const isCoded = (form: string): boolean =>
  Object.values(forms).find(({ id }) => id === form)?.kind === "fixed"

export const of = (form: string, { section, code, label, level }: Statement.StatementRow): PrintedRow => {
  const kind = Object.values(forms).find(({ id }) => id === form)
  if (kind?.kind !== "grouped") return { heading: section, code, label, strong: level === 0 }
  if (kind.address === "group")
    return { heading: section, code: "", label, strong: section.startsWith("Totalen") }
  // The rows of a group are labelled "GROUP – ROW"; the group becomes the heading.
  const dash = label.lastIndexOf(" – ")
  const heading = dash < 0 ? "" : label.slice(0, dash)
  const own = dash < 0 ? label : label.slice(dash + 3)
  return {
    heading,
    code: "",
    label: section === "" ? own : `${section} – ${own}`,
    strong: section === "Totaal" || dash < 0,
  }
}
