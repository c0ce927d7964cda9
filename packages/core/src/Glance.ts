/**
 * Entries read at a glance: a canonical body of an estimate or a realisation has one shape, and a pattern reads it.
 *
 * Journals are full of these two kinds. A pattern that meets a body in their shape knows that every schema accepts it
 * and takes out what the fold needs, five times faster than parsing it. Every other body is nothing to it: `Journal`
 * parses that, and says what is wrong. That both read the same is a law (`core/test/Glance.test.ts`).
 */
import { estimated, type Place, realised } from "./BudgetLine.ts"
import type { Sealed, Source } from "./Journal.ts"
import * as Posting from "./Posting.ts"

/** What the fold needs of an entry. */
export interface Glance {
  readonly position: number
  readonly previous: string
  readonly time: string
  readonly source: Source | undefined
  readonly kind: "EstimatePosted" | "ActualRecorded"
  readonly postings: ReadonlyArray<Posting.Posting>
}

/** Reads bodies at a glance, and remembers the lines that it met. */
export type Reader = (sealed: Sealed) => Glance | undefined

/** A reader. */
export const reader = (): Reader => {
  const places = new Map<string, Place>()
  // One object per place, so that the columns know it again without looking into it.
  const placeOf = (text: string, month: string): Place => {
    const key = month === "" ? text : month + text
    const known = places.get(key)
    if (known !== undefined) return known
    const [, account, action, direction, envelope, policyItem, sector] = parts.exec(text) ?? []
    const line = {
      account: account as string,
      direction: direction as "O" | "U",
      policyItem: policyItem as string,
      ...(action === undefined ? {} : { action }),
      ...(envelope === undefined ? {} : { envelope }),
      ...(sector === undefined ? {} : { sector }),
    }
    const place = month === "" ? estimated(line) : realised(line, month)
    places.set(key, place)
    return place
  }
  return ({ body }) => {
    let text: string
    try {
      text = decoder.decode(body)
    } catch {
      return undefined
    }
    const estimate = estimatePosted.exec(text)
    if (estimate !== null) {
      const postings = changes(placeOf(estimate[2] as string, ""), estimate[1] as string)
      return postings === undefined ? undefined : glance("EstimatePosted", postings, estimate, 3)
    }
    const actual = actualRecorded.exec(text)
    if (actual === null) return undefined
    const [, amount = "", day = "", lineText = "", year = ""] = actual
    const postings = [Posting.change(placeOf(lineText, day.slice(0, 7)), year, amount)]
    return glance("ActualRecorded", postings, actual, 5)
  }
}

/** The changes per year; nothing when the years do not rise, for then the text says a year twice. */
const changes = (place: Place, text: string): ReadonlyArray<Posting.Posting> | undefined => {
  const postings: Array<Posting.Posting> = []
  let before = ""
  // `"2026":"21000.00","2027":…`
  for (let at = 1; at < text.length; ) {
    const year = text.slice(at, at + 4)
    if (year <= before) return undefined
    before = year
    const end = text.indexOf('"', at + 7)
    postings.push(Posting.change(place, year, text.slice(at + 7, end)))
    at = end + 3
  }
  return postings
}

const glance = (
  kind: Glance["kind"],
  postings: Glance["postings"],
  found: RegExpExecArray,
  first: number,
): Glance => {
  const [line, name, sha256] = [found[first + 2], found[first + 3], found[first + 4]]
  const source =
    name === undefined || sha256 === undefined
      ? undefined
      : line === undefined
        ? { name, sha256 }
        : { line: Number(line), name, sha256 }
  return {
    position: Number(found[first]),
    previous: found[first + 1] as string,
    time: found[first + 5] as string,
    source,
    kind,
    postings,
  }
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })

// Plain ASCII without quote and backslash, so that the text between two quotes is the value.
const plain = "[ !#-[\\]-~]"
const dark = "[!#-[\\]-~]"
const code = `${dark}(?:${plain}{0,198}${dark})?`
const amount = "-?(?:0|[1-9]\\d{0,11})\\.\\d\\d(?:\\d{0,3}[1-9])?"
const year = "(?:19|20|21)\\d\\d"
const description = `(?:"description":"${plain}{1,4000}",)?`
const line = (group: string): string =>
  `"account":"${group}\\d{2,10})",(?:"action":"${group}${code})",)?"direction":"${group}[OU])",` +
  `(?:"envelope":"${group}${code})",)?"policyItem":"${group}${code})"(?:,"sector":"${group}${code})")?`
const parts = new RegExp(`^${line("(")}$`)
const wholeLine = `"line":\\{(${line("(?:")})\\}`
const day = "\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])"
const source = `"source":\\{(?:"line":(\\d{1,9}),)?"name":"(${plain}{1,255})","sha256":"([0-9a-f]{64})"\\},`

const bodyOf = (event: string): RegExp =>
  new RegExp(
    `^\\{"actor":"[A-Za-z0-9:._-]{1,64}","event":\\{${event}\\},"id":"[A-Za-z0-9:._/-]{1,128}",` +
      `"position":([1-9]\\d{0,14}),"previous":"([0-9a-f]{64})",(?:${source})?` +
      `"time":"(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z)","version":1\\}$`,
  )

const estimatePosted = bodyOf(
  `"_tag":"EstimatePosted","amounts":\\{("${year}":"(?!-0\\.00")${amount}"(?:,"${year}":"(?!-0\\.00")${amount}")*)\\},${description}${wholeLine}`,
)

const actualRecorded = bodyOf(
  `"_tag":"ActualRecorded","amount":"(?!-0\\.00")(${amount})","date":"(${day})",${description}${wholeLine},` +
    `"voucher":"${code}","year":(19\\d\\d|20\\d\\d|21\\d\\d|2200)`,
)
