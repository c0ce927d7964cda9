/** A file that somebody else writes: its path within a folder, and its text. */

/** The text may be made only when it is asked for: ask once. */
export interface NamedText {
  readonly path: string
  readonly text: string
}

/** A file whose text is made when it is asked for, and kept. */
export const later = (path: string, make: () => string): NamedText => {
  const text = once(make)
  return {
    path,
    get text() {
      return text()
    },
  }
}

/** What is made when it is first asked for, and kept. */
export const once = <A>(make: () => A): (() => A) => {
  let made: { readonly value: A } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** A text as a part of a path: letters, digits, dots and dashes. */
export const slug = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9.]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "") || "x"
