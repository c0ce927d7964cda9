/** Files for the caller to write: a path within a folder, and a text. */

/** A file. The text may be computed on use. */
export interface NamedText {
  readonly path: string
  readonly text: string
}

/** Returns a file whose text is computed on first use and cached. */
export const later = (path: string, make: () => string): NamedText => {
  const text = once(make)
  return {
    path,
    get text() {
      return text()
    },
  }
}

/** Returns a file whose text is computed on each use, so that the texts of a pack are not all in memory. */
export const written = (path: string, make: () => string): NamedText => ({
  path,
  get text() {
    return make()
  },
})

/** Returns a function that computes a value on first use and caches it. */
export const once = <A>(make: () => A): (() => A) => {
  let made: { readonly value: A } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Returns a text as a part of a path: letters, digits, dots and dashes. */
export const slug = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9.]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "") || "x"
