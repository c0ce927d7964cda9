/** The depth of JSON in bytes, measured without parsing it: a parser of deep JSON takes minutes and gigabytes. */

/** The deepest JSON that an entry may have. The events have six levels. */
const deepest = 100

/** Returns whether JSON is nested deeper than any entry. Brackets in texts do not count. */
export const isTooDeep = (bytes: Uint8Array): boolean => {
  let [depth, isText] = [0, false]
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (isText) {
      if (byte === backslash) at += 1
      else if (byte === quote) isText = false
    } else if (byte === quote) isText = true
    else if (byte === bracket || byte === brace) {
      depth += 1
      if (depth > deepest) return true
    } else if (byte === bracketEnd || byte === braceEnd) depth -= 1
  }
  return false
}

const [quote, backslash] = [0x22, 0x5c]
const [bracket, bracketEnd] = [0x5b, 0x5d]
const [brace, braceEnd] = [0x7b, 0x7d]
