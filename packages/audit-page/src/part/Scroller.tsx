/** A scrollable area for a wide table or a long list, also with the keyboard. */
import type { ComponentChildren, Ref } from "preact"

export interface ScrollerProps {
  readonly label: string
  readonly kind: "scroll" | "port"
  readonly port?: Ref<HTMLElement>
  readonly children: ComponentChildren
}

export const Scroller = ({ label, kind, port, children }: ScrollerProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable area must be reachable from the keyboard
  <section class={kind} tabIndex={0} aria-label={label} {...(port === undefined ? {} : { ref: port })}>
    {children}
  </section>
)
