/** A dictionary by bytes: what a text means is asked once, and the text is known again wherever it stands. */
import { expect, test } from "vitest"
import { Cursor, word } from "../../src/codec/Cursor.ts"
import { Words } from "../../src/codec/Words.ts"

const mark = word('"}')

/** Words that remember what they were asked; texts that begin with `?` mean nothing. */
const asked = () => {
  const questions: Array<string> = []
  const words = new Words((text) => {
    questions.push(text)
    return text.startsWith("?") ? undefined : { text }
  })
  const next = (text: string) => {
    const cursor = new Cursor()
    cursor.begin(new TextEncoder().encode(`"${text}`))
    cursor.at = 1
    return [words.next(cursor, mark)?.text, cursor.at - 1] as const
  }
  return { next, questions }
}

test("a text before its mark is gone over, and asked for once", () => {
  const { next, questions } = asked()
  const texts = ["a", "b", "", "a}b", 'a"b', '""', "}", "abcdefgh"]
  for (const _ of [1, 2, 3])
    for (const text of texts) expect(next(`${text}"} and more`)).toEqual([text, text.length + 2])
  expect(questions).toEqual(texts)
})

test("a text without a mark behind it is none, nor is one that means nothing, and nothing is gone over", () => {
  const { next, questions } = asked()
  for (const text of ["", "a", 'a"', "a}", 'a" }', '?"}', '?"}']) expect(next(text)).toEqual([undefined, 0])
  // What means nothing is asked for again.
  expect(questions).toEqual(["?", "?"])
})

test("texts with one print are told apart, at equal lengths and others", () => {
  // The print of a text begins at nothing and stays there over bytes of nothing.
  const texts = ["", "\u0000", "\u0000\u0000", "\u0000\u0000\u0000", "\u0000"]
  const { next, questions } = asked()
  for (const _ of [1, 2]) for (const text of texts) expect(next(`${text}"}`)).toEqual([text, text.length + 2])
  expect(questions).toEqual(texts.slice(0, 4))
})
