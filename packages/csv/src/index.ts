/** Text to rows to events and back for Grootboek: every fault with its file, line and column. */
export {}
