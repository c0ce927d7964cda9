/**
 * Entries read at a glance: a canonical body of an estimate or a realisation has one shape, and a cursor goes over it.
 *
 * Journals are full of these two kinds, and most of what stands in one stood in one before: a line, a file, a time. A
 * reader that meets a body in their shape knows that every schema accepts it and that it comes next, and takes out what
 * the fold needs without parsing it. Every other body is nothing to it: `Journal` parses that, and says what is wrong.
 * That both read the same is a law (`core/test/Glance.test.ts`).
 */

import type { Changes } from "../event/Posting.ts"
import { estimated, type Place, realised } from "../value/BudgetLine.ts"
import { Cursor, kindOf, type Word, word } from "./Cursor.ts"
import type { Head, Source } from "./Envelope.ts"
import { Words } from "./Words.ts"

/** What the fold needs of an entry. */
export interface Glance extends Happening, Ending {}

/** What happened: the event of an entry. */
interface Happening {
  readonly kind: "EstimatePosted" | "ActualRecorded"
  readonly changes: Changes
}

/** Where an entry came from and when it was recorded, with which its body ends. */
interface Ending {
  readonly source: Source | undefined
  readonly time: string
}

/** Reads at a glance a body that follows a head, and remembers what it met. */
export type Reader = (body: Uint8Array, head: Head) => Glance | undefined

/** A reader. */
export const reader = (): Reader => {
  const cursor = new Cursor()
  const places = new Words(placeOf)
  const ending = endings()
  let actor = word("(none)")
  return (body, head) => {
    cursor.begin(body)
    if (!cursor.skipWord(actor)) {
      const met = cursor.match(start, 100)
      if (met === undefined) return undefined
      actor = word(met[0])
    }
    const event = cursor.skipWord(estimateStart)
      ? estimate(cursor, places)
      : cursor.skipWord(actualStart)
        ? actual(cursor, places)
        : undefined
    if (event === undefined || !cursor.skipWord(idStart) || !cursor.skipAll(idByte, 128)) return undefined
    if (!cursor.skipWord(positionStart) || cursor.whole(15) !== head.position + 1) return undefined
    if (!cursor.skipWord(previousStart) || !cursor.skipText(head.hash) || !cursor.skipWord(previousEnd))
      return undefined
    const end = ending(cursor)
    return end === undefined || end.time < head.time
      ? undefined
      : { kind: event.kind, changes: event.changes, source: end.source, time: end.time }
  }
}

// `"2026":"21000.00","2027":…},"line":{…}}`
const estimate = (cursor: Cursor, places: Places): Happening | undefined => {
  const years: Array<number> = []
  const micros: Array<number> = []
  let last = 0
  do {
    if (!cursor.skipWord(quote)) return undefined
    const year = cursor.whole(4)
    // Years that do not rise say one of them twice.
    if (year === undefined || year < 1900 || year > 2199 || year <= last) return undefined
    if (!cursor.skipWord(colon)) return undefined
    const amount = cursor.amount()
    if (amount === undefined || !cursor.skipWord(quote)) return undefined
    years.push(year)
    micros.push(amount)
    last = year
  } while (cursor.skipWord(comma))
  if (!cursor.skipWord(amountsEnd)) return undefined
  const place = placeIn(cursor, places)
  if (place === undefined || !cursor.skipWord(bracket)) return undefined
  return { kind: "EstimatePosted", changes: { place: place.estimated, years, micros } }
}

// `21000.00","date":"2026-03-31","line":{…},"voucher":"…","year":2026}`
const actual = (cursor: Cursor, places: Places): Happening | undefined => {
  const amount = cursor.amount()
  const day = cursor.match(date, 22)?.[1]
  if (amount === undefined || day === undefined) return undefined
  const place = placeIn(cursor, places)
  if (place === undefined || cursor.match(voucher, 250) === undefined) return undefined
  const year = cursor.whole(4)
  if (year === undefined || year < 1900 || year > 2200 || !cursor.skipWord(bracket)) return undefined
  const changes = { place: place.realisedIn(day.slice(0, 7)), years: [year], micros: [amount] }
  return { kind: "ActualRecorded", changes }
}

