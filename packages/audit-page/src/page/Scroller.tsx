/** A table or list that may be wider or longer than its place: it scrolls by itself, from the keyboard too. */
import type { ComponentChildren, Ref } from "preact"

export interface ScrollerProps {
  readonly label: string
  readonly kind: "scroll" | "port"
  readonly port?: Ref<HTMLElement>
  readonly children: ComponentChildren
}

export const Scroller = ({ label, kind, port, children }: ScrollerProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
  <section class={kind} tabIndex={0} aria-label={label} {...(port === undefined ? {} : { ref: port })}>
    {children}
  </section>
)
