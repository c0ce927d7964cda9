/** Finds the rows of a fixed form by their printed labels, in the order in which a table prints them. */
import type { Layout } from "@grootboek/core"
import * as PrintedLabel from "./PrintedLabel.ts"

/** A search that remembers the section and the row it found last. */
export interface FormRows {
  /** Returns the row of a label, or `undefined`. */
  readonly find: (label: string) => Layout.LayoutRow | undefined
  /** Takes a heading for the section of the rows that follow; returns whether it is one. */
  readonly enter: (label: string) => boolean
}

/** Starts a search. */
export const start = ({ rows }: Layout.Layout): FormRows => {
  const known = rows
    .filter(({ shown }) => shown !== "never")
    .map((row) => {
      const [, mark = "", last = ""] = /([.-]?)([^.-]*)$/.exec(row.code) ?? []
      return { row, words: PrintedLabel.normalize(row.label), enumerator: mark === "-" ? "-" : last }
    })
  const sections = [...new Set(rows.map(({ section }) => section))].filter((section) => section !== "")
  let section: string | undefined
  let last = -1
  return {
    find: (label) => {
      const { enumerator, words } = PrintedLabel.parse(label)
      if (words === "") return undefined
      const scored = known.flatMap((one) => {
        if (section !== undefined && one.row.section !== section) return []
        const isNamed =
          enumerator !== "" &&
          (enumerator === one.enumerator || enumerator.toLowerCase() === one.row.code.toLowerCase())
        const agreement = PrintedLabel.agreement(words, one.words)
        const least = isNamed ? 0.5 : enumerator === "" ? 0.8 : 0.9
        const isWhole = enumerator.length > 1 && enumerator.toLowerCase() === one.row.code.toLowerCase()
        return agreement < least
          ? []
          : [{ row: one.row, score: agreement + (isNamed ? 0.3 : 0) + (isWhole ? 0.5 : 0) }]
      })
      const best = Math.max(...scored.map(({ score }) => score))
      const near = scored.filter(({ score }) => score >= best - 0.1).map(({ row }) => row)
      const found = near.find(({ index }) => index > last) ?? near.findLast(({ index }) => index <= last)
      if (found !== undefined) last = found.index
      return found
    },
    enter: (label) => {
      const { enumerator, words } = PrintedLabel.parse(label)
      if (enumerator !== "") return false
      const found = sections.find((name) => PrintedLabel.agreement(words, PrintedLabel.normalize(name)) > 0.9)
      if (found === undefined) {
        // Another block of the report, which the form does not have.
        if (!/^geconsolideerd/.test(words)) return false
        section = ""
        return true
      }
      if (found !== section) last = rows.findIndex((row) => row.section === found) - 1
      section = found
      return true
    },
  }
}
