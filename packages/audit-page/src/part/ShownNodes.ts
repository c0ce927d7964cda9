/** Every text of the page, shown as other outputs show it: misleading and invisible characters as their code. */
import { ShownText } from "@grootboek/cells"
import { options, type VNode } from "preact"

/**
 * Makes every text that is rendered from now on visible: in elements, tooltips and names for screen readers.
 *
 * Every text of every view is converted here, so that no view can omit it.
 */
export const install = (): void => {
  const before = options.vnode
  options.vnode = (node) => {
    show(node)
    before?.(node)
  }
}

const show = ({ props }: VNode): void => {
  const texts = props as Record<string, unknown>
  for (const name of ["title", "aria-label", "placeholder"]) {
    const text = texts[name]
    if (typeof text === "string") texts[name] = ShownText.of(text)
  }
  if (texts.children !== undefined) texts.children = shown(texts.children)
}

const shown = (child: unknown): unknown =>
  typeof child === "string" ? ShownText.of(child) : Array.isArray(child) ? child.map(shown) : child
