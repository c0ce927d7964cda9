/** Encodings of text: UTF-8, and the CP1252 that spreadsheets on Windows write. */
import type { FileProblem } from "../fault/FileProblem.ts"

/** The encoding of a file. ASCII is both and is called UTF-8. */
export type Encoding = "utf-8" | "windows-1252"

/** Names of the encodings, as users write them. */
const names: ReadonlyMap<string, Encoding> = new Map([
  ["utf-8", "utf-8"],
  ["utf8", "utf-8"],
  ["utf-8-bom", "utf-8"],
  ["windows-1252", "windows-1252"],
  ["cp1252", "windows-1252"],
  ["ansi", "windows-1252"],
  ["latin1", "windows-1252"],
  ["iso-8859-1", "windows-1252"],
])

export const parse = (name: string): Encoding | undefined => names.get(name.trim().toLowerCase())

/** An encoding, and whether the file begins with a byte order mark. */
export interface DetectedEncoding {
  readonly encoding: Encoding
  readonly bom: boolean
}

/** Detects the encoding of a file, or why it is not text. The bytes may end in the middle of a character. */
export const detect = (bytes: Uint8Array, declared?: Encoding): DetectedEncoding | FileProblem => {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes
  const signature = signatures.find(({ start }) => start.every((byte, at) => bytes[at] === byte))
  if (signature !== undefined) return { _tag: "NotText", looksLike: signature.name }
  const beginning = new TextDecoder("windows-1252").decode(bytes.subarray(0, 256))
  const markup = markups.find(({ start }) => start.test(beginning))
  if (markup !== undefined) return { _tag: "NotText", looksLike: markup.name }
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return { _tag: "Utf16" }
  // Latin letters in UTF-16 without a mark: every other byte is 0.
  if (bytes.length >= 4 && first * third !== 0 && second === 0 && fourth === 0) return { _tag: "Utf16" }
  if (bytes.length >= 4 && second * fourth !== 0 && first === 0 && third === 0) return { _tag: "Utf16" }
  const bom = first === 0xef && second === 0xbb && third === 0xbf
  return { encoding: declared ?? (bom || isUtf8(bytes) ? "utf-8" : "windows-1252"), bom }
}

const signatures: ReadonlyArray<{ readonly name: string; readonly start: ReadonlyArray<number> }> = [
  { name: "XLSX", start: [0x50, 0x4b, 0x03, 0x04] },
  { name: "XLS", start: [0xd0, 0xcf, 0x11, 0xe0] },
  { name: "PDF", start: [0x25, 0x50, 0x44, 0x46] },
  { name: "gzip", start: [0x1f, 0x8b] },
]

/** Files of markup that programs name `.csv` or `.xls`. */
const markups: ReadonlyArray<{ readonly name: string; readonly start: RegExp }> = [
  { name: "HTML", start: /^(?:ï»¿)?\s*<(?:!doctype\s+html|html|head|body|meta|table|style)\b/i },
  { name: "XML", start: /^(?:ï»¿)?\s*<\?xml\b/i },
  { name: "RTF", start: /^\{\\rtf/ },
]

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** Decodes bytes, a byte order mark included; returns `undefined` when some are not in the encoding. */
export const decode = (bytes: Uint8Array, encoding: Encoding): string | undefined => {
  try {
    return encoding === "utf-8" ? strict.decode(bytes) : cp1252(bytes)
  } catch {
    return undefined
  }
}

/** Decodes bytes, with U+FFFD for bytes that are not in the encoding. */
export const decodeAnyway = (bytes: Uint8Array, encoding: Encoding): string =>
  encoding === "utf-8" ? lenient.decode(bytes) : cp1252(bytes)

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
const lenient = new TextDecoder("utf-8", { ignoreBOM: true })
const western = new TextDecoder("windows-1252")

// Node 20 decodes windows-1252 as if it were Latin-1, which has control characters where CP1252 has € and quotes.
const cp1252 = (bytes: Uint8Array): string => {
  const text = western.decode(bytes)
  return controls.test(text)
    ? text.replace(allControls, (character) => upper[character.charCodeAt(0) - 0x80] ?? character)
    : text
}

const upper = Array.from("€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ")
const controls = /[\u0080-\u009f]/
const allControls = /[\u0080-\u009f]/g

/** Returns the first line that is not blank. */
export const firstLine = (bytes: Uint8Array, { encoding, bom }: DetectedEncoding): string => {
  const text = decodeAnyway(bytes.subarray(bom ? 3 : 0, 1 << 16), encoding)
  return /^\s*(.*)/.exec(text)?.[1] ?? ""
}

/** Encodes text; a character that CP1252 lacks becomes a question mark. */
export const encode = (text: string, encoding: Encoding): Uint8Array =>
  encoding === "utf-8"
    ? new TextEncoder().encode(text)
    : Uint8Array.from(text, (character) => byteOf.get(character) ?? 63)

/** Matches text that was encoded twice: UTF-8 bytes read as CP1252 and encoded again, such as `FinanciÃ«le`. */
const twice =
  /(?:[ÂÃ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2})+/

/** Returns the text before it was encoded twice, or `undefined` when it was not. */
export const undouble = (text: string): string | undefined => {
  if (!twice.test(text)) return undefined
  const bytes = Array.from(text, (character) => byteOf.get(character))
  if (bytes.some((byte) => byte === undefined)) return undefined
  try {
    return strict.decode(Uint8Array.from(bytes, (byte) => byte ?? 0))
  } catch {
    return undefined
  }
}

const byteOf: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 256 }, (_, byte) => [cp1252(Uint8Array.of(byte)), byte]),
)
