/** The style is bundled beside the program, for its own element in the page. */
declare module "*.css"