/** The places of a line: one object each, so that the columns know it again without looking into it. */
interface LinePlaces {
  readonly estimated: Place
  readonly realisedIn: (month: string) => Place
}

type Places = Words<LinePlaces>

const placeIn = (cursor: Cursor, places: Places): LinePlaces | undefined => {
  if (
    cursor.skipWord(descriptionStart) &&
    !(cursor.skipAll(plainByte, 4_000) && cursor.skipWord(descriptionEnd))
  )
    return undefined
  return cursor.skipWord(lineStart) ? places.next(cursor, lineEnd) : undefined
}

const placeOf = (text: string): LinePlaces | undefined => {
  const found = line.exec(text)
  if (found === null) return undefined
  const [, account, action, direction, envelope, policyItem, sector] = found
  const parts = {
    account: account as string,
    direction: direction as "O" | "U",
    policyItem: policyItem as string,
    ...(action === undefined ? {} : { action }),
    ...(envelope === undefined ? {} : { envelope }),
    ...(sector === undefined ? {} : { sector }),
  }
  const months = new Map<string, Place>()
  return {
    estimated: estimated(parts),
    realisedIn: (month) => {
      const place = months.get(month) ?? realised(parts, month)
      months.set(month, place)
      return place
    },
  }
}

// The file and the time are mostly those of the entry before.
const endings = (): ((cursor: Cursor) => Ending | undefined) => {
  let known: { readonly rest: Word; readonly file: Source | undefined; readonly time: string } | undefined
  return (cursor) => {
    const isSourced = cursor.skipWord(sourceStart)
    let row: number | undefined
    if (isSourced && cursor.skipWord(rowStart)) {
      row = cursor.whole(9)
      if (row === undefined || !cursor.skipWord(comma)) return undefined
    }
    if (known === undefined || (known.file !== undefined) !== isSourced || !cursor.skipWord(known.rest)) {
      const [text, a = "", b = "", c = ""] = cursor.match(isSourced ? named : unnamed, 500) ?? []
      if (text === undefined) return undefined
      known = isSourced
        ? { rest: word(text), file: { name: a, sha256: b }, time: c }
        : { rest: word(text), file: undefined, time: a }
    }
    if (!cursor.isAtEnd) return undefined
    const { file, time } = known
    if (file === undefined || row === undefined) return { source: file, time }
    return { source: { line: row, name: file.name, sha256: file.sha256 }, time }
  }
}

const estimateStart = word(`EstimatePosted","amounts":{`)
const actualStart = word(`ActualRecorded","amount":"`)
const quote = word('"')
const colon = word('":"')
const comma = word(",")
const bracket = word("}")
const amountsEnd = word("},")
const descriptionStart = word('"description":"')
const descriptionEnd = word('",')
const lineStart = word('"line":{')
// No text in a line holds a quote, so that the first one before a bracket is the end of the line; a code that begins
// with a bracket looks like it too, and is left to parsing.
const lineEnd = word('"}')
const idStart = word(',"id":"')
const positionStart = word('","position":')
const previousStart = word(',"previous":"')
const previousEnd = word('",')
const sourceStart = word('"source":{')
const rowStart = word('"line":')

// Plain ASCII without quote and backslash, so that the text between two quotes is the value.
const plain = "[ !#-[\\]-~]"
const dark = "[!#-[\\]-~]"
const code = `${dark}(?:${plain}{0,198}${dark})?`
const plainByte = kindOf(new RegExp(plain))
const idByte = kindOf(/[A-Za-z0-9:._/-]/)
const start = /\{"actor":"[A-Za-z0-9:._-]{1,64}","event":\{"_tag":"/y
// Without its last quote.
const line = new RegExp(
  `^"account":"(\\d{2,10})",(?:"action":"(${code})",)?"direction":"([OU])",` +
    `(?:"envelope":"(${code})",)?"policyItem":"(${code})(?:","sector":"(${code}))?$`,
)
const date = /","date":"(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))",/y
const voucher = new RegExp(`,"voucher":"${code}","year":`, "y")
const time = '"time":"(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z)","version":1\\}$'
const named = new RegExp(`"name":"(${plain}{1,255})","sha256":"([0-9a-f]{64})"\\},${time}`, "y")
const unnamed = new RegExp(time, "y")
