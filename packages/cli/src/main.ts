/** The Grootboek command line: the only place where all packages meet. */
export {}
