/** Finds the rows of a fixed form by their printed labels, in the order in which a table prints them. */
import type { Layout } from "@grootboek/core"
import * as PrintedLabel from "./PrintedLabel.ts"

/** A search that remembers the section and the row it found last. */
export interface FormRows {
  /** Returns the row that one of several readings of a label names best, or `undefined`. */
  readonly find: (labels: ReadonlyArray<string>) => Layout.LayoutRow | undefined
  /** Takes a heading for the section of the rows that follow; returns whether it is one. */
  readonly enter: (label: string) => boolean
}

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
  const rate = ({ enumerator, words }: PrintedLabel.PrintedLabel) =>
    known.flatMap((one) => {
      if (words === "" || (section !== undefined && one.row.section !== section)) return []
      const isWhole = enumerator.length > 1 && enumerator.toLowerCase() === one.row.code.toLowerCase()
      const isNamed = isWhole || (enumerator !== "" && enumerator === one.enumerator)
      // `I. Uitgaven` for `I. Totaal exploitatie-uitgaven`: the enumerator names the row, and the last words agree.
      const isShort = isNamed && words.length >= 8 && one.words.endsWith(` ${words}`)
      const agreement = Math.max(isShort ? 0.6 : 0, PrintedLabel.agreement(words, one.words))
      const least = isNamed ? 0.5 : enumerator === "" ? 0.8 : 0.9
      return agreement < least
        ? []
        : [
            {
              row: one.row,
              score: agreement + (isNamed ? 0.3 : 0) + (isWhole ? 0.5 : 0),
              isEqual: words === one.words,
            },
          ]
    })
  return {
    find: (labels) => {
      const rated = labels.map((label) => rate(PrintedLabel.parse(label)))
      const best = Math.max(...rated.flatMap((scores) => scores.map(({ score }) => score)))
      const close = (rated.find((scores) => scores.some(({ score }) => score === best)) ?? []).filter(
        ({ score }) => score >= best - 0.1,
      )
      // "Gecumuleerd budgettair resultaat" is VII, also where VI, whose label begins with it, is not printed.
      const equal = close.filter(({ isEqual }) => isEqual)
      const near = (equal.length > 0 ? equal : close).map(({ row }) => row)
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
