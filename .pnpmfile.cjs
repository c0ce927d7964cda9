/** Packs a manifest without what only this repository uses. */
module.exports = {
  hooks: {
    beforePacking: ({ scripts: _, devDependencies: __, ...manifest }) => manifest,
  },
}
