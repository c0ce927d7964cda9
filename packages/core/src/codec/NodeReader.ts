/** Parts that only read, for the reader of the fold. */
import type * as AST from "effect/SchemaAST"
import * as Bytes from "./Bytes.ts"
import * as Codec from "./Codec.ts"
import type { NodeCodec } from "./NodeCodec.ts"

/** Returns a codec that reads with a function and refuses to write. */
export const of = (read: NodeCodec["read"]): NodeCodec => ({ write: () => false, read })

/**
 * Returns a codec that checks a text and does not return it. A pattern of one character set is checked byte by byte, without
 * decoding.
 */
export const checked = (ast: AST.AST): NodeCodec => {
  const { read } = Codec.ofNode(ast)
  const [, set = "", least, most] = /^\^(\[[^\]]+\])\{(\d+),(\d+)\}\$$/.exec(patternOf(ast)) ?? []
  const one = new RegExp(`^(?=${set})[ !#-[\\]-~]$`, "u")
  const isPlain = Uint8Array.from({ length: 256 }, (_, byte) =>
    set !== "" && one.test(String.fromCharCode(byte)) ? 1 : 0,
  )
  return of((input) => {
    const { bytes, at: start } = input
    let at = start + 1
    while (at < bytes.length && isPlain[bytes[at] as number] === 1) at++
    const length = at - start - 1
    const isWhole = bytes[start] === quote && bytes[at] === quote
    if (!isWhole || length < Number(least) || length > Number(most)) return read(input)
    input.at = at + 1
    return true
  })
}

/** Returns a codec that also records at which byte its last value began and ended. */
export const located = ({
  read,
}: NodeCodec): {
  readonly codec: NodeCodec
  readonly span: { readonly from: number; readonly to: number }
} => {
  const span = { from: 0, to: 0 }
  const codec = of((input) => {
    span.from = input.at
    const value = read(input)
    span.to = input.at
    return value
  })
  return { codec, span }
}

const patternOf = ({ checks }: AST.AST): string => {
  const payload: unknown = checks?.length === 1 ? checks[0].annotations?.representation?.payload : undefined
  return typeof payload === "object" && payload !== null && "source" in payload ? String(payload.source) : ""
}

/** Reads a text in quotes and returns true, if it comes next. */
export const isQuoted = (input: Bytes.ByteReader, text: string): boolean => {
  const { bytes, at } = input
  const end = at + 1 + text.length
  if (bytes[at] !== quote || bytes[end] !== quote) return false
  for (let i = 0; i < text.length; i++) if (bytes[at + 1 + i] !== text.charCodeAt(i)) return false
  input.at = end + 1
  return true
}

/**
 * Returns a codec that compares its bytes with those of its last value, for fields that seldom change. A text or a record ends
 * with a quote or a bracket, so that equal bytes are an equal value.
 */
export const repeated = ({ read }: NodeCodec): NodeCodec => {
  let last: { readonly written: Bytes.Token; readonly value: unknown } | undefined
  return of((input) => {
    if (last !== undefined && input.token(last.written)) return last.value
    const { at } = input
    const value = read(input)
    if (value !== undefined) last = { written: Bytes.tokenOf(input.bytes.subarray(at, input.at)), value }
    return value
  })
}

const quote = 0x22
