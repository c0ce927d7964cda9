/**
 * HTML that is escaped by construction: an interpolated value is text, unless this module made it.
 *
 * ```ts
 * Markup.render(html`<p>${"a < b"}</p>`) // => "<p>a &lt; b</p>"
 * ```
 */
import { ShownText } from "@grootboek/cells"

/** A piece of HTML. Only {@link html} creates one, so that no text becomes markup by accident. */
export class Markup {
  readonly #source: string

  private constructor(source: string) {
    this.#source = source
  }

  /** For {@link html} and {@link trusted} alone. */
  static of(source: string): Markup {
    return new Markup(source)
  }

  /** The HTML text. */
  get source(): string {
    return this.#source
  }
}

/** What may be interpolated: texts and numbers, which are escaped, and markup, which is not. */
export type MarkupPart = Markup | string | number | ReadonlyArray<MarkupPart>

/** A template whose interpolations are escaped, in content and in quoted attributes alike. */
export const html = (texts: TemplateStringsArray, ...parts: ReadonlyArray<MarkupPart>): Markup =>
  Markup.of(texts.map((text, at) => text + (at < parts.length ? source(parts[at] ?? "") : "")).join(""))

/** Returns constant text of this program, such as a style sheet, as markup. Never pass text from outside. */
export const trusted = (source: string): Markup => Markup.of(source)

export const render = ({ source }: Markup): string => source

const source = (part: MarkupPart): string =>
  part instanceof Markup
    ? part.source
    : typeof part === "object"
      ? part.map(source).join("")
      : ShownText.inHtml(String(part))
